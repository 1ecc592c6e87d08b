"""Classes and class sessions in Wagtail's admin: what was taught is not deleted."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from lms.classrooms.models import ClassSessionRevision, ClassStep, SchoolClass
from lms.core import page_protection


def plans_taught(page_ids: Iterable[int]) -> list[int]:
    """Of these pages, the plans that a class session was registered for, edition or not."""
    revisions = ClassSessionRevision.objects.filter(plan__in=list(page_ids)).order_by()
    return list(revisions.values_list("plan", flat=True).distinct())


page_protection.register(
    plans_taught,
    _("Planul are sesiuni la clasă înregistrate: retrageți-l în schimb."),
)


def modules_of_classes(page_ids: Iterable[int]) -> set[int]:
    """Of these pages, the modules that a class was opened for, and the steps of such a class."""
    pages = list(page_ids)
    modules = SchoolClass.objects.filter(module__in=pages).order_by()
    steps = ClassStep.objects.filter(step__in=pages).order_by()
    return {
        *modules.values_list("module", flat=True).distinct(),
        *steps.values_list("step", flat=True).distinct(),
    }


page_protection.register(
    modules_of_classes,
    _("Au fost clase deschise pentru acest modul: retrageți-l în schimb."),
)
