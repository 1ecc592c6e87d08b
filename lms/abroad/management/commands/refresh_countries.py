"""`manage.py refresh_countries FILE`: bring the labour facts up to date; nothing is deleted."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lms.abroad.models import LabourFact
from lms.abroad.reading import FactValues, ReadFile, read_file
from lms.abroad.services import Changes, refresh


class Command(BaseCommand):
    help = "Reads a file of country facts: new, changed, confirmed, missing. Never deletes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="report only, write nothing")
        parser.add_argument(
            "--close-missing",
            action="store_true",
            help="end today what the file no longer has (only when every line could be read)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["file"].is_file():
            raise CommandError(f"Fișierul {options['file']} nu există.")
        found = read_file(options["file"])
        if not found.facts:
            self._report_problems(found)
            raise CommandError("Fișierul nu are niciun rând care se poate citi.")
        closes = options["close_missing"] and not found.problems
        changes = refresh(facts=found.facts, write=not options["dry_run"], close_missing=closes)
        self._report(changes, closes)
        self._report_problems(found)
        if options["dry_run"]:
            self.stdout.write("Nu s-a scris nimic.")

    def _report(self, changes: Changes, closes: bool) -> None:
        for fact in changes.new:
            self.stdout.write(f"nou: {_name(fact)} = {_value(fact)}")
        for row, fact in changes.changed:
            self.stdout.write(f"schimbat: {_name(fact)}: {_value(row)} → {_value(fact)}")
        for row, fact in changes.confirmed:
            self.stdout.write(f"confirmat: {_name(fact)} = {_value(row)} ({fact.as_of})")
        for row, fact in changes.read:
            self.stdout.write(f"citit, publicat: {_name(fact)} = {_value(row)} ({fact.as_of})")
        for fact in changes.overlapping:
            self.stdout.write(f"se suprapune, lăsat: {_name(fact)} = {_value(fact)}")
        for fact in changes.older:
            self.stdout.write(f"mai vechi, lăsat: {_name(fact)} = {_value(fact)} ({fact.as_of})")
        for row in changes.missing:
            word = "retras" if closes else "lipsește din fișier, lăsat"
            self.stdout.write(f"{word}: {_name(row)} = {_value(row)}")
        self.stdout.write(
            f"{len(changes.new)} noi, {len(changes.changed)} schimbate, "
            f"{len(changes.confirmed)} confirmate, {changes.unchanged} neschimbate, "
            f"{len(changes.missing)} lipsă."
        )

    def _report_problems(self, found: ReadFile) -> None:
        for problem in found.problems:
            self.stderr.write(f"rândul {problem.line}: {problem.reason}")


def _name(fact: LabourFact | FactValues) -> str:
    place = f" ({fact.position})" if fact.position > 1 else ""
    return f"{fact.country} {fact.field}{place}"


def _value(fact: LabourFact | FactValues) -> str:
    number = f"{fact.number.normalize():f}" if fact.number is not None else ""
    parts = (number, fact.text, fact.phone, fact.email, fact.web, fact.currency)
    return " ".join(str(part) for part in parts if part)
