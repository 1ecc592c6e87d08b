"""Naming, prolonging and ending facilitators, and accepting the conditions."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.forms import InputClassesMixin, RowChoiceField
from lms.training.forms.events import DAYS
from lms.training.models import ProgrammePage
from lms.training.selectors.programmes import programmes_to_hold
from lms.training.services.facilitating import MOST_YEARS, USUAL_YEARS, years_from_today


class _UntilForm(InputClassesMixin, forms.Form):
    """A last day, within bounds."""

    valid_until = forms.DateField(
        label=_("Valabil până la"),
        input_formats=DAYS,
        # As everywhere here, a day is typed: the browser's own field is four stops of the keyboard.
        widget=forms.DateInput(attrs={"inputmode": "numeric"}, format="%d.%m.%Y"),
        help_text=_("Ca 31.12.2027, cel târziu peste trei ani."),
        error_messages={
            "required": _("Alegeți ultima zi."),
            "invalid": _("Scrieți data ca 31.12.2027."),
        },
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("valid_until", years_from_today(USUAL_YEARS))

    def clean_valid_until(self) -> date:
        day = self.cleaned_data["valid_until"]
        if not timezone.localdate() < day <= years_from_today(MOST_YEARS):
            raise ValidationError(_("Alegeți o zi de mâine încolo, cel târziu peste trei ani."))
        return day


class NameForm(_UntilForm):
    """For which programme the holder of a certificate becomes a facilitator, and until when."""

    programme = RowChoiceField(
        ProgrammePage.objects.none(),
        label=_("Programul"),
        empty_label=None,
        error_messages={"required": _("Alegeți programul.")},
    )
    field_order = ("programme", "valid_until")

    def __init__(
        self, *args: object, usual: ProgrammePage, taken: Iterable[int] = (), **kwargs: object
    ) -> None:
        """`usual` is the programme of the event, `taken` are those that the person has already."""
        super().__init__(*args, **kwargs)
        # The event's own programme may have been taken from the site since.
        offered = Q(pk__in=programmes_to_hold().values("pk")) | Q(pk=usual.pk)
        programmes = ProgrammePage.objects.filter(offered).exclude(pk__in=list(taken))
        programmes = programmes.order_by("title")
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]
        self.initial.setdefault("programme", usual.pk)


class ProlongForm(_UntilForm):
    """Another last day, and why."""

    expected = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Motivul"),
        max_length=300,
        error_messages={"required": _("Scrieți motivul: îl citesc și ceilalți.")},
    )


class EndForm(InputClassesMixin, forms.Form):
    """Why it ends."""

    expected = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Motivul"),
        max_length=300,
        error_messages={"required": _("Scrieți motivul: îl citesc și ceilalți.")},
    )
