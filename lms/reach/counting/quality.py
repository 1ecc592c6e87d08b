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
    # Half of the time of a large report went into looking up the zone again for every session.
    zone = timezone.get_default_timezone()
    recorded_on = fact.recorded_at.astimezone(zone).date()
    never_corrected = fact.first_recorded_at == fact.recorded_at
    return rules.SessionRow(
        date=fact.date,
        recorded_on=recorded_on,
        first_recorded_on=recorded_on
        if never_corrected
        else fact.first_recorded_at.astimezone(zone).date(),
        school_known=fact.school_id is not None,
        pupils=fact.pupils,
        adults=fact.adults,
        duration=fact.duration,
        modality=fact.modality,
        group_type=fact.group_type,
        class_only=fact.class_only,
    )
