"""Fields that several forms of class sessions share: a day, counts, a school."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.classrooms.importing.values import DAY_FORMATS
from lms.classrooms.models.revisions import EARLIEST_YEAR, LARGEST_GROUP
from lms.core.class_labels import normalise_class_label
from lms.organisations.models import County, School
from lms.organisations.selectors import find_schools

NOT_IN_LIST = "nou"


class DayInput(forms.DateInput):
    """A day as people write it here, whatever the language of the browser: 23.11.2026."""

    def __init__(self) -> None:
        attrs = {"class": "input input--medium", "autocomplete": "off"}
        super().__init__(attrs=attrs, format="%d.%m.%Y")


class PastDayField(forms.DateField):
    """The day of a session that was held: today or before."""

    widget = DayInput
    default_error_messages = {
        "invalid": _("Scrieți data ca 23.11.2026."),
        "required": _("Scrieți data la care ați ținut sesiunea."),
    }

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            label=_("Data"),
            help_text=_("De exemplu 23.11.2026."),
            input_formats=DAY_FORMATS,
            **kwargs,  # type: ignore[arg-type]
        )

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and value > timezone.localdate():
            raise ValidationError(
                _("Data este în viitor. Înregistrați sesiunea după ce ați ținut-o."), code="future"
            )
        if value and value.year < EARLIEST_YEAR:
            raise ValidationError(_("Verificați anul din dată."), code="invalid")


class CountField(forms.IntegerField):
    """How many; empty is none. At most what one group can be."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("Scrieți un număr întreg, fără litere.")}

    def __init__(self, label: object, *, most: int = LARGEST_GROUP, least: int = 0) -> None:
        super().__init__(label=label, required=False)  # type: ignore[arg-type]
        self.validators = [
            MinValueValidator(least, _("Scrieți un număr de la %(limit_value)s în sus.")),
            MaxValueValidator(
                most,
                _(
                    "%(show_value)s este prea mult pentru o singură sesiune. Cel mult "
                    "%(limit_value)s; verificați dacă nu s-a scris o cifră în plus."
                ),
            ),
        ]
        self.widget.attrs.update(inputmode="numeric", autocomplete="off", maxlength="6")


class ClassField(forms.CharField):
    """A class as it is said: "7 B", "a VII-a B". Which one it is gets normalised when saved."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            label=_("Clasa"),
            required=False,
            max_length=40,
            help_text=_("De exemplu 7 B sau a VII-a B."),
            widget=forms.TextInput(attrs={"class": "input input--short", "autocomplete": "off"}),
            **kwargs,  # type: ignore[arg-type]
        )

    @staticmethod
    def is_one_class(text: str) -> bool:
        """Whether the text names exactly one class."""
        return normalise_class_label(text) is not None


class SchoolFields(forms.Form):
    """A school of the register, found by its words, or one that is not in it yet.

    Works as a step of its own without scripts: the words are sent, the schools come back as
    choices, and everything else that was typed comes back too.
    """

    school = forms.CharField(label=_("Școala"), required=False, widget=forms.HiddenInput)
    school_words = forms.CharField(
        label=_("Școala"),
        required=False,
        max_length=80,
        help_text=_("Scrieți numele, localitatea sau județul, de exemplu „Creangă Iași”."),
        widget=forms.TextInput(attrs={"data-school-words": "", "autocomplete": "off"}),
    )
    missing_name = forms.CharField(label=_("Numele școlii"), max_length=200, required=False)
    missing_locality = forms.CharField(label=_("Localitatea"), max_length=80, required=False)
    missing_county = forms.ModelChoiceField(
        County.objects.all(), label=_("Județul"), required=False, empty_label=_("Alegeți județul")
    )

    def schools(self) -> list[School]:
        """The choices to show: the chosen school first, then what the words find."""
        chosen, words = self.chosen_school(), str(self["school_words"].value() or "")
        found = find_schools(words) if words else []
        return [*([chosen] if chosen else []), *(s for s in found if s != chosen)]

    def chosen_school(self) -> School | None:
        """The school that is ticked now; the one that it was merged into, if it was."""
        value = str(self["school"].value() or "")
        if not value.isascii() or not value.isdigit() or len(value) > 18:
            return None
        schools = School.objects.select_related("locality", "county", "merged_into__locality")
        school = schools.filter(pk=int(value)).first()
        return (school.merged_into or school) if school else None

    @property
    def says_missing(self) -> bool:
        """Whether "Școala nu este în listă" is ticked, or its rows are filled in."""
        value = str(self["school"].value() or "")
        return value == NOT_IN_LIST or (not value and bool(self["missing_name"].value()))

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["chosen_school"] = None
        if self.says_missing:
            for name in ("missing_name", "missing_locality", "missing_county"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Completați acest câmp, ca să vă găsim școala."))
            return cleaned
        cleaned["chosen_school"] = self.chosen_school()
        if cleaned["chosen_school"] is None:
            self.add_error("school_words", self._missing_school_error())
        elif cleaned.get("missing_name"):
            self.add_error(
                "school_words",
                _("Ați ales o școală din listă și ați scris și una nouă. Păstrați doar una."),
            )
        return cleaned

    def _missing_school_error(self) -> str:
        words = str(self["school_words"].value() or "").strip()
        if not words:
            return _("Scrieți câteva litere din numele școlii, apoi alegeți-o din listă.")
        if self.schools():
            return _("Alegeți școala din lista de mai jos.")
        return _(
            "Nu am găsit „%(words)s”. Încercați doar localitatea; dacă școala nu este în listă, "
            "bifați acest lucru mai jos și scrieți-o."
        ) % {"words": words}

    def missing_school(self) -> dict[str, object] | None:
        """What `request_school` takes for a school that is not in the list, or None."""
        if not self.says_missing:
            return None
        return {
            "name": self.cleaned_data["missing_name"],
            "locality_name": self.cleaned_data["missing_locality"],
            "county": self.cleaned_data["missing_county"],
        }
