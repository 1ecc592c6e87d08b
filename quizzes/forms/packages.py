"""The forms of an import: the file, the quiz that it becomes, and each of its questions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from lms.core import facts
from quizzes.drafts import ChoiceDraft, QuestionDraft
from quizzes.enums import Kind
from quizzes.exchange.packages import UnreadablePackage, open_package
from quizzes.exchange.parts import Part, Picture
from quizzes.flaws import OPTIONS, flaws_of
from quizzes.services import Taken

# Kinds in which an editor says which option fits; in the others its place says it.
_TICKED = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE})


class PackageFileForm(forms.Form):
    """A `.h5p` file; what is wrong with it is said at the field."""

    file = forms.FileField(
        label=_("Fișierul .h5p"),
        help_text=_("Din Lumi, Moodle sau h5p.org. Contează numai conținutul."),
        error_messages={
            "required": _("Alegeți fișierul de pe calculator."),
            "empty": _("Fișierul este gol."),
        },
        widget=forms.FileInput(attrs={"accept": ".h5p"}),
    )

    def clean_file(self) -> object:
        """Read it, so that what cannot be read is said here."""
        file = self.cleaned_data["file"]
        try:
            open_package(file)
        except UnreadablePackage as problem:
            raise ValidationError(problem.sentences) from problem
        file.seek(0)
        return file


class ProfileForm(forms.Form):
    """Which versions of the content types a package is written for."""

    profil = forms.ChoiceField(
        label=_("Pentru ce versiuni"),
        choices=[
            ("obisnuit", _("Versiuni obișnuite: merg și pe site-uri Moodle sau Lumi mai vechi")),
            ("nou", _("Cele mai noi versiuni: numai pe site-uri aduse la zi")),
        ],
        initial="obisnuit",
        widget=forms.RadioSelect,
    )
    biblioteci = forms.BooleanField(
        label=_("Cu biblioteci"),
        required=False,
        help_text=_("Fișier mai mare, care se deschide și unde tipurile nu sunt instalate."),
    )


class QuizForm(forms.Form):
    """What the quiz is called and which language its questions are in."""

    title = forms.CharField(label=_("Titlul testului"), max_length=160)
    locale = forms.ModelChoiceField(
        Locale.objects.all(), label=_("Limba întrebărilor"), empty_label=None
    )


class PartForm(forms.Form):
    """One question: its texts may be mended, its form is the package's."""

    take = forms.BooleanField(label=_("Aduc această întrebare"), required=False, initial=True)

    def __init__(self, part: Part, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.part, self.source = part, part.draft
        self._add("text", _("Întrebarea"), self.source.text, 300)
        missing = OPTIONS.get(self.source.kind, (0, 0))[0] - len(self.source.choices)
        blank = ChoiceDraft("", "", gap=0 if self.source.kind == Kind.FILL else None)
        spare = 0 if self.source.kind == Kind.BRANCHING else max(0, missing)
        self.choices = (*self.source.choices, *[blank] * spare)
        for number, choice in enumerate(self.choices):
            self._add_choice(f"choice{number}", choice)
        for number, scene in enumerate(self.source.scenes):
            self._add(f"scene{number}_speaker", _("Cine vorbește"), scene.speaker, 60)
            self._add(f"scene{number}_text", _("Ce se întâmplă"), scene.text, 900)
        self._add("closing", _("Încheierea"), self.source.closing, 600)
        if part.picture:
            self._add("picture", _("Ce se vede în imagine"), part.picture.description, 255)
            self.fields["picture"].help_text = _("Gol: imaginea nu se aduce.")

    def _add(self, name: str, label: Any, initial: str, most: int) -> None:
        rows = 1 if most <= 300 else 2
        self.fields[name] = forms.CharField(
            label=label, initial=initial, required=False, max_length=most,
            widget=forms.Textarea(attrs={"rows": rows}),
        )  # fmt: skip

    def _add_choice(self, name: str, choice: ChoiceDraft) -> None:
        self._add(f"{name}_text", _("Textul"), choice.text, 240)
        if self.source.kind == Kind.MATCH:
            self._add(f"{name}_match", _("Perechea"), choice.match, 240)
        if self.source.kind in _TICKED:
            self.fields[f"{name}_correct"] = forms.BooleanField(
                label=_("Potrivită"), required=False, initial=choice.correct
            )
        self._add(f"{name}_feedback", _("Explicația"), choice.feedback, 600)

    def clean(self) -> dict[str, Any]:
        """Refuse what a pupil could not be asked; of a question that stays out, nothing."""
        cleaned = super().clean()
        if not cleaned.get("take"):
            self._errors = ErrorDict()
            return cleaned
        if not self.errors:
            for flaw in flaws_of(self.draft()):
                self.add_error(None, str(flaw))
            texts = [text for text in cleaned.values() if isinstance(text, str)]
            for key in facts.unknown_in(*texts):
                self.add_error(None, _("Cifră necunoscută: %(keys)s") % {"keys": key})
        return cleaned

    def draft(self) -> QuestionDraft:
        """The question as the editor left it."""
        said = self.cleaned_data
        return replace(
            self.source,
            text=" ".join(said["text"].split()),
            closing=_tidy(said["closing"]),
            choices=tuple(self._choices()),
            scenes=tuple(
                replace(
                    scene,
                    speaker=said[f"scene{number}_speaker"].strip(),
                    text=_tidy(said[f"scene{number}_text"]),
                )
                for number, scene in enumerate(self.source.scenes)
            ),
        )

    def _choices(self) -> Iterator[ChoiceDraft]:
        for number, choice in enumerate(self.choices):
            said = {
                name: self.cleaned_data.get(f"choice{number}_{name}", "")
                for name in ("text", "match", "feedback")
            }
            # An option whose texts were taken out is not an option any more.
            if not any(said.values()) and self.source.kind != Kind.BRANCHING:
                continue
            yield replace(
                choice,
                text=" ".join(said["text"].split()),
                match=" ".join(said["match"].split()),
                feedback=_tidy(said["feedback"]),
                correct=bool(self.cleaned_data.get(f"choice{number}_correct")),
            )

    def taken(self) -> Taken:
        """The question with its picture, if somebody says what is seen in it."""
        seen = self.cleaned_data.get("picture", "").strip()
        picture = self.part.picture
        kept = Picture(picture.path, seen, picture.credit) if picture and seen else None
        return Taken(self.draft(), kept)

    @property
    def missing(self) -> list[str]:
        """What the package does not say and an editor writes."""
        return [str(flaw) for flaw in flaws_of(self.source)]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The options, each with the fields that its kind has."""
        return [
            {
                "number": number + 1,
                "leads": _leads(choice, self.source),
                "fields": [
                    self[name]
                    for part in ("text", "match", "correct", "feedback")
                    if (name := f"choice{number}_{part}") in self.fields
                ],
            }
            for number, choice in enumerate(self.choices)
        ]

    @property
    def scenes(self) -> list[dict[str, Any]]:
        """The scenes of a story, each with its fields."""
        return [
            {
                "key": scene.key,
                "ending": scene.ending,
                "fields": [self[f"scene{number}_speaker"], self[f"scene{number}_text"]],
            }
            for number, scene in enumerate(self.source.scenes)
        ]


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _leads(choice: ChoiceDraft, draft: QuestionDraft) -> str:
    """Where an option belongs, in words, for the kinds in which that cannot be changed here."""
    if draft.kind == Kind.BRANCHING:
        return f"{choice.scene} → {choice.leads_to}"
    if draft.kind == Kind.FILL:
        return f"{{{choice.gap}}}" if choice.gap else str(_("cuvânt în plus"))
    return ""
