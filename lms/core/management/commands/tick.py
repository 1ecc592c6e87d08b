"""`manage.py tick`: run everything that is due by the clock, then end. A timer calls it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lms.core import schedule


class Command(BaseCommand):
    help = "Runs every job that is due; ends with status 1 if one of them failed."

    def handle(self, *args: Any, **options: Any) -> None:
        if failed := schedule.run_all():
            raise CommandError(f"Failed: {', '.join(failed)}. The log says why.")
