"""The check of a package: everything that is wrong, at once, and nothing written anywhere."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import IO

from media.h5p.archive import Archive
from media.h5p.codes import Code
from media.h5p.contents import MANIFEST, Contents, LibraryFolder, read_contents
from media.h5p.dependencies import Closure, close
from media.h5p.entries import Area
from media.h5p.errors import Problems
from media.h5p.libraries import Library, read_library
from media.h5p.limits import DEFAULTS, Limits
from media.h5p.manifest import Manifest, read_manifest
from media.h5p.naming import LibraryName
from media.h5p.references import CONTENT_JSON, References, find_references
from media.h5p.verdict import Sizes, Verdict


def check(
    package: str | Path | IO[bytes],
    installed: Iterable[Library] = (),
    limits: Limits = DEFAULTS,
) -> Verdict:
    """Judge a package: a path, or a file opened for reading bytes that can seek.

    `installed` are the libraries that the site already has; a package may leave those out, and
    where it brings one of them the installed one stays. Raises OSError only when a path cannot be
    opened. Memory stays below what one JSON file of five megabytes takes, whatever is in the file.
    """
    if isinstance(package, str | Path):
        with Path(package).open("rb") as opened:
            return check(opened, installed, limits)
    problems, warnings = Problems(limits.problems), Problems(limits.problems)
    archive = Archive(package, problems, warnings, limits)
    if problems:
        return Verdict(tuple(problems), tuple(warnings), sizes=Sizes(archive=archive.size))
    contents = read_contents(archive)
    packaged = _libraries(contents, problems, limits)
    manifest = _manifest(contents, problems)
    references = _references(contents, problems, warnings)
    known = {one.name: one for one in packaged}
    known |= {one.name: one for one in installed}
    closure, missing = _required(manifest, references, known, problems)
    _compare(packaged, known, closure, warnings)
    return Verdict(
        errors=tuple(problems),
        warnings=tuple(warnings),
        manifest=manifest,
        content=contents.content or {},
        files=tuple(contents.files),
        packaged=packaged,
        libraries=closure.order,
        unapproved=tuple(one for one in closure.order if any(one is its for its in packaged)),
        missing=missing,
        hosts=tuple(references.hosts),
        licences=_licences(manifest, references),
        sizes=Sizes(
            archive.size, contents.size(Area.CONTENT), contents.size(Area.LIBRARY),
            len(contents.files),
        ),
    )  # fmt: skip


def _manifest(contents: Contents, problems: Problems) -> Manifest | None:
    if contents.manifest is not None:
        return read_manifest(contents.manifest, problems)
    if not contents.has(MANIFEST):
        problems.add(Code.NO_MANIFEST, MANIFEST)
    return None


def _references(contents: Contents, problems: Problems, warnings: Problems) -> References:
    if contents.content is None and not contents.has(CONTENT_JSON):
        problems.add(Code.NO_CONTENT, CONTENT_JSON)
    references = find_references(contents.content, problems)
    present = {one.path for one in contents.files if one.area is Area.CONTENT}
    for path in references.files:
        if f"content/{path}" not in present:
            warnings.add(Code.PATH_MISSING, CONTENT_JSON, path)
    for host in references.hosts:
        warnings.add(Code.EXTERNAL_HOST, CONTENT_JSON, host)
    return references


def _libraries(contents: Contents, problems: Problems, limits: Limits) -> tuple[Library, ...]:
    found: dict[LibraryName, Library] = {}
    for name, folder in contents.folders.items():
        if not folder.has_json:
            problems.add(Code.LIBRARY_NO_JSON, name)
        if folder.metadata is None:
            continue
        library = read_library(folder.metadata, name, problems, limits)
        if library is None:
            continue
        if library.name in found:
            problems.add(Code.LIBRARY_TWICE, name, str(library.name))
        found.setdefault(library.name, _completed(library, name, folder, problems))
    return tuple(found.values())


def _completed(library: Library, name: str, folder: LibraryFolder, problems: Problems) -> Library:
    """The library with what its folder holds."""
    loaded = (*library.scripts, *library.styles)
    for path in loaded:
        if path not in folder.files:
            problems.add(Code.LIBRARY_FILE, name, path)
    scans = [folder.scans[path] for path in loaded if path in folder.scans]
    return replace(
        library,
        files=folder.files,
        size=folder.size,
        languages=tuple(folder.languages),
        needs_eval=any(scan.needs_eval for scan in scans),
        hosts=tuple(sorted(set().union(*(scan.hosts for scan in scans)))),
    )


def _required(
    manifest: Manifest | None,
    references: References,
    known: dict[LibraryName, Library],
    problems: Problems,
) -> tuple[Closure, tuple[LibraryName, ...]]:
    """The order of loading, and what neither the package nor the site has."""
    roots = list(references.libraries)
    if manifest is not None:
        roots += [manifest.main_library] if manifest.main_library else []
        roots += manifest.preloaded
    everything = close([*roots, *(manifest.dynamic if manifest else ())], known, dynamic=True)
    for name, asked_by in everything.missing:
        problems.add(Code.LIBRARY_MISSING, str(asked_by or "package"), str(name))
    closure = close(roots, known)
    for circle in closure.cycles:
        problems.add(Code.CYCLE, str(circle[0]), " → ".join(map(str, circle)))
    main = known.get(manifest.main_library) if manifest and manifest.main_library else None
    if main is not None and not main.runnable:
        problems.add(Code.MAIN_NOT_RUNNABLE, f"{MANIFEST}#mainLibrary", str(main.name))
    return closure, tuple(name for name, _asked_by in everything.missing)


def _compare(
    packaged: tuple[Library, ...],
    known: dict[LibraryName, Library],
    closure: Closure,
    warnings: Problems,
) -> None:
    for library in packaged:
        kept = known[library.name]
        if kept.patch == library.patch and kept.files and not kept.same_bytes(library):
            warnings.add(Code.LIBRARY_CHANGED, str(library.name), library.version)
    for library in closure.order:
        if library.needs_eval:
            warnings.add(Code.NEEDS_EVAL, str(library.name))


def _licences(manifest: Manifest | None, references: References) -> tuple[str, ...]:
    own = (manifest.licence_name,) if manifest and manifest.licence_name else ()
    return tuple(dict.fromkeys((*own, *references.licences)))
