"""`manage.py import_county_services FILE`: county services from a table; deletes nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lms.helplines.directory.changes import changes_of
from lms.helplines.directory.reading import read_services
from lms.helplines.services import write_services


class Command(BaseCommand):
    help = "Imports county services for children from CSV or XLSX; all rows or none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="report only, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(f"Fișierul nu poate fi citit: {options['file']}") from error
        file = read_services(content)
        if file.problems:
            lines = [
                f"rândul {one.line}, coloana {one.column or '–'}: {one.reason}"
                if one.line
                else one.reason
                for one in file.problems
            ]
            raise CommandError("Nu s-a salvat nimic.\n" + "\n".join(lines))
        changes = changes_of(file.rows)
        for row in changes.rows:
            self.stdout.write(f"{'nou' if row.is_new else 'se schimbă'}: {row.place}")
        self.stdout.write(
            f"Noi: {changes.added}, schimbate: {changes.changed}, la fel: {changes.kept}."
        )
        if options["dry_run"]:
            self.stdout.write("Probă: nu s-a scris nimic.")
        else:
            write_services(rows=file.rows)
