"""The report beside a million class sessions: tables, files, an import, corrections.

It runs on SQLite, and on PostgreSQL with `python -m tests.with_postgres python -m tests.bench
--reach`.
"""

import http.client
import json
import os
import shutil
import subprocess
import time
from statistics import quantiles

from tests.bench import sites
from tests.bench.places import CACHED_PORT, REACH, REACH_MADE, ROOT, our_environment, tool
from tests.bench.report import Figure, at_least, at_most, only
from tests.bench.servers import Server

SESSIONS, QUICK_SESSIONS = 1_000_000, 100_000
# Of 4 to 14 changes each: a thousand changes and more.
WORLDS, QUICK_WORLDS = 120, 10
MEGABYTE = 1_000_000


def reach(quick: bool, fresh: bool) -> list[Figure]:
    """Make the sessions, if they are not there from an earlier run, and measure."""
    made = _make(QUICK_SESSIONS if quick else SESSIONS, fresh)
    return [
        *made,
        *_tables(),
        *_files(),
        *_served_files(),
        *_edits(),
        *_import(),
        *_worlds(QUICK_WORLDS if quick else WORLDS),
    ]


def _make(sessions: int, fresh: bool) -> list[Figure]:
    """A site with so many sessions. That of an earlier run is taken again: making it takes longer
    than everything else. Another database than the file is empty each time."""
    made, in_file = REACH_MADE / str(sessions), "DATABASE_URL" not in os.environ
    figures = []
    if fresh or not in_file or not (made / "ready").exists():
        print(f"→ {sessions} class sessions")
        shutil.rmtree(made, ignore_errors=True)
        environment = our_environment(made)
        sites.run([tool("python"), "manage.py", "set_up"], environment)
        started = time.perf_counter()
        sites.run([tool("python"), "manage.py", "make_reach", str(sessions)], environment)
        seconds = time.perf_counter() - started
        figures = [only("Class sessions made, judged, added up", seconds, "s")]
        (made / "ready").touch()
    shutil.rmtree(REACH, ignore_errors=True)
    shutil.copytree(made, REACH)
    # What came since it was made.
    sites.run([tool("python"), "manage.py", "migrate", "--verbosity", "0"], our_environment(REACH))
    return figures


def _tables() -> list[Figure]:
    print("→ Tables of settled years")
    found = json.loads(sites.inside("reach_figures", REACH))
    note = f"{found['sessions']} sessions of {found['years']} years"
    return [
        at_most("County × month × level × gender of a year, p95", _p95(found["table"]), 50, "ms",
                note),
        only("  all seven tables of a year, p95", _p95(found["tables"]), "ms"),
        at_most("County × audience of a year, slowest", _slowest(found["cut"]), 500, "ms"),
        at_most("County × lesson of a year, from the lines, slowest",
                _slowest(found["lesson_cut"]), 500, "ms"),
        at_most("Yearly report with unique counts, slowest", max(found["report"]), 3, "s"),
        only("  all tables T1–T12, slowest", max(found["annual"]), "s"),
        only("Public counter counted afresh", found["counter"], "s"),
    ]  # fmt: skip


def _files() -> list[Figure]:
    print("→ Every session as CSV")
    found = json.loads(sites.inside("reach_csv", REACH))
    size = f"{found['rows']} rows, {found['bytes'] / MEGABYTE:.0f} MB"
    note = f"{size}, {found['cpu']:.1f} s of the processor"
    return [
        at_most("All counted sessions as one CSV", found["seconds"], 10, "s", note),
        at_most("  its first rows", found["first"] * 1_000, 200, "ms"),
        at_most("  more memory", found["memory"], 20, "MB"),
    ]


def _served_files() -> list[Figure]:
    """The same year by year from a server, as the secretariat downloads them."""
    print("→ The same from a server")
    signed_in = json.loads(sites.inside("reach_cookie", REACH))
    headers = {"Cookie": signed_in["cookie"]}
    environment = our_environment(REACH)
    server = Server("lms.wsgi:application", CACHED_PORT, environment, pinned=False)
    with server:
        paths = [f"/raport/{year}/sesiuni.csv" for year in signed_in["years"]]
        # Both workers have then read what every worker reads once.
        for _ in range(6):
            _fetch(f"/raport/{signed_in['years'][0]}/sesiuni/", headers)
        before, cpu, started = server.memory(), server.cpu_seconds(), time.perf_counter()
        waited, size = zip(*(_fetch(path, headers) for path in paths), strict=True)
        seconds, grown = time.perf_counter() - started, server.memory() - before
        cpu = server.cpu_seconds() - cpu
        report = _slowest_of("/raport/{}/", signed_in["years"], headers)
        tables = _slowest_of("/raport/{}/tabele/", signed_in["years"], headers)
        pdf = _slowest_of("/raport/{}/tabele.pdf", signed_in["years"], headers)
        workbook = _slowest_of("/raport/{}/tabele.xlsx", signed_in["years"], headers)
    return [
        at_most("Every year's CSV from a server, one after the other", seconds, 10, "s",
                f"{len(size)} files, {sum(size) / MEGABYTE:.0f} MB, {cpu:.1f} s of the processor"),
        at_most("  first byte, slowest", 1_000 * max(waited), 200, "ms"),
        at_most("  more memory of two workers", grown, 40, "MB"),
        only("Page of a year's report, slowest", report, "s"),
        only("Page of all tables T1–T12, slowest", tables, "s"),
        at_most("PDF of the annual report, slowest", pdf, 5, "s"),
        only("  as a workbook", workbook, "s"),
    ]  # fmt: skip


def _slowest_of(address: str, years: list[int], headers: dict[str, str]) -> float:
    """Seconds until the slowest of the years began to answer; what is made whole is there then."""
    return max(_fetch(address.format(year), headers)[0] for year in years)


def _fetch(path: str, headers: dict[str, str]) -> tuple[float, int]:
    """Seconds until the first byte of the body, and how many bytes came."""
    connection = http.client.HTTPConnection("127.0.0.1", CACHED_PORT, timeout=60)
    connection.connect()
    started = time.perf_counter()
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    size = len(answer.read(1))
    waited = time.perf_counter() - started
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    while chunk := answer.read(1 << 20):
        size += len(chunk)
    connection.close()
    return waited, size


def _edits() -> list[Figure]:
    print("→ Corrections")
    found = json.loads(sites.inside("reach_edits", REACH))
    return [
        only("A year's report with 100 corrections not judged yet", found["laid_over"], "s"),
        only("  judging them and adding up their months", found["judged"], "s"),
        only("  the same report without lines and sums", found["oracle"], "s"),
        at_least("  figures as by the rules, before and after", int(found["same"]), 1, ""),
    ]


def _import() -> list[Figure]:
    print("→ An import")
    found = json.loads(sites.inside("reach_import", REACH, str(REACH / "folder")))
    checked = json.loads(sites.inside("reach_check", REACH))
    return [
        at_most("Import of 100 000 rows, judged and added up", found["seconds"], 60, "s",
                f"{found['added']} new, {found['cpu']:.0f} s of the processor"),
        at_most("Lines and sums that differ from the records", checked["differences"], 0, "",
                f"all compared in {checked['seconds']:.0f} s"),
    ]  # fmt: skip


def _worlds(worlds: int) -> list[Figure]:
    """Small sites changed at random by hypothesis: see tests/reach/test_lines.py."""
    print("→ Random changes")
    outside = ("DEMO", "VAR_DIR", "SITE_URL", "PAGE_CACHE", "DJANGO_SETTINGS_MODULE")
    environment = {name: value for name, value in os.environ.items() if name not in outside}
    environment["REACH_WORLDS"] = str(worlds)
    test = (
        "tests/reach/test_lines.py::test_after_any_change_figures_and_lists_are_those_of_the_rules"
    )
    done = subprocess.run(
        [tool("python"), "-X", "dev", "-m", "pytest", "-q", "-n", "0", test],
        cwd=ROOT, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        print(done.stdout)
    name = "Small sites changed at random, figures and published reports as they should be"
    return [at_least(name, 0 if done.returncode else worlds, worlds, "", "4 to 14 changes each")]


def _p95(seconds: list[float]) -> float:
    return 1_000 * quantiles(seconds, n=20)[-1]


def _slowest(seconds: list[float]) -> float:
    return 1_000 * max(seconds)
