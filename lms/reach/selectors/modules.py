"""Modules by one code: a module and its translations are one, counted as one."""

from typing import NamedTuple
from uuid import UUID

from lessons.models import ModulePage
from lms.reach.selectors.lessons import SOURCE_LANGUAGE


class Module(NamedTuple):
    """A module as counting knows it: the slug and the age of its Romanian page, if it has one."""

    code: str
    age_band: str


def modules_by_key() -> dict[UUID, Module]:
    """Every module by translation key. One query."""
    return {row.key: Module(row.slug, row.age_band) for row in _modules()}


def module_titles(language: str) -> dict[str, str]:
    """The title of every module by its code, in this language where it is translated."""
    rows = _modules()
    code_of = {row.key: row.slug for row in rows}
    titles = {code_of[row.key]: row.title for row in rows}
    return titles | {code_of[row.key]: row.title for row in rows if row.language == language}


class _Page(NamedTuple):
    key: UUID
    slug: str
    title: str
    language: str
    age_band: str


def _modules() -> list[_Page]:
    """Every module, Romanian pages last, so that in a dictionary by translation key they stay."""
    columns = ("translation_key", "slug", "title", "locale__language_code", "age_band")
    pages = map(_Page._make, ModulePage.objects.order_by("pk").values_list(*columns))
    return sorted(pages, key=lambda page: page.language == SOURCE_LANGUAGE)
