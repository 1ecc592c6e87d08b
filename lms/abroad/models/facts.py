"""A labour fact: one dated value of one country, with where and when it was read."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.forms import ChoiceField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.abroad.countries import CHOICES, COUNTRIES
from lms.abroad.enums import (
    NUMBERS,
    Audience,
    Confidence,
    Currency,
    Field,
    Kind,
    Precision,
    Scheme,
    State,
    Unit,
    kind_of,
)
from lms.abroad.freshness import last_known, state_of
from lms.abroad.querysets import LabourFactQuerySet
from lms.core.constraints import only_known
from lms.core.facts import is_link


class LabourFact(models.Model):
    """A value of one country, from one day until another.

    A change is a new row; the old one gets its last day. `position` tells values apart that hold
    at the same time, such as two lines to call. What the source says in its own words stays in
    `source_note`, for editors; readers get the notes of their language.

    The form asks for the address of the source of a published value; the database asks only for
    title and date, because what was read in print or told by the authority has no address. Readers
    then get the title without a link (`has_link`).
    """

    country = models.CharField(_("țara"), max_length=2, choices=CHOICES)
    field = models.CharField(_("ce spune"), max_length=40, choices=Field.choices)
    position = models.PositiveSmallIntegerField(_("a câta valoare"), default=1)
    number = models.DecimalField(_("număr"), max_digits=10, decimal_places=3, null=True, blank=True)
    text = models.CharField(_("text sau nume"), max_length=255, blank=True)
    phone = models.CharField(_("telefon"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    web = models.URLField(_("pagină web"), max_length=500, blank=True)
    unit = models.CharField(_("unitate"), max_length=12, choices=Unit.choices, blank=True)
    currency = models.CharField(_("moneda"), max_length=3, choices=Currency.choices, blank=True)
    payments = models.PositiveSmallIntegerField(
        _("plăți pe an"),
        choices=[(12, "12"), (13, "13"), (14, "14")],
        null=True,
        blank=True,
        help_text=_("Câte salarii primește omul într-un an. Gol: nu știm."),
    )
    audience = models.CharField(
        _("pentru cine"), max_length=10, choices=Audience.choices, blank=True
    )
    languages = models.CharField(
        _("limbi vorbite"), max_length=60, blank=True, help_text=_("Coduri, de exemplu: ro, en.")
    )
    note_ro = models.CharField(_("notă"), max_length=200, blank=True)
    note_en = models.CharField(_("notă (engleză)"), max_length=200, blank=True)
    note_hu = models.CharField(_("notă (maghiară)"), max_length=200, blank=True)
    note_uk = models.CharField(_("notă (ucraineană)"), max_length=200, blank=True)
    valid_from = models.DateField(_("valabil de la"), null=True, blank=True)
    valid_until = models.DateField(_("valabil până la"), null=True, blank=True)
    checked_on = models.DateField(_("verificat la"), null=True, blank=True)
    as_of = models.CharField(_("data din sursă, așa cum e scrisă"), max_length=120, blank=True)
    source_day = models.DateField(_("data sursei"), null=True, blank=True)
    source_precision = models.CharField(
        _("cât de exactă e data"), max_length=11, choices=Precision.choices, blank=True
    )
    source_title = models.CharField(_("sursa"), max_length=255, blank=True)
    source_address = models.CharField(_("adresa sursei"), max_length=500, blank=True)
    source_note = models.CharField(_("cuvintele sursei"), max_length=400, blank=True)
    confidence = models.CharField(
        _("cum o știm"), max_length=10, choices=Confidence.choices, default=Confidence.CHECKED
    )
    published = models.BooleanField(_("publicată"), default=False)

    objects = LabourFactQuerySet.as_manager()

    class Meta:
        ordering = ["country", "field", "position", F("valid_from").asc(nulls_first=True)]
        verbose_name = _("informație verificată")
        verbose_name_plural = _("informații verificate")
        constraints = [
            # A file with a code of its own for Greece would make facts that no guide shows.
            models.CheckConstraint(
                condition=Q(country__in=list(COUNTRIES)), name="fact_country_is_known"
            ),
            # A field that was renamed in the code would leave rows that nobody reads.
            only_known("field", Field, name="fact_field_is_known"),
            only_known("unit", Unit, name="fact_unit_is_known"),
            # An import must not publish what nobody read, whoever clicks at the same moment.
            models.CheckConstraint(
                condition=Q(published=False)
                | ~Q(source_title="")
                & (
                    Q(confidence=Confidence.READ) & ~Q(as_of="")
                    | Q(confidence=Confidence.CHECKED, checked_on__isnull=False)
                ),
                name="published_fact_has_source_and_date",
            ),
            # "No national minimum" read as 0 would tell people that nothing is owed to them.
            models.CheckConstraint(
                condition=Q(number=None) | Q(number__gt=0), name="fact_number_is_above_zero"
            ),
            # Somebody who empties a number in one window while it is published in another.
            models.CheckConstraint(
                condition=Q(published=False)
                | ~Q(field__in=sorted(NUMBERS))
                | Q(number__isnull=False),
                name="published_number_is_there",
            ),
            # A value closed before its first day would hold on no day and still block its place.
            models.CheckConstraint(
                condition=Q(valid_until=None)
                | Q(valid_from=None)
                | Q(valid_until__gte=F("valid_from")),
                name="fact_ends_after_it_begins",
            ),
            # Two editors who enter a new wage at once must not leave two that both hold.
            models.UniqueConstraint(
                fields=["country", "field", "position"],
                condition=Q(published=True, valid_until=None),
                name="one_open_fact_per_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_country_display()}: {self.get_field_display()}"

    @property
    def has_link(self) -> bool:
        """Whether the source can be opened."""
        return is_link(self.source_address)

    @property
    def kind(self) -> Kind:
        """What the value is: number, text or contact."""
        return kind_of(self.field)

    @property
    def known_on(self) -> date | None:
        """The last day on which the value is known to have been true."""
        return last_known(
            checked_on=self.checked_on,
            source_day=self.source_day,
            precision=self.source_precision,
            today=timezone.localdate(),
        )

    @property
    def state(self) -> State:
        """How fresh the value is today."""
        return state_of(self.field, self.known_on, timezone.localdate())

    @property
    def spoken(self) -> list[str]:
        """The codes of the languages in which a contact answers."""
        return [code for part in self.languages.split(",") if (code := part.strip().lower())]

    def note(self, language: str) -> str:
        """The note in this language; none rather than one in another."""
        return str(getattr(self, f"note_{language}", ""))

    def clean(self) -> None:
        """What the form refuses with words; the database refuses the same without."""
        errors = {}
        if self.field in NUMBERS and (self.number is None or self.number <= 0):
            errors["number"] = _("Scrieți un număr mai mare ca zero.")
        # It would stay fresh until that day, whatever becomes of the value.
        if self.checked_on and self.checked_on > timezone.localdate():
            errors["checked_on"] = _("Data este în viitor.")
        if self.published:
            errors |= self._missing_words()
            if not self.source_title:
                errors["source_title"] = _("O informație publicată are o sursă.")
            if not self.source_address:
                errors["source_address"] = _("O informație publicată are adresa sursei.")
            if self.confidence != Confidence.READ and not self.checked_on:
                errors["checked_on"] = _("Scrieți ziua în care ați verificat valoarea în sursă.")
        if errors:
            raise ValidationError(errors)

    def _missing_words(self) -> dict[str, object]:
        """{field: what is wrong} where readers, in whatever language, would get an empty cell."""
        if self.field == Field.WAGE_SCHEME and self.text not in Scheme.values:
            refused = ChoiceField.default_error_messages["invalid_choice"] % {"value": self.text}
            return {"text": f"{refused} ({', '.join(Scheme.values)})"}
        if self.kind == Kind.NUMBER or self.text or self.phone or self.email or self.web:
            return {}
        empty = [code for code, _name in settings.LANGUAGES if not self.note(code)]
        return {f"note_{code}": _("Completați înainte de publicare.") for code in empty}
