"""What a player is given: H5PIntegration, scripts and style sheets in the order of loading."""

import io
import json

import pytest

from media.h5p.contents import content_files
from media.h5p.integration import Player, declaration, integration, script, style
from media.h5p.libraries import Library
from media.h5p.naming import LibraryName
from media.h5p.store import ObjectStore
from media.h5p.stylesheets import rewrite
from tests.media.h5p.packages import archive, files, judged

FILES = {
    "a.js": b"'use strict'; var a = 1", "b.js": b"\xef\xbb\xbfvar b = 2 // end",
    "a.css": b".a { background: url(i.png) }", "b.css": b".b {}", "i.png": b"",
}  # fmt: skip


def address(sha256, path):
    return f"https://assets.example.org/{sha256[:8]}/{path.rsplit('/', 1)[-1]}"


def library(letter, **changes):
    name = LibraryName(f"H5P.{letter}", 1, 0)
    return Library(name, 0, letter, True, files={path: path for path in FILES}, **changes)


@pytest.fixture
def player(tmp_path):
    package = archive(files(content={"child": {"path": "images/none.png"}}))
    verdict = judged(package)
    stored = ObjectStore(tmp_path, durable=False).write(io.BytesIO(package), verdict)
    return Player(
        verdict.manifest,
        verdict.content,
        verdict.libraries,
        content_files(stored.files),
        state='{"a":1}',
    )


@pytest.fixture
def given(player):
    return integration(
        player, address=address, content_url="https://a/c", libraries_url="https://a/l"
    )


def test_nobody_is_named(given):
    assert "user" not in given
    assert given["postUserStatistics"] is False
    assert given["ajax"] == {"setFinished": "", "contentUserData": ""}


def test_the_content_is_given_with_addresses(given, player):
    content = given["contents"]["cid-1"]
    assert content["library"] == "H5P.ProtectProbe 1.0"
    parameters = json.loads(content["jsonContent"])
    assert parameters["image"]["path"] == address(player.files["images/dot.png"], "images/dot.png")
    assert parameters["child"]["path"] == "images/none.png"
    assert content["contentUserData"] == {"0": {"state": '{"a":1}'}}
    assert not any(content["displayOptions"].values())
    assert content["metadata"]["license"] == "CC BY"
    assert player.content["image"]["path"] == "images/dot.png", "the original is left alone"


def test_words_may_be_translated(player):
    words = Player(player.manifest, {}, player.libraries, words={"close": "Închide"})
    given = integration(words, address=address, content_url="", libraries_url="")
    assert given["l10n"]["H5P"]["close"] == "Închide"
    assert given["l10n"]["H5P"]["fullscreen"] == "Fullscreen"
    assert given["contents"]["cid-1"]["contentUserData"] == {"0": {}}


def test_the_declaration_cannot_end_its_script(given):
    given["contents"]["cid-1"]["title"] = "</script><!-- & \u2028"
    text = declaration(given)
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text.removeprefix("window.H5PIntegration=").rstrip(";")) == given


def test_scripts_follow_one_another_and_none_makes_all_strict():
    joined = script([library("A", scripts=("a.js", "b.js"))], FILES.__getitem__).decode()
    assert joined.startswith(";\n")
    assert joined.index("var a = 1\n;") < joined.index("var b = 2 // end\n;")
    assert "\ufeff" not in joined


def test_styles_name_their_files_anew_and_may_be_dropped():
    listed = [
        library("A", styles=("a.css",)),
        library("B", styles=("b.css",)),
        library("C", drops_styles_of=("H5P.B",)),
    ]
    joined = style(listed, FILES.__getitem__, address).decode()
    assert 'url("https://assets.example.org/i.png/i.png")' in joined
    assert ".b {}" not in joined


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("url(../f/a.woff)", 'url("/L/f/a.woff")'),
        ("url( 'a.eot?#iefix' )", 'url("/L/css/a.eot#iefix")'),
        ('url("a b.png?v=1")', 'url("/L/css/a b.png")'),
        ("url(../../M/a.png)", 'url("/M/a.png")'),
        ("url(../../../a.png)", 'url("about:invalid")'),
        ("url(none.png)", 'url("about:invalid")'),
        ("url(/a.png)", 'url("about:invalid")'),
        ("url(data:image/png;base64,AA)", 'url("data:image/png;base64,AA")'),
        ("url(#gradient)", 'url("#gradient")'),
        ("url(https://example.org/a)", 'url("https://example.org/a")'),
        ("/* url(a.png) */", "/* url(a.png) */"),
        ('content: "url(a.png)"', 'content: "url(a.png)"'),
        ('@charset "utf-8"; a {}', " a {}"),
        ("@import 'a.css';", '@import "/L/css/a.css";'),
    ],
)
def test_addresses_in_a_sheet(sheet, expected):
    has = lambda path: None if path.endswith("none.png") else f"/{path}"  # noqa: E731
    assert rewrite(sheet, "L/css/a.css", has) == expected


@pytest.mark.parametrize("piece", ['"', "url(", "/*", "url('", "@import ", "\\", '"\\'])
def test_a_sheet_that_never_ends_is_read_in_one_pass(piece):
    assert rewrite(piece * 100_000, "L/a.css", lambda path: None)
