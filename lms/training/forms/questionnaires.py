"""What participants fill in without an account: questions before and after, and an evaluation."""

import uuid
from collections.abc import Sequence

from django import forms
from django.db.models import TextChoices
from django.forms import BoundField
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lms.core import facts
from lms.core.forms import InputClassesMixin
from lms.training.answer_codes import normalise_answer_code
from lms.training.enums import CommentKind, Pace, WillUse
from lms.training.models import QuestionnaireItem
from quizzes.enums import Kind

_ANSWER = {"class": "answer__input"}
_MOST_LETTERS = 600


class SentOnceForm(InputClassesMixin, forms.Form):
    """A form that is one answer however often it is sent."""

    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("client_id", uuid.uuid4())

    @property
    def key(self) -> uuid.UUID:
        """The id under which it is saved."""
        return self.cleaned_data["client_id"] or uuid.uuid4()


class QuestionnaireForm(SentOnceForm):
    """The code and the questions of an event; each of them may be left out."""

    code = forms.CharField(
        label=_("Scrieți codul aici"),
        max_length=20,
        help_text=_("De exemplu MA0742."),
        error_messages={"required": _("Scrieți codul făcut după rețeta de mai sus.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: object, items: Sequence[QuestionnaireItem], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["class"] = "input input--short"
        self.items = items
        # What is asked, as it was when the page was opened.
        self.asked = ".".join(str(item.version_id) for item in items)
        for item in items:
            self.fields[f"q{item.number}"] = _field(item)

    @property
    def questions(self) -> list[BoundField]:
        """The fields of the questions, in order."""
        return [self[f"q{item.number}"] for item in self.items]

    @property
    def responses(self) -> dict[int, list[str]]:
        """The keys chosen, by the number of the question; nothing of those left out."""
        given = {item.number: self.cleaned_data[f"q{item.number}"] for item in self.items}
        return {
            number: [value] if isinstance(value, str) else value
            for number, value in given.items()
            if value
        }

    def clean_code(self) -> str:
        code = normalise_answer_code(self.cleaned_data["code"])
        if code is None:
            raise forms.ValidationError(
                _("Codul are două litere, ziua cu două cifre și încă două cifre, ca MA0742.")
            )
        return code

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        if self.data.get("asked") != self.asked:
            raise forms.ValidationError(
                _("Formatorul a schimbat între timp întrebările. Verificați răspunsurile.")
            )
        if not self.errors and not self.responses:
            raise forms.ValidationError(_("Răspundeți la cel puțin o întrebare."))
        return cleaned


def _mark(label: object) -> forms.TypedChoiceField:
    names = {1: _("1, deloc"), 5: _("5, foarte")}
    return forms.TypedChoiceField(
        label=label,
        choices=[(level, names.get(level, str(level))) for level in range(1, 6)],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect(attrs=_ANSWER),
    )


def _word(label: object, words: type[TextChoices]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=words.choices,
        required=False,
        widget=forms.RadioSelect(attrs=_ANSWER),
    )


def _free(label: object) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=_MOST_LETTERS,
        required=False,
        help_text=_("Fără nume de persoane și fără cazuri care se pot recunoaște."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EvaluationForm(SentOnceForm):
    """What a participant thought of the event; everything may be left out, not everything at
    once."""

    usefulness = _mark(_("Cât de utilă v-a fost formarea?"))
    clarity = _mark(_("Cât de clar a fost totul?"))
    trainer = _mark(_("Cât de bine a condus formatorul?"))
    pace = _word(_("Cum a fost ritmul?"), Pace)
    will_use = _word(_("Veți folosi în munca dumneavoastră ce ați aflat?"), WillUse)
    keep = _free(_("Ce să păstrăm?"))
    change = _free(_("Ce să schimbăm?"))

    ticks = ("usefulness", "clarity", "trainer", "pace", "will_use")
    free = ("keep", "change")

    @property
    def marks(self) -> list[BoundField]:
        """The fields answered by a number from 1 to 5."""
        return [self[name] for name in self.ticks[:3]]

    @property
    def words(self) -> list[BoundField]:
        """The fields answered by a word."""
        return [self[name] for name in self.ticks[3:]]

    @property
    def said(self) -> dict[str, object]:
        """The fields of Evaluation."""
        return {name: self.cleaned_data[name] for name in self.ticks}

    @property
    def comments(self) -> dict[CommentKind, str]:
        """The free words by what they are about."""
        return {CommentKind(name): self.cleaned_data[name] for name in self.free}

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        given = [cleaned.get(name) for name in (*self.ticks, *self.free)]
        if not self.errors and not any(given):
            raise forms.ValidationError(_("Răspundeți la cel puțin o întrebare."))
        return cleaned


def _field(item: QuestionnaireItem) -> forms.Field:
    sheet, language = item.version.sheet, get_language() or "ro"
    choices = [(one.key, facts.replace_tokens(one.text, language)) for one in sheet.options]
    label = facts.replace_tokens(sheet.text, language)
    if sheet.kind == Kind.MULTIPLE:
        return forms.MultipleChoiceField(
            label=label,
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple(attrs=_ANSWER),
        )
    return forms.ChoiceField(
        label=label, choices=choices, required=False, widget=forms.RadioSelect(attrs=_ANSWER)
    )
