"""RR4 asked of a fact. The rule's text is with class sessions, where it also speaks at entry."""

from django.utils import timezone

from lms.classrooms import rules
from lms.classrooms.enums import Doubt, Quarantine
from lms.reach.counting.facts import SessionFact


def quarantine_reasons(fact: SessionFact) -> tuple[Quarantine, ...]:
    """Every reason to keep and list the session without counting it; empty when there is none."""
    return rules.quarantine_reasons(_row(fact))


def warnings(fact: SessionFact) -> tuple[Doubt, ...]:
    """Every reason to look again at a session that counts."""
    return rules.warnings(_row(fact))


def _row(fact: SessionFact) -> rules.SessionRow:
    return rules.SessionRow(
        date=fact.date,
        recorded_on=timezone.localdate(fact.recorded_at),
        first_recorded_on=timezone.localdate(fact.first_recorded_at),
        school_known=fact.school_id is not None,
        pupils=fact.pupils,
        adults=fact.adults,
        duration=fact.duration,
        modality=fact.modality,
        group_type=fact.group_type,
        class_only=fact.class_only,
    )
