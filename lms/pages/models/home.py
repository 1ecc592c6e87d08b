"""The home page: doors by role."""

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.url_routing import RouteResult

from lms.core.models import BasePage
from lms.pages.stories.taken_back import story_that_was_at


class HomePage(BasePage):
    """Four doors and a quiet fifth, how it works, and how many were reached."""

    headline = models.CharField(_("titlu mare"), max_length=120)
    lead = models.CharField(_("introducere"), max_length=300)
    how_title = models.CharField(_("titlul secțiunii „cum funcționează”"), max_length=120)
    counter_title = models.CharField(_("titlul cifrelor"), max_length=120, blank=True)
    counter_intro = models.CharField(_("textul cifrelor"), max_length=300, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("headline"),
        FieldPanel("lead"),
        InlinePanel("doors", label=_("Ușă"), max_num=5),
        FieldPanel("how_title"),
        InlinePanel("how_steps", label=_("Pas"), max_num=4),
        FieldPanel("counter_title"),
        FieldPanel("counter_intro"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home.html"

    class Meta:
        verbose_name = _("prima pagină")
        verbose_name_plural = _("prime pagini")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a page; where a story was that its author took back, say that it is gone."""
        try:
            return super().route(request, path_components)
        except Http404:
            page = story_that_was_at(f"{self.url_path}{'/'.join(path_components)}/")
            # In another language than the page's, what is shown instead says so first.
            if page is None or page.locale.language_code != get_language():
                raise
            return RouteResult(page, kwargs={"gone": True})


PICTURES = {
    "teacher": "lamp",
    "pupil": "phone-shield",
    "trainer": "bridge",
    "secretariat": "kite",
    "help": "two-hands",
}


class Door(Orderable):
    """A way in for one kind of reader."""

    class Look(models.TextChoices):
        TEACHER = "teacher", _("profesor: lampă")
        PUPIL = "pupil", _("elev: telefon cu scut")
        TRAINER = "trainer", _("formator: pod")
        SECRETARIAT = "secretariat", _("secretariat: zmeu")
        HELP = "help", _("ajutor: două mâini (ușa liniștită)")

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="doors")
    title = models.CharField(_("titlu"), max_length=60)
    text = models.CharField(_("text"), max_length=200)
    address = models.CharField(_("adresă pe acest site"), max_length=120)
    look = models.CharField(_("desen"), max_length=11, choices=Look.choices)

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("look")]),
        FieldPanel("text"),
        FieldPanel("address"),
    ]

    def __str__(self) -> str:
        return self.title

    @property
    def picture(self) -> str:
        """The static path of the door's drawing."""
        return f"img/{PICTURES[self.look]}.svg"


class HowStep(Orderable):
    """A step of "how it works"."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="how_steps")
    title = models.CharField(_("titlu"), max_length=80)
    text = models.CharField(_("text"), max_length=240)

    panels = [FieldPanel("title"), FieldPanel("text")]

    def __str__(self) -> str:
        return self.title
