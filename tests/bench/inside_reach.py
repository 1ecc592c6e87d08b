"""What the measurements of the report need inside our project; see `tests.bench.inside`."""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

ROUNDS = 6
EDITS = 100
IMPORTED = 100_000


def reach_figures() -> dict[str, Any]:
    """Seconds of what is read from a settled site, each table of each year several times."""
    from lms.core.periods import Period
    from lms.reach.counting import Breakdown
    from lms.reach.models import JudgedSession
    from lms.reach.selectors import public_counter
    from lms.reach.selectors.annual import annual_report
    from lms.reach.selectors.judged import judgements
    from lms.reach.selectors.rollups import Sums
    from lms.reach.selectors.years import year_report

    def cells(year: int, *columns: str) -> None:
        Sums(judgements(Period.year(year))).cells(columns)

    def tables(year: int) -> None:
        sums = Sums(judgements(Period.year(year)))
        for cut in Breakdown:
            sums.cut(cut)

    def timed(read: Callable[..., object], *columns: str, rounds: int = ROUNDS) -> list[float]:
        return [_seconds(read, year, *columns) for _round in range(rounds) for year in years]

    years = _years()
    return {
        "sessions": JudgedSession.objects.count(),
        "years": len(years),
        "table": timed(cells, "county", "level", "month"),
        "tables": timed(tables),
        "cut": timed(cells, "county", "group_type"),
        "lesson_cut": timed(cells, "county", "lesson"),
        "report": timed(year_report, rounds=2),
        "annual": timed(annual_report, rounds=1),
        "counter": _seconds(public_counter, Period.year(years[-1]).end),
    }


def reach_csv() -> dict[str, Any]:
    """All counted sessions of all years as one file: seconds, the first of them and the memory."""
    from datetime import date

    from lms.core.periods import Period
    from lms.reach.counting.filters import SessionFilter
    from lms.reach.exports.sessions_csv import sessions_csv
    from lms.reach.selectors import names_of, rows_of, school_names

    years = _years()
    whole = Period(date(years[0], 1, 1), date(years[-1], 12, 31))
    before, started, cpu = _peak(), time.perf_counter(), time.process_time()
    first, size, rows = 0.0, 0, 0
    for chunk in sessions_csv(rows_of(whole, SessionFilter()), names_of(), school_names()):
        # What comes first is the mark of the file and its titles.
        if size > 1_000 and not first:
            first = time.perf_counter() - started
        size += len(chunk)
        rows += chunk.count(b"\n")
    seconds = time.perf_counter() - started
    return {
        "seconds": seconds, "cpu": time.process_time() - cpu, "first": first,
        "rows": rows - 1, "bytes": size, "memory": _peak() - before,
    }  # fmt: skip


def reach_cookie() -> dict[str, Any]:
    """Sign the secretariat in; return the cookie, and the years that can be asked for."""
    from django.conf import settings
    from django.test import Client

    from lms.people.models import User

    client = Client()
    client.force_login(User.objects.get(email="secretariat@demo.protect.ro"))
    name = settings.SESSION_COOKIE_NAME
    return {"cookie": f"{name}={client.cookies[name].value}", "years": _years()}


def reach_edits() -> dict[str, Any]:
    """Correct a hundred sessions of one year: what a report takes before anything is judged again,
    how long judging and adding up take, and whether both say what the rules say."""
    from dataclasses import replace

    from lms.classrooms.models import ClassSession
    from lms.classrooms.services import correct_class_session
    from lms.core.periods import Period
    from lms.people.models import User
    from lms.reach.selectors import live_report, oracle_report
    from lms.reach.services.lines import refresh_lines
    from lms.reach.services.rollups import refresh_rollups

    chance, officer = Random(1), User.objects.get(email="secretariat@demo.protect.ro")
    period = Period.year(_years()[-1])
    held = ClassSession.objects.in_period(period).with_counted_status().order_by("pk")
    for key in chance.sample(list(held.values_list("pk", flat=True)), EDITS):
        session = ClassSession.objects.get(pk=key)
        correct_class_session(
            session=session, expected=session.current.number, by=officer, girls=chance.randrange(30)
        )
    laid_over = _seconds(live_report, period)
    before = live_report(period)
    judged = _seconds(refresh_lines) + _seconds(refresh_rollups)
    after, whole = live_report(period), oracle_report(period)
    same = all(replace(one, as_of=whole.as_of) == whole for one in (before, after))
    oracle = _seconds(oracle_report, period)
    return {"laid_over": laid_over, "judged": judged, "same": same, "oracle": oracle}


def reach_import() -> dict[str, Any]:
    """Write a folder of a hundred thousand new class sessions, and import it."""
    from lms.reach.importing import import_folder

    folder = Path(sys.argv[2])
    _write_folder(folder, Random(2))
    started, cpu = time.perf_counter(), time.process_time()
    outcomes = import_folder(folder)
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    added = sum(found.outcome.added for found in outcomes if found.outcome)
    return {"seconds": seconds, "cpu": cpu, "added": added}


def reach_check() -> dict[str, Any]:
    """Compare all lines and sums with the records."""
    from lms.reach.services.checking import check_rollups

    started = time.perf_counter()
    found = check_rollups()
    return {"seconds": time.perf_counter() - started, "differences": len(found)}


def _write_folder(folder: Path, chance: Random) -> None:
    from lms.organisations.models import MemberOrganisation, School

    schools = list(School.objects.order_by("siiir").values_list("siiir", flat=True)[:5_000])
    members = list(MemberOrganisation.objects.order_by("code").values_list("code", flat=True))
    years = _years()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "class_sessions.csv").open("w", encoding="utf-8") as file:
        file.write(
            "session_ref,revision,recorded_at,status,org_code,school_siiir,class_label,lesson_code,"
            "date,girls,boys,undisclosed,adults,duration_min,modality,group_type,"
            "duplicate_override,project_code\n"
        )
        for number in range(IMPORTED):
            day = f"{chance.choice(years)}-{chance.choice((2, 3, 5, 10, 11)):02d}"
            day += f"-{chance.randrange(1, 29):02d}"
            label = chance.choice(("VII B", "7a", "Clasa a VIII-a C", "IX D"))
            file.write(
                f"BENCH-{number:06d},1,{day}T18:00:00+02:00,reported,{chance.choice(members)},"
                f"{chance.choice(schools)},{label},EXT-{chance.randrange(9)},{day},"
                f"{chance.randrange(2, 16)},{chance.randrange(2, 16)},,,50,in_person,class,,\n"
            )


def _years() -> list[int]:
    """The whole years of which there are invented sessions."""
    from lms.reach.models import JudgedSession

    invented = JudgedSession.objects.filter(reference__startswith="SINT-").order_by()
    months = set(invented.values_list("month", flat=True).distinct())
    return sorted({int(month[:4]) for month in months})


def _seconds(call: Callable[..., object], *args: object) -> float:
    started = time.perf_counter()
    call(*args)
    return time.perf_counter() - started


def _peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


COMMANDS = (reach_figures, reach_csv, reach_cookie, reach_edits, reach_import, reach_check)
