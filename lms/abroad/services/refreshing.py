"""A whole file of facts: what is new, changed, confirmed, gone; history stays."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from lms.abroad.enums import PUBLISHABLE
from lms.abroad.models import LabourFact
from lms.abroad.reading import FactValues
from lms.abroad.reading.values import SOURCE_COLUMNS, VALUE_COLUMNS

Place = tuple[str, str, int]


@dataclass
class Changes:
    """What a file would do, or did. Each list is in the file's order."""

    new: list[FactValues] = field(default_factory=list)
    changed: list[tuple[LabourFact, FactValues]] = field(default_factory=list)
    # The same value in a newer source, or with other words: the row gets the new source.
    confirmed: list[tuple[LabourFact, FactValues]] = field(default_factory=list)
    unchanged: int = 0
    # Older than what we have: kept out, so that an old file never undoes a newer value.
    older: list[FactValues] = field(default_factory=list)
    # Published here, and not in the file though the file has this field.
    missing: list[LabourFact] = field(default_factory=list)


def add_missing(*, facts: Iterable[FactValues]) -> int:
    """Store the facts of places that we know nothing of yet; return how many.

    What an editor has changed or withdrawn since is left alone: this is how a new site starts.
    """
    known = set(LabourFact.objects.values_list("country", "field", "position"))
    added = [_row(fact) for fact in facts if fact.place not in known]
    LabourFact.objects.bulk_create(added)
    return len(added)


def refresh(*, facts: list[FactValues], write: bool, close_missing: bool = False) -> Changes:
    """Compare a file with what is stored and, if asked, write it.

    A changed value opens a new row and closes the old one on the day before; nothing is deleted.
    The same file a second time changes nothing.
    """
    with transaction.atomic():
        changes = compare(facts)
        if write:
            _write(changes, close_missing)
    return changes


def compare(facts: list[FactValues]) -> Changes:
    """What a file changes."""
    stored: dict[Place, list[LabourFact]] = {}
    for row in LabourFact.objects.order_by("pk").select_for_update():
        stored.setdefault((row.country, row.field, row.position), []).append(row)
    changes = Changes()
    for fact in facts:
        _sort_in(changes, fact, stored.get(fact.place, []))
    places = {fact.place for fact in facts}
    fields = {str(fact.field) for fact in facts}
    changes.missing = [
        row
        for place, rows in stored.items()
        if place not in places and place[1] in fields
        for row in rows
        if row.published and row.valid_until is None
    ]
    return changes


def _sort_in(changes: Changes, fact: FactValues, rows: list[LabourFact]) -> None:
    alike = [row for row in rows if _is_same(row, fact)]
    # Of a value that came back, the row that holds now and not the one of years ago.
    same = next((row for row in alike if row.valid_until is None), next(iter(alike), None))
    current = next((row for row in rows if row.published and row.valid_until is None), None)
    if same and not _came_back(fact, same, current):
        if same.valid_until is None and _is_newer(fact, same):
            changes.confirmed.append((same, fact))
        else:
            changes.unchanged += 1
    elif current is None or fact.confidence not in PUBLISHABLE or fact.valid_until:
        changes.new.append(fact)
    elif _is_newer(fact, current):
        changes.changed.append((current, fact))
    else:
        changes.older.append(fact)


def _came_back(fact: FactValues, same: LabourFact, current: LabourFact | None) -> bool:
    """Whether a value that was over holds again, after another one."""
    is_over = same.valid_until is not None and fact.valid_until is None
    return is_over and current is not None and _is_newer(fact, current)


def _is_same(row: LabourFact, fact: FactValues) -> bool:
    return all(getattr(row, name) == getattr(fact, name) for name in VALUE_COLUMNS)


def _is_newer(fact: FactValues, row: LabourFact) -> bool:
    # An editor's own value has no date of a file; it was checked on a day.
    known = max(row.source_day or date.min, row.checked_on or date.min)
    return (fact.source_day or date.min) > known


def _write(changes: Changes, close_missing: bool) -> None:
    today = timezone.localdate()
    for row, fact in changes.confirmed:
        for name in SOURCE_COLUMNS:
            setattr(row, name, getattr(fact, name))
        row.save(update_fields=list(SOURCE_COLUMNS))
    for row, fact in changes.changed:
        begins = fact.valid_from or today
        _close(row, begins - timedelta(days=1))
        _row(fact.with_columns(valid_from=begins)).save()
    for fact in changes.new:
        _row(fact).save()
    if close_missing:
        for row in changes.missing:
            _close(row, today - timedelta(days=1))


def _close(row: LabourFact, day: date) -> None:
    row.valid_until = day
    if row.valid_from and day < row.valid_from:
        # It was replaced on the day on which it began, so that it holds on no day at all.
        row.valid_until = row.valid_from
        row.published = False
    row.save(update_fields=["valid_until", "published"])


def _row(fact: FactValues) -> LabourFact:
    published = fact.confidence in PUBLISHABLE and bool(fact.source_title and fact.as_of)
    return LabourFact(**asdict(fact), published=published)
