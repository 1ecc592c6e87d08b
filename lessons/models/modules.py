"""What a pupil does online: a module and its steps, one idea a screen."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from lessons import module_panels as panels
from lessons.enums import SENSITIVITY_CEILING, Measure
from lessons.models.plans import LessonPlanPage
from lms.core.enums import AgeBand, Theme
from lms.core.models import BasePage
from lms.core.text import lines
from media.models import ContentDocument, ContentImage, StoryPage
from media.selectors import is_closed
from quizzes.models import Question

# Addresses below a module that are no steps.
RESERVED_SLUGS = frozenset({"acum", "pachet", "partajare", "plan", "recapitulare"})
SOUND_TYPES = {"mp3": "audio/mpeg", "ogg": "audio/ogg"}


class BelowModulesOnly(Page):
    """A page that is read below `/module/` and nowhere else: age gates stand in the views there.
    Where an editor gives the list another address, Wagtail finds nothing; previews go on."""

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not getattr(request, "is_preview", False):
            raise Http404
        return super().serve(request, *args, **kwargs)


class ModuleIndexPage(BelowModulesOnly, BasePage):
    """The list of modules. It is made by an ordinary view."""

    intro = models.CharField(_("introducere"), max_length=300, blank=True)

    content_panels = panels.INDEX
    max_count_per_parent = 1
    subpage_types = ["lessons.ModulePage"]

    class Meta:
        verbose_name = _("lista modulelor")
        verbose_name_plural = _("lista modulelor")


class ModulePage(BelowModulesOnly, StoryPage):
    """A module: neutral title, steps below it, three things to keep, a plan for safety."""

    summary = models.CharField(_("pe scurt"), max_length=240)
    age_band = models.CharField(_("vârsta"), max_length=6, choices=AgeBand.choices, db_index=True)
    theme = models.CharField(_("tema"), max_length=14, choices=Theme.choices)
    # The plan stays when a module goes, and a module stays when its plan goes.
    plan = models.ForeignKey(
        LessonPlanPage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="modules",
        verbose_name=_("planul de lecție"),
    )
    minutes = models.PositiveSmallIntegerField(
        _("durata (minute)"), validators=[MinValueValidator(5), MaxValueValidator(100)]
    )
    sensitivity = models.PositiveSmallIntegerField(
        _("sensibilitate"), default=1, validators=[MinValueValidator(1), MaxValueValidator(4)]
    )
    takeaways = models.TextField(
        _("trei lucruri de ținut minte"), help_text=_("Trei, câte unul pe fiecare rând.")
    )
    pledge_title = models.CharField(_("titlul planului"), max_length=80, blank=True)
    pledge_intro = models.CharField(_("introducerea planului"), max_length=400, blank=True)
    pledge_prompts = models.TextField(
        _("întrebările planului"),
        blank=True,
        help_text=_("Patru până la șase, câte una pe fiecare rând. Răspunsurile rămân la elev."),
    )

    two_pairs_of_eyes = True
    edit_handler = panels.MODULE
    parent_page_types = ["lessons.ModuleIndexPage"]
    subpage_types = ["lessons.StepPage"]
    template = "modules/module.html"

    class Meta:
        verbose_name = _("modul")
        verbose_name_plural = _("module")

    @property
    def takeaway_list(self) -> list[str]:
        """The three things to keep."""
        return lines(self.takeaways)

    @property
    def prompt_list(self) -> list[str]:
        """The prompts of the safety plan."""
        return lines(self.pledge_prompts)

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.summary, self.takeaways]

    def texts_to_check(self) -> list[str]:
        return [*self.searchable_text(), self.pledge_title, self.pledge_intro, self.pledge_prompts]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """What the template shows, also in the editor's preview."""
        # Selectors read these models, so they can only be imported once the models exist.
        from lessons.selectors.modules import module_context

        return {**super().get_context(request, *args, **kwargs), **module_context(self)}

    def clean(self) -> None:
        """Check what the fields say together."""
        super().clean()
        errors: dict[str, str] = {}
        if self.age_band and (self.sensitivity or 0) > SENSITIVITY_CEILING[AgeBand(self.age_band)]:
            errors["sensitivity"] = _("Prea greu pentru această vârstă. Alegeți un nivel mai mic.")
        if len(self.takeaway_list) != 3:
            errors["takeaways"] = _("Scrieți exact trei lucruri, câte unul pe fiecare rând.")
        if self.pledge_title and not 4 <= len(self.prompt_list) <= 6:
            errors["pledge_prompts"] = _("Scrieți patru până la șase întrebări, una pe rând.")
        if self.prompt_list and not self.pledge_title:
            errors["pledge_title"] = _("Planul are nevoie de un titlu.")
        if errors:
            raise ValidationError(errors)


class StepPage(BelowModulesOnly, StoryPage):
    """One screen: a few sentences, at most one picture, one sound and one question."""

    content_note = models.CharField(
        _("notă despre conținut"),
        max_length=300,
        blank=True,
        help_text=_("Înainte de ceva greu: despre ce este, cât ține, „Poți sări peste.”"),
    )
    picture = models.ForeignKey(
        ContentImage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("imagine"),
    )
    picture_text = models.CharField(
        _("ce se vede în imagine"),
        max_length=255,
        blank=True,
        help_text=_("Pentru cine nu o poate vedea. Gol: descrierea din bibliotecă."),
    )
    sound = models.ForeignKey(
        ContentDocument,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("înregistrare (mp3 sau ogg)"),
    )
    spoken = models.TextField(
        _("textul rostit"), blank=True, help_text=_("Cuvânt cu cuvânt ce se aude în înregistrare.")
    )
    question = models.ForeignKey(
        Question,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steps",
        verbose_name=_("întrebare"),
    )
    measure = models.CharField(
        _("măsoară"),
        max_length=6,
        choices=Measure.choices,
        blank=True,
        help_text=_("Aceeași întrebare, o dată la început și o dată la sfârșit."),
    )

    # A module is found by its first page, and a step of one that was withdrawn never.
    is_listed = False

    two_pairs_of_eyes = True
    edit_handler = panels.STEP
    parent_page_types = ["lessons.ModulePage"]
    subpage_types: list[str] = []
    template = "modules/step.html"

    class Meta:
        verbose_name = _("pas")
        verbose_name_plural = _("pași")

    @property
    def picture_alt(self) -> str:
        """What is seen in the picture."""
        return self.picture_text or (self.picture.description if self.picture else "")

    @property
    def open_sound(self) -> ContentDocument | None:
        """Its sound, if everybody may hear it."""
        return None if self.sound is None or is_closed(self.sound) else self.sound

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.spoken]

    def found_at(self) -> Page:
        """The module: it begins at its first page."""
        return self.get_parent()

    def texts_to_check(self) -> list[str]:
        return [*self.searchable_text(), self.content_note]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """What the template shows without a class, also in the editor's preview."""
        from lessons.selectors.module_screens import step_context

        return {**super().get_context(request, *args, **kwargs), **step_context(self)}

    def clean(self) -> None:
        """Check the address and what picture, sound and measure ask for."""
        super().clean()
        errors: dict[str, str] = {}
        if self.slug in RESERVED_SLUGS:
            errors["slug"] = _("Această adresă este a modulului. Alegeți alta.")
        if self.picture and not self.picture_alt:
            errors["picture_text"] = _("Scrieți ce se vede în imagine.")
        if self.sound and not self.spoken.strip():
            errors["spoken"] = _("Scrieți textul rostit, pentru cine nu îl poate auzi.")
        if self.sound and self.sound.file_extension.lower() not in SOUND_TYPES:
            errors["sound"] = _("Alegeți o înregistrare mp3 sau ogg.")
        if self.measure and not self.question:
            errors["measure"] = _("Se poate măsura numai cu o întrebare.")
        if errors:
            raise ValidationError(errors)
