"""Check every published report: its bytes against its sums, and its figures against the records."""

import json

from django.core.management.base import BaseCommand, CommandError

from lms.core.periods import Period
from lms.reach.counting.report import RULES_VERSION
from lms.reach.freezing import is_whole, report_content
from lms.reach.models import ReachReport
from lms.reach.restating import restated


class Command(BaseCommand):
    help = (
        "Recompute the sums of every published report and count its year again as of its "
        "moment. A sum that does not fit ends in an error; figures that differ are reported only, "
        "because the school list may have changed since."
    )

    def handle(self, *args, **options) -> None:
        broken = 0
        for report in ReachReport.objects.select_related("period").iterator():
            name = f"{report.period.year} v{report.version}"
            if not is_whole(report):
                broken += 1
                self.stderr.write(f"{name}: BROKEN, the stored bytes do not have their sum")
                continue
            self.stdout.write(f"{name}: {report.sha256} ok")
            for line in self._differences(report):
                self.stdout.write(f"  {line}")
        if broken:
            raise CommandError(f"{broken} broken", returncode=1)

    def _differences(self, report: ReachReport) -> list[str]:
        if report.rules_version != RULES_VERSION:
            return [f"counted by rules {report.rules_version}, not by today's {RULES_VERSION}"]
        then = json.loads(report.content)
        now = report_content(Period.year(report.period.year), report.as_of)
        return [f"differs: {one.path} {one.old} -> {one.new}" for one in restated(then, now)]
