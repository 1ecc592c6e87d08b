"""The programmes that a new site starts with."""

from lms.training.starter import collection, programmes


def load() -> str:
    """Add what is not there yet: the collection for trainers, the lists, the programmes."""
    collection.load()
    return f"{programmes.load()} programe de formare"
