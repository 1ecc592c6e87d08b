"""The evil archives: what each tries, and the code that it is refused with."""

import json
import stat
import zlib
from collections.abc import Callable

from media.h5p import Limits
from tests.media.h5p.packages import archive, files, png
from tests.media.h5p.zips import STORED, Raw, zipped

Made = Callable[[], bytes]


def _with(*extra: Raw) -> Made:
    return lambda: archive(files(), extra)


def _named(name: str | bytes, data: bytes = b"x") -> Made:
    return _with(Raw(name, data))


def _content(text: str | bytes) -> Made:
    data = text.encode() if isinstance(text, str) else text
    others = {path: one for path, one in files().items() if path != "content/content.json"}
    # Not packed: what is packed so tightly is refused before it is read.
    return lambda: archive(others, [Raw("content/content.json", data, STORED)])


def _link(kind: int) -> Made:
    return _with(Raw("content/images/link.png", b"/etc/passwd", mode=kind | 0o777))


def _shared_bytes() -> bytes:
    """Two entries that unpack the same bytes: the bomb that grows without nesting."""
    return archive(files(), [Raw("content/a.txt", b"a" * 40), Raw("content/b.txt", told_offset=0)])


def _many(count: int) -> Made:
    return lambda: zipped(Raw(f"content/{n}.txt", b"", STORED) for n in range(count))


def _too_many_pixels() -> bytes:
    """An image of nine gigapixels whose head is all there is of it."""
    good = png()
    head = good[12:16] + (95_000).to_bytes(4) + (95_000).to_bytes(4) + good[24:29]
    return good[:12] + head + zlib.crc32(head).to_bytes(4) + good[33:]


DEEP = '{"a":' + "[" * 5_000 + "]" * 5_000 + "}"
EVIL: list[tuple[str, Made]] = [
    ("name-dot-segment", _named("../evil.png")),
    ("name-dot-segment", _named("content/../../evil.png")),
    ("name-dot-segment", _named("content/./evil.png")),
    ("name-dot-segment", _named("content/.. /evil.png")),
    ("name-dot-segment", _named("..\\evil.png")),
    ("name-backslash", _named("content\\..\\evil.png")),
    ("name-absolute", _named("/etc/cron.d/evil.txt")),
    ("name-absolute", _named("content//evil.png")),
    ("name-drive", _named("C:/evil.png")),
    ("name-drive", _named("content/a.png:stream")),
    ("name-control-character", _named("content/a\nb.png")),
    ("name-control-character", _named("content/gpj.\u202egnp.png")),
    ("name-nul", _named(b"content/evil.php\0.png")),
    ("name-nul", _named(b"\0")),
    ("name-absolute", _named(b"")),
    ("name-too-long", _named(f"content/{'a' * 300}.png")),
    ("special-file", _link(stat.S_IFLNK)),
    ("special-file", _link(stat.S_IFCHR)),
    ("special-file", _link(stat.S_IFIFO)),
    ("ratio-too-high", _named("content/bomb.txt", b"\0" * 10_000_000)),
    ("file-too-large", _with(Raw("content/a.txt", b"a", told_size=65 * 2**20))),
    ("total-too-large", _with(*(Raw(f"content/{n}.txt", b"a", told_size=2**26) for n in range(5)))),
    ("corrupt-archive", _with(Raw("content/a.txt", b"a" * 5000, told_size=100))),
    ("size-mismatch", _with(Raw("content/a.txt", b"abcdef" * 9, told_size=60))),
    ("corrupt-archive", _with(Raw("content/a.txt", b"a" * 50, told_crc=1))),
    ("overlapping-entries", _shared_bytes),
    ("overlapping-entries", _with(Raw("content/a.txt", b"a", told_packed=9000), Raw("a.txt"))),
    ("duplicate-entry", _named("content/content.json", b"{}")),
    ("case-twin", _named("content/Content.JSON", b"{}")),
    ("case-twin", _with(Raw("content/\u0219.txt", b"1"), Raw("content/s\u0326.txt", b"2"))),
    ("file-and-folder", _named("content/images/dot.png/a.png")),
    ("server-file", _named("content/.htaccess")),
    ("server-file", _named("H5P.ProtectProbe-1.0/.htaccess")),
    ("not-in-whitelist", _named("content/evil.php")),
    ("not-in-whitelist", _named("content/evil.html")),
    ("not-in-whitelist", _named("content/evil.js")),
    ("not-in-whitelist", _named("content/evil.png.PHP5")),
    ("not-in-whitelist", _named("H5P.ProtectProbe-1.0/evil.html")),
    ("no-extension", _named("content/evil")),
    ("svg-in-content", _named("content/images/evil.svg", b"<svg onload='alert(1)'/>")),
    ("disguised-markup", _named("content/evil.txt", b" \n<!-- a --><!DOCTYPE html><script>")),
    ("disguised-markup", _named("content/evil.mp3", "\ufeff<svg onload=x>".encode("utf-16"))),
    ("disguised-program", _named("content/evil.pdf", b"MZ\x90\0")),
    ("image-unreadable", _named("content/evil.png", b"<html>")),
    ("image-unreadable", _named("content/evil.jpg", png()[:40])),
    ("image-too-many-pixels", lambda: archive(files() | {"content/big.png": _too_many_pixels()})),
    ("encrypted", _with(Raw("content/a.txt", b"a", flags=0x801))),
    ("unsupported-compression", _with(Raw("content/a.txt", b"a", method=12))),
    ("json-too-deep", _content(DEEP)),
    ("json-not-finite", _content('{"a": NaN}')),
    ("json-not-finite", _content('{"a": -Infinity}')),
    ("json-not-finite", _content('{"a": 1e999}')),
    ("json-duplicate-key", _content('{"a": 1, "a": 2}')),
    ("json-encoding", _content(b'{"a": "\xff"}')),
    ("json-invalid", _content('{"a": "\\ud800"}')),
    ("json-invalid", _content('{"a": "\\u0000"}')),
    ("json-invalid", _content('{"a": ' + "9" * 5000 + "}")),
    ("json-invalid", _content('"' + '\\"' * 100_000)),
    ("json-wrong-type", _content("[]")),
    ("json-too-complex", _content('{"a": [' + "[{}],1,[2]," * 100_000 + "0]}")),
    ("json-too-large", _content(json.dumps({str(n): n * n for n in range(300_000)}))),
    ("content-path-invalid", _content('{"image": {"path": "../../h5p.json"}}')),
    ("content-path-invalid", _content('{"image": {"path": "javascript:alert(1)"}}')),
    ("content-path-invalid", _content('{"image": {"path": "file:///etc/passwd"}}')),
    ("too-many-entries", _many(20_000)),
    ("too-many-entries", lambda: zipped([Raw("h5p.json", b"{}")], told_count=9_000)),
    ("zip64", lambda: zipped([Raw("h5p.json", b"{}")], told_count=0xFFFF)),
    ("not-a-zip", lambda: b"<html>" + archive(files())),
    ("not-a-zip", lambda: b""),
    ("not-a-zip", lambda: archive(files())[:-40]),
    ("corrupt-archive", lambda: b"PK\x03\x04" + archive(files())),
]  # fmt: skip

LIMITED: list[tuple[str, Limits]] = [
    ("upload-too-large", Limits(upload=100)),
    ("too-many-entries", Limits(entries=3)),
    ("too-many-entries", Limits(directory=100)),
    ("file-too-large", Limits(file=50)),
    ("file-too-large", Limits(image=50)),
    ("total-too-large", Limits(total=1000)),
    ("image-too-many-pixels", Limits(pixels=3)),
    ("json-too-large", Limits(content_json=10)),
    ("json-too-deep", Limits(json_depth=1)),
    ("core-too-new", Limits(core_api=(1, 18))),
]
