"""Reads files of country facts: `read_file` gives rows that can be compared and stored."""

from lms.abroad.reading.rows import Problem, ReadFile, read_file
from lms.abroad.reading.values import FactValues

__all__ = ["FactValues", "Problem", "ReadFile", "read_file"]
