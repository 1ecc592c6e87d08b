"""Names of libraries: `H5P.MultiChoice 1.16` in texts, `H5P.MultiChoice-1.16` as a folder."""

import re
from dataclasses import dataclass

# [0-9], not \d: \d takes the digits of every script.
MACHINE_NAME = re.compile(r"[A-Za-z0-9_.\-]{1,255}")
MAIN_LIBRARY = re.compile(r"[$a-z_][0-9a-z_.$]{1,254}", re.I | re.A)
IN_TEXT = re.compile(r"([A-Za-z0-9_.\-]{1,255}) ([0-9]{1,5})\.([0-9]{1,5})")


@dataclass(frozen=True, slots=True, order=True)
class LibraryName:
    """A library and the version that content asks for. Any patch of it will do."""

    machine_name: str
    major: int
    minor: int

    def __str__(self) -> str:
        """As content names it: "H5P.MultiChoice 1.16"."""
        return f"{self.machine_name} {self.major}.{self.minor}"

    @property
    def folder(self) -> str:
        """As packages and addresses name it: "H5P.MultiChoice-1.16"."""
        return f"{self.machine_name}-{self.major}.{self.minor}"

    @classmethod
    def parse(cls, text: str) -> "LibraryName | None":
        """The library named in a text of content.json; None when it names none."""
        match = IN_TEXT.fullmatch(text)
        return cls(match[1], int(match[2]), int(match[3])) if match else None
