"""Judging the rows of a file: what each would register, what is wrong with it, what is unusual."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.classrooms.enums import (
    COUNTED_STATUSES,
    DuplicateOverride,
    GroupType,
    Modality,
    Quarantine,
    Status,
)
from lms.classrooms.facts import SessionFacts, facts_of, lesson_code_of
from lms.classrooms.importing import values
from lms.classrooms.importing.registers import Registers
from lms.classrooms.models import ClassSession, SessionImport
from lms.classrooms.models.revisions import LARGEST_GROUP, LONGEST_DAY
from lms.classrooms.selectors import entry_hints
from lms.classrooms.tokens import import_client_id
from lms.core.class_labels import normalise_class_label
from lms.core.text import fold, mend_cedilla
from lms.people.models import User

_COUNT_LABELS = {
    "girls": gettext_lazy("fete"),
    "boys": gettext_lazy("băieți"),
    "undisclosed": gettext_lazy("fără precizare"),
    "adults": gettext_lazy("adulți"),
}


@dataclass(slots=True)
class ImportRow:
    """One row: its number in the list, its cells as typed, and what comes of it.

    `known` is the session that this row registered before; `revises` says that it brings a newer
    revision of it.
    """

    number: int
    cells: dict[str, str]
    facts: SessionFacts = field(default_factory=SessionFacts)
    status: str = Status.REPORTED
    revision: int = 1
    client_id: UUID | None = None
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    known: ClassSession | None = None
    revises: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it would register a session."""
        return not self.errors and self.known is None

    @property
    def school_shown(self) -> str:
        """The school that was found, else what the file says."""
        found = self.facts.get("school")
        typed = (self.cells.get(name) for name in ("school", "school_siiir"))
        return str(found) if found else " ".join(text for text in typed if text)

    @property
    def lesson_shown(self) -> str:
        """The plan's title, else what the file says."""
        plan = self.facts.get("plan")
        return plan.title if plan else self.cells.get("lesson_code", "")

    @property
    def counts_shown(self) -> str:
        """Girls, boys and undisclosed, as they are read or, with an error, as they are typed."""
        names = ("girls", "boys", "undisclosed")
        read = [self.facts.get(name, self.cells.get(name)) for name in names]
        return ", ".join("–" if value in (None, "") else str(value) for value in read)


def preview_rows(upload: SessionImport) -> list[ImportRow]:
    """The judged rows, with what is unusual about those that are new: a query for each of them."""
    rows = judge_rows(upload)
    for row in rows:
        if row.is_new:
            row.notes = list(_notes(row))
    return rows


def judge_rows(upload: SessionImport) -> list[ImportRow]:
    """Every row of the file in order. Reads, writes nothing."""
    registers = Registers(upload.uploaded_by, upload.organisation)
    rows = [_read(number, cells, registers) for number, cells in enumerate(upload.rows, start=1)]
    _recognise(rows, upload.uploaded_by)
    first: dict[UUID, ImportRow] = {}
    for row in (row for row in rows if not row.errors and row.known is None):
        row.client_id = _client_id(row, upload)
        _against_others(row, first)
    ids = {row.client_id for row in rows if row.client_id}
    known = {
        session.client_id: session
        for session in ClassSession.objects.filter(client_id__in=ids).select_related("latest")
    }
    for row in (row for row in rows if not row.errors and row.known is None):
        row.known = known.get(row.client_id) if row.client_id else None
        row.revises = row.known is not None and _is_newer(row, row.known)
    return rows


def _recognise(rows: list[ImportRow], user: User) -> None:
    """Rows of our own export: they name a session that is here, and bring nothing new. Whatever
    the export leaves out of them is no error, and a correction is made on the session's page."""
    references = {row.cells.get("session_ref", "") for row in rows} - {""}
    sessions = ClassSession.objects.for_user(user).filter(reference__in=references)
    here = {session.reference: session for session in sessions.select_related("latest")}
    for row in rows:
        row.known = here.get(row.cells.get("session_ref", ""))
        if row.known is not None:
            row.client_id, row.errors = row.known.client_id, []
            row.notes = [_("este deja aici cu acest număr; se corectează pe pagina ei")]


def _is_newer(row: ImportRow, known: ClassSession) -> bool:
    """Whether the row corrects what it registered before: a higher revision that says something
    else. What was voided here stays void."""
    latest = known.current
    if latest.status == Status.VOID or row.revision <= latest.number:
        return False
    said = facts_of(latest)
    return row.status != latest.status or any(said[name] != row.facts[name] for name in row.facts)  # type: ignore[literal-required]


def _read(number: int, cells: dict[str, str], registers: Registers) -> ImportRow:
    row = ImportRow(number=number, cells=cells)
    readers = (_read_lesson, _read_school, _read_day_and_class, _read_counts, _read_choices)
    for reader in readers:
        try:
            reader(row, registers)
        except ValueError as problem:
            row.errors.append(str(problem))
    return row


def _read_lesson(row: ImportRow, registers: Registers) -> None:
    text = mend_cedilla(row.cells.get("lesson_code", ""))
    if not text:
        raise ValueError(_("lipsește lecția"))
    plan = registers.lesson(text)
    row.facts |= {"plan": plan, "lesson_code": lesson_code_of(plan) if plan else text[:100]}
    row.facts["organisation"] = registers.organisation(row.cells.get("org_code", ""))


def _read_school(row: ImportRow, registers: Registers) -> None:
    code = row.cells.get("school_siiir", "")[:20]
    words = " ".join(row.cells.get(name, "") for name in ("school", "locality", "county")).strip()
    school = registers.school(code, words)
    row.facts |= {"school": school, "school_code": "" if school else code}


def _read_day_and_class(row: ImportRow, registers: Registers) -> None:
    row.facts["date"] = values.day(row.cells.get("date", ""))
    row.facts["class_label"] = mend_cedilla(row.cells.get("class_label", ""))[:40]


def _read_counts(row: ImportRow, registers: Registers) -> None:
    for name, label in _COUNT_LABELS.items():
        row.facts[name] = values.count(row.cells.get(name, ""), label)  # type: ignore[literal-required]
    total = values.count(row.cells.get("pupils", ""), _("elevi"))
    named = row.facts["girls"] + row.facts["boys"] + row.facts["undisclosed"]
    if total and total < named:
        raise ValueError(_("fetele și băieții sunt mai mulți decât totalul"))
    row.facts["undisclosed"] += max(total - named, 0)
    if named > LARGEST_GROUP:
        raise ValueError(
            _("%(label)s: %(text)s este prea mult") % {"label": _("elevi"), "text": named}
        )
    minutes = values.count(row.cells.get("duration", ""), _("durata"), LONGEST_DAY)
    row.facts["duration"] = minutes or None


def _read_choices(row: ImportRow, registers: Registers) -> None:
    cells = row.cells
    row.facts |= {
        "modality": values.choice(
            cells.get("modality", ""), Modality, Modality.IN_PERSON, _("modalitatea")
        ),
        "group_type": values.choice(
            cells.get("group_type", ""), GroupType, GroupType.CLASS, _("tipul grupului")
        ),
        "duplicate_override": (
            DuplicateOverride.COUNT
            if values.yes(cells.get("duplicate_override", ""))
            else DuplicateOverride.NONE
        ),
    }
    row.status = values.choice(cells.get("status", ""), Status, Status.REPORTED, _("starea"))
    if row.status == Status.VERIFIED and not registers.may_verify:
        row.status = Status.REPORTED
    row.revision = max(values.count(cells.get("revision", ""), _("revizia"), 1000), 1)


def _client_id(row: ImportRow, upload: SessionImport) -> UUID:
    """The same row gives the same id in every file of the same organisation."""
    organisation = row.facts["organisation"]
    scope = organisation.code if organisation else f"user {upload.uploaded_by_id}"
    if reference := row.cells.get("session_ref", ""):
        return import_client_id(scope, f"ref {reference}")
    facts = row.facts
    label = normalise_class_label(facts["class_label"])
    school = facts["school"].siiir if facts["school"] else facts["school_code"]
    numbers = [facts[name] for name in _COUNT_LABELS]  # type: ignore[literal-required]
    parts = [
        facts["lesson_code"], school, facts["date"].isoformat(),
        f"{label.grade} {label.letter}" if label else fold(facts["class_label"]), *numbers,
        facts["duration"] or "", facts["modality"], facts["group_type"],
    ]  # fmt: skip
    return import_client_id(scope, "|".join(map(str, parts)))


def _against_others(row: ImportRow, first: dict[UUID, ImportRow]) -> None:
    """Two rows of one file with one id: the higher revision holds, equal ones are a repetition."""
    other = first.setdefault(row.client_id, row)  # type: ignore[arg-type]
    if other is row:
        return
    newer, older = (row, other) if row.revision > other.revision else (other, row)
    if newer.revision > older.revision:
        older.errors.append(_("rândul %d are o revizie mai nouă") % newer.number)
        first[row.client_id] = newer  # type: ignore[index]
    else:
        row.errors.append(
            _("este la fel ca rândul %d; dacă a fost alt grup, scrieți clasa") % other.number
        )


def _notes(row: ImportRow) -> Iterator[str]:
    if row.status not in COUNTED_STATUSES:
        yield _("starea „%s” nu se numără") % Status(row.status).label
    hints = entry_hints(row.facts, client_id=row.client_id)
    yield from (str(reason.label) for reason in hints.quarantine)
    yield from (str(doubt.label) for doubt in hints.doubts)
    if hints.is_duplicate and not row.facts["duplicate_override"]:
        yield _("seamănă cu o sesiune deja înregistrată; se numără una singură")
    if Quarantine.UNKNOWN_SCHOOL in hints.quarantine:
        yield _("codul școlii se caută din nou când lista de școli se schimbă")
