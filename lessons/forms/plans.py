"""What the editor's form of a plan checks beyond single fields."""

from typing import Any

from django.forms import Form
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue

from lessons.publishing import change_note_errors, minutes_errors
from lms.core import facts
from lms.core.enums import AgeBand

_GOING_OUT = ("action-publish", "action-submit", "action-restart-workflow")


class LessonPlanForm(WagtailAdminPageForm):
    """Refuses a plan whose minutes do not add up or whose figures are unknown."""

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if self._is_going_out():
            for field, problem in self._publish_errors(cleaned).items():
                self.add_error(field, problem)
        self._check_cases(cleaned)
        self._check_facts(cleaned)
        return cleaned

    def _is_going_out(self) -> bool:
        """Whether readers get it, at once or once a colleague has agreed."""
        if self.data.get("action-workflow-action"):
            return self.data.get("workflow-action-name") == "approve"
        return any(self.data.get(action) for action in _GOING_OUT)

    def _publish_errors(self, cleaned: dict[str, Any]) -> dict[str, object]:
        return {
            **minutes_errors(cleaned, self._rows("steps")),
            **change_note_errors(self.instance, cleaned.get("change_note") or ""),
        }

    def _rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a part that stay."""
        return [
            form.cleaned_data
            for form in self.formsets[name].forms
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]

    def _check_cases(self, cleaned: dict[str, Any]) -> None:
        """A case for older pupils does not come into a plan for younger ones."""
        band = cleaned.get("age_band")
        cases = [row["case"] for row in self._rows("case_places") if row.get("case")]
        hard = [case.title for case in cases if band and case.is_too_hard_for(AgeBand(band))]
        if hard:
            text = _("Studii de caz prea grele pentru această vârstă: %(cases)s.")
            self.add_error("age_band", text % {"cases": ", ".join(hard)})

    def _check_facts(self, cleaned: dict[str, object]) -> None:
        for name in (*self.instance.figure_fields, "body"):
            self._check_text(self, name, _written(cleaned.get(name)))
        for part in ("steps", "slides"):
            for form in self.formsets[part].forms:
                for name in {"body", "notes"} & form.fields.keys() if form.is_valid() else ():
                    self._check_text(form, name, _written(form.cleaned_data.get(name)))

    def _check_text(self, form: Form, name: str, text: str) -> None:
        unknown = [key for key in facts.keys_in(text) if facts.resolve(key, "ro") is None]
        if unknown:
            form.add_error(name, _("Cifră necunoscută: %(keys)s") % {"keys": ", ".join(unknown)})


def _written(value: object) -> str:
    """The words of a field, be it a text or a story of blocks."""
    return str(value.get_prep_value() if isinstance(value, StreamValue) else value or "")
