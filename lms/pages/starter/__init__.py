"""The pages that a new site starts with: home, members, standing pages, the library."""

from lms.pages.services import prepare_approvals
from lms.pages.starter import (
    help_pages,
    homes,
    magazine,
    members,
    news,
    resources,
    standing,
    synonyms,
)


def load() -> str:
    """Add the pages that are not there yet, in Romanian and English."""
    homes.load()
    synonyms.load()
    prepare_approvals()
    loaders = (standing, help_pages, members, resources, magazine, news)
    added = sum(loader.load() for loader in loaders)
    return f"{added} pagini"
