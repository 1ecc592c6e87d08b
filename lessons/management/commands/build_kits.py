"""`manage.py build_kits`: bring every current kit up to date.

A kit holds the site's address (in its QR codes), help lines and figures. When one of these
changes, kits are built anew; an unchanged kit is left alone.
"""

from typing import Any

from django.core.management.base import BaseCommand

from lessons.models import LessonPlanPage
from lessons.selectors import current_edition
from lessons.services import build_kit, publish_edition


class Command(BaseCommand):
    help = "Builds the kits of published plans whose parts changed."

    def handle(self, *args: Any, **options: Any) -> None:
        for plan in LessonPlanPage.objects.live().filter(retired_on__isnull=True):
            edition = current_edition(plan)
            kit = build_kit(edition=edition) if edition else publish_edition(plan=plan)
            self.stdout.write(f"{kit}")
