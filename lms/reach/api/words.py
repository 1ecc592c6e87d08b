"""Indicators in the API's two languages."""

from django.utils.functional import Promise
from django.utils.translation import override

from lms.reach.indicators import INDICATORS


def indicator(key: str) -> dict[str, object]:
    """One indicator; its order is its place in the report, from 1."""
    found = INDICATORS[key]
    return {
        "key": key,
        "order": 1 + list(INDICATORS).index(key),
        "name": {language: _in(language, found.name) for language in ("ro", "en")},
        "unit": found.unit.value,
        "unit_name": {language: _in(language, found.unit.label) for language in ("ro", "en")},
        "level": found.level.value,
        "rule": {language: _in(language, found.rule) for language in ("ro", "en")},
    }


def _in(language: str, text: str | Promise) -> str:
    with override(language):
        return str(text).replace("{an}", "…")
