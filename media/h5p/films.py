"""What telephones and programs write in a film beside what is seen and heard, written over with
zeros: place, owner, device. No byte moves, so that every offset in the film stays true.

Sources: ISO/IEC 14496-12 (boxes), the QuickTime file format (©xyz, the keys of `meta`), XMP part 3.
"""

from pathlib import Path
from typing import IO

CLEANED = frozenset({"mp4", "m4a"})
HOLDERS = frozenset({b"moov", b"trak", b"moof", b"traf"})
NOTES = frozenset({b"udta", b"meta"})
OWN_TYPE, XMP = b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
UNUSED = b"free"
HEAD, LONG_HEAD = 8, 16
PIECE = 64 * 1024
# A film in pieces of a second has a few for each; more is no film.
MOST_BOXES = 200_000


def forget(path: Path) -> bool:
    """Take the notes out of a film on disk; whether there were any. What is no film, or breaks off,
    is left as far as it cannot be told apart."""
    changed = False
    with path.open("r+b") as file:
        waiting = [(0, file.seek(0, 2))]
        for _box in range(MOST_BOXES):
            if not waiting:
                break
            at, end = waiting.pop()
            kind, begins, ends = _box_at(file, at, end)
            if ends <= at:
                continue
            waiting.append((ends, end))
            if kind in HOLDERS:
                waiting.append((begins, ends))
            elif kind in NOTES or (kind == OWN_TYPE and _is_xmp(file, begins)):
                _blank(file, at, begins, ends)
                changed = True
    return changed


def _box_at(file: IO[bytes], at: int, end: int) -> tuple[bytes, int, int]:
    """Its type, where its content begins, and where it ends: not after `at` for none."""
    file.seek(at)
    head = file.read(LONG_HEAD)
    size, kind, begins = int.from_bytes(head[:4]), head[4:8], at + HEAD
    if size == 1:
        size, begins = int.from_bytes(head[8:16]), at + LONG_HEAD
    ends = at + size if size else end
    return (kind, begins, ends) if begins <= ends <= end else (kind, at, at)


def _is_xmp(file: IO[bytes], begins: int) -> bool:
    file.seek(begins)
    return file.read(len(XMP)) == XMP


def _blank(file: IO[bytes], at: int, begins: int, ends: int) -> None:
    file.seek(at + 4)
    file.write(UNUSED)
    file.seek(begins)
    for left in range(ends - begins, 0, -PIECE):
        file.write(bytes(min(left, PIECE)))
