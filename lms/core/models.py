"""The base of every page type: what search and shared links say of it, and short routing."""

from functools import cache

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from lms.core.advice_panel import with_advice
from lms.core.stemming import stem_text
from lms.core.two_pairs import TwoPairsTester


class BasePage(Page):
    """Abstract parent of all pages."""

    # Whether a page is found by itself: in the sitemap, with a card for those who share it.
    is_listed = True
    # Published by a colleague's approval, never alone.
    two_pairs_of_eyes = False
    # What a law or an office says: an old translation tells its readers that it is one.
    states_legal_facts = False
    # After how many days somebody reads it again, unless the page says so itself.
    review_after_days = 365

    search_fields = [*Page.search_fields, index.SearchField("stemmed_text")]

    class Meta:
        abstract = True

    @property
    def expected_languages(self) -> tuple[str, ...]:
        """The languages in which readers expect this page."""
        return settings.COMPLETE_LANGUAGES

    def texts_to_check(self) -> list[str]:
        """The texts that advice is given on; pages with more words than search needs say them."""
        return self.searchable_text()

    def searchable_text(self) -> list[str]:
        """Return the texts that a reader's words are looked for in."""
        return [self.title, self.search_description]

    def title_words(self) -> str:
        """Return further words by which the page is called: a subtitle, the home's headline."""
        return getattr(self, "subtitle", "") or getattr(self, "headline", "")

    def description(self) -> str:
        """Return what a result of a search, a share card and a search engine say of the page."""
        for name in ("search_description", "summary", "intro", "lead"):
            if text := getattr(self, name, ""):
                return text
        return ""

    def found_at(self) -> "Page":
        """Return the page that a reader is led to who finds this one."""
        return self

    def stemmed_text(self) -> str:
        """Return the page's words as stems, so that "copil" finds "copiilor" on any database."""
        return stem_text(" ".join(self.searchable_text()))

    @classmethod
    @cache
    def get_edit_handler(cls) -> TabbedInterface:
        """The editor's form of this type, and what is to be said of the draft."""
        form = getattr(cls, "edit_handler", None) or TabbedInterface(
            [
                ObjectList(cls.content_panels, heading=_("Conținut")),
                ObjectList(cls.promote_panels, heading=_("Adresă și căutare")),
                # Nothing of it is seen as a tab: when a page goes out, and comments.
                ObjectList(cls.settings_panels, heading=_("Publicare")),
            ],
            base_form_class=cls.base_form_class,
        )
        return with_advice(form).bind_to_model(cls)

    def permissions_for_user(self, user: AbstractBaseUser) -> TwoPairsTester:
        """What this user may do with the page."""
        return TwoPairsTester(user, self)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a page below this one by its whole path: two queries, however deep it lies.

        A language without a home gets the Romanian one from Wagtail: here it is not found, so that
        what is shown instead says so (lms.core.fallback).
        """
        language = get_language()
        if language != settings.LANGUAGE_CODE and self.locale.language_code != language:
            raise Http404
        if not path_components:
            return super().route(request, path_components)
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        page = Page.objects.live().filter(url_path=url_path).first()
        if page is None:
            raise Http404
        return RouteResult(page.specific)
