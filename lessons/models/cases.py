"""Case studies: written once, included in lessons one by one."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail.search import index

from lessons.enums import SENSITIVITY_CEILING, TOO_HARD
from lessons.forms.cases import CaseStudyForm
from lms.core.enums import AgeBand, Theme
from lms.core.story_ticks import tick_panels
from media.blocks import RICH_TEXT


class CaseStudy(index.Indexed, TranslatableMixin, models.Model):
    """A short story that shows a pattern and stays open at the end."""

    slug = models.SlugField(_("adresă scurtă"))
    title = models.CharField(_("titlu"), max_length=160)
    age_band = models.CharField(_("vârsta"), max_length=6, choices=AgeBand.choices)
    theme = models.CharField(_("temă"), max_length=14, choices=Theme.choices)
    sensitivity = models.PositiveSmallIntegerField(
        _("sensibilitate"), default=1, validators=[MinValueValidator(1), MaxValueValidator(4)]
    )
    story = RichTextField(_("povestea"), features=RICH_TEXT)
    questions = models.TextField(_("întrebări"), help_text=_("Câte una pe fiecare rând."))
    teacher_note = RichTextField(_("nota profesorului"), features=RICH_TEXT, blank=True)
    tells_a_story = models.BooleanField(
        _("spune povestea unei persoane"),
        default=False,
        help_text=_("Și când numele este schimbat. Un exemplu inventat nu este povestea cuiva."),
    )

    withdrawn = models.BooleanField(
        _("acordul a fost retras"),
        default=False,
        help_text=_("Cazul dispare din lecții și din seturile de descărcat, în toate limbile."),
    )
    # That an editor gave the four ticks for these very words, which no copy is.
    confirmed = models.BooleanField(default=False, editable=False)
    exclude_fields_in_copy = ["confirmed"]

    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]
    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("age_band"), FieldPanel("theme"), FieldPanel("sensitivity")]),
        FieldPanel("story"),
        FieldPanel("questions"),
        FieldPanel("teacher_note"),
        tick_panels(FieldPanel("tells_a_story"), FieldPanel("withdrawn")),
    ]
    base_form_class = CaseStudyForm

    class Meta(TranslatableMixin.Meta):
        ordering = ["title"]
        verbose_name = _("studiu de caz")
        verbose_name_plural = _("studii de caz")
        constraints = [
            # Starter content loaded twice at once must not tell a story twice.
            models.UniqueConstraint(fields=["slug", "locale"], name="one_case_per_slug_and_locale"),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """A case is not harder than its age may bear."""
        super().clean()
        if self.age_band and self.is_too_hard_for(AgeBand(self.age_band)):
            raise ValidationError({"sensitivity": TOO_HARD})

    def is_too_hard_for(self, band: AgeBand) -> bool:
        """Whether its sensitivity is above the ceiling of an age band."""
        return (self.sensitivity or 0) > SENSITIVITY_CEILING[band]

    @property
    def may_be_told(self) -> bool:
        """Whether lessons and kits may hold it."""
        return not self.withdrawn and (self.confirmed or not self.tells_a_story)

    @property
    def question_list(self) -> list[str]:
        """The questions, one an item."""
        return [line.strip() for line in self.questions.splitlines() if line.strip()]
