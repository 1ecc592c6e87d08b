"""What labour facts add to an editor's first page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.abroad.selectors import due_facts
from lms.people.models import User
from lms.people.todo import TodoItem


def due_todo(user: User) -> Iterator[TodoItem]:
    """Facts that were not checked for too long, for those who may change them."""
    if not user.has_perm("abroad.change_labourfact"):
        return
    count = len(due_facts())
    if count:
        title = ngettext(
            "%(n)d informație despre munca în străinătate de verificat",
            "%(n)d informații despre munca în străinătate de verificat",
            count,
        )
        yield TodoItem(
            title=title % {"n": count},
            text=_("Salariile se verifică la 7 luni, telefoanele la 180 de zile."),
            url=reverse("abroad_due"),
            action=_("Verificați"),
        )
