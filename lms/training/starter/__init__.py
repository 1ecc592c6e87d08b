"""The programmes that a new site starts with."""

from lms.training.starter import collection, demonstration, programmes


def load() -> str:
    """Add what is not there yet: the collection for trainers, the lists, the programmes, and
    trainings of a demonstration."""
    collection.load()
    return f"{programmes.load()} programe de formare; {demonstration.load()}"
