"""Classes as they really are: thirty phones behind one address, and all schools at once."""

import json
import os
import random
import signal
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from statistics import quantiles
from typing import TypeVar

from tests.bench import sites, speed
from tests.bench.phones import Fields, Page, Phone
from tests.bench.places import ANSWERS, MEASURED
from tests.bench.report import Figure, at_least, at_most, only
from tests.bench.servers import Server

PUPILS = 30  # a class
CONNECTIONS = 32
BURST, BURST_SECONDS = 40, 10
CORES = 2
KOLIBRI, MOODLE = 61.0, 1.5  # progress writes and quiz attempts a second and core, measured here
_seeds = count(1)
T = TypeVar("T")


@dataclass(frozen=True)
class Scale:
    """How much of it: the whole, or a short round at the same rate."""

    classes: int
    seconds: float
    learners: int  # of each connection
    hours: int  # of guessing


WHOLE = Scale(classes=30, seconds=300, learners=10, hours=24)
QUICK = Scale(classes=6, seconds=60, learners=3, hours=2)


def classes(quick: bool) -> list[Figure]:
    """Everything about classes, one after the other. What is said of one core is measured on one;
    the lessons are given on both, beside the phones."""
    scale = QUICK if quick else WHOLE
    with speed.our_server(pinned=False) as server:
        figures = burst(server) + lessons(server, scale)
    with speed.our_server() as server:
        figures += writes(server, scale) + killed_worker(server, scale)
    return figures + guessing(scale)


def burst(server: Server) -> list[Figure]:
    """Forty phones join one class from one address within ten seconds."""
    (code,) = _open(1)["codes"]
    phones = _phones(server, BURST)
    started = time.perf_counter()

    def join(at: int) -> Page:
        _until(started + at * BURST_SECONDS / BURST)
        return phones[at].join(code)

    joined = len(_at_once(join, range(BURST)))
    seconds = time.perf_counter() - started
    return [
        at_least(f"{BURST} phones joining one class", joined, BURST, "", f"in {seconds:.1f} s"),
        at_most("  p95 of their requests", _p95(phones), 250, "ms"),
    ]


def lessons(server: Server, scale: Scale) -> list[Figure]:
    """All classes at once: join, read, answer ten questions, see what is said of each answer."""
    known = _open(scale.classes)
    seats = [code for code in known["codes"] for _ in range(PUPILS)]
    phones, begun = _phones(server, len(seats)), time.perf_counter()
    before = server.cpu_seconds()

    def sit_through(at: int) -> int:
        phone, chance = phones[at], phones[at].chance
        first = chance.uniform(0, scale.seconds / 10)
        _until(begun + first)
        page = phone.join(seats[at])
        last = scale.seconds * chance.uniform(0.88, 0.98)
        moments = iter(_moments(chance, first, last, 2 * len(known["steps"])))
        for _ in known["steps"]:
            _until(begun + next(moments))
            page, chosen = phone.answer(page)
            _until(begun + next(moments))
            page = phone.onward(page, chosen)
        return len(phone.acknowledged)

    answered = sum(_at_once(sit_through, range(len(seats))))
    seconds, cpu = time.perf_counter() - begun, server.cpu_seconds() - before
    requests = sum(len(phone.waited) for phone in phones)
    wanted = len(seats) * len(known["steps"])
    title = f"{scale.classes} classes of {PUPILS}, {len(known['steps'])} questions"
    note = f"{requests} requests in {seconds:.0f} s, {1000 * cpu / requests:.1f} ms CPU each"
    return [
        at_least(f"{title}: answers", answered, wanted, "", note),
        at_most("  until the last phone was done", seconds, scale.seconds, "s"),
        _kept(phones, "  in the database once"),
        at_most("  broken connections", sum(phone.broken for phone in phones), 0, ""),
        at_most("  p95 of all requests", _p95(phones), 250, "ms"),
        at_most(f"  share of {CORES} cores", 100 * cpu / (CORES * seconds), 25, "%"),
    ]


def writes(server: Server, scale: Scale) -> list[Figure]:
    """Answers as fast as they are taken, over 32 connections; the server has one core."""
    groups, forms = _seated(server, scale)
    before, started = server.cpu_seconds(), time.perf_counter()
    _at_once(lambda at: _write_all(groups[at], forms), range(CONNECTIONS))
    seconds, cpu = time.perf_counter() - started, server.cpu_seconds() - before
    phones = [phone for group in groups for phone in group]
    answers = sum(len(phone.acknowledged) for phone in phones)
    rate = answers / seconds
    note = f"{answers} answers; {answers / cpu:.0f} a second of the server's CPU"
    return [
        at_least(f"Answers a second on one core, {CONNECTIONS} connections", rate, 150, "/s", note),
        only("  p95 at that rate", _p95(phones), "ms"),
        _kept(phones, "  in the database once"),
        only("Our answers : Kolibri's progress writes", rate / KOLIBRI, "×"),
        only("Our answers : Moodle's quiz attempts", rate / MOODLE, "×"),
    ]


def killed_worker(server: Server, scale: Scale) -> list[Figure]:
    """The same, and in the middle of it a worker is killed with -9."""
    groups, forms = _seated(server, scale)
    phones = [phone for group in groups for phone in group]
    wanted = len(phones) * len(forms)
    with ThreadPoolExecutor(CONNECTIONS) as at_once:
        writing = [at_once.submit(_write_all, group, forms) for group in groups]
        while sum(len(phone.acknowledged) for phone in phones) < wanted / 3:
            time.sleep(0.02)
        os.kill(server.workers()[0], signal.SIGKILL)
        for done in writing:
            done.result()
    broken = sum(phone.broken for phone in phones)
    note = f"{broken} requests broke and were sent again"
    answers = sum(len(phone.acknowledged) for phone in phones)
    return [
        at_least("Answers acknowledged around a kill -9", answers, wanted, "", note),
        _kept(phones, "  in the database once"),
    ]


def guessing(scale: Scale) -> list[Figure]:
    """Ten codes a minute against 5,000 open ones, by a clock that is moved."""
    seen = json.loads(sites.inside("guess_codes", MEASURED, str(scale.hours)))
    note = f"{seen['tried']} tried in {scale.hours} simulated h, {seen['looked_at']} looked up"
    return [at_most(f"Codes guessed of {seen['codes']} open ones", seen["found"], 0, "", note)]


_known: list[str] = []


def _kept(phones: Iterable[Phone], title: str) -> Figure:
    """Every acknowledged answer is a row, and there is no row that was not acknowledged."""
    new = [client_id for phone in phones for client_id in phone.acknowledged]
    _known.extend(new)
    ANSWERS.write_text(json.dumps(_known))
    seen = json.loads(sites.inside("count_answers", MEASURED, str(ANSWERS)))
    kept = len(new) - (seen["acknowledged"] - seen["found"]) - abs(seen["all"] - seen["found"])
    return at_least(title, kept, len(new), "", f"{seen['all']} rows in all")


def _seated(server: Server, scale: Scale) -> tuple[list[list[Phone]], dict[str, Fields]]:
    """Phones that have joined, in one group for each connection, and an answer for each step."""
    needed = CONNECTIONS * scale.learners
    known = _open(-(-needed // PUPILS))
    phones = _phones(server, needed)
    _at_once(lambda at: phones[at].join(known["codes"][at // PUPILS]), range(needed))
    forms = {f"{s}raspuns/": phones[0].get(s).choice(phones[0].chance) for s in known["steps"]}
    for phone in phones:
        phone.waited.clear()
    return [phones[at::CONNECTIONS] for at in range(CONNECTIONS)], forms


def _write_all(group: list[Phone], forms: dict[str, Fields]) -> None:
    for phone in group:
        for path, chosen in forms.items():
            phone.write(path, chosen)
        phone.connection.close()


def _open(number: int) -> dict[str, list[str]]:
    return json.loads(sites.inside("open_classes", MEASURED, str(number)))


def _phones(server: Server, number: int) -> list[Phone]:
    return [Phone(server.port, random.Random(next(_seeds))) for _ in range(number)]


def _at_once(work: Callable[[int], T], places: Sequence[int]) -> list[T]:
    with ThreadPoolExecutor(len(places)) as threads:
        return list(threads.map(work, places))


def _moments(chance: random.Random, first: float, last: float, number: int) -> list[float]:
    """When a pupil presses: now after a short while, now after a long one, the last time at `last`
    (seconds since the lesson began)."""
    pauses = [chance.uniform(0.5, 1.4) for _ in range(number)]
    return [first + (last - first) * sum(pauses[: n + 1]) / sum(pauses) for n in range(number)]


def _until(moment: float) -> None:
    time.sleep(max(0.0, moment - time.perf_counter()))


def _p95(phones: Iterable[Phone]) -> float:
    return quantiles([waited for phone in phones for waited in phone.waited], n=20)[-1]
