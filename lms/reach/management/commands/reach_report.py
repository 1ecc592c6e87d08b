"""`manage.py reach_report --year Y [--as-of MOMENT] [--format json|csv|xlsx|docx|pdf]`: the
report on standard output, whole and unsuppressed."""

import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from lms.reach.exports.annual import annual_file
from lms.reach.exports.json import as_json
from lms.reach.selectors import live_annual_report, year_report


def _moment(text: str) -> datetime:
    """An ISO moment; without a zone it is local time."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None:
        raise ArgumentTypeError(f"not an ISO moment (2026-11-23T18:40:00+02:00): {text!r}")
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


class Command(BaseCommand):
    help = "Prints the live report of a year, or as it was known at a moment."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument("--as-of", type=_moment, help="ISO moment; now without it")
        parser.add_argument(
            "--format", choices=["json", "csv", "xlsx", "docx", "pdf"], default="json"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        year, as_of, kind = options["year"], options["as_of"], options["format"]
        try:
            if kind == "json":
                shape = as_json(year_report(year, as_of))
                self.stdout.write(json.dumps(shape, ensure_ascii=False, indent=2))
                return
            content = annual_file(live_annual_report(year, as_of), kind)
        except ValueError as error:
            raise CommandError(f"no such year: {year}") from error
        # The stream of bytes below the text stream; a test's stream has none and takes text.
        out = getattr(self.stdout, "buffer", None) or self.stdout._out.buffer
        out.write(content)
