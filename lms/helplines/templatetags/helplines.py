"""The strip of help lines on every page."""

from django import template
from django.utils.translation import get_language

from lms.helplines import selectors

register = template.Library()


@register.simple_tag
def strip_helplines() -> list[selectors.HelplineEntry]:
    """The lines that every page shows, in the reader's language."""
    return selectors.strip_lines(get_language() or "ro")


@register.simple_tag
def all_helplines() -> list[selectors.HelplineEntry]:
    """Every published line, in the reader's language."""
    return selectors.published_lines(get_language() or "ro")
