"""Forms of a teacher who opens a class, and of a pupil who comes in."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from lessons.models import StepPage
from lms.classrooms.enums import Pace
from lms.classrooms.forms.fields import ClassField
from lms.core.forms import InputClassesMixin
from quizzes.sheets import GAP


class OpenClassForm(InputClassesMixin, forms.Form):
    """A class for a module: which questions, at whose pace, with which name."""

    questions = forms.MultipleChoiceField(
        label=_("Întrebări"),
        required=False,
        help_text=_(
            "Sunt în ordinea modulului, aceeași pentru toți. Pasul unei întrebări debifate nu "
            "apare elevilor; pașii fără întrebare rămân."
        ),
        widget=forms.CheckboxSelectMultiple,
    )
    pace = forms.ChoiceField(
        label=_("Ritmul"), choices=Pace.choices, initial=Pace.SELF, widget=forms.RadioSelect
    )
    class_label = ClassField()
    client_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: object, steps: Sequence[StepPage], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.all_steps = steps
        asked = [(step, number) for number, step in enumerate(steps, 1) if step.question_id]
        self.fields["questions"].choices = [(step.pk, _label(step, n)) for step, n in asked]
        self.fields["questions"].initial = [step.pk for step, _number in asked]
        self.fields["class_label"].help_text = _(
            "Dacă vreți: apare numai la dumneavoastră și pe diplomă. De exemplu 7 B."
        )

    def clean_class_label(self) -> str:
        label = str(self.cleaned_data["class_label"]).strip()
        if label and not ClassField.is_one_class(label):
            raise forms.ValidationError(_("Nu recunoaștem clasa. Scrieți-o ca 7 B."))
        return label

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        if "questions" in cleaned and not self.chosen_steps():
            self.add_error("questions", _("Bifați cel puțin o întrebare."))
        return cleaned

    def chosen_steps(self) -> list[StepPage]:
        """The steps without a question and those that are ticked, in the module's order."""
        ticked = set(self.cleaned_data["questions"])
        return [step for step in self.all_steps if not step.question_id or str(step.pk) in ticked]


def _label(step: StepPage, number: int) -> str:
    """The question of a step; one that is asked twice says when."""
    text = GAP.sub("____", step.question.text)
    when = f" ({step.get_measure_display()})" if step.measure else ""
    return f"{number}. {text}{when}"
