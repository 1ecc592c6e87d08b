"""`manage.py import_reach FOLDER [--dry-run]`: records in the format of the reach rules."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from lms.reach.importing import FILES, FileOutcome, import_folder, unread_files


class Command(BaseCommand):
    help = "Imports a folder of reach records. The same folder again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="try it all and keep nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["folder"]
        if not folder.is_dir():
            raise CommandError(_("„%s” nu este un dosar") % folder)
        for name in unread_files(folder):
            self.stderr.write(
                _("%(file)s nu s-a citit: numele nu este unul dintre acestea: %(known)s")
                % {"file": name, "known": ", ".join(FILES)}
            )
        outcomes = import_folder(folder, dry_run=options["dry_run"])
        if not outcomes:
            names = ", ".join(FILES)
            raise CommandError(_("în dosar nu este niciunul dintre fișierele: %s") % names)
        for found in outcomes:
            self._say(found)
        if options["dry_run"]:
            self.stdout.write(_("A fost numai o probă: nu s-a păstrat nimic."))
        refused = [found.name for found in outcomes if found.problems]
        if refused:
            raise CommandError(
                _("Din %s nu s-a importat nimic. Corectați cele de mai sus și importați din nou.")
                % ", ".join(refused)
            )

    def _say(self, found: FileOutcome) -> None:
        for problem in found.problems:
            place = _("%(file)s, rândul %(line)d") % {"file": found.name, "line": problem.line}
            column = f", {problem.column}" if problem.column else ""
            self.stderr.write(f"{place}{column}: {problem.reason}")
        if found.outcome:
            self.stdout.write(
                _("%(file)s: rânduri noi: %(added)d; știute dinainte: %(known)d")
                % {
                    "file": found.name,
                    "added": found.outcome.added,
                    "known": found.outcome.known,
                }
            )
