"""What content.json refers to, and what a library's scripts give away."""

import pytest

from media.h5p.errors import Problems
from media.h5p.references import find_references, local_path, outside_host
from media.h5p.scripts import ScriptScan

CHILD = {"library": "H5P.Blanks 1.14", "params": {"media": {"library": "H5P.Image 1.1"}}}


def found(content):
    problems = Problems()
    references = find_references(content, problems)
    assert not problems
    return references


def test_libraries_are_found_in_the_order_of_the_document():
    content = {"questions": [CHILD, {"library": "H5P.TrueFalse 1.8"}], "last": CHILD}
    assert list(map(str, found(content).libraries)) == [
        "H5P.Blanks 1.14",
        "H5P.Image 1.1",
        "H5P.TrueFalse 1.8",
    ]


def test_words_in_a_field_called_library_are_no_library():
    assert found({"library": "the public library", "path": ""}).libraries == {}


def test_licences_are_found_with_their_version():
    content = [{"license": "CC BY", "version": "4.0"}, {"license": "U"}, {"license": "PD"}]
    assert list(found(content).licences) == ["CC BY 4.0", "PD"]


@pytest.mark.parametrize(
    "path", ["images/a.png", "earth.jpg", "files/ă î.pdf", "videos/a.mp4#tmp", "a/b/c.vtt"]
)
def test_a_file_of_the_package(path):
    assert local_path(path) == path.removesuffix("#tmp")


@pytest.mark.parametrize(
    "path",
    [
        "../a.png", "images/../../a.png", "/etc/passwd", "images/./a.png", "images//a.png",
        "images\\a.png", "data:text/html,a", "javascript:a", "a?b", "https://example.org/a.png",
        "//example.org/a.png", "images/.. /a.png", "a\nb",
    ],
)  # fmt: skip
def test_no_file_of_the_package(path):
    assert local_path(path) is None


@pytest.mark.parametrize("key", ["path", "media", "source"])
def test_a_host_is_told_wherever_its_address_stands(key):
    address = {key: "https://upload.wikimedia.org/a.jpg"}
    assert list(found({"timeline": {"asset": address}}).hosts) == ["upload.wikimedia.org"]


@pytest.mark.parametrize(
    "content",
    [
        {"copyright": {"source": "https://flickr.com/1"}},
        {"metadata": {"authors": [{"name": "https://flickr.com/1"}]}},
        {"license": "CC BY", "source": "https://flickr.com/1"},
        {"linkWidget": {"protocol": "https://", "url": "https://flickr.com/1"}},
        {"text": "https://flickr.com/1 is where it is from"},
        {"code": "//comment"},
    ],
)
def test_a_host_that_nobody_calls_is_not_told(content):
    assert found(content).hosts == {}


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.youtube.com/watch?v=a", "www.youtube.com"),
        ("HTTP://Example.ORG:8080/a", "example.org"),
        ("//cdn.example.org/a", "cdn.example.org"),
        ("https://[broken", None),
        ("ftp://example.org", None),
    ],
)
def test_the_host_of_an_address(address, host):
    assert outside_host(address) == host


@pytest.mark.parametrize(
    ("code", "needs"),
    [
        ("return eval(text)", True),
        ("(0, eval)('a')", False),
        ("new Function('a', body)", True),
        ("Function('return a')", True),
        ("setTimeout('go()', 10)", True),
        ("parser.eval(node)", False),
        ("medieval(1)", False),
        ("Function('return this')()", False),
        ("setTimeout(function () {}, 10)", False),
    ],
)
def test_text_that_becomes_code_is_seen(code, needs):
    scan = ScriptScan()
    scan.feed(code.encode())
    assert scan.needs_eval is needs


def test_what_lies_across_two_pieces_is_seen():
    scan = ScriptScan()
    for piece in (b"x = ev", b"al(a); y = 'https://exam", b"ple.org/a.js'"):
        scan.feed(piece)
    assert scan.needs_eval
    assert "example.org" in scan.hosts


def test_names_of_vocabularies_are_no_hosts():
    scan = ScriptScan()
    scan.feed(b'"http://www.w3.org/2000/svg" + "//a.example.org/b"; // window.add()')
    assert scan.hosts == {"a.example.org"}
