"""Reads over all pages: what a question finds."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from wagtail.models import Page

from lms.helplines.selectors import published_lines
from lms.pages.models import PageWords, StandardPage, Synonyms
from lms.pages.search.kinds import KINDS, kind_of
from lms.pages.search.places import all_places, place_entries
from lms.pages.search.question import read_question
from lms.pages.search.ranking import Entry, best
from lms.pages.search.words import index_words


@dataclass(frozen=True)
class Answer:
    """One result as a reader sees it."""

    kind: str
    title: str
    text: str
    url: str

    @property
    def kind_name(self) -> str:
        """What the reader calls its kind."""
        return str(KINDS[self.kind])


def find(words: str, language: str) -> list[str]:
    """The keys of all that a question finds in this language, best first."""
    groups = [group.members for group in Synonyms.objects.filter(language=language)]
    asked = read_question(words, language, groups)
    if not asked:
        return []
    entries = [*_page_entries(language), *place_entries(language)]
    # The steps of a module are found as the module.
    return list(dict.fromkeys(best(asked, entries)))


def kinds_of(keys: Sequence[str]) -> dict[str, str]:
    """The kind of everything found, by key, in the same order."""
    models = dict(Page.objects.filter(pk__in=_ids(keys)).values_list("pk", "content_type__model"))
    places = all_places()
    return {
        key: places[key].kind if key in places else kind_of(models.get(int(key), ""))
        for key in keys
    }


def count_kinds(kinds: Iterable[str]) -> dict[str, int]:
    """How many there are of each kind, in the order of the filter."""
    counted = Counter(kinds)
    return {kind: counted[kind] for kind in KINDS if counted[kind]}


def answers(keys: Sequence[str], language: str) -> list[Answer]:
    """What is shown of each result."""
    places, kinds = all_places(), kinds_of(keys)
    pages = {str(page.pk): page for page in Page.objects.filter(pk__in=_ids(keys)).specific()}
    shown = []
    for key in keys:
        if key in places:
            words = places[key].words[language]
            url = places[key].address(language)
            shown.append(Answer(kinds[key], words.title, words.text, url))
        elif page := pages.get(key):
            title = ", ".join(filter(None, (page.title, page.title_words())))
            shown.append(Answer(kinds[key], title, page.description(), page.url))
    return shown


def public_pages(language: str) -> QuerySet[Page]:
    """Every page below the home of this language that anyone may read."""
    pages = Page.objects.live().public().filter(locale__language_code=language, depth__gt=2)
    # A page below an unpublished one answers 404, published as it may be by itself.
    for above in Page.objects.not_live().filter(numchild__gt=0):
        pages = pages.not_descendant_of(above)
    return pages


def _page_entries(language: str) -> list[Entry]:
    rows = PageWords.objects.filter(language=language, page__in=public_pages(language).values("pk"))
    found = rows.values_list(
        "page_id", "shown_id", "shown__content_type__model", "title", "lead", "body"
    )
    # "A lesson on …", "a course for …": what kind of page it is counts like its description.
    kinds = {kind: index_words(str(name)) for kind, name in KINDS.items() if kind != "page"}
    help_pages = _help_pages()
    lines = _line_words(language) if help_pages else ""
    entries = []
    for page, shown, model, title, lead, body in found:
        # A step's own title says little about the module: it counts as a part of the text.
        if page != shown:
            title, lead, body = "", "", f"{title} {lead} {body}"
        elif page in help_pages:
            lead = f"{lead} {lines}"
        entries.append(Entry(str(shown), title, f"{lead} {kinds.get(kind_of(model), '')}", body))
    return entries


def _help_pages() -> set[int]:
    """The pages that show the help lines."""
    shown = StandardPage.objects.filter(feature=StandardPage.Feature.HELPLINES)
    return set(shown.values_list("pk", flat=True))


def _line_words(language: str) -> str:
    """The help lines are rows beside the page that shows them."""
    lines = published_lines(language)
    return index_words(" ".join(f"{line.number} {line.name} {line.for_whom}" for line in lines))


def _ids(keys: Iterable[str]) -> list[int]:
    return [int(key) for key in keys if key.isdecimal()]
