"""The form of one class session: eight questions, the rest folded with a default."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lessons.models import LessonEdition, LessonPlanPage
from lms.classrooms.enums import GroupType, Modality
from lms.classrooms.facts import SessionFacts
from lms.classrooms.forms.fields import ClassField, CountField, PastDayField, SchoolFields
from lms.classrooms.models.revisions import LARGEST_GROUP, LONGEST_DAY
from lms.classrooms.selectors import EntryHints, entry_hints
from lms.core.forms import InputClassesMixin
from lms.core.mailboxes import check_mailbox
from lms.organisations.models import FundingProject, MemberOrganisation
from lms.organisations.selectors import running_projects
from lms.people.models import User

COUNTS = ("girls", "boys", "undisclosed")
# 19 digits can be more than a column holds.
LONGEST_KEY = 18


def too_many_pupils(cleaned: dict[str, object]) -> str:
    """What is wrong with the counts together, each of them being right; "" for nothing."""
    together = sum(int(str(cleaned.get(name) or 0)) for name in COUNTS)
    return _("Sunt prea mulți elevi pentru o singură sesiune.") if together > LARGEST_GROUP else ""


def plan_choices(
    *also: LessonPlanPage | None, only_public: bool = False
) -> QuerySet[LessonPlanPage]:
    """The plans of the reader's language that can be taught now, and those named. `only_public`
    leaves out what is not for everybody to read: not even its title is."""
    offered = LessonPlanPage.objects.offered().filter(locale__language_code=get_language())
    if only_public:
        offered = offered.public()
    named = Q(pk__in=[plan.pk for plan in also if plan])
    return (
        LessonPlanPage.objects.filter(Q(pk__in=offered.values("pk")) | named)
        .defer("body")
        .order_by("title")
    )


def organisation_choices() -> QuerySet[MemberOrganisation]:
    """The member organisations of today; one whose dates are not known is among them."""
    today = timezone.localdate()
    left = Q(memberships__isnull=False) & ~Q(
        pk__in=MemberOrganisation.objects.members_on(today).values("pk")
    )
    return MemberOrganisation.objects.exclude(left).distinct()


class KeyField(forms.ModelChoiceField):
    """A choice by its number. One that no key can be is no choice; the database would break."""

    def to_python(self, value: object) -> object:
        if isinstance(value, str) and len(value.strip()) > LONGEST_KEY:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return super().to_python(value)


class PlanField(KeyField):
    """A lesson plan by its title and grades."""

    def __init__(self) -> None:
        super().__init__(
            LessonPlanPage.objects.none(),
            label=_("Lecția"),
            empty_label=_("Alegeți lecția"),
            error_messages={
                "required": _("Alegeți lecția pe care ați ținut-o."),
                "invalid_choice": _("Alegeți o lecție din listă."),
            },
        )

    def label_from_instance(self, obj: LessonPlanPage) -> str:
        return f"{obj.title}, {obj.grades_label}"


class OrganisationField(KeyField):
    """With whom the teacher worked, if with anybody."""

    def __init__(self) -> None:
        super().__init__(
            MemberOrganisation.objects.none(),
            label=_("Organizația cu care ați lucrat"),
            required=False,
            empty_label=_("Niciuna sau nu știu"),
            error_messages={"invalid_choice": _("Alegeți o organizație din listă.")},
        )


class ProjectField(KeyField):
    """The funded project that a member's hour belongs to, if to any."""

    def __init__(self) -> None:
        super().__init__(
            FundingProject.objects.none(),
            label=_("Proiectul finanțat"),
            required=False,
            empty_label=_("Niciunul"),
            error_messages={"invalid_choice": _("Alegeți un proiect din listă.")},
        )


class SessionForm(InputClassesMixin, SchoolFields):
    """One class session. `ask_email` for somebody without an account; `edition` is the one that
    a kit's code named; `author` of a member is asked for the project as well."""

    plan = PlanField()
    date = PastDayField()
    class_label = ClassField()
    girls = CountField(_("Fete"))
    boys = CountField(_("Băieți"))
    undisclosed = CountField(_("Fără precizare"))
    organisation = OrganisationField()
    email = forms.EmailField(
        label=_("Adresa dumneavoastră de e-mail"),
        help_text=_(
            "Vă trimitem un link de confirmare. Până îl deschideți, sesiunea apare ca "
            "neconfirmată. Adresa nu se păstrează."
        ),
        error_messages={
            "required": _("Scrieți adresa la care vă trimitem linkul de confirmare."),
            "invalid": _("Verificați adresa, de exemplu nume@scoala.ro."),
        },
        validators=[check_mailbox],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    group_type = forms.ChoiceField(
        label=_("Tipul grupului"), choices=GroupType.choices, initial=GroupType.CLASS,
        widget=forms.RadioSelect,
    )  # fmt: skip
    duration = CountField(_("Durata, în minute"), most=LONGEST_DAY, least=1)
    modality = forms.ChoiceField(
        label=_("Cum s-a ținut"), choices=Modality.choices, initial=Modality.IN_PERSON,
        widget=forms.RadioSelect,
    )  # fmt: skip
    adults = CountField(_("Adulți prezenți (nu se adună la elevi)"))
    project = ProjectField()
    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    expected = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: object,
        ask_email: bool = False,
        only_public: bool = False,
        edition: LessonEdition | None = None,
        lesson_code: str = "",
        also: LessonPlanPage | None = None,
        author: User | None = None,
        project: FundingProject | None = None,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.edition, self.lesson_code = edition, lesson_code
        self.fields["plan"].queryset = plan_choices(
            edition and edition.plan, also, only_public=only_public
        )
        self.fields["organisation"].queryset = organisation_choices()
        if lesson_code:
            self.fields["plan"].required = False
            self.fields["plan"].empty_label = lesson_code
        if not ask_email:
            del self.fields["email"]
        self._offer_projects(author, project)
        for name in ("duration", "adults"):
            self.fields[name].widget.attrs["class"] = "input input--short"
        self.hints: EntryHints | None = None

    def _offer_projects(self, author: User | None, named: FundingProject | None) -> None:
        """A correction by somebody of no member does not ask, and leaves the project as it is."""
        organisation = author.organisation if author else None
        projects = running_projects(organisation, timezone.localdate(), named)
        if organisation and projects.exists():
            self.fields["project"].queryset = projects
        else:
            del self.fields["project"]

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if cleaned.get("group_type") == GroupType.CLASS and "class_label" not in self.errors:
            self._check_class(str(cleaned.get("class_label") or ""))
        typed = any(self[name].value() not in (None, "") for name in (*COUNTS, "adults"))
        if not typed:
            self.add_error("girls", _("Scrieți cel puțin un număr de elevi."))
        if problem := too_many_pupils(cleaned):
            self.add_error("girls", problem)
        return cleaned

    def _check_class(self, label: str) -> None:
        if not label.strip():
            self.add_error(
                "class_label",
                _("Scrieți clasa. Dacă grupul nu a fost o clasă, alegeți alt tip la „Mai multe”."),
            )
        elif not ClassField.is_one_class(label):
            self.add_error(
                "class_label",
                _(
                    "Nu recunoaștem clasa. Scrieți-o ca 7 B; pentru mai multe clase împreună, "
                    "alegeți tipul la „Mai multe”."
                ),
            )

    def facts(self) -> SessionFacts:
        """What was said, for the services. A missing school is still to be asked for."""
        data = self.cleaned_data
        plan = data["plan"]
        project: SessionFacts = {"project": data["project"]} if "project" in data else {}
        return {
            **project,
            "plan": plan,
            "edition": self.edition if self.edition and plan == self.edition.plan else None,
            "lesson_code": "" if plan else self.lesson_code,
            "school": data["chosen_school"],
            "school_request": None,
            "school_code": "",
            "organisation": data["organisation"],
            "date": data["date"],
            "class_label": data["class_label"],
            **{name: data[name] or 0 for name in (*COUNTS, "adults")},  # type: ignore[typeddict-item]
            "duration": data["duration"] or (plan.duration if plan else None),
            "modality": data["modality"],
            "group_type": data["group_type"],
        }

    def has_new_hints(self, session_id: int | None = None) -> bool:
        """Whether there is something to look at again that was not ticked off yet."""
        self.hints = entry_hints(
            self.facts(),
            missing=self.missing_school(),
            client_id=self.cleaned_data.get("client_id"),
            session_id=session_id,
        )
        seen = set(str(self.data.get("seen", "")).split())
        return not self.hints.codes <= seen

    @property
    def more_is_open(self) -> bool:
        """Whether the folded part has something to say and must not be folded."""
        if any(
            name in self.errors
            for name in ("group_type", "duration", "modality", "adults", "project")
        ):
            return True
        return bool(self.hints and {"too_many", "many_pupils", "short", "long"} & self.hints.codes)


def new_client_id() -> str:
    """The id that makes sending a form twice register once."""
    return str(uuid.uuid4())
