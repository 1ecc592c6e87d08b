"""What the editor's form of a plan checks beyond single fields."""

from django.forms import Form
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue

from lms.core import facts


class LessonPlanForm(WagtailAdminPageForm):
    """Refuses a plan whose minutes do not add up or whose figures are unknown."""

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        # A draft may be unfinished; whatever readers get must add up.
        if self.data.get("action-publish"):
            self._check_minutes(cleaned)
            self._check_change_note(cleaned)
        self._check_facts(cleaned)
        return cleaned

    def _check_minutes(self, cleaned: dict[str, object]) -> None:
        steps = [
            form.cleaned_data
            for form in self.formsets["steps"].forms
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
        for field, part in (("duration", "minutes"), ("short_duration", "short_minutes")):
            total = sum(step.get(part) or 0 for step in steps)
            if cleaned.get(field) and total != cleaned[field]:
                self.add_error(
                    field,
                    _("Minutele pașilor adună %(total)d. Schimbați durata sau minutele pașilor.")
                    % {"total": total},
                )

    def _check_change_note(self, cleaned: dict[str, object]) -> None:
        # Compared with what readers have, not with the draft: the editor saves drafts by itself.
        live = self.instance.live_revision
        published = live.content.get("change_note") if live else None
        if not cleaned.get("change_note") or cleaned["change_note"] == published:
            self.add_error("change_note", _("Scrieți ce s-a schimbat față de ediția publicată."))

    def _check_facts(self, cleaned: dict[str, object]) -> None:
        for name in (*self.instance.figure_fields, "body"):
            self._check_text(self, name, _written(cleaned.get(name)))
        for part in ("steps", "slides"):
            for form in self.formsets[part].forms:
                if form.is_valid():
                    self._check_text(form, "body", _written(form.cleaned_data.get("body")))

    def _check_text(self, form: Form, name: str, text: str) -> None:
        unknown = [key for key in facts.keys_in(text) if facts.resolve(key, "ro") is None]
        if unknown:
            form.add_error(name, _("Cifră necunoscută: %(keys)s") % {"keys": ", ".join(unknown)})


def _written(value: object) -> str:
    """The words of a field, be it a text or a story of blocks."""
    return str(value.get_prep_value() if isinstance(value, StreamValue) else value or "")
