"""Where each class session stands in the report: counted, or kept and listed with the reason."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lms.classrooms.enums import COUNTED_STATUSES, Doubt, Quarantine, Status
from lms.classrooms.rules import DuplicateKey
from lms.reach.counting.facts import SessionFact
from lms.reach.counting.quality import quarantine_reasons, warnings


class Standing(TextChoices):
    """Every session has exactly one. Values stand in addresses."""

    COUNTED = "numarate", _("numărate")
    UNCONFIRMED = "neconfirmate", _("neconfirmate")
    QUARANTINED = "carantina", _("în carantină")
    DUPLICATE = "dubluri", _("dubluri")
    NOT_REPORTED = "nenumarate", _("ciorne, returnate sau anulate")


class Judged(NamedTuple):
    """A fact and what the rules say of it.

    `reasons` only when quarantined, `warnings` only when counted, `counted_instead` (a reference)
    only when it is a duplicate.
    """

    fact: SessionFact
    standing: Standing
    reasons: tuple[Quarantine, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    counted_instead: str = ""

    @property
    def is_verified(self) -> bool:
        """Counted, and somebody vouched for it: a subset that is shown beside the total (RR2)."""
        return self.standing is Standing.COUNTED and self.fact.status == Status.VERIFIED


def judge(facts: Iterable[SessionFact]) -> list[Judged]:
    """Say where each session stands, earliest recorded first.

    One period at a time is enough: duplicates share their date (RR6), so none crosses periods.
    """
    first_of: dict[DuplicateKey, str] = {}
    ordered = sorted(facts, key=lambda fact: (fact.first_recorded_at, fact.reference))
    return [_judge(fact, first_of) for fact in ordered]


def _judge(fact: SessionFact, first_of: dict[DuplicateKey, str]) -> Judged:
    if fact.status not in COUNTED_STATUSES:
        unconfirmed = fact.status == Status.UNCONFIRMED
        return Judged(fact, Standing.UNCONFIRMED if unconfirmed else Standing.NOT_REPORTED)
    reasons = quarantine_reasons(fact)
    if reasons:
        return Judged(fact, Standing.QUARANTINED, reasons)
    key = fact.same_lesson
    if key is not None:
        first = first_of.setdefault(key, fact.reference)
        if first != fact.reference and not fact.duplicate_override:
            return Judged(fact, Standing.DUPLICATE, counted_instead=first)
    return Judged(fact, Standing.COUNTED, warnings=warnings(fact))
