"""`manage.py check_rollups [--repair]`: do the judged lines and the monthly sums hold?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lms.reach.services.checking import check_rollups

_MOST_SHOWN = 50


class Command(BaseCommand):
    help = (
        "Brings the judged lines and their monthly sums up to date and compares every month with "
        "the records; ends with status 1 when anything differs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="make anew what differs")

    def handle(self, *args: Any, **options: Any) -> None:
        found = check_rollups(repair=options["repair"])
        for difference in found[:_MOST_SHOWN]:
            self.stdout.write(str(difference))
        if not found:
            self.stdout.write("Lines and sums hold.")
        elif options["repair"]:
            self.stdout.write(f"{len(found)} differences, made anew.")
        else:
            raise CommandError(f"{len(found)} differences; --repair makes them anew.")
