"""schools.csv: the register's own import, all rows or none."""

from pathlib import Path

from lms.core.tables.problems import Problem, Unreadable
from lms.organisations.school_import.checking import check_rows
from lms.organisations.school_import.writing import apply, compare
from lms.reach.importing.outcome import Outcome
from lms.reach.importing.reading import Reader

COLUMNS = ("siiir", "name", "county", "locality", "medium", "level")


def import_schools(path: Path) -> Outcome:
    """Add and change schools; none is closed for being left out. Raises Unreadable."""
    reader = Reader(path, COLUMNS)
    lines = list(reader)
    reader.finish()
    checked = check_rows(lines, dict(zip(COLUMNS, COLUMNS, strict=True)))
    if checked.errors:
        raise Unreadable(
            *(Problem(error.line, error.column, error.reason) for error in checked.errors)
        )
    changes = compare(checked.schools)
    apply(changes)
    return Outcome(added=len(changes.new) + len(changes.changed), known=changes.unchanged)
