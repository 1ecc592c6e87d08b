"""`manage.py check_content [--strict]`: what is wrong or overdue in what readers get."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from lms.core import content_checks


class Command(BaseCommand):
    help = (
        "Reports dead links, missing descriptions and transcripts, unchecked facts, missing and "
        "older translations, pages to read again. Exits with 1 when readers stumble over "
        "something; with --strict, when there is anything at all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--strict", action="store_true", help="fail on whatever is found")
        parser.add_argument("--only", nargs="+", metavar="GROUP", help="only these groups")

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        with translation.override(settings.LANGUAGE_CODE):
            for group in content_checks.groups():
                if options["only"] and group.key not in options["only"]:
                    continue
                findings = list(group.find())
                self.stdout.write(f"{group.title} [{group.key}]: {len(findings)}")
                for finding in findings:
                    self.stdout.write(f"  {finding.where}: {finding.what}  {finding.url}".rstrip())
                if group.broken or options["strict"]:
                    wrong += len(findings)
        if wrong:
            raise SystemExit(1)
