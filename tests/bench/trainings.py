"""Trainings as they really are: a hall that checks in by the code on the wall, and the papers of
everybody when the event is closed.

It runs on SQLite, and on PostgreSQL with `python -m tests.with_postgres python -m tests.bench
--trainings`.
"""

import http.client
import io
import json
import random
import time
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from statistics import quantiles

from tests.bench import sites, speed
from tests.bench.phones import Phone
from tests.bench.places import MEASURED
from tests.bench.report import Figure, at_least, at_most, only
from tests.bench.servers import Server

PEOPLE = 300
SPREAD, QUICK_SPREAD, BURST = 300, 60, 20  # seconds in which they come
MOST_MS, MOST_SECONDS = 300, 30
CORES = 2
_seeds = count(1)


def trainings(quick: bool) -> list[Figure]:
    """Check in over five minutes, then all at once; then close an event and take its papers."""
    with speed.our_server(pinned=False) as server:
        spread = QUICK_SPREAD if quick else SPREAD
        return [
            *check_ins(server, spread, f"{PEOPLE} people checking in by QR within {spread} s"),
            *check_ins(server, BURST, f"{PEOPLE} people checking in within {BURST} s"),
            *papers(server),
        ]


def check_ins(server: Server, seconds: float, title: str) -> list[Figure]:
    """Everybody scans the code and sends the address that they enrolled with, from one address of
    the network, as in a hall; every tenth presses the button twice."""
    known = json.loads(sites.inside("open_training", MEASURED, str(PEOPLE)))
    phones = [Phone(server.port, random.Random(next(_seeds))) for _ in known["emails"]]
    server.warm([known["path"]])
    before, begun = server.cpu_seconds(), time.perf_counter()

    def come(at: int) -> bool:
        phone = phones[at]
        moment = begun + phone.chance.uniform(0, seconds)
        time.sleep(max(0.0, moment - time.perf_counter()))
        fields = [*phone.get(known["path"]).hidden().items(), ("email", known["emails"][at])]
        answers = [phone.post(known["path"], fields).text for _ in range(2 if at % 10 == 0 else 1)]
        return all('name="email"' not in text for text in answers)

    with ThreadPoolExecutor(PEOPLE) as at_once:
        told = sum(at_once.map(come, range(PEOPLE)))
    lasted, cpu = time.perf_counter() - begun, server.cpu_seconds() - before
    seen = json.loads(sites.inside("count_present", MEASURED, str(known["event"])))
    waited = [one for phone in phones for one in phone.waited]
    note = f"{len(waited)} requests in {lasted:.0f} s, {1000 * cpu / len(waited):.1f} ms CPU each"
    return [
        at_least(title, min(told, seen["present"]), PEOPLE, "", note),
        at_most("  rows that say it", seen["rows"], PEOPLE, ""),
        at_most("  broken connections", sum(phone.broken for phone in phones), 0, ""),
        at_most("  p95 of their requests", _p95(waited), MOST_MS, "ms"),
        only("  slowest", max(waited), "ms"),
        only(f"  share of {CORES} cores", 100 * cpu / (CORES * lasted), "%"),
    ]


def papers(server: Server) -> list[Figure]:
    """Close an event with 300 who earned a certificate, and take all of them as one ZIP."""
    known = json.loads(sites.inside("earned_training", MEASURED, str(PEOPLE)))
    path = f"/formare/evenimente/{known['event']}/"
    phone = Phone(server.port, cookies=known["cookies"])
    fields = [*phone.get(path).hidden().items(), ("decizie", "inchide")]
    before, cpu, started = server.memory(), server.cpu_seconds(), time.perf_counter()
    phone.post(path, fields)
    closed = time.perf_counter() - started
    content = _file(server.port, f"{path[:-1]}/adeverinte.zip", known["cookies"])
    seconds, cpu = time.perf_counter() - started, server.cpu_seconds() - cpu
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        printed = sum(archive.read(name).startswith(b"%PDF") for name in names)
    note = f"{len(content) / 1_000_000:.1f} MB, {cpu:.1f} s of the processor"
    return [
        at_most(f"Closing an event, {PEOPLE} papers as ZIP", seconds, MOST_SECONDS, "s", note),
        only("  of which closing, issuing and writing letters", closed, "s"),
        at_least("  certificates in it", printed, PEOPLE, ""),
        only("  more memory of two workers", server.memory() - before, "MB"),
    ]


def _file(port: int, path: str, cookies: dict[str, str]) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    kept = "; ".join(f"{name}={value}" for name, value in cookies.items())
    connection.request("GET", path, headers={"Cookie": kept})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return content


def _p95(waited: Sequence[float]) -> float:
    return quantiles(waited, n=20)[-1]
