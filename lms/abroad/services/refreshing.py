"""A whole file of facts: what is new, changed, confirmed, gone; history stays."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from lms.abroad.enums import CONTACTS, PUBLISHABLE
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
    # Drafts from memory whose value the file has read in a source: readers get them now.
    read: list[tuple[LabourFact, FactValues]] = field(default_factory=list)
    # Would hold on days on which a published value that stays holds, too.
    overlapping: list[FactValues] = field(default_factory=list)
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
    is_for_readers = fact.confidence in PUBLISHABLE
    alike = [row for row in rows if _is_same(row, fact)]
    # Of a value that came back, the row that holds now and not the one of years ago; of a draft
    # that was published meanwhile, what readers see.
    alike.sort(key=lambda row: (row.valid_until is not None, not row.published))
    same = next(iter(alike), None)
    current = next((row for row in rows if row.published and row.valid_until is None), None)
    if same and not _came_back(fact, same, current):
        if is_for_readers and same.confidence not in PUBLISHABLE:
            _sort_in_read(changes, fact, same, current)
        elif same.valid_until is None and _is_newer(fact, same) and is_for_readers:
            changes.confirmed.append((same, fact))
        else:
            changes.unchanged += 1
    elif not is_for_readers:
        changes.new.append(fact)
    elif current and not fact.valid_until and not _is_newer(fact, current):
        changes.older.append(fact)
    elif _is_taken(fact, rows):
        changes.overlapping.append(fact)
    elif current is None or fact.valid_until:
        changes.new.append(fact)
    else:
        changes.changed.append((current, fact))


def _sort_in_read(
    changes: Changes, fact: FactValues, draft: LabourFact, current: LabourFact | None
) -> None:
    """A value that was a draft until now; it takes over from what is published in its place."""
    if current is None:
        changes.read.append((draft, fact))
    elif _is_newer(fact, current):
        changes.changed.append((current, fact))
    else:
        changes.older.append(fact)


def _is_taken(fact: FactValues, rows: list[LabourFact]) -> bool:
    """Whether a published value that this one does not end holds on the same days."""
    begins, ends = fact.valid_from or date.min, fact.valid_until or date.max
    others = [row for row in rows if row.published and (row.valid_until or date.max) >= begins]
    if fact.valid_until:
        return any((row.valid_from or date.min) <= ends for row in others)
    # A value that an editor entered for later stays.
    return fact.valid_from is not None and any(
        (row.valid_from or date.min) > begins for row in others
    )


def _came_back(fact: FactValues, same: LabourFact, current: LabourFact | None) -> bool:
    """Whether a value that was over holds again, after another one."""
    is_over = same.valid_until is not None and fact.valid_until is None
    return is_over and current is not None and _is_newer(fact, current)


def _is_same(row: LabourFact, fact: FactValues) -> bool:
    """A contact whose cell we have no words for keeps the name that it has."""
    unsaid = {"text"} if fact.field in CONTACTS and not fact.text else set()
    return all(
        getattr(row, name) == getattr(fact, name) for name in VALUE_COLUMNS if name not in unsaid
    )


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
    for row, fact in changes.read:
        for name, value in asdict(fact).items():
            setattr(row, name, value)
        row.published = True
        row.save()
    begun = [
        fact.with_columns(valid_from=fact.valid_from or today) for _old, fact in changes.changed
    ]
    # Of several values of one place each ends the one before it.
    for fact in sorted((*changes.new, *begun), key=lambda one: one.valid_from or date.min):
        _put(fact)
    if close_missing:
        for row in changes.missing:
            _close(row, today - timedelta(days=1))


def _put(fact: FactValues) -> None:
    row = _row(fact)
    current = LabourFact.objects.of(*fact.place).published().filter(valid_until=None).first()
    if current and row.published and not row.valid_until:
        _close(current, (fact.valid_from or timezone.localdate()) - timedelta(days=1))
    row.save()


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
