"""`manage.py load_starter_content`: fill an empty site with real content, once.

Every app may have a `starter` package with `load()`; they run in the order of INSTALLED_APPS, so
that an app finds what it stands on. Each loader leaves alone what is already there.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction


class Command(BaseCommand):
    help = "Loads the starter content of every app; what is already there is left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        for app in settings.OUR_APPS:
            if find_spec(f"{app}.starter") is None:
                continue
            with transaction.atomic():
                done = import_module(f"{app}.starter").load()
            self.stdout.write(f"{app}: {done}")
