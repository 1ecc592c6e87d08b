"""Which libraries a content needs, what is missing, and the order in which they load.

A package's h5p.json may leave out nested libraries, so the roots are what content.json names, then
the main library, then the rest of h5p.json. Within that, what a library needs comes before it:
the order of `H5PCore::findLibraryDependencies`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from media.h5p.libraries import Library
from media.h5p.naming import LibraryName

Known = Mapping[LibraryName, Library]


@dataclass(frozen=True, slots=True)
class Closure:
    """The libraries that `roots` lead to."""

    order: tuple[Library, ...]
    # The missing library and who asks for it; None is the package itself.
    missing: tuple[tuple[LibraryName, LibraryName | None], ...]
    cycles: tuple[tuple[LibraryName, ...], ...]


def close(roots: Iterable[LibraryName], known: Known, *, dynamic: bool = False) -> Closure:
    """Follow preloaded dependencies (and `dynamic` ones) from the roots.

    Without recursion: a chain of ten thousand libraries is only long. Each circle is told once, as
    the names along it.
    """

    def needs(library: Library) -> tuple[LibraryName, ...]:
        return library.preloaded + library.dynamic if dynamic else library.preloaded

    return _walk(roots, known, needs)


def without_editor(libraries: Sequence[Library]) -> tuple[Library, ...]:
    """The libraries that play something, without those that only an editor would load. A quarter
    of what packages bring is of the editor."""
    known = {one.name: one for one in libraries}
    asked = {name for one in libraries for name in one.editor}
    editing = _walk(asked, known, lambda one: one.preloaded + one.editor).order
    roots = known.keys() - {one.name for one in editing}
    kept = {one.name for one in close(sorted(roots), known, dynamic=True).order}
    return tuple(one for one in libraries if one.name in kept)


def _walk(
    roots: Iterable[LibraryName],
    known: Known,
    needs: Callable[[Library], tuple[LibraryName, ...]],
) -> Closure:
    order: dict[LibraryName, Library] = {}
    missing: dict[LibraryName, LibraryName | None] = {}
    cycles: list[tuple[LibraryName, ...]] = []
    for root in roots:
        # The way from the root to where we stand, and what is left to ask at each step of it.
        way: dict[LibraryName, Iterator[LibraryName]] = {}
        _enter(root, None, known, order, missing, way, needs)
        while way:
            here = next(reversed(way))
            following = next(way[here], None)
            if following is None:
                order[here] = known[here]
                del way[here]
            elif following in way:
                names = list(way)
                cycles.append((*names[names.index(following) :], following))
            else:
                _enter(following, here, known, order, missing, way, needs)
    return Closure(tuple(order.values()), tuple(missing.items()), tuple(cycles))


def _enter(
    name: LibraryName,
    asked_by: LibraryName | None,
    known: Known,
    order: dict[LibraryName, Library],
    missing: dict[LibraryName, LibraryName | None],
    way: dict[LibraryName, Iterator[LibraryName]],
    needs: Callable[[Library], tuple[LibraryName, ...]],
) -> None:
    if name in order:
        return
    if name in known:
        way[name] = iter(needs(known[name]))
    else:
        missing.setdefault(name, asked_by)
