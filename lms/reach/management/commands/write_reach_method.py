"""Write the table of indicators into the document on how reach is counted."""

from django.core.management.base import BaseCommand

from lms.reach.method_document import DOCUMENT, rewritten


class Command(BaseCommand):
    help = (
        "Write the table of indicators in docs/how-reach-is-counted.md from the registry "
        "(lms/reach/indicators.py). The public page on the method is written from it at every view."
    )

    def handle(self, *args, **options) -> None:
        text = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(rewritten(text), encoding="utf-8")
        self.stdout.write(f"{DOCUMENT.name} says what the registry says")
