"""`python -m tests.media.h5p.fuzz`: packages broken at random must be judged, never crash the
check, keep it busy for a second, or write outside the store.

Every mutant is made from a seed, so that a failure can be made again. Three kinds: bytes of the
archive changed; the archive well made around files whose bytes are changed; entries that lie.
"""

import argparse
import io
import random
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from media.h5p import Refused, check
from media.h5p.store import DIGEST, ObjectStore
from tests.media.h5p.evil import EVIL
from tests.media.h5p.packages import archive, files
from tests.media.h5p.zips import DEFLATED, STORED, Raw, zipped

SECOND = 1.0
# Mutants that share a store, which is then thrown away.
BLOCK = 10_000
SPLICES = [
    b"", b"\0", b"../", b"\\", b"/", b"\xff\xfe", b"NaN", b"1e999", b"null", b"[]", b"{}", b"[[[[",
    b'"', b"\\ud800", b"-1", b"99999999999999999999", b"H5P.ProtectProbe 1.0", b"true", b"'",
    b"content/content.json", b"h5p.json", b"PK\x01\x02", b"PK\x05\x06", b"\xef\xbb\xbf", b"<svg>",
]  # fmt: skip
NAMES = [b"content/a.json", b"A", b"content/", b"x/library.json", b"\xc8\x99/a.js", b"h5p.json/a"]
WORDS = [0, 1, 8, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF]


@dataclass
class Tally:
    """What became of the mutants. Seconds are the processor's: a busy machine is no hang."""

    codes: Counter[str] = field(default_factory=Counter)
    good: int = 0
    slowest: float = 0.0
    slowest_seed: str = ""


def mutant(seed: str) -> bytes:
    """The mutant of this seed, always the same."""
    chance = random.Random(seed)
    kind = chance.random()
    if kind < 0.3:
        return _changed(archive(files()), chance)
    made = files()
    if kind < 0.75:
        for path in chance.sample(list(made), chance.randint(1, 2)):
            made[path] = _changed(made[path], chance)
        return archive(made)
    return zipped(_lying(made, chance))


def seeds(start: str, count: int) -> Iterator[str]:
    """The seeds of a run."""
    return (f"{start}-{number}" for number in range(count))


def judge(seed: str, folder: Path, tally: Tally) -> None:
    """Check one mutant, and store it if it is good. Raises whatever the check should not."""
    data = mutant(seed)
    began = time.process_time()
    verdict = check(io.BytesIO(data))
    taken = time.process_time() - began
    if taken > tally.slowest:
        tally.slowest, tally.slowest_seed = taken, seed
    verdict.as_dict()
    tally.codes.update({one.code.value for one in verdict.errors})
    tally.good += verdict.ok
    store = ObjectStore(folder / "store", durable=False)
    try:
        store.write(io.BytesIO(data), verdict)
    except Refused:
        if verdict.ok:
            raise


def strays(folder: Path) -> list[str]:
    """Paths in the folder that are no object of the store."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file()
        and not (DIGEST.fullmatch(path.name) and path.parent == folder / "store" / path.name[:2])
    ]


def _changed(data: bytes, chance: random.Random) -> bytes:
    mutated = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 4, 16])):
        at = chance.randrange(len(mutated) + 1)
        end = min(len(mutated), at + chance.choice([0, 1, 1, 4, 40]))
        action = chance.randrange(4)
        if action == 0:
            mutated[at:end] = chance.randbytes(end - at)
        elif action == 1:
            mutated[at:end] = chance.choice(SPLICES)
        elif action == 2:
            mutated[at:at] = mutated[at:end]
        else:
            size = chance.choice([1, 2, 4])
            mutated[at : at + size] = (chance.choice(WORDS) % 256**size).to_bytes(size, "little")
    return bytes(mutated)


def _lying(made: dict[str, bytes], chance: random.Random) -> list[Raw]:
    entries = [Raw(path, data, chance.choice([DEFLATED, STORED])) for path, data in made.items()]
    for _ in range(chance.randint(1, 3)):
        entry = chance.choice(entries)
        lie = chance.choice(
            ["name", "flags", "mode", "method", "told_size", "told_packed", "told_offset", "twice"]
        )
        if lie == "name":
            names = [*NAMES, _changed(entry.encoded(), chance), _changed(b"content/a.txt", chance)]
            entry.name = chance.choice(names)[:60_000]
        elif lie == "twice":
            entries.append(entry)
        elif lie in ("flags", "mode", "method"):
            setattr(entry, lie, chance.choice([0, 1, 8, 12, 0x800, 0xA1FF, 0xFFFF]))
        else:
            setattr(entry, lie, chance.choice([*WORDS, len(entry.data) + 1]))
    chance.shuffle(entries)
    return entries


def measure_evil() -> int:
    """Time and memory of each evil archive; 1 when one took a second or 100 MB."""
    worst = 0
    for code, made in EVIL:
        data = made()
        tracemalloc.start()
        check(io.BytesIO(data))
        megabytes = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        began = time.process_time()
        check(io.BytesIO(data))
        taken = time.process_time() - began
        worst |= taken >= SECOND or megabytes >= 100
        print(f"{code:26} {taken * 1000:7.1f} ms {megabytes:7.1f} MB")
    return worst


def main() -> int:
    """Run; 1 when a mutant did what none may."""
    parser = argparse.ArgumentParser(prog="python -m tests.media.h5p.fuzz", description=__doc__)
    parser.add_argument("--mutations", type=int, default=1_000_000)
    parser.add_argument("--seed", default="protect")
    parser.add_argument("--evil", action="store_true", help="measure the evil archives instead")
    options = parser.parse_args()
    if options.evil:
        return measure_evil()
    tally, stray = Tally(), []
    for first in range(0, options.mutations, BLOCK):
        block = range(first, min(first + BLOCK, options.mutations))
        with tempfile.TemporaryDirectory() as folder:
            for number in block:
                judge_or_tell(f"{options.seed}-{number}", Path(folder), tally)
            stray += strays(Path(folder))
        slowest = f"{tally.slowest:.3f} s by seed {tally.slowest_seed}"
        print(f"{block.stop:,} mutants, {tally.good:,} good, slowest {slowest}", flush=True)
    print(tally, *stray, sep="\n")
    return int(bool(stray) or tally.slowest >= SECOND)


def judge_or_tell(seed: str, folder: Path, tally: Tally) -> None:
    """Judge one mutant; name its seed when that fails, also when someone stops a hang."""
    try:
        judge(seed, folder, tally)
    except BaseException:
        print(f"seed {seed}", file=sys.stderr)
        raise


if __name__ == "__main__":
    sys.exit(main())
