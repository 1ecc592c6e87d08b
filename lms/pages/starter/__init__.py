"""The pages that a new site starts with: home, members, standing pages, the library."""

from lms.pages.starter import homes, members, resources, standing


def load() -> str:
    """Add the pages that are not there yet, in Romanian and English."""
    homes.load()
    added = standing.load() + members.load() + resources.load()
    return f"{added} pagini"
