"""`manage.py import_schools FILE`: bring the school register up to date; nothing is deleted."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lms.organisations.models import SchoolColumnMapping
from lms.organisations.school_import.checking import CheckedRows, check_rows
from lms.organisations.school_import.columns import ColumnsUnknown, match_columns
from lms.organisations.school_import.reading import UnreadableFile, read_table
from lms.organisations.school_import.writing import Changes, apply, compare

_SHOWN = 50


class Command(BaseCommand):
    help = "Imports schools from CSV or XLSX: new, changed, closed. Never deletes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="report only, write nothing")
        parser.add_argument("--mapping", metavar="NAME", help="use the column mapping kept as NAME")
        parser.add_argument("--save-mapping", metavar="NAME", help="keep the columns used as NAME")
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="OURS=HEADER",
            help="siiir, name, county, locality, medium or level, and its header in the file",
        )
        parser.add_argument(
            "--close-missing",
            action="store_true",
            help="close the schools that the file lacks (only when every row could be read)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            table = read_table(options["file"])
            columns = match_columns(table.headers, self._given(options))
        except (UnreadableFile, ColumnsUnknown) as error:
            raise CommandError(str(error)) from error
        checked = check_rows(table.rows, columns)
        changes = compare(checked.schools)
        closes = options["close_missing"] and not checked.errors
        if not options["dry_run"]:
            apply(changes, close_on=timezone.localdate() if closes else None)
            self._keep_mapping(options["save_mapping"], columns)
        self._report(changes, checked, options, closes)

    def _given(self, options: dict[str, Any]) -> dict[str, str]:
        given: dict[str, str] = {}
        if options["mapping"]:
            mapping = SchoolColumnMapping.objects.filter(name=options["mapping"]).first()
            if mapping is None:
                names = ", ".join(SchoolColumnMapping.objects.values_list("name", flat=True))
                raise CommandError(f"Nu există potrivirea „{options['mapping']}”. Există: {names}.")
            given = dict(mapping.columns)
        for pair in options["column"]:
            ours, equals, header = pair.partition("=")
            if not equals:
                raise CommandError(f"--column {pair}: scrieți coloana noastră=antetul.")
            given[ours.strip()] = header.strip()
        return given

    def _keep_mapping(self, name: str | None, columns: dict[str, str]) -> None:
        if name:
            SchoolColumnMapping.objects.update_or_create(name=name, defaults={"columns": columns})

    def _report(
        self, changes: Changes, checked: CheckedRows, options: dict[str, Any], closes: bool
    ) -> None:
        write = self.stdout.write
        if options["dry_run"]:
            write("Probă: nu s-a scris nimic.")
        self._list("Noi", [f"{row.siiir} {row.name}" for row in changes.new])
        self._list("Schimbate", [f"{row.siiir} {row.name}" for row in changes.changed])
        write(f"Neschimbate: {changes.unchanged}")
        missing = "Închise" if closes else "Deschise, dar absente din fișier"
        self._list(missing, changes.missing)
        if options["close_missing"] and not closes:
            write("Nu s-a închis nimic: fișierul are rânduri care nu s-au putut citi.")
        self._list(
            "Erori",
            [
                f"rândul {error.line}, coloana {error.column}: {error.reason}"
                for error in checked.errors
            ],
        )

    def _list(self, title: str, lines: Sequence[str]) -> None:
        """How many there are, and the first of them."""
        self.stdout.write(f"{title}: {len(lines)}")
        for line in lines[:_SHOWN]:
            self.stdout.write(f"  {line}")
        if len(lines) > _SHOWN:
            self.stdout.write(f"  … și încă {len(lines) - _SHOWN}")
