"""The catalogue and the lesson plan: what a teacher teaches from."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.models import PageManager

from lessons import panels
from lessons.enums import SENSITIVITY_CEILING, TOO_HARD, Setting
from lessons.models.curriculum import ConventionArticle, validate_school_year
from lessons.querysets import LessonPlanQuerySet
from lms.core.enums import AgeBand, Theme
from lms.core.grades import GRADES, age_band_of, grades_label
from lms.core.models import BasePage
from lms.core.text import lines
from media.blocks import RICH_TEXT
from media.models import StoryPage
from quizzes.models import Quiz

# Addresses beside those of plans: a page with one of these slugs could not be reached.
RESERVED_SLUGS = frozenset({"conventie", "curriculum"})
GRADE_VALIDATORS = [MinValueValidator(-1), MaxValueValidator(13)]


class LessonIndexPage(BasePage):
    """The catalogue. Its list is made by an ordinary view."""

    intro = models.CharField(_("introducere"), max_length=300, blank=True)

    content_panels = panels.INDEX
    max_count_per_parent = 1
    subpage_types = ["lessons.LessonPlanPage", "lessons.YearPathPage"]

    class Meta:
        verbose_name = _("catalogul lecțiilor")
        verbose_name_plural = _("catalogul lecțiilor")


class LessonPlanPage(StoryPage):
    """A plan with everything a teacher needs on the day."""

    # What pupils gain
    subtitle = models.CharField(_("subtitlu"), max_length=120, blank=True)
    summary = models.CharField(_("pe scurt"), max_length=240)
    essential_question = models.CharField(_("întrebarea esențială"), max_length=240)
    outcomes = models.TextField(
        _("la final, elevii pot"), help_text=_("Două sau trei, câte unul pe fiecare rând.")
    )
    # For whom and how
    grade_from = models.SmallIntegerField(_("de la clasa"), validators=GRADE_VALIDATORS)
    grade_to = models.SmallIntegerField(_("până la clasa"), validators=GRADE_VALIDATORS)
    age_band = models.CharField(_("vârsta"), max_length=6, choices=AgeBand.choices, db_index=True)
    theme = models.CharField(_("tema"), max_length=14, choices=Theme.choices, db_index=True)
    duration = models.PositiveSmallIntegerField(_("durata (minute)"))
    short_duration = models.PositiveSmallIntegerField(_("varianta scurtă (minute)"), default=20)
    setting = models.CharField(
        _("unde se ține"), max_length=5, choices=Setting.choices, default=Setting.CLASS
    )
    needs_devices = models.BooleanField(_("elevii au nevoie de dispozitive"), default=False)
    needs_internet = models.BooleanField(_("este nevoie de internet"), default=False)
    materials = models.TextField(
        _("materiale"), blank=True, help_text=_("Câte unul pe fiecare rând.")
    )
    # With care
    sensitivity = models.PositiveSmallIntegerField(
        _("sensibilitate"), default=1, validators=[MinValueValidator(1), MaxValueValidator(4)]
    )
    content_note = models.TextField(_("notă despre conținut"))
    # The teacher's pages
    background = RichTextField(_("ce e bine să știți"), features=RICH_TEXT, blank=True)
    before_class = RichTextField(_("înainte de oră"), features=RICH_TEXT, blank=True)
    after_class = RichTextField(_("după oră"), features=RICH_TEXT, blank=True)
    trusted_map = RichTextField(_("harta „cui îi spun”"), features=RICH_TEXT, blank=True)
    disclosure = RichTextField(_("dacă un elev îți spune ceva"), features=RICH_TEXT)
    exit_questions = models.TextField(
        _("întrebări de ieșire"), help_text=_("Trei, câte una pe fiecare rând.")
    )
    family_letter_title = models.CharField(_("titlul scrisorii"), max_length=160, blank=True)
    family_letter = RichTextField(_("scrisoare către familie"), features=RICH_TEXT, blank=True)
    quiz = models.ForeignKey(
        Quiz,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plans",
        verbose_name=_("test „verifică-te”"),
    )
    articles = ParentalManyToManyField(
        ConventionArticle,
        blank=True,
        related_name="plans",
        verbose_name=_("articole din Convenția cu privire la drepturile copilului"),
    )
    # Edition and life
    edition_year = models.CharField(
        _("ediția anului școlar"),
        max_length=9,
        blank=True,
        validators=[validate_school_year],
        help_text=_("Gol: anul școlar în curs."),
    )
    change_note = models.CharField(_("ce s-a schimbat"), max_length=300, blank=True)
    licence = models.CharField(_("licență"), max_length=40, default="CC BY-SA 4.0")
    review_by = models.DateField(_("de revăzut până la"), null=True, blank=True)
    retired_on = models.DateField(_("retras la"), null=True, blank=True)
    retired_reason = models.CharField(_("motivul retragerii"), max_length=300, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("înlocuit de"),
    )

    objects = PageManager.from_queryset(LessonPlanQuerySet)()
    # Beside the story and the parts: the texts in which a figure may be named by its token.
    figure_fields = (
        "summary", "background", "before_class", "after_class", "trusted_map", "disclosure",
        "family_letter",
    )  # fmt: skip

    two_pairs_of_eyes = True
    edit_handler = panels.PLAN
    parent_page_types = ["lessons.LessonIndexPage"]
    subpage_types: list[str] = []
    template = "lessons/plan.html"

    class Meta:
        verbose_name = _("plan de lecție")
        verbose_name_plural = _("planuri de lecție")

    @property
    def grades(self) -> range:
        """The grades it is for, 0 = pregătitoare."""
        return range(self.grade_from, self.grade_to + 1)

    @property
    def grades_label(self) -> str:
        """ "V–VIII"."""
        return grades_label(self.grades)

    @property
    def outcome_list(self) -> list[str]:
        """The outcomes, one an item."""
        return lines(self.outcomes)

    @property
    def material_list(self) -> list[str]:
        """The materials, one an item."""
        return lines(self.materials)

    @property
    def exit_question_list(self) -> list[str]:
        """The exit questions, one an item."""
        return lines(self.exit_questions)

    def searchable_text(self) -> list[str]:
        texts = [self.subtitle, self.summary, self.essential_question, self.outcomes]
        return [*super().searchable_text(), *texts, str(self.get_theme_display())]

    def texts_to_check(self) -> list[str]:
        rich = (getattr(self, name) for name in self.figure_fields)
        steps = (step.body for step in self.steps.all())
        return [*self.searchable_text(), self.content_note, self.exit_questions, *rich, *steps]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """What the template shows. `edition` is given when an older edition is read."""
        # Selectors read these models, so they can only be imported once the models exist.
        from lessons.selectors.plan_pages import plan_context

        edition = kwargs.pop("edition", None)
        context = super().get_context(request, *args, **kwargs)
        return {**context, **plan_context(self, edition)}

    def clean(self) -> None:
        """Check what the fields say together; the steps are checked by the plan's form."""
        super().clean()
        errors = self._audience_errors()
        if self.slug in RESERVED_SLUGS:
            errors["slug"] = _("Adresa este folosită de platformă. Alegeți alta.")
        if not 2 <= len(self.outcome_list) <= 3:
            errors["outcomes"] = _("Scrieți două sau trei rezultate, câte unul pe fiecare rând.")
        if len(self.exit_question_list) != 3:
            errors["exit_questions"] = _("Scrieți exact trei întrebări, câte una pe fiecare rând.")
        if self.retired_on and not self.retired_reason:
            errors["retired_reason"] = _("Scrieți de ce se retrage planul.")
        if self.retired_on and self.retired_on > timezone.localdate():
            errors["retired_on"] = _(
                "Planul se retrage îndată. Alegeți ziua de azi sau una trecută."
            )
        if self.replaced_by_id and self.replaced_by_id == self.pk:
            errors["replaced_by"] = _("Alegeți alt plan: acesta este cel care se retrage.")
        if errors:
            raise ValidationError(errors)

    def _audience_errors(self) -> dict[str, str]:
        """What grades, age and sensitivity say against each other. Django asks also when one of
        them is empty or out of range; that has an error of its own then."""
        errors: dict[str, str] = {}
        if {self.grade_from, self.grade_to} <= {row.grade for row in GRADES}:
            bands = {age_band_of(self.grade_from), age_band_of(self.grade_to)}
            if self.grade_from > self.grade_to:
                errors["grade_to"] = _("Ultima clasă nu poate fi înaintea primei.")
            elif self.age_band and self.age_band not in bands:
                errors["age_band"] = _("Vârsta nu se potrivește cu clasele alese.")
        if self.age_band and (self.sensitivity or 0) > SENSITIVITY_CEILING[AgeBand(self.age_band)]:
            errors["sensitivity"] = TOO_HARD
        return errors
