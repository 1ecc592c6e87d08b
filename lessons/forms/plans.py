"""What the editor's form of a plan checks beyond single fields."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lessons.publishing import article_errors, change_note_errors, minutes_errors
from lms.core.enums import AgeBand
from lms.core.page_forms import PublishedPageForm


class LessonPlanForm(PublishedPageForm):
    """Refuses a plan whose minutes do not add up or whose figures are unknown."""

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if self.is_going_out():
            for field, problem in self._publish_errors(cleaned).items():
                self.add_error(field, problem)
        self._check_cases(cleaned)
        self._check_facts(cleaned)
        return cleaned

    def _publish_errors(self, cleaned: dict[str, Any]) -> dict[str, object]:
        return {
            **minutes_errors(cleaned, self.rows("steps")),
            **change_note_errors(self.instance, cleaned.get("change_note") or ""),
            **article_errors(len(cleaned.get("articles") or ())),
        }

    def _check_cases(self, cleaned: dict[str, Any]) -> None:
        """A case for older pupils does not come into a plan for younger ones."""
        band = cleaned.get("age_band")
        cases = [row["case"] for row in self.rows("case_places") if row.get("case")]
        hard = [case.title for case in cases if band and case.is_too_hard_for(AgeBand(band))]
        if hard:
            text = _("Studii de caz prea grele pentru această vârstă: %(cases)s.")
            self.add_error("age_band", text % {"cases": ", ".join(hard)})

    def _check_facts(self, cleaned: dict[str, object]) -> None:
        for name in (*self.instance.figure_fields, "body"):
            self.check_figures(self, name, cleaned.get(name))
        for part in ("steps", "slides"):
            self.check_figures_of_rows(part, "body", "notes")
