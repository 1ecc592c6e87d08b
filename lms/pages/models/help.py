"""Help by situation and age: what to do now, whom to call, what happens then."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing

from lms.abroad.models import AbroadIndexPage
from lms.core.constraints import only_known
from lms.core.models import BasePage
from lms.core.text import lines
from lms.helplines.enums import Reader, Situation
from lms.helplines.selectors import lines_in

_FEATURES = ["bold", "link", "ol", "ul"]


@dataclass(frozen=True)
class Headings:
    """The titles of a page's parts, said to a child or to an adult."""

    steps: str
    lines: str
    after: str
    silent: str
    other: str


class HelpPage(BasePage):
    """What one reader in one situation needs, in the order in which it is needed."""

    situation = models.CharField(gettext_lazy("situația"), max_length=10, choices=Situation.choices)
    reader = models.CharField(gettext_lazy("cine citește"), max_length=5, choices=Reader.choices)
    intro = models.CharField(gettext_lazy("introducere"), max_length=300)
    steps = models.TextField(
        gettext_lazy("ce faceți acum"),
        help_text=gettext_lazy("Trei pași scurți, câte unul pe rând."),
    )
    after_call = RichTextField(gettext_lazy("ce se întâmplă când sună"), features=_FEATURES)
    cannot_speak = RichTextField(gettext_lazy("dacă nu poate vorbi"), features=_FEATURES)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("situation"), FieldPanel("reader")]),
        FieldPanel("intro"),
        FieldPanel("steps"),
        FieldPanel("after_call"),
        FieldPanel("cannot_speak"),
    ]
    template = "pages/help.html"
    parent_page_types = ["pages.StandardPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = gettext_lazy("pagină de ajutor")
        verbose_name_plural = gettext_lazy("pagini de ajutor")
        constraints = [
            # A situation or a reader that no line serves would leave the page without numbers.
            only_known("situation", Situation, name="help_situation_is_known"),
            only_known("reader", Reader, name="help_reader_is_known"),
        ]

    @property
    def expected_languages(self) -> tuple[str, ...]:
        """Help speaks every language."""
        return tuple(code for code, _name in settings.LANGUAGES)

    def searchable_text(self) -> list[str]:
        rich = [get_text_for_indexing(text) for text in (self.after_call, self.cannot_speak)]
        return [*super().searchable_text(), self.intro, self.steps, *rich]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        language = self.locale.language_code
        return super().get_context(request, *args, **kwargs) | {
            "steps": lines(self.steps),
            "lines": lines_in(language, Situation(self.situation), Reader(self.reader)),
            "headings": _headings(Reader(self.reader)),
            "above": self.get_parent(),
            "other": self._for_the_other_reader(),
            "guides": self._country_guides() if self.situation == Situation.ABROAD else None,
        }

    def _for_the_other_reader(self) -> "HelpPage | None":
        """The same situation, told to the other reader."""
        return (
            HelpPage.objects.live()
            .sibling_of(self, inclusive=False)
            .filter(situation=self.situation)
            .exclude(reader=self.reader)
            .first()
        )

    def _country_guides(self) -> AbroadIndexPage | None:
        """The list of the guides of other countries."""
        return AbroadIndexPage.objects.live().filter(locale=self.locale).first()


def _headings(reader: Reader) -> Headings:
    if reader == Reader.CHILD:
        return Headings(
            steps=_("Ce poți face acum"),
            lines=_("Pe cine suni"),
            after=_("Ce se întâmplă când suni"),
            silent=_("Dacă nu poți vorbi"),
            other=_("Sunteți adult? Citiți pagina pentru adulți"),
        )
    return Headings(
        steps=_("Ce puteți face acum"),
        lines=_("Pe cine sunați"),
        after=_("Ce se întâmplă când sunați"),
        silent=_("Dacă nu puteți vorbi"),
        other=_("Ești copil sau adolescent? Citește pagina pentru tine"),
    )
