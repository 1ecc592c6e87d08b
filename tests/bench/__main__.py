"""`python -m tests.bench [--quick] [--fresh] [--strict] [--activities | --classes |
--paint | --reach | --trainings]`."""

import argparse
import json
import sys

from tests.bench import (
    classes,
    downloads,
    launches,
    paint,
    reach,
    registrations,
    sites,
    speed,
    trainings,
    weights,
)
from tests.bench.load import require_wrk
from tests.bench.places import BENCH, MEASURED, TENFOLD
from tests.bench.report import Figure, all_hold, at_most, table

# What is measured by itself, by option.
ALONE = ("activities", "classes", "paint", "reach", "trainings")
QUERY_LIMITS = {"home": 12, "catalogue": 12, "plan": 10, "search": 12}


def main() -> int:
    """Run everything; return 1 when a limit is missed and --strict was given."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round instead of three")
    parser.add_argument("--fresh", action="store_true", help="set both sites up from nothing")
    parser.add_argument("--strict", action="store_true", help="fail when a limit is missed")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--activities", action="store_true", help="only what is about activities")
    only.add_argument("--classes", action="store_true", help="only what is about classes")
    only.add_argument("--paint", action="store_true", help="only how soon a step is seen")
    only.add_argument("--reach", action="store_true", help="only the report, beside a million rows")
    only.add_argument("--trainings", action="store_true", help="only what is about trainings")
    options = parser.parse_args()
    part = next((one for one in ALONE if getattr(options, one)), "figures")
    figures = everything(options) if part == "figures" else ours_alone(part, options)
    result = table(figures)
    kept = BENCH / f"{part}.md"
    kept.write_text(result + "\n")
    print(f"\n{result}\n\nKept in {kept}")
    return 1 if options.strict and not all_hold(figures) else 0


def ours_alone(part: str, options: argparse.Namespace) -> list[Figure]:
    """Our site without the bare one: what pupils and their teachers do, or the report."""
    BENCH.mkdir(parents=True, exist_ok=True)
    if part == "reach":
        return reach.reach(options.quick, options.fresh)
    sites.prepare_ours(MEASURED)
    measured = {
        "activities": measure_activities,
        "classes": measure_classes,
        "trainings": measure_trainings,
        "paint": lambda _quick: measure_paints(),
    }
    return measured[part](options.quick)


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
    figures += measure_paints()
    figures += measure_classes(options.quick)
    figures += measure_trainings(options.quick)
    figures += measure_activities(options.quick)
    print("→ Load, in turns")
    figures += speed.requests(rounds=1 if options.quick else 3, seconds=2 if options.quick else 5)
    return figures + reach.reach(options.quick, options.fresh)


def measure_paints() -> list[Figure]:
    """A step of a module on a cheap phone with a slow line."""
    print("→ First paints")
    with speed.our_server(pinned=False) as ours:
        return paint.first_paints(ours)


def measure_classes(quick: bool) -> list[Figure]:
    """Joining, answering, a worker that dies, guessed codes."""
    print("→ Classes")
    return classes.classes(quick)


def measure_trainings(quick: bool) -> list[Figure]:
    """A hall that checks in, and the certificates of an event."""
    print("→ Trainings")
    return trainings.trainings(quick)


def measure_activities(quick: bool) -> list[Figure]:
    """Activities opened by readers; with H5P_SAMPLES, those of its packages."""
    print("→ Activities")
    return launches.launches(quick)


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
