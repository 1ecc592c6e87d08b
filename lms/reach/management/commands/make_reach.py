"""`manage.py make_reach N [--years 10] [--seed 1]`: invented class sessions for benchmarks."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lms.core import generation
from lms.reach.services.lines import rebuild_lines
from lms.reach.services.rollups import refresh_rollups
from lms.reach.starter.synthetic import make_sessions


class Command(BaseCommand):
    help = (
        "Adds N invented class sessions of the last years, with schools, corrections, duplicates "
        "and quarantine, and judges and sums all sessions. Only on a demonstration site."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", type=int)
        parser.add_argument("--years", type=int, default=10)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEMO or settings.DEBUG):
            raise CommandError("Invented sessions would be counted as real ones: only with DEMO=1.")
        # The running year is not over, and what lies ahead of its recording is quarantined.
        this_year = timezone.localdate().year
        years = range(this_year - options["years"], this_year)
        make_sessions(number=options["number"], years=years, seed=options["seed"])
        lines = rebuild_lines()
        months = refresh_rollups()
        generation.advance(generation.FIGURES)
        self.stdout.write(f"{options['number']} sessions added; {lines} judged, {months} months.")
