"""Whether a session counts, and if not, why: the rules (RR2, RR4, RR6) on what is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from lessons.enums import Setting
from lms.classrooms import rules
from lms.classrooms.enums import (
    COUNTED_STATUSES,
    OPEN_STATUSES,
    Doubt,
    DuplicateOverride,
    Quarantine,
    Status,
)
from lms.classrooms.facts import SessionFacts
from lms.classrooms.labels import (
    BADGES,
    DOUBT_TEXTS,
    DUPLICATE_TEXT,
    QUARANTINE_TEXTS,
    STATUS_TEXTS,
)
from lms.classrooms.models import ClassSessionRevision
from lms.core.class_labels import normalise_class_label
from lms.organisations.models import SchoolRequest

# A ClassSessionRevision with what `_judgeable` adds to it, which its type knows nothing of.
JudgeableRevision = Any


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a session stands, for people: a badge (word and colour) and full sentences."""

    status: Status
    quarantine: tuple[Quarantine, ...] = ()
    is_duplicate: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is in the figures."""
        return self.status in COUNTED_STATUSES and not self.quarantine and not self.is_duplicate

    @property
    def badge(self) -> str:
        """The colour of the badge."""
        held_back = self.status in COUNTED_STATUSES and not self.counts
        return "warning" if held_back else BADGES[self.status]

    @property
    def label(self) -> str:
        """The word on the badge."""
        return str(self.status.label)

    @property
    def sentences(self) -> list[str]:
        """What it means and what to do."""
        if self.status in COUNTED_STATUSES and not self.counts:
            reasons = [QUARANTINE_TEXTS[reason] for reason in self.quarantine]
            return [str(text) for text in [*reasons, *([DUPLICATE_TEXT] * self.is_duplicate)]]
        return [str(STATUS_TEXTS[self.status])]


def standings(revisions: Iterable[ClassSessionRevision]) -> dict[int, Standing]:
    """Where each of these latest revisions stands, by its primary key. Two queries in all."""
    wanted = {revision.pk for revision in revisions}
    shown = list(_judgeable().filter(pk__in=wanted))
    rivals = (
        _judgeable()
        .latest_at()
        .with_counted_status()
        .filter(date__in={row.date for row in shown}, grade__isnull=False)
    )
    first_of: dict[rules.DuplicateKey, int] = {}
    for row in sorted(rivals, key=lambda row: (row.first_recorded_at, row.session.reference)):
        key = _key(row)
        if key is not None and not rules.quarantine_reasons(row_of(row)):
            first_of.setdefault(key, row.session_id)
    return {row.pk: _standing(row, first_of) for row in shown}


def _judgeable() -> Any:
    """Revisions with what the rules need; of the plan its setting and key, not its text."""
    revisions = ClassSessionRevision.objects.with_school().with_first_recording()
    return revisions.select_related("session").annotate(
        plan_setting=F("plan__setting"), plan_key=F("plan__translation_key")
    )


def _standing(row: JudgeableRevision, first_of: dict[rules.DuplicateKey, int]) -> Standing:
    reasons = rules.quarantine_reasons(row_of(row))
    key = _key(row)
    repeats = (
        key is not None
        and not reasons
        and row.status in COUNTED_STATUSES
        and row.duplicate_override != DuplicateOverride.COUNT
        and first_of.get(key, row.session_id) != row.session_id
    )
    return Standing(Status(row.status), reasons, repeats)


def row_of(revision: JudgeableRevision) -> rules.SessionRow:
    """What the rules look at. Needs `with_school()` and `first_recorded_at`."""
    return rules.SessionRow(
        date=revision.date,
        recorded_on=timezone.localdate(revision.recorded_at),
        first_recorded_on=timezone.localdate(revision.first_recorded_at),
        school_known=revision.known_school_id is not None,
        pupils=revision.pupils,
        adults=revision.adults,
        duration=revision.duration,
        modality=revision.modality,
        group_type=revision.group_type,
        class_only=revision.plan_setting == Setting.CLASS,
    )


def _key(revision: JudgeableRevision) -> rules.DuplicateKey | None:
    return rules.duplicate_key(
        school=revision.known_school_id,
        grade=revision.grade,
        letter=revision.letter,
        lesson=_lesson(revision.plan_key, revision.lesson_code),
        day=revision.date,
    )


def _lesson(plan_key: UUID | None, code: str) -> str:
    return code if plan_key is None else str(plan_key)


@dataclass(frozen=True, slots=True)
class EntryHints:
    """What is worth a second look before something is saved."""

    quarantine: tuple[Quarantine, ...]
    doubts: tuple[Doubt, ...]
    is_duplicate: bool

    @property
    def codes(self) -> frozenset[str]:
        """What a person ticks off with "Este corect așa". A school that is not in the list was
        said to be so a moment ago: that is not asked twice."""
        asked = {*self.quarantine, *self.doubts} - {Quarantine.UNKNOWN_SCHOOL}
        return frozenset({*map(str, asked), *(["duplicate"] if self.is_duplicate else [])})

    @property
    def seen(self) -> str:
        """The codes as the form sends them back when they are ticked off."""
        return " ".join(sorted(self.codes))

    @property
    def texts(self) -> list[str]:
        """What to look at again, in sentences."""
        texts = [QUARANTINE_TEXTS[q] for q in self.quarantine] + [
            DOUBT_TEXTS[d] for d in self.doubts
        ]
        return [str(text) for text in [*texts, *([DUPLICATE_TEXT] * self.is_duplicate)]]


def entry_hints(
    facts: SessionFacts,
    *,
    missing: Mapping[str, Any] | None = None,
    client_id: UUID | None = None,
    session_id: int | None = None,
) -> EntryHints:
    """The hints for facts that are about to be saved. One query, for the duplicate.

    `missing` is {name, locality_name, county} of a school that is not in the list: sessions of
    one that was typed alike are of the same school. A session with the same `client_id`, or the
    one that is being corrected, is no duplicate.
    """
    today, plan = timezone.localdate(), facts.get("plan")
    school = facts.get("school")
    row = rules.SessionRow(
        date=facts["date"],
        recorded_on=today,
        school_known=school is not None,
        pupils=facts.get("girls", 0) + facts.get("boys", 0) + facts.get("undisclosed", 0),
        adults=facts.get("adults") or 0,
        duration=facts.get("duration"),
        modality=facts.get("modality", "in_person"),
        group_type=facts.get("group_type", "class"),
        class_only=plan is not None and plan.setting == Setting.CLASS,
    )
    others = _others_of_class(facts, missing)
    if session_id is not None:
        others = others.exclude(session_id=session_id)
    if client_id is not None:
        others = others.exclude(session__client_id=client_id)
    lesson = _lesson(plan and plan.translation_key, facts.get("lesson_code", ""))
    repeats = any(_lesson(other.plan_key, other.lesson_code) == lesson for other in others)
    return EntryHints(rules.quarantine_reasons(row), rules.warnings(row), repeats)


def _others_of_class(facts: SessionFacts, missing: Mapping[str, Any] | None) -> Any:
    """What is registered for this class of this school on this day, whatever the lesson."""
    label, school = normalise_class_label(facts.get("class_label")), facts.get("school")
    open_ones = _judgeable().latest_at().filter(status__in=OPEN_STATUSES)
    if label is None or (school is None and missing is None):
        return open_ones.none()
    same_class = open_ones.filter(date=facts["date"], grade=label.grade, letter=label.letter)
    if school is not None:
        return same_class.filter(known_school_id=school.merged_into_id or school.pk)
    asked = SchoolRequest.objects.alike(**missing)  # type: ignore[arg-type]
    # One that was settled since leads to sessions that name the school itself.
    found = asked.exclude(school=None).values(id_=Coalesce("school__merged_into", "school"))
    return same_class.filter(Q(school_request__in=asked) | Q(known_school_id__in=found))
