"""The pages that a new site starts with: home, members, standing pages."""

from lms.pages.starter import help_pages, homes, members, standing


def load() -> str:
    """Add the pages that are not there yet, in Romanian and English."""
    homes.load()
    added = standing.load() + help_pages.load() + members.load()
    return f"{added} pagini"
