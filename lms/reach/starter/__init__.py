"""What a demonstration's report is made of: class sessions, and what members declared."""

from lms.reach.starter import figures, sessions


def load() -> str:
    """Load both; nothing at all without DEMO."""
    return f"{sessions.load()}; {figures.load()}"
