"""The pages that a new site starts with: home, members, standing pages."""

from lms.pages.starter import homes, members, standing, synonyms


def load() -> str:
    """Add the pages that are not there yet, in Romanian and English."""
    homes.load()
    synonyms.load()
    added = standing.load() + members.load()
    return f"{added} pagini"
