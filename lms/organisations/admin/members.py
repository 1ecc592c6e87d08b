"""Member organisations and their periods of membership."""

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from lms.organisations.models import MemberOrganisation


def membership_text(organisation: MemberOrganisation) -> str:
    """The periods of membership, as dates."""
    periods = organisation.memberships.all()
    ends = [f"{p.until:%d.%m.%Y}" if p.until else "…" for p in periods]
    return ", ".join(f"{p.since:%d.%m.%Y} – {end}" for p, end in zip(periods, ends, strict=True))


class MemberEditView(generic.EditView):
    """Rename a member, end or begin a period of membership."""

    def get_usage_url(self) -> None:
        """Wagtail counts the uses in pages, not the people and sessions of a member."""
        return


class MemberOrganisationViewSet(ModelViewSet):
    """Members of the platform."""

    model = MemberOrganisation
    name = "memberorganisation"
    url_prefix = "organizatii"
    icon = "group"
    menu_label = gettext_lazy("Organizații membre")
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_view_class = MemberEditView
    search_fields = ("name", "code")
    list_display = (
        "name",
        "code",
        Column("memberships", accessor=membership_text, label=gettext_lazy("Membră")),
    )
    panels = (
        FieldPanel("name"),
        FieldPanel("code"),
        FieldPanel("active_since"),
        InlinePanel("memberships", heading=gettext_lazy("Perioade de apartenență"), min_num=1),
    )
