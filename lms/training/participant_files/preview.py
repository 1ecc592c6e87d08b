"""What a list would change, in words: before anything is saved."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lms.core.audiences import Audience
from lms.organisations.models import County
from lms.training.models import Participant
from lms.training.participant_files.plan import ListPlan, PlannedRow


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a row says anew; `before` is empty where nothing was said."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row as it is shown."""

    line: int
    name: str
    email: str
    is_new: bool
    is_changed: bool
    changes: tuple[Change, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The rows that change something or are worth a look, and how many do what."""

    rows: tuple[PreviewRow, ...]
    added: int
    changed: int
    kept: int
    marks: int


def preview_of(plan: ListPlan) -> Preview:
    """What to show of a plan, in the file's order."""
    counties = dict(County.objects.values_list("mnemonic", "name"))
    shown = [_shown(row, counties) for row in plan.rows]
    return Preview(
        rows=tuple(row for row in shown if row.is_new or row.is_changed or row.notes),
        added=sum(row.is_new for row in shown),
        changed=sum(row.is_changed for row in shown),
        kept=sum(not (row.is_new or row.is_changed) for row in shown),
        marks=sum(len(row.marks) for row in plan.rows),
    )


def _shown(row: PlannedRow, counties: dict[str, str]) -> PreviewRow:
    person, said = row.person, row.said
    return PreviewRow(
        line=said.line,
        name=said.name or (person.name if person else ""),
        email=said.email or (person.email if person else ""),
        is_new=row.is_new,
        is_changed=row.changes and not row.is_new,
        changes=tuple(_changes(row, counties)),
        notes=tuple(_notes(row)),
    )


def _changes(row: PlannedRow, counties: dict[str, str]) -> Iterator[Change]:
    words: dict[str, dict[str, str]] = {
        "audience": {code: str(label) for code, label in Audience.choices},
        "county_id": counties,
    }
    labels = {one.name: one.verbose_name for one in Participant._meta.fields}
    for name, value in row.fields.items():
        # Who is new has name and address in the row already.
        if not value or name == "enrolment" or (row.is_new and name in ("name", "email")):
            continue
        before = str(getattr(row.person, name) or "") if row.person else ""
        known = words.get(name, {})
        label = labels[name.removesuffix("_id")]
        yield Change(str(label), known.get(before, before), known.get(value, value))
    for number, present in row.marks:
        label = _("întâlnirea %d") % number
        yield Change(label, "", _("prezent") if present else _("absent"))


def _notes(row: PlannedRow) -> Iterator[str]:
    if row.by_name:
        yield _("Persoană recunoscută după nume; verificați că este aceeași.")
    if row.has_namesake:
        yield _("Pe listă mai este cineva cu acest nume, la altă instituție sau cu altă adresă.")
    if "enrolment" in row.fields:
        yield _("Nu avea un loc; acum îl are, pentru că fișierul spune că a fost la o întâlnire.")
    elif row.stays_withdrawn:
        yield _("S-a retras și rămâne în afara listei.")
