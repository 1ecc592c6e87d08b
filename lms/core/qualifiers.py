"""How exact a figure is. It is kept and printed with the figure, never dropped."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Qualifier(TextChoices):
    """From the most exact to the least."""

    EXACT = "exact", _("exact")
    MORE_THAN = "peste", _("peste")
    ABOUT = "circa", _("circa")
    ESTIMATED = "estimativ", _("estimativ")


def least_exact(qualifiers: Iterable[str]) -> str:
    """The qualifier that a sum of figures with these must carry."""
    order = list(Qualifier)
    return max(qualifiers, key=lambda value: order.index(Qualifier(value)))
