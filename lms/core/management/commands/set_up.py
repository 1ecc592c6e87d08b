"""`manage.py set_up`: everything between an empty folder and a site that can be served.

Safe to repeat: each step leaves alone what is already there.
"""

import time
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

STEPS = (
    ("Database tables", "migrate", {"interactive": False, "verbosity": 0}),
    ("Shared cache", "createcachetable", {}),
    ("Roles", "sync_roles", {}),
    ("Starter content", "load_starter_content", {}),
    ("Kits", "build_kits", {}),
    ("Static files", "collectstatic", {"interactive": False, "verbosity": 0}),
)


class Command(BaseCommand):
    help = "Prepares database, roles, starter content, kits and static files."

    def handle(self, *args: Any, **options: Any) -> None:
        for title, command, arguments in STEPS:
            started = time.monotonic()
            self.stdout.write(f"  {title} …")
            call_command(command, stdout=self.stdout, **arguments)
            self.stdout.write(f"  {title}: {time.monotonic() - started:.1f} s")
