"""The order in which libraries load, and what is missing on the way."""

from hypothesis import given
from hypothesis import strategies as st

from media.h5p.dependencies import close, without_editor
from media.h5p.libraries import Library
from media.h5p.naming import LibraryName

NUMBERS = st.integers(0, 7)
GRAPHS = st.dictionaries(NUMBERS, st.lists(NUMBERS, max_size=4), max_size=8)


def name(letter):
    return LibraryName(f"H5P.{letter}", 1, 0)


def known(**needs):
    """A library for each keyword; its value names what it needs."""
    return {
        name(letter): Library(name(letter), 0, letter, True, preloaded=tuple(map(name, needed)))
        for letter, needed in needs.items()
    }


def letters(closure):
    return "".join(one.title for one in closure.order)


def test_what_is_needed_comes_first():
    assert letters(close([name("A")], known(A="BC", B="C", C=""))) == "CBA"


def test_roots_keep_their_order():
    assert letters(close([name("B"), name("A")], known(A="C", B="", C=""))) == "BCA"


def test_a_missing_library_is_told_with_who_asks():
    closure = close([name("A"), name("X")], known(A="B"))
    assert closure.missing == ((name("B"), name("A")), (name("X"), None))


def test_a_circle_is_told_along_its_way():
    closure = close([name("A")], known(A="B", B="C", C="B"))
    assert closure.cycles == ((name("B"), name("C"), name("B")),)
    assert letters(closure) == "CBA"


def test_dynamic_dependencies_are_followed_when_asked():
    one = Library(name("A"), 0, "A", True, dynamic=(name("B"),))
    assert close([name("A")], {name("A"): one}).missing == ()
    assert close([name("A")], {name("A"): one}, dynamic=True).missing == ((name("B"), name("A")),)


def test_a_chain_of_ten_thousand_libraries_is_only_long():
    many = {name(n): Library(name(n), 0, "", True, preloaded=(name(n + 1),)) for n in range(9_999)}
    many[name(9_999)] = Library(name(9_999), 0, "", True)
    assert len(close([name(0)], many).order) == 10_000


@given(GRAPHS)
def test_without_circles_every_library_follows_what_it_needs(graph):
    libraries = known(**{str(one): [str(two) for two in needs] for one, needs in graph.items()})
    closure = close(libraries, libraries)
    place = {one.name: index for index, one in enumerate(closure.order)}
    assert place.keys() == libraries.keys()
    if not closure.cycles:
        for one in closure.order:
            assert all(place[need] < place[one.name] for need in one.preloaded if need in place)
    assert {asked for asked, _by in closure.missing} == {
        need for one in libraries.values() for need in one.preloaded
    } - libraries.keys()


def test_a_name_is_read_from_content():
    assert LibraryName.parse("H5P.MultiChoice 1.16") == LibraryName("H5P.MultiChoice", 1, 16)
    assert LibraryName.parse("H5P.MultiChoice 1.16").folder == "H5P.MultiChoice-1.16"
    for text in ("", "H5P.MultiChoice", "H5P.MultiChoice 1", "a b 1.2", "H5P.A 1.2\n"):
        assert LibraryName.parse(text) is None


def test_what_only_an_editor_needs_is_left_out():
    player = Library(name("A"), 0, "A", True, preloaded=(name("B"),), editor=(name("E"),))
    editor = Library(name("E"), 0, "E", False, preloaded=(name("B"), name("F")))
    rest = known(B="", F="").values()
    assert {one.title for one in without_editor([player, editor, *rest])} == {"A", "B"}
