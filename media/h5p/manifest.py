"""h5p.json: what a package is, who made it, under which licence, and which libraries play it.

Source: `h5pRequired` and `h5pOptional` of H5PValidator in h5p/h5p-php-library. Unknown keys are
ignored, as there.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from media.h5p.codes import Code
from media.h5p.errors import Problems
from media.h5p.fields import Fields
from media.h5p.naming import MAIN_LIBRARY, LibraryName

LANGUAGE = re.compile(r"[-a-zA-Z]{1,10}")
WEB_ADDRESS = re.compile(r"(?:https?://[^\s]{1,2000})?", re.I)
LICENCES = frozenset(
    {
        "CC BY", "CC BY-SA", "CC BY-ND", "CC BY-NC", "CC BY-NC-SA", "CC BY-NC-ND", "CC0 1.0",
        "GNU GPL", "PD", "ODC PDDL", "CC PDM", "U", "C",
    }
)  # fmt: skip
LICENCE_VERSIONS = frozenset({"1.0", "2.0", "2.5", "3.0", "4.0"})
LONG_TEXT = 5000


@dataclass(frozen=True, slots=True)
class Manifest:
    """The fields of h5p.json that anything here needs; `raw` has the rest."""

    title: str
    language: str
    main_library: LibraryName | None
    preloaded: tuple[LibraryName, ...]
    dynamic: tuple[LibraryName, ...] = ()
    licence: str = ""
    licence_version: str = ""
    raw: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def licence_name(self) -> str:
        """The licence with its version: "CC BY 4.0"; "" when none is given."""
        return f"{self.licence} {self.licence_version}".strip()


def read_manifest(data: dict[str, Any], problems: Problems, path: str = "h5p.json") -> Manifest:
    """Check h5p.json and take what it says."""
    fields = Fields(data, path, problems)
    preloaded = fields.libraries("preloadedDependencies", required=True)
    name = fields.text("mainLibrary", MAIN_LIBRARY, required=True)
    main = next((one for one in preloaded if one.machine_name == name), None)
    if name and main is None:
        problems.add(Code.MAIN_NOT_LISTED, f"{path}#mainLibrary", name)
    fields.subset("embedTypes", ("iframe", "div"), required=True)
    _check_people(fields)
    return Manifest(
        title=fields.text("title", required=True),
        language=fields.text("language", LANGUAGE, required=True),
        main_library=main,
        preloaded=preloaded,
        dynamic=fields.libraries("dynamicDependencies"),
        licence=fields.choice("license", LICENCES),
        licence_version=fields.choice("licenseVersion", LICENCE_VERSIONS),
        raw=data,
    )


def _check_people(fields: Fields) -> None:
    """What is only shown to readers."""
    for author in fields.objects("authors"):
        author.text("name", most=LONG_TEXT)
        author.text("role", most=LONG_TEXT)
    for change in fields.objects("changes"):
        for key in ("date", "author", "log"):
            change.text(key, most=LONG_TEXT)
    fields.text("source", WEB_ADDRESS, most=2010)
    for key in ("licenseExtras", "authorComments"):
        fields.text(key, most=LONG_TEXT)
    for key in ("yearFrom", "yearTo", "w", "h"):
        if fields.data.get(key) != "":
            fields.number(key)
