"""The form of one declared figure."""

import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.audiences import Audience
from lms.core.forms import InputClassesMixin
from lms.core.qualifiers import Qualifier
from lms.organisations.selectors import running_projects
from lms.reach.counting.declared import FED_BY_RECORDS
from lms.reach.enums import DeclaredMethod
from lms.reach.forms.fields import ProjectField, ReasonField, WholeNumberField
from lms.reach.indicators import PrintedIndicator
from lms.reach.models import DeclaredFigure
from lms.reach.models.declared import LARGEST_FIGURE

SAID = ("value", "qualifier", "method", "source", "evidence", "in_addition", "project")


class FigureForm(InputClassesMixin, forms.Form):
    """A figure, how exact it is and where it comes from. `figure` is the one that is corrected;
    without it a new one of `indicator` is declared, of a group (trained) or a part ("din care")."""

    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    expected = forms.IntegerField(widget=forms.HiddenInput, required=False)
    audience = forms.ChoiceField(
        label=_("Grupul-țintă"),
        choices=[("", _("Alegeți grupul")), *Audience.choices],
        error_messages={"required": _("Alegeți pe cine ați instruit.")},
    )
    value = WholeNumberField(label=_("Câte persoane"), most=LARGEST_FIGURE)
    qualifier = forms.ChoiceField(label=_("Cât de exactă este"), choices=Qualifier.choices)
    method = forms.ChoiceField(label=_("Cum ați aflat-o"), choices=DeclaredMethod.choices)
    source = forms.CharField(
        label=_("Sursa"),
        max_length=300,
        required=False,
        help_text=_("De exemplu „registrul centrului, 2026”. Fără nume de persoane."),
    )
    evidence = forms.CharField(
        label=_("Unde se găsește dovada"),
        max_length=300,
        required=False,
        help_text=_("De exemplu „dosarul de proiect, la sediu”."),
    )
    in_addition = forms.BooleanField(
        label=_("Este în plus față de înregistrările din platformă"),
        required=False,
        help_text=_(
            "Bifați numai dacă oamenii aceștia nu sunt în sesiunile, formările sau campaniile "
            "înregistrate aici. Nebifată, cifra se păstrează pentru comparație și nu se adună."
        ),
    )
    project = ProjectField()
    part = forms.CharField(
        label=_("Din care"),
        max_length=120,
        required=False,
        help_text=_(
            "Numai pentru o parte a unei cifre deja scrise, de exemplu „femei”. O parte nu se "
            "adună la total. Altfel lăsați gol."
        ),
    )

    def __init__(
        self,
        *args: object,
        indicator: str,
        organisation,
        figure: DeclaredFigure | None = None,
        **kwargs: object,
    ) -> None:
        initial = _said(figure) if figure else {"client_id": uuid.uuid4()}
        kwargs["initial"] = initial | dict(kwargs.get("initial") or {})  # type: ignore[call-overload]
        super().__init__(*args, **kwargs)
        also = figure.latest.project if figure and figure.latest else None
        self.fields["project"].queryset = running_projects(  # type: ignore[attr-defined]
            organisation, timezone.localdate(), also
        )
        if figure or indicator != PrintedIndicator.TRAINED:
            del self.fields["audience"]
        if figure:
            del self.fields["part"]
        if indicator not in FED_BY_RECORDS:
            del self.fields["in_addition"]
        if not self.fields["project"].queryset.exists():  # type: ignore[attr-defined]
            del self.fields["project"]

    @property
    def said(self) -> dict[str, object]:
        """What the officer said, as `declare_figure` and `correct_figure` take it."""
        return {name: self.cleaned_data[name] for name in SAID if name in self.cleaned_data}


def _said(figure: DeclaredFigure) -> dict[str, object]:
    if figure.latest is None:
        return {}
    said = {name: getattr(figure.latest, name) for name in SAID}
    return said | {"expected": figure.latest.number}


class WithdrawForm(InputClassesMixin, forms.Form):
    """Why something is taken back."""

    reason = ReasonField()
