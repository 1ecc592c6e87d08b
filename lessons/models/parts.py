"""The parts of a lesson plan: timed steps, slides, worksheets, included cases."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable

from lessons.enums import FileAudience, Grouping
from lessons.models.cases import CaseStudy
from media.blocks import RICH_TEXT, STORY

PLAN = "lessons.LessonPlanPage"


class LessonStep(Orderable):
    """A timed step. The minutes of a plan's steps add up to its duration."""

    plan = ParentalKey(PLAN, on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(_("titlu"), max_length=120)
    minutes = models.PositiveSmallIntegerField(_("minute"), validators=[MinValueValidator(1)])
    short_minutes = models.PositiveSmallIntegerField(
        _("minute în varianta scurtă"), default=0, help_text=_("0 = pasul se lasă deoparte.")
    )
    grouping = models.CharField(
        _("cum se lucrează"), max_length=8, choices=Grouping.choices, default=Grouping.CLASS
    )
    body = RichTextField(_("desfășurare"), features=RICH_TEXT)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("minutes"), FieldPanel("short_minutes"), FieldPanel("grouping")]),
        FieldPanel("body"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            # Whoever writes it: the short cut would take longer than the lesson.
            models.CheckConstraint(
                condition=models.Q(short_minutes__lte=models.F("minutes")),
                name="short_cut_is_not_longer_than_the_step",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class LessonSlide(Orderable):
    """A slide of the presentation, with what the teacher says."""

    plan = ParentalKey(PLAN, on_delete=models.CASCADE, related_name="slides")
    title = models.CharField(_("titlu"), max_length=120)
    body = RichTextField(_("text"), features=["bold", "italic", "ul", "ol"], blank=True)
    notes = models.TextField(_("ce spune profesorul"), blank=True)

    panels = [FieldPanel("title"), FieldPanel("body"), FieldPanel("notes")]

    def __str__(self) -> str:
        return self.title


class Worksheet(Orderable):
    """A sheet to print; its tasks are blocks of the shared list."""

    plan = ParentalKey(PLAN, on_delete=models.CASCADE, related_name="worksheets")
    slug = models.SlugField(_("nume de fișier"))
    title = models.CharField(_("titlu"), max_length=160)
    audience = models.CharField(
        _("pentru cine"), max_length=8, choices=FileAudience.choices, default=FileAudience.PUPIL
    )
    private = models.BooleanField(_("rămâne la elev, nu se adună"), default=False)
    intro = models.TextField(_("introducere"), blank=True)
    tasks = StreamField(STORY, verbose_name=_("sarcini"))

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("audience"), FieldPanel("private")]),
        FieldPanel("intro"),
        FieldPanel("tasks"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            # The slug is a file of the kit: of two alike only one would be in it.
            models.UniqueConstraint(fields=["plan", "slug"], name="worksheet_slug_once_per_plan"),
        ]

    def __str__(self) -> str:
        return self.title


class PlanCase(Orderable):
    """A case study's place in a plan."""

    plan = ParentalKey(PLAN, on_delete=models.CASCADE, related_name="case_places")
    case = models.ForeignKey(
        CaseStudy, models.PROTECT, related_name="places", verbose_name=_("studiu de caz")
    )

    panels = [FieldPanel("case")]

    class Meta(Orderable.Meta):
        constraints = [
            # Two editors at once must not print one story twice in a plan.
            models.UniqueConstraint(fields=["plan", "case"], name="case_once_per_plan"),
        ]

    def __str__(self) -> str:
        return str(self.case)
