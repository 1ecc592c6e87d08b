"""Libraries: the code that plays content. Each is a folder with a library.json.

Source: `libraryRequired` and `libraryOptional` of H5PValidator in h5p/h5p-php-library.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any

from media.h5p.codes import Code
from media.h5p.errors import Problems
from media.h5p.fields import Fields
from media.h5p.limits import DEFAULTS, Limits
from media.h5p.naming import MACHINE_NAME, LibraryName

LANGUAGE_FILE = re.compile(r"-?[a-z]{1,20}(?:-[a-z]{1,20}){0,6}\.json", re.I)
EMBED_TYPES = ("iframe", "div")


@dataclass(frozen=True, slots=True)
class Library:
    """One version of a library: what it loads, what it needs, what to know before approving it."""

    name: LibraryName
    patch: int
    title: str
    runnable: bool
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    preloaded: tuple[LibraryName, ...] = ()
    dynamic: tuple[LibraryName, ...] = ()
    editor: tuple[LibraryName, ...] = ()
    drops_styles_of: tuple[str, ...] = ()
    licence: str = ""
    author: str = ""
    core_api: tuple[int, int] | None = None
    fullscreen: bool = False
    languages: tuple[str, ...] = ()
    # Path inside the library to the SHA-256 of its bytes, and their size together.
    files: Mapping[str, str] = field(default_factory=dict, repr=False)
    size: int = 0
    needs_eval: bool = False
    hosts: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The full version: "1.16.14"."""
        return f"{self.name.major}.{self.name.minor}.{self.patch}"

    @property
    def folders(self) -> tuple[str, ...]:
        """The names that its folder in a package may have."""
        return (self.name.machine_name, self.name.folder, f"{self.name.folder}.{self.patch}")

    def same_bytes(self, other: "Library") -> bool:
        """Whether both hold the same files. Six real libraries share a version and differ."""
        return dict(self.files) == dict(other.files)


def read_library(
    data: dict[str, Any], folder: str, problems: Problems, limits: Limits = DEFAULTS
) -> Library | None:
    """Check a library.json and take what it says; None when it names no library."""
    path = f"{folder}/library.json"
    fields = Fields(data, path, problems)
    name = fields.library()
    if name is None:
        return None
    patch = fields.number("patchVersion", required=True)
    runnable = fields.number("runnable", required=True)
    if runnable > 1:
        problems.add(Code.FIELD_INVALID, f"{path}#runnable", runnable)
    fields.subset("embedTypes", EMBED_TYPES)
    library = Library(
        name=name,
        patch=patch,
        title=fields.text("title", required=True),
        runnable=runnable == 1,
        scripts=_paths(fields, "preloadedJs", ".js"),
        styles=_paths(fields, "preloadedCss", ".css"),
        preloaded=fields.libraries("preloadedDependencies"),
        dynamic=fields.libraries("dynamicDependencies"),
        editor=fields.libraries("editorDependencies"),
        drops_styles_of=tuple(
            one.text("machineName", MACHINE_NAME, required=True)
            for one in fields.objects("dropLibraryCss")
        ),
        licence=fields.text("license", most=200),
        author=fields.text("author", most=1000),
        core_api=_core_api(fields, limits),
        fullscreen=fields.number("fullscreen") == 1,
    )
    if folder not in library.folders:
        problems.add(Code.LIBRARY_FOLDER, folder, folder, name.folder)
    return library


def library_as_json(library: Library) -> dict[str, Any]:
    """Everything known of a library as JSON can hold it, to be kept beside its files."""
    data = asdict(library)
    for key in ("preloaded", "dynamic", "editor"):
        data[key] = [str(name) for name in getattr(library, key)]
    return {**data, "name": str(library.name), "files": dict(library.files)}


def library_from_json(data: Mapping[str, Any]) -> Library:
    """The library that `library_as_json` wrote. Raises ValueError for anything else."""
    values = {key: _from_json(key, value) for key, value in data.items()}
    try:
        return Library(**values)
    except TypeError as error:
        raise ValueError("not a library") from error


def _from_json(key: str, value: Any) -> Any:
    if key == "name":
        return _named(value)
    if key in ("preloaded", "dynamic", "editor"):
        return tuple(_named(one) for one in value)
    return tuple(value) if isinstance(value, list) else value


def _named(text: str) -> LibraryName:
    name = LibraryName.parse(text)
    if name is None:
        raise ValueError("not a library's name")
    return name


def inside(path: str) -> str | None:
    """A path inside a library, made plain: "./js/a.js" is "js/a.js". None when it climbs out."""
    if "\\" in path or path.startswith("/") or ":" in path:
        return None
    parts = PurePosixPath(path).parts
    return None if ".." in parts or not parts else "/".join(parts)


def _paths(fields: Fields, key: str, suffix: str) -> tuple[str, ...]:
    found = []
    for one in fields.objects(key):
        given = one.text("path", required=True)
        path = inside(given) if given else None
        if path is not None and path.casefold().endswith(suffix):
            found.append(path)
        elif given:
            fields.problems.add(Code.LIBRARY_PATH, fields.path, given)
    return tuple(found)


def _core_api(fields: Fields, limits: Limits) -> tuple[int, int] | None:
    value = fields.data.get("coreApi")
    if not isinstance(value, dict):
        if value is not None:
            fields.problems.add(Code.FIELD_INVALID, f"{fields.path}#coreApi", type(value).__name__)
        return None
    inner = Fields(value, f"{fields.path}#coreApi.", fields.problems)
    needed = (
        inner.number("majorVersion", required=True),
        inner.number("minorVersion", required=True),
    )
    if needed > limits.core_api:
        ours = ".".join(map(str, limits.core_api))
        fields.problems.add(Code.CORE_TOO_NEW, fields.path, ".".join(map(str, needed)), ours)
    return needed
