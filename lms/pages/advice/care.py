"""Whether hard matter is handled with care: age, a note before it, a line to call."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from lessons.enums import SENSITIVITY_CEILING
from lessons.models import ModulePage, StepPage
from lms.core.advice import Advice
from lms.core.enums import AgeBand
from lms.core.models import BasePage
from lms.helplines.selectors import published_lines

# From this level on (of four) a note says what comes, and a line says whom to call.
NEEDS_CARE = 2


def advise(page: Page) -> Iterator[Advice]:
    """What is missing beside hard matter."""
    if not isinstance(page, BasePage):
        return
    level, age = level_of(page), age_of(page)
    if age and level > SENSITIVITY_CEILING[AgeBand(age)]:
        yield Advice(
            _("Sensibilitatea %(level)d este prea mare pentru %(age)s.")
            % {"level": level, "age": AgeBand(age).label},
            _("Alegeți un nivel mai mic sau o vârstă mai mare."),
        )
    if level >= NEEDS_CARE and not _has_note(page):
        yield Advice(
            _("Conținut sensibil fără notă."),
            _("Scrieți înainte despre ce este, cât ține și că se poate sări peste."),
        )
    if level >= NEEDS_CARE and not _names_a_line(page):
        yield Advice(
            _("Conținut sensibil fără o linie de ajutor."),
            _("Scrieți în text cui i se poate spune, cu numărul (de exemplu 119)."),
        )


def age_of(page: Page) -> str:
    """For what age the page is; a step is for that of its module."""
    return str(getattr(_carrier(page), "age_band", "") or "")


def level_of(page: Page) -> int:
    """How hard its matter is, 0 where the type does not say."""
    return int(getattr(_carrier(page), "sensitivity", 0) or 0)


def _carrier(page: Page) -> Page:
    if isinstance(page, StepPage):
        parent = page.get_parent()
        return parent.specific if parent else page
    return page


def _has_note(page: Page) -> bool:
    module = _carrier(page)
    if isinstance(module, ModulePage):
        steps = StepPage.objects.child_of(module).exclude(pk=page.pk)
        own = getattr(page, "content_note", "")
        return bool(own) or steps.exclude(content_note="").exists()
    return bool(getattr(page, "content_note", "") or getattr(page, "content_warning", ""))


def _names_a_line(page: BasePage) -> bool:
    """In the page's words, or in any step of a module: the strip above is for every page alike."""
    module, texts = _carrier(page), page.texts_to_check()
    if isinstance(module, ModulePage):
        steps = StepPage.objects.child_of(module).exclude(pk=page.pk)
        texts = [*texts, *(text for step in steps for text in step.texts_to_check())]
    digits = re.sub(r"(?<=\d)[\s.-]+(?=\d)", "", " ".join(texts))
    numbers = (re.sub(r"\D", "", line.number) for line in published_lines("ro"))
    return any(re.search(rf"\b{number}\b", digits) for number in numbers if number)
