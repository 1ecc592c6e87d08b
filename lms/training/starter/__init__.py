"""The programmes that a new site starts with."""

from lms.training.starter import collection, demonstration, programmes, questionnaires


def load() -> str:
    """Add what is not there yet: the collection for trainers, the lists, the programmes, and
    trainings of a demonstration."""
    collection.load()
    added = programmes.load()
    questionnaires.load()
    return f"{added} programe de formare; {demonstration.load()}"
