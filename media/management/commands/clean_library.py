"""Clean every picture and document that is in the library: `manage.py clean_library`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from media.models import ContentDocument, ContentImage
from media.services import Cleaning, clean_document, clean_picture


class Command(BaseCommand):
    help = (
        "Takes place, time and authors out of the files of the library that came in before files "
        "were cleaned. May be repeated: a clean file is left alone. Files that would be refused "
        "today stay as they are and are listed; the command then ends with status 1."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        changed, problems = 0, 0
        for image in ContentImage.objects.order_by("pk").iterator():
            changed, problems = self._told(clean_picture(image=image), changed, problems)
        for document in ContentDocument.objects.order_by("pk").iterator():
            changed, problems = self._told(clean_document(document=document), changed, problems)
        self.stdout.write(f"{changed} cleaned, {problems} to look at")
        if problems:
            raise CommandError("Some files stay as they are.")

    def _told(self, cleaning: Cleaning, changed: int, problems: int) -> tuple[int, int]:
        if cleaning.problem:
            self.stderr.write(f"{cleaning.name}: {cleaning.problem}")
        elif cleaning.changed:
            self.stdout.write(f"{cleaning.name}: cleaned")
        return changed + cleaning.changed, problems + bool(cleaning.problem)
