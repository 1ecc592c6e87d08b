"""`manage.py build_kits`: bring every current kit up to date.

A kit holds the site's address (in its QR codes), help lines and figures. When one of these
changes, kits are built anew; an unchanged kit is left alone.
"""

from typing import Any

from django.core.management.base import BaseCommand

from lessons.services import rebuild_changed_kits


class Command(BaseCommand):
    help = "Builds the kits of published plans whose parts changed."

    def handle(self, *args: Any, **options: Any) -> None:
        for kit in rebuild_changed_kits():
            self.stdout.write(f"{kit}")
