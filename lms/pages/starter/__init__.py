"""The pages that a new site starts with: home, members, standing pages."""

from lms.pages.services import prepare_approvals
from lms.pages.starter import homes, members, standing


def load() -> str:
    """Add the pages that are not there yet, in Romanian and English."""
    homes.load()
    prepare_approvals()
    added = standing.load() + members.load()
    return f"{added} pagini"
