"""Delete files of activities that nothing uses any more: `manage.py h5p_sweep`."""

from django.core.management.base import BaseCommand

from lms.core.numbers import format_size
from media.services import sweep_objects


class Command(BaseCommand):
    help = "Deletes files of H5P activities and libraries that no row names, a day after they came."

    def handle(self, *args: object, **options: object) -> None:
        count, size = sweep_objects()
        self.stdout.write(f"{count} files deleted, {format_size(size, 'en')}")
