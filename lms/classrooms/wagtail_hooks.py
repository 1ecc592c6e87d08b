"""Class sessions in Wagtail's admin: a plan that was taught is not deleted."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from lms.classrooms.models import ClassSessionRevision
from lms.core import page_protection


def plans_taught(page_ids: Iterable[int]) -> list[int]:
    """Of these pages, the plans that a class session was registered for, edition or not."""
    revisions = ClassSessionRevision.objects.filter(plan__in=list(page_ids)).order_by()
    return list(revisions.values_list("plan", flat=True).distinct())


page_protection.register(
    plans_taught,
    _("Planul are sesiuni la clasă înregistrate: retrageți-l în schimb."),
)
