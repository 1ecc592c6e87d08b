"""What a check found: the answer, what was wrong, and what whoever decides wants to know."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from media.h5p.codes import OF_JSON, OF_LIBRARIES
from media.h5p.contents import LANGUAGE_FOLDER, StoredFile
from media.h5p.entries import Area
from media.h5p.errors import Problem
from media.h5p.libraries import Library
from media.h5p.manifest import Manifest
from media.h5p.naming import LibraryName

CONTENT_FOLDER = "content/"


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of the archive as sent, of the content and of the libraries unpacked; files."""

    archive: int = 0
    content: int = 0
    libraries: int = 0
    files: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to a package. `ok` means that it may be stored; whether the libraries that it
    brings may run is for a person to decide (`unapproved`)."""

    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    manifest: Manifest | None = None
    # What the author filled in: content/content.json, parsed.
    content: dict[str, Any] = field(default_factory=dict, repr=False)
    # Every file that has a place in the format. With errors, only as far as the check went.
    files: tuple[StoredFile, ...] = field(default=(), repr=False)
    # In the package, whether or not the content needs them.
    packaged: tuple[Library, ...] = ()
    # What the content needs, each after what it needs itself: the order of loading.
    libraries: tuple[Library, ...] = ()
    # Of those, the ones that came with the package and are not installed.
    unapproved: tuple[Library, ...] = ()
    missing: tuple[LibraryName, ...] = ()
    hosts: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    sizes: Sizes = Sizes()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.errors

    @property
    def content_errors(self) -> tuple[Problem, ...]:
        """What keeps the content from being read where it is not played: everything but what is
        wrong with libraries. A package without any is whole in this sense."""
        return tuple(one for one in self.errors if not _of_a_library(one))

    @property
    def title(self) -> str:
        """The title that the author gave; "" when h5p.json could not be read."""
        return self.manifest.title if self.manifest else ""

    @property
    def main_library(self) -> LibraryName | None:
        """The library that plays the content."""
        return self.manifest.main_library if self.manifest else None

    @property
    def language(self) -> str:
        """The content's language by h5p.json; "und" is H5P's word for not said."""
        return self.manifest.language if self.manifest else ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the main library's own words are translated into."""
        main = next((one for one in self.libraries if one.name == self.main_library), None)
        return tuple(sorted(main.languages)) if main else ()

    @property
    def needs_eval(self) -> bool:
        """Whether a library that will load turns text into code."""
        return any(one.needs_eval for one in self.libraries)

    def wanted_files(self, languages: Collection[str] | None = None) -> tuple[StoredFile, ...]:
        """What is worth storing: the content, and the libraries that it needs and the site lacks.
        Half of what a package holds is neither.

        `languages` are the codes whose translations are kept; a third of a library's bytes are
        words in forty others. No player loads them.
        """
        folders = {folder for one in self.unapproved for folder in one.folders}

        def wanted(path: str) -> bool:
            folder, _slash, inner = path.partition("/")
            if languages is not None and inner.startswith(LANGUAGE_FOLDER):
                code = inner.removeprefix(LANGUAGE_FOLDER).removesuffix(".json")
                return folder in folders and code in languages
            return folder in folders

        return tuple(one for one in self.files if one.area is not Area.LIBRARY or wanted(one.path))

    def as_dict(self) -> dict[str, Any]:
        """The verdict as JSON can hold it, without the content itself."""
        return {
            "ok": self.ok,
            "title": self.title,
            "main_library": str(self.main_library) if self.main_library else None,
            "language": self.language,
            "languages": list(self.languages),
            "licences": list(self.licences),
            "hosts": list(self.hosts),
            "needs_eval": self.needs_eval,
            "sizes": {
                "archive": self.sizes.archive,
                "content": self.sizes.content,
                "libraries": self.sizes.libraries,
                "files": self.sizes.files,
            },
            "libraries": [_library_as_dict(one) for one in self.libraries],
            "unapproved": [str(one.name) for one in self.unapproved],
            "missing": [str(one) for one in self.missing],
            "errors": [one.as_dict() for one in self.errors],
            "warnings": [one.as_dict() for one in self.warnings],
        }


def _of_a_library(problem: Problem) -> bool:
    """Whether only code that plays content is wrong, by the problem or by where it stands. Files
    that no archive may hold are wrong wherever they lie."""
    if problem.code in OF_LIBRARIES:
        return True
    path = problem.path.partition("#")[0]
    inside = "/" in path and not path.startswith(CONTENT_FOLDER)
    return inside and problem.code in OF_JSON


def _library_as_dict(library: Library) -> dict[str, Any]:
    return {
        "name": str(library.name),
        "version": library.version,
        "title": library.title,
        "licence": library.licence,
        "needs_eval": library.needs_eval,
        "hosts": list(library.hosts),
        "files": len(library.files),
        "size": library.size,
    }
