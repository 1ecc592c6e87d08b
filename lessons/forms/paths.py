"""What the editor's form of a year's path checks beyond single fields."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lms.core.grades import age_band_of
from lms.core.page_forms import PublishedPageForm


class YearPathForm(PublishedPageForm):
    """Refuses steps that name nothing, and lessons or modules that are for other grades."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("grade_from"), cleaned.get("grade_to")
        if first is None or last is None or first > last:
            return cleaned
        grades = range(first, last + 1)
        for form in self.formsets["steps"].forms:
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE"):
                self._check_step(form, grades)
        return cleaned

    def _check_step(self, form: Any, grades: range) -> None:
        row = form.cleaned_data
        plan, module = row.get("plan"), row.get("module")
        if not (plan or module or row.get("hook")):
            form.add_error("month", _("Alegeți o lecție, un modul sau un reper."))
        if plan and not set(plan.specific.grades) & set(grades):
            form.add_error("plan", _("Lecția este pentru alte clase."))
        if module and module.specific.age_band not in {age_band_of(grade) for grade in grades}:
            form.add_error("module", _("Modulul este pentru altă vârstă."))
