"""The editors' work list: what was not checked for too long, and what waits for a source."""

from django.utils import timezone

from lms.abroad.enums import State
from lms.abroad.models import LabourFact


def due_facts() -> list[LabourFact]:
    """Published facts of today that are due or stale, the stale ones first."""
    facts = LabourFact.objects.published().on(timezone.localdate())
    due = [fact for fact in facts if fact.state != State.FRESH]
    return sorted(due, key=lambda fact: fact.state != State.STALE)


def draft_count() -> int:
    """How many values wait for an editor to enter a source and a date."""
    return LabourFact.objects.filter(published=False).count()
