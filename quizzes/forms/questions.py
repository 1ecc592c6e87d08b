"""The editor's form of a question: refused until it is whole, with a sentence for each thing."""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Locale

from lms.core import facts
from lms.core.text import first_free
from quizzes.drafts import ChoiceDraft, QuestionDraft
from quizzes.enums import Kind
from quizzes.flaws import flaws_of
from quizzes.models import Question
from quizzes.sheets import Scene

_KEY_LENGTH = 60


class QuestionForm(WagtailAdminModelForm):
    """Checks the question with its options and scenes as one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].required = False

    def clean(self) -> dict[str, Any]:
        """Refuse what a pupil could not be asked."""
        cleaned = super().clean()
        if "kind" in cleaned and "text" in cleaned:
            self._check_key(cleaned)
            for flaw in flaws_of(self._draft(cleaned)):
                self.add_error(None, str(flaw))
            if cleaned.get("risk_sign") and cleaned["kind"] != Kind.MULTIPLE:
                problem = _("Semnele de risc se numără numai la „mai multe variante”.")
                self.add_error("risk_sign", problem)
        self._check_facts()
        return cleaned

    def _draft(self, cleaned: dict[str, Any]) -> QuestionDraft:
        return QuestionDraft(
            kind=Kind(cleaned["kind"]),
            text=cleaned["text"],
            closing=cleaned.get("closing") or "",
            choices=tuple(
                ChoiceDraft(
                    text=row.get("text") or "",
                    feedback=row.get("feedback") or "",
                    correct=bool(row.get("is_correct")),
                    match=row.get("match") or "",
                    gap=row.get("gap"),
                    scene=row.get("scene") or "",
                    leads_to=row.get("leads_to") or "",
                )
                for row in self._rows("choices")
            ),
            scenes=tuple(
                Scene(
                    key=row.get("key") or "",
                    speaker=row.get("speaker") or "",
                    text=row.get("text") or "",
                    ending=bool(row.get("ending")),
                )
                for row in self._rows("scenes")
            ),
        )

    def _rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of an inline form in their order, whole or not, without the deleted ones."""
        rows = []
        for form in self.formsets[name].forms:
            form.is_valid()
            row = getattr(form, "cleaned_data", {})
            if row and not row.get("DELETE"):
                rows.append(row)
        return sorted(rows, key=lambda row: row.get("ORDER") or 0)

    def _check_key(self, cleaned: dict[str, Any]) -> None:
        locale = self.instance.locale_id or Locale.get_default().pk
        others = Question.objects.filter(locale=locale).exclude(pk=self.instance.pk)
        taken = set(others.values_list("key", flat=True))
        key = cleaned.get("key")
        if not key:
            stem = slugify(cleaned["text"])[:_KEY_LENGTH].strip("-") or "intrebare"
            cleaned["key"] = first_free(stem, taken)
        elif key in taken:
            self.add_error("key", _("Există deja o întrebare cu acest nume scurt. Alegeți altul."))

    def _check_facts(self) -> None:
        rows = [self.cleaned_data, *self._rows("choices"), *self._rows("scenes")]
        texts = [
            str(row.get(name) or "") for row in rows for name in ("text", "feedback", "closing")
        ]
        if unknown := facts.unknown_in(*texts):
            self.add_error(None, _("Cifră necunoscută: %(keys)s") % {"keys": ", ".join(unknown)})
