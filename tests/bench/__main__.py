"""`python -m tests.bench [--quick] [--fresh] [--strict] [--classes]`: set up, measure, print."""

import argparse
import json
import sys

from tests.bench import classes, downloads, registrations, sites, speed, weights
from tests.bench.load import require_wrk
from tests.bench.places import BENCH, MEASURED, TENFOLD
from tests.bench.report import Figure, all_hold, at_most, table

QUERY_LIMITS = {"home": 12, "catalogue": 12, "plan": 10, "search": 12}


def main() -> int:
    """Run everything; return 1 when a limit is missed and --strict was given."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round instead of three")
    parser.add_argument("--fresh", action="store_true", help="set both sites up from nothing")
    parser.add_argument("--strict", action="store_true", help="fail when a limit is missed")
    parser.add_argument("--classes", action="store_true", help="only what is about classes")
    options = parser.parse_args()
    figures = only_classes(options.quick) if options.classes else everything(options)
    result = table(figures)
    name = "classes.md" if options.classes else "figures.md"
    (BENCH / name).write_text(result + "\n")
    print(f"\n{result}\n\nKept in {BENCH / name}")
    return 1 if options.strict and not all_hold(figures) else 0


def only_classes(quick: bool) -> list[Figure]:
    """Our site alone, for what pupils and their teachers do."""
    BENCH.mkdir(parents=True, exist_ok=True)
    sites.prepare_ours(MEASURED)
    return measure_classes(quick)


def everything(options: argparse.Namespace) -> list[Figure]:
    """All measurements, in turns where they are compared."""
    require_wrk()
    big_kit = sites.prepare(options.fresh)
    print("→ Queries and kits")
    figures = queries() + kits()
    print("→ Memory")
    figures += speed.memory()
    print("→ First views and downloads")
    with speed.our_server() as ours:
        figures += weights.first_views(ours) + downloads.first_byte(ours, big_kit)
        print("→ Registrations")
        figures += registrations.registrations(ours)
    figures += measure_classes(options.quick)
    print("→ Load, in turns")
    figures += speed.requests(rounds=1 if options.quick else 3, seconds=2 if options.quick else 5)
    return figures


def measure_classes(quick: bool) -> list[Figure]:
    """Joining, answering, a worker that dies, guessed codes."""
    print("→ Classes")
    return classes.classes(quick)


def queries() -> list[Figure]:
    """Queries of each page at today's content and at ten times as much."""
    now, tenfold = (json.loads(sites.inside("queries", var)) for var in (MEASURED, TENFOLD))
    return [
        at_most(
            f"Queries, {name}",
            max(now[name], tenfold[name]),
            limit,
            "",
            f"{now[name]}; with tenfold content {tenfold[name]}",
        )
        for name, limit in QUERY_LIMITS.items()
    ]


def kits() -> list[Figure]:
    """Kits of three lessons, built one after the other."""
    built = json.loads(sites.inside("kits", MEASURED))
    note = f"{built['cpu']:.1f} s CPU"
    return [at_most(f"Kits of {built['kits']} lessons, built", built["seconds"], 5, "s", note)]


if __name__ == "__main__":
    sys.exit(main())
