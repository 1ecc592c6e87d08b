"""A week of classes at once: the school and the lesson once, then a row for every class."""

import uuid
from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.classrooms.facts import SessionFacts
from lms.classrooms.forms.fields import ClassField, CountField, PastDayField, SchoolFields
from lms.classrooms.forms.session import (
    COUNTS,
    OrganisationField,
    PlanField,
    organisation_choices,
    plan_choices,
    too_many_pupils,
)
from lms.classrooms.selectors import EntryHints, entry_hints
from lms.core.class_labels import normalise_class_label
from lms.core.forms import InputClassesMixin

FIRST_ROWS, STEP, MOST_ROWS = 5, 5, 15


class WeekForm(InputClassesMixin, SchoolFields):
    """What all rows share."""

    plan = PlanField()
    organisation = OrganisationField()
    rows = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = plan_choices()
        self.fields["organisation"].queryset = organisation_choices()

    @property
    def row_count(self) -> int:
        """How many rows are shown, within reason whatever was sent."""
        value = str(self["rows"].value() or "")
        wanted = int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 0
        return min(max(wanted, FIRST_ROWS), MOST_ROWS)

    def shared_facts(self) -> SessionFacts:
        """School, lesson and organisation; the lesson's minutes are the duration."""
        data = self.cleaned_data
        return {
            "plan": data["plan"],
            "school": data["chosen_school"],
            "organisation": data["organisation"],
            "duration": data["plan"].duration,
        }


class WeekRowForm(InputClassesMixin, forms.Form):
    """One class on one day. A row without day, class and numbers is empty and left out."""

    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    date = PastDayField(required=False)
    class_label = ClassField()
    girls = CountField(_("Fete"))
    boys = CountField(_("Băieți"))
    undisclosed = CountField(_("Fără precizare"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: object, number: int, **kwargs: object) -> None:
        super().__init__(*args, prefix=f"r{number}", **kwargs)
        self.number = number
        self.hints: EntryHints | None = None
        for name in ("date", "class_label", *COUNTS):
            field = self.fields[name]
            label = _("%(name)s, rândul %(number)d") % {"name": field.label, "number": number}
            field.widget.attrs["aria-label"] = label
            field.help_text = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed in the row."""
        return not any(self[name].value() for name in ("date", "class_label", *COUNTS))

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        if self.is_empty:
            return cleaned
        if not cleaned.get("date") and "date" not in self.errors:
            self.add_error("date", _("Scrieți data."))
        if not ClassField.is_one_class(str(cleaned.get("class_label") or "")):
            self.add_error("class_label", _("Scrieți clasa ca 7 B."))
        if not any(self[name].value() not in (None, "") for name in COUNTS):
            self.add_error("girls", _("Scrieți câți elevi au fost."))
        if problem := too_many_pupils(cleaned):
            self.add_error("girls", problem)
        return cleaned

    @property
    def group(self) -> tuple[object, object]:
        """What two rows of one week must not share: the day and the class."""
        return self.cleaned_data["date"], normalise_class_label(self.cleaned_data["class_label"])

    def facts(self, shared: SessionFacts) -> SessionFacts:
        """The row's facts with those that all rows share."""
        data = self.cleaned_data
        return {
            **shared,
            "date": data["date"],
            "class_label": data["class_label"],
            **{name: data[name] or 0 for name in COUNTS},  # type: ignore[typeddict-item]
        }

    def has_new_hints(self, shared: SessionFacts, missing: Mapping[str, object] | None) -> bool:
        """Whether there is something to look at again that was not ticked off yet."""
        self.hints = entry_hints(
            self.facts(shared), missing=missing, client_id=self.cleaned_data["client_id"]
        )
        return not self.hints.codes <= set(str(self["seen"].value() or "").split())


def week_rows(
    count: int, data: object = None, initial: dict[str, str] | None = None
) -> list[WeekRowForm]:
    """The rows of the table. Bound to `data`, or showing what was typed (`initial`) unjudged."""
    rows = []
    for number in range(1, count + 1):
        if data is not None:
            rows.append(WeekRowForm(data, number=number))
            continue
        typed = {
            name: (initial or {}).get(f"r{number}-{name}", "") for name in WeekRowForm.base_fields
        }
        typed["client_id"] = typed["client_id"] or str(uuid.uuid4())
        rows.append(WeekRowForm(initial=typed, number=number))
    return rows


def judged(
    rows: list[WeekRowForm], shared: SessionFacts | None, missing: Mapping[str, object] | None
) -> bool:
    """Whether every filled row may be registered. Errors and hints stay on the rows. `missing` is
    the school that is not in the list, if it is not."""
    filled = [row for row in rows if not row.is_empty]
    # Lists, not generators: every row must be judged, also after one that is wrong.
    valid = [row.is_valid() for row in filled]
    good = all(valid)
    first: dict[tuple[object, object], int] = {}
    for row in filled:
        if row.is_valid() and first.setdefault(row.group, row.number) != row.number:
            number = first[row.group]
            row.add_error("class_label", _("Este la fel ca rândul %d.") % number)
            good = False
    if not good or shared is None:
        return False
    hinted = [row.has_new_hints(shared, missing) for row in filled]
    return not any(hinted)
