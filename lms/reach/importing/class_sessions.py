"""class_sessions.csv: history rows with their own revision and moment, written in bulk."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from lms.classrooms.enums import Channel, DuplicateOverride, GroupType, Modality, Status
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.tokens import import_client_id, vouched_token
from lms.core.class_labels import normalise_class_label
from lms.core.tables.cells import short, yes
from lms.core.tables.problems import CellProblem
from lms.reach.batches import insert_rows
from lms.reach.importing import values
from lms.reach.importing.outcome import Outcome
from lms.reach.importing.reading import Line, Reader
from lms.reach.importing.registers import SessionRegisters

COLUMNS = (
    "session_ref", "revision", "recorded_at", "status", "org_code", "school_siiir", "class_label",
    "lesson_code", "date", "girls", "boys", "undisclosed", "adults", "duration_min", "modality",
    "group_type", "duplicate_override", "project_code",
)  # fmt: skip
OPTIONAL = ("teacher_token",)
COUNTS = ("girls", "boys", "undisclosed", "adults")
# No report of a lesson has more; what the rules think of it is said by quarantine.
MOST_PEOPLE = 99_999
_BATCH = 2_000
_COMPARED = (
    "recorded_at", "status", "organisation_id", "class_label", "lesson_code", "date", *COUNTS,
    "duration", "modality", "group_type", "duplicate_override", "project_id",
)  # fmt: skip
# The columns that are written: those that the row does not name, and those that it does.
_OWN = ("session_id", "number", "pupils", "reason")
_FIELDS = (*_COMPARED, "school_id", "school_code", "grade", "letter", "plan_id")

Key = tuple[str, int]
Item = TypeVar("Item")


class _Row(dict[str, Any]):
    """The fields of a revision, with its key and its teacher beside them."""

    reference: str
    number: int
    teacher: str
    # As the file has it: which school that is may become known later.
    school: str


def import_class_sessions(path: Path) -> Outcome:
    """Add the revisions that are not there yet. Raises Unreadable."""
    reader, registers = Reader(path, COLUMNS, OPTIONAL), SessionRegisters()
    rows: dict[Key, tuple[int, _Row]] = {}
    repeated = 0
    for line in reader:
        row = _row(reader, line, registers)
        if row is None:
            continue
        first, known = rows.setdefault((row.reference, row.number), (line.number, row))
        if known is not row:
            repeated += 1
            if known != row:
                reader.note(
                    "revision",
                    _("aceeași revizie apare cu alte date pe rândul %d; păstrați unul") % first,
                )
    new = _unknown(reader, rows)
    reader.finish()
    _write(new)
    years = {row["date"].year for _line, row in rows.values()}
    return Outcome(added=len(new), known=len(rows) - len(new) + repeated, years=years)


def _row(reader: Reader, line: Line, registers: SessionRegisters) -> _Row | None:
    """The row's fields; None when a cell is to be mended."""
    before = len(reader.problems)
    cells, read = line.cells, reader.value
    code = read(line, "school_siiir", short, 20)
    lesson = read(line, "lesson_code", values.text, 100)
    label = read(line, "class_label", short, 40)
    group = normalise_class_label(label)
    row = _Row(
        recorded_at=read(line, "recorded_at", values.moment),
        status=read(line, "status", values.choice, Status),
        organisation_id=read(line, "org_code", registers.organisation_if_any),
        school_id=registers.school(code or ""),
        school_code="" if registers.school(code or "") else code,
        class_label=label,
        grade=group.grade if group else None,
        letter=group.letter if group else "",
        plan_id=registers.plan(lesson or ""),
        lesson_code=lesson,
        date=read(line, "date", values.day),
        **{name: read(line, name, values.number, MOST_PEOPLE) for name in COUNTS},
        duration=read(line, "duration_min", _minutes),
        modality=read(line, "modality", values.choice, Modality, empty=Modality.IN_PERSON.value),
        group_type=read(line, "group_type", values.choice, GroupType, empty=GroupType.CLASS.value),
        duplicate_override=_override(read(line, "duplicate_override", yes)),
        project_id=read(line, "project_code", registers.project),
    )
    row.reference = read(line, "session_ref", values.text, 40) or ""
    row.number = read(line, "revision", _revision) or 0
    row.school = code or ""
    row.teacher = vouched_token(cells["org_code"], cells.get("teacher_token", ""))
    return row if len(reader.problems) == before else None


def _minutes(cell: str) -> int | None:
    return values.number(cell, 1_440) or None


def _revision(cell: str) -> int:
    number = values.number(cell, 9_999, empty=None)
    if not number:
        raise CellProblem(_("reviziile se numără de la 1"))
    return number


def _override(said: bool | None) -> str:
    return DuplicateOverride.COUNT.value if said else DuplicateOverride.NONE.value


def _unknown(reader: Reader, rows: dict[Key, tuple[int, _Row]]) -> list[_Row]:
    """The rows that are not stored yet. A stored one that says otherwise is noted: what was said
    is never changed, it is said again in the next revision."""
    references = {reference for reference, _number in rows}
    stored, taken = _stored(references), _registered_here(references)
    new = []
    for key, (line, row) in rows.items():
        known = stored.get(key)
        if known is None and row.reference in taken:
            reason = _("referința este a unei sesiuni înregistrate pe platformă; alegeți alta")
            reader.note("session_ref", reason, line)
        elif known is None:
            new.append(row)
        elif known != (row.school, *(row[name] for name in _COMPARED)):
            reason = _("revizia este deja înregistrată cu alte date; dați-i numărul următor")
            reader.note("revision", reason, line)
    return new


def _stored(references: set[str]) -> dict[Key, tuple[object, ...]]:
    found: dict[Key, tuple[object, ...]] = {}
    for some in _batches(sorted(references)):
        revisions = ClassSessionRevision.objects.filter(session__reference__in=some).order_by()
        school = Coalesce("school__siiir", "school_code")
        columns = revisions.values_list("session__reference", "number", school, *_COMPARED)
        found |= {(reference, number): tuple(rest) for reference, number, *rest in columns}
    return found


def _registered_here(references: set[str]) -> set[str]:
    """Those that belong to sessions that somebody registered on the platform: a file adds nothing
    to them."""
    return {
        reference
        for some in _batches(sorted(references))
        for reference in ClassSession.objects.filter(reference__in=some)
        .exclude(channel=Channel.IMPORT)
        .values_list("reference", flat=True)
    }


def _write(rows: list[_Row]) -> None:
    references = sorted({row.reference for row in rows})
    teachers = {row.reference: row.teacher for row in rows}
    sessions: dict[str, int] = {}
    for some in _batches(references):
        ClassSession.objects.bulk_create(
            (_session(reference, teachers[reference]) for reference in some), ignore_conflicts=True
        )
        known = ClassSession.objects.filter(reference__in=some).order_by()
        sessions |= dict(known.values_list("reference", "pk"))
    for some_rows in _batches(rows):
        values = (_revision_values(row, sessions[row.reference]) for row in some_rows)
        insert_rows(ClassSessionRevision, (*_OWN, *_FIELDS), values)
    for some_ids in _batches(sorted(sessions.values())):
        highest = ClassSessionRevision.objects.filter(session=OuterRef("pk")).order_by("-number")
        ClassSession.objects.filter(pk__in=some_ids).update(
            latest=Subquery(highest.values("pk")[:1])
        )


def _session(reference: str, teacher: str) -> ClassSession:
    return ClassSession(
        client_id=import_client_id("reach", reference),
        reference=reference,
        channel=Channel.IMPORT,
        teacher_token=teacher,
    )


def _revision_values(row: _Row, session_id: int) -> list[object]:
    """The values of _OWN and _FIELDS."""
    pupils = row["girls"] + row["boys"] + row["undisclosed"]
    return [session_id, row.number, pupils, "", *(row[name] for name in _FIELDS)]


def _batches(items: Iterable[Item]) -> Iterable[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, _BATCH)):
        yield batch
