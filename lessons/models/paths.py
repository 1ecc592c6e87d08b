"""A path for a school year: which lesson in which month, with the days of the calendar."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable
from wagtail.search import index

from lessons import panels
from lessons.models.curriculum import CurriculumHook, validate_school_year
from lessons.models.modules import ModulePage
from lessons.models.plans import GRADE_VALIDATORS, RESERVED_SLUGS, LessonPlanPage
from lms.core.enums import AgeBand
from lms.core.grades import GRADES, age_band_of, grades_label
from lms.core.periods import MONTHS
from media.models import StoryPage

# Teaching ends in June; September opens the year.
TAUGHT = (9, 10, 11, 12, 1, 2, 3, 4, 5, 6)
SCHOOL_MONTHS = [MONTHS[month - 1] for month in TAUGHT]


class YearPathPage(StoryPage):
    """What a school can teach in one year to some grades, month by month."""

    summary = models.CharField(_("pe scurt"), max_length=240)
    school_year = models.CharField(_("an școlar"), max_length=9, validators=[validate_school_year])
    grade_from = models.SmallIntegerField(_("de la clasa"), validators=GRADE_VALIDATORS)
    grade_to = models.SmallIntegerField(_("până la clasa"), validators=GRADE_VALIDATORS)

    edit_handler = panels.PATH
    parent_page_types = ["lessons.LessonIndexPage"]
    subpage_types: list[str] = []
    template = "lessons/path.html"

    class Meta:
        verbose_name = _("parcurs pentru un an")
        verbose_name_plural = _("parcursuri pentru un an")

    @property
    def grades(self) -> range:
        """The grades it is for, 0 = pregătitoare."""
        return range(self.grade_from, self.grade_to + 1)

    @property
    def grades_label(self) -> str:
        """ "V–VIII"."""
        return grades_label(self.grades)

    @property
    def age_band(self) -> AgeBand:
        """The age of its oldest pupils: the gate of the page."""
        return age_band_of(self.grade_to)

    def save(self, *args: object, **kwargs: object) -> None:
        """Save it and let search know its steps: they are written after the page itself, which is
        when Wagtail looks for words."""
        super().save(*args, **kwargs)
        index.insert_or_update_object(self)

    def searchable_text(self) -> list[str]:
        """Its days of the calendar too: a teacher looks for "18 octombrie" or "Școala Altfel"."""
        texts = [self.summary, self.grades_label]
        with translation.override(self.locale.language_code):
            for step in self.steps.all():
                hook = step.hook.local_name if step.hook else ""
                texts += [hook, str(step.get_month_display() or ""), step.note]
        return [*super().searchable_text(), *texts]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        # Selectors read these models, so they can only be imported once the models exist.
        from lessons.selectors.paths import path_context

        context = super().get_context(request, *args, **kwargs)
        # Not `full_url`, which asks the shared cache for the roots of all sites.
        address = f"{settings.SITE_URL}{request.path}"
        return {**context, **path_context(self), "address": address}

    def clean(self) -> None:
        """Check what the fields say together; steps are checked by the form."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Adresa este folosită de platformă. Alegeți alta.")})
        known = {self.grade_from, self.grade_to} <= {row.grade for row in GRADES}
        if known and self.grade_from > self.grade_to:
            raise ValidationError({"grade_to": _("Ultima clasă nu poate fi înaintea primei.")})


class PathStep(Orderable):
    """What is done in one month: a lesson, a module, a day of the calendar."""

    path = ParentalKey(YearPathPage, on_delete=models.CASCADE, related_name="steps")
    month = models.PositiveSmallIntegerField(
        _("luna"),
        choices=SCHOOL_MONTHS,
        null=True,
        blank=True,
        help_text=_("Gol: fără dată fixă, de exemplu Școala Altfel."),
    )
    # A step goes with the lesson that it names; the month stays empty, and says so.
    plan = models.ForeignKey(
        LessonPlanPage,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="path_steps",
        verbose_name=_("planul de lecție"),
    )
    module = models.ForeignKey(
        ModulePage,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="path_steps",
        verbose_name=_("modulul"),
    )
    hook = models.ForeignKey(
        CurriculumHook, models.PROTECT, null=True, blank=True, verbose_name=_("reper")
    )
    note = models.CharField(_("cum se face"), max_length=300, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("month"), FieldPanel("hook")]),
        FieldPanel("plan"),
        FieldPanel("module"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("pas al unui parcurs")
        verbose_name_plural = _("pași ai parcursurilor")

    def __str__(self) -> str:
        return f"{self.get_month_display()}: {self.plan or self.module or self.hook}"
