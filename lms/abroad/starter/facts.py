"""The facts of the data files: what was read in a source, and leads that wait for one."""

from pathlib import Path

from lms.abroad.reading import read_file
from lms.abroad.services import add_missing

FILES = ("countries.csv", "countries_unverified.csv")


def load() -> int:
    """Add the facts of places that nothing is known of; return how many."""
    folder = Path(__file__).parent
    found = [fact for name in FILES for fact in read_file(folder / name).facts]
    return add_missing(facts=found)
