"""A folder of files, each imported whole or not at all."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from lms.core import generation
from lms.core.tables.problems import Problem, Unreadable
from lms.reach.importing.campaigns import import_campaigns
from lms.reach.importing.class_sessions import import_class_sessions
from lms.reach.importing.completions import import_completions
from lms.reach.importing.outcome import Outcome
from lms.reach.importing.schools import import_schools
from lms.reach.importing.service_counts import import_service_counts
from lms.reach.importing.trainings import import_participants, import_trainings
from lms.reach.services.legacy import approve_legacy_years
from lms.reach.services.lines import refresh_lines
from lms.reach.services.rollups import refresh_rollups

# In this order: later files name what earlier ones bring.
FILES: dict[str, Callable[[Path], Outcome]] = {
    "schools.csv": import_schools,
    "class_sessions.csv": import_class_sessions,
    "online_completions.csv": import_completions,
    "training_sessions.csv": import_trainings,
    "training_participants.csv": import_participants,
    "campaigns.csv": import_campaigns,
    "service_counts.csv": import_service_counts,
}


@dataclass
class FileOutcome:
    """What became of one file: either an outcome, or what is to be mended."""

    name: str
    outcome: Outcome | None = None
    problems: list[Problem] = field(default_factory=list)


def import_folder(folder: Path, *, dry_run: bool = False) -> list[FileOutcome]:
    """Import what the folder holds of FILES, in their order; other files are left alone.

    Each file is one transaction: killed half-way, nothing of it is there. With `dry_run` all is
    tried and nothing kept.
    """
    present = [name for name in FILES if (folder / name).is_file()]
    with transaction.atomic() if dry_run else nullcontext():
        outcomes = [_import_file(folder / name) for name in present]
        years = {year for found in outcomes if found.outcome for year in found.outcome.years}
        approve_legacy_years(years=years)
        if dry_run:
            transaction.set_rollback(True)
    if not dry_run:
        # Until then, and if it is killed here, readers judge for themselves what is noted.
        refresh_lines()
        refresh_rollups()
    return outcomes


def unread_files(folder: Path) -> list[str]:
    """The tables of the folder whose names are none of FILES: misspelt, or not ours."""
    found = (path.name for path in folder.iterdir() if path.suffix.lower() == ".csv")
    return sorted(name for name in found if name not in FILES)


def _import_file(path: Path) -> FileOutcome:
    try:
        with transaction.atomic():
            outcome = FILES[path.name](path)
            # Bulk writes send no signal, and public figures are made of these rows.
            generation.advance(generation.FIGURES)
            return FileOutcome(path.name, outcome)
    except Unreadable as unreadable:
        return FileOutcome(path.name, problems=unreadable.problems)
