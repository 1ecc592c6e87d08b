"""The campaign that a new site starts with."""

from lms.campaigns.starter import campaigns, demonstration


def load() -> str:
    """Add the lists and campaigns that are not there yet, and runs of a demonstration."""
    return f"{campaigns.load()} campanii; {demonstration.load()}"
