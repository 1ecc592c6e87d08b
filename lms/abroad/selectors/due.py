"""The editors' work list: what was not checked for too long, and what waits for a source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.abroad.countries import CHOICES
from lms.abroad.enums import CONTACTS, WAGES, State
from lms.abroad.models import LabourFact
from lms.core.filtering import Offer, Option, counted, fitting, has


class Group(TextChoices):
    """What is checked together, the most pressing first: a wrong number helps nobody."""

    CONTACTS = "contacte", _("telefoane și adrese")
    WAGES = "salarii", _("salarii")
    RIGHTS = "drepturi", _("drepturi și instituții")


@dataclass(frozen=True)
class DueList:
    """What an editor chose to see, and what else there is to choose."""

    facts: list[LabourFact]
    options: Mapping[str, list[Option]]


def group_of(fact: LabourFact) -> Group:
    """What this fact is checked with."""
    if fact.field in CONTACTS:
        return Group.CONTACTS
    return Group.WAGES if fact.field in WAGES else Group.RIGHTS


def due_facts() -> list[LabourFact]:
    """Published facts of today that are due or stale: the stale ones first, the most pressing
    group of them before the others."""
    facts = LabourFact.objects.published().on(timezone.localdate())
    due = [fact for fact in facts if fact.state != State.FRESH]
    order = list(Group)
    return sorted(due, key=lambda fact: (fact.state != State.STALE, order.index(group_of(fact))))


def due_list(country: str, group: str) -> DueList:
    """What is due of one country and group ("" for all of them), with counts of the choices."""
    rows = due_facts()
    tests = {}
    if country:
        tests["tara"] = has("country", country)
    if group:
        tests["ce"] = partial(_is_of_group, group)
    offers = {
        "ce": [
            Offer(one.value, one.label, partial(_is_of_group, one), one == group) for one in Group
        ],
        "tara": [
            Offer(code, name, has("country", code), code == country) for code, name in CHOICES
        ],
    }
    return DueList(fitting(rows, tests), counted(rows, tests, offers))


def _is_of_group(group: str, fact: LabourFact) -> bool:
    return group_of(fact) == group


def draft_count() -> int:
    """How many values wait for an editor to enter a source and a date."""
    return LabourFact.objects.filter(published=False, valid_until=None).count()
