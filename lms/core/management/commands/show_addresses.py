"""`manage.py show_addresses`: where the site is, and who may sign in on a demonstration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

DEMO_PASSWORD = "protect-demo-2026"  # noqa: S105 - printed on purpose, exists only with DEMO=1
DEMO_PEOPLE = ("profesor", "formator", "membru", "redactor", "secretariat", "admin")


class Command(BaseCommand):
    help = "Prints the site's addresses and, with DEMO=1, the demo sign-ins."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"\nProTECT Learning: {settings.SITE_URL}/   (English: /en/)")
        self.stdout.write(f"Admin:            {settings.SITE_URL}/admin/")
        if settings.DEMO:
            self.stdout.write(f"Demo sign-ins, password {DEMO_PASSWORD}:")
            for name in DEMO_PEOPLE:
                self.stdout.write(f"  {name}@demo.protect.ro")
            self.stdout.write(f"Letters land in   {settings.EMAIL_FILE_PATH}")
        self.stdout.write("Ctrl-C stops the server.\n")
