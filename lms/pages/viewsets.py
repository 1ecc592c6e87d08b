"""Words that mean the same, in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from lms.pages.models import Synonyms


class SynonymsViewSet(SnippetViewSet):
    """Groups of words that search takes for one another."""

    model = Synonyms
    icon = "search"
    menu_label = _("Sinonime")
    menu_order = 230
    add_to_admin_menu = True
    list_display = ["__str__", "language"]
    list_filter = ["language"]
