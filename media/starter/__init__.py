"""The files that a new site starts with."""

from media.starter import recordings


def load() -> str:
    """Add what is not there yet."""
    return f"{recordings.load()} video"
