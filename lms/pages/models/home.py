"""The home page: doors by role."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from lms.core.models import BasePage


class HomePage(BasePage):
    """Four doors and a quiet fifth, how it works, and how many were reached."""

    headline = models.CharField(_("titlu mare"), max_length=120)
    lead = models.CharField(_("introducere"), max_length=300)
    how_title = models.CharField(_("titlul secțiunii „cum funcționează”"), max_length=120)
    how_steps = models.TextField(_("cum funcționează"), help_text=_("Câte un pas pe rând."))
    counter_intro = models.CharField(_("textul cifrelor"), max_length=300, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("headline"),
        FieldPanel("lead"),
        InlinePanel("doors", label=_("Ușă"), max_num=5),
        FieldPanel("how_title"),
        FieldPanel("how_steps"),
        FieldPanel("counter_intro"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home.html"

    class Meta:
        verbose_name = _("prima pagină")
        verbose_name_plural = _("prime pagini")

    @property
    def how_step_list(self) -> list[str]:
        """The steps of "how it works", one an item."""
        return [line.strip() for line in self.how_steps.splitlines() if line.strip()]


class Door(Orderable):
    """A way in for one kind of reader."""

    class Look(models.TextChoices):
        LAMP = "lamp", _("lampă")
        KITE = "kite", _("zmeu")
        BRIDGE = "bridge", _("pod")
        OPEN_DOOR = "open-door", _("ușă deschisă")
        TWO_HANDS = "two-hands", _("două mâini")

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="doors")
    title = models.CharField(_("titlu"), max_length=60)
    text = models.CharField(_("text"), max_length=200)
    address = models.CharField(_("adresă pe acest site"), max_length=120)
    look = models.CharField(_("desen"), max_length=10, choices=Look.choices)
    quiet = models.BooleanField(_("ușa liniștită (ajutor)"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("look"), FieldPanel("quiet")]),
        FieldPanel("text"),
        FieldPanel("address"),
    ]

    def __str__(self) -> str:
        return self.title
