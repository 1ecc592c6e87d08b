"""What the editor's form of a programme checks beyond single fields."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lms.core.page_forms import PublishedPageForm
from lms.training.publishing import minutes_errors


class ProgrammeForm(PublishedPageForm):
    """Refuses a programme whose minutes do not add up, whose figures are unknown, or whose
    material for trainers lies where everybody can take it."""

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if self.is_going_out():
            minutes = [row.get("minutes") for row in self.rows("agenda")]
            for field, problem in minutes_errors(cleaned.get("duration"), minutes).items():
                self.add_error(field, problem)
        self._check_once("audiences", "audience", _("Grupul este deja în listă."))
        self._check_once("materials", "document", _("Documentul este deja în listă."))
        self._check_kept()
        self._check_all_figures(cleaned)
        return cleaned

    def _check_once(self, part: str, field: str, problem: object) -> None:
        """A row that says again what one before it said is told so, not met by the database."""
        seen: list[object] = []
        for form in self.formsets[part].forms:
            value = form.cleaned_data.get(field) if self._stays(form) else None
            if value and value in seen:
                form.add_error(field, problem)
            seen.append(value)

    def _check_kept(self) -> None:
        """Asked of drafts too: until a programme is published nothing else keeps its files."""
        for form in self.formsets["materials"].forms:
            row = form.cleaned_data if self._stays(form) else {}
            if row.get("trainers_only") and row.get("document") and not _is_kept(row["document"]):
                problem = _(
                    "Documentul este într-o colecție deschisă tuturor. Mutați-l în colecția "
                    "„Numai formatori”, apoi salvați din nou."
                )
                form.add_error("document", problem)

    def _stays(self, form: Any) -> bool:
        return form.is_valid() and not form.cleaned_data.get("DELETE")

    def _check_all_figures(self, cleaned: dict[str, Any]) -> None:
        names = (*self.instance.figure_fields, *self.instance.guide_fields, "body")
        for name in names:
            self.check_figures(self, name, cleaned.get(name))
        self.check_figures_of_rows("agenda", "body")


def _is_kept(document: Any) -> bool:
    """Whether the document's collection is closed to somebody."""
    return document.collection.get_view_restrictions().exists()
