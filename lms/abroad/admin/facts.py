"""The list of facts and the form of one."""

import django_filters
from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from lms.abroad.enums import State
from lms.abroad.forms.facts import LabourFactForm
from lms.abroad.models import LabourFact
from lms.abroad.services import FactOverlap
from lms.abroad.words import value_text

_DRAFT = "draft"


class FactFilters(WagtailFilterSet):
    """By country, field and state."""

    state = django_filters.ChoiceFilter(
        label=_("Starea"),
        choices=[*State.choices, (_DRAFT, _("ciornă"))],
        method="in_state",
    )

    class Meta:
        model = LabourFact
        fields = ["country", "field", "confidence"]

    def in_state(self, facts: QuerySet[LabourFact], name: str, state: str) -> QuerySet[LabourFact]:
        """The state depends on today and on the field, so it is asked of each: there are about
        four hundred facts."""
        if state == _DRAFT:
            return facts.filter(published=False)
        published = facts.filter(published=True)
        return facts.filter(pk__in=[fact.pk for fact in published if fact.state == state])


class ToldOfARace:
    """Whoever publishes in a place a moment after a colleague is told so at the form."""

    def form_valid(self, form: LabourFactForm) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        except (FactOverlap, IntegrityError):
            form.add_error("valid_from", _("Un coleg a publicat între timp altă valoare aici."))
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            response = self.form_invalid(form)  # type: ignore[attr-defined]
        return response


class FactCreateView(ToldOfARace, generic.CreateView):
    """Add a fact."""


class FactEditView(ToldOfARace, generic.EditView):
    """Change a fact."""

    def get_usage_url(self) -> None:
        """Wagtail counts relations; texts name facts by their tokens."""
        return


def fact_value(fact: LabourFact) -> str:
    """The value as readers see it; of a draft, what its source says."""
    return value_text(fact) or fact.source_note


def fact_state(fact: LabourFact) -> str:
    """The state in words."""
    return str(fact.state.label) if fact.published else str(_("ciornă"))


class LabourFactViewSet(ModelViewSet):
    """Labour facts."""

    model = LabourFact
    name = "labourfact"
    url_prefix = "munca-in-strainatate/informatii"
    icon = "globe"
    menu_label = _("Munca în străinătate")
    menu_order = 215
    add_to_admin_menu = True
    copy_view_enabled = False
    add_view_class = FactCreateView
    edit_view_class = FactEditView
    filterset_class = FactFilters
    list_per_page = 50
    search_fields = ("text", "phone", "source_title", "source_note")
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("country"), FieldPanel("field"), FieldPanel("position")]),
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel("number"),
                            FieldPanel("unit"),
                            FieldPanel("currency"),
                        ]
                    ),
                    # Five in a row leave the number too narrow to be read.
                    FieldRowPanel([FieldPanel("payments"), FieldPanel("audience")]),
                    FieldPanel("text"),
                    FieldRowPanel([FieldPanel("phone"), FieldPanel("email"), FieldPanel("web")]),
                    FieldPanel("languages"),
                ],
                heading=_("Valoarea"),
                help_text=_(
                    "Valoare nouă? Adăugați o informație nouă cu „valabil de la”: cea veche se "
                    "încheie singură și rămâne în istoric."
                ),
            ),
            MultiFieldPanel(
                [FieldPanel(f"note_{code}") for code in ("ro", "en", "hu", "uk")],
                heading=_("Note pentru cititori"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
                    FieldPanel("source_title"),
                    FieldPanel("source_address"),
                    FieldRowPanel([FieldPanel("checked_on"), FieldPanel("published")]),
                    FieldPanel("source_note", read_only=True),
                    FieldPanel("as_of", read_only=True),
                    FieldPanel("confidence", read_only=True),
                ],
                heading=_("Sursa și data"),
            ),
        ],
        base_form_class=LabourFactForm,
    )

    @cached_property
    def list_display(self) -> list[object]:
        return [
            "__str__",
            Column("value", accessor=fact_value, label=_("Valoarea")),
            Column("state", accessor=fact_state, label=_("Starea")),
            Column("confidence", accessor="get_confidence_display", label=_("Cum o știm")),
            BooleanColumn("published", label=_("Publicată"), sort_key="published"),
            DateColumn("checked_on", label=_("Verificată la"), sort_key="checked_on"),
        ]
