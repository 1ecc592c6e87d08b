"""What a demonstration's report is made of: class sessions, and what members declared; and last
year's report, published."""

from lms.reach.starter import figures, published, sessions


def load() -> str:
    """Load all of it; nothing at all without DEMO."""
    return f"{sessions.load()}; {figures.load()}; {published.load()}"
