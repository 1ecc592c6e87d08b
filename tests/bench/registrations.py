"""A school's afternoon: 200 class sessions registered without an account from one address."""

import http.client
import json
import re
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import product
from urllib.parse import urlencode

from tests.bench import sites
from tests.bench.places import MEASURED
from tests.bench.report import Figure, at_least, at_most
from tests.bench.servers import Server

FORM = "/clase/sesiuni/nou/"
HOW_MANY = 200
TEACHERS = 8  # at the same time
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def registrations(server: Server) -> list[Figure]:
    """Send all of them as fast as they are taken; then count what became of them."""
    known = json.loads(sites.inside("before_registrations", MEASURED))
    rows = list(_rows(known))
    started = time.perf_counter()
    with ThreadPoolExecutor(TEACHERS) as teachers:
        shares = [rows[first::TEACHERS] for first in range(TEACHERS)]
        accepted = sum(teachers.map(lambda share: _register(server.port, share), shares))
    seconds = time.perf_counter() - started
    after = json.loads(sites.inside("before_registrations", MEASURED))
    new = {key: after[key] - known[key] for key in ("sessions", "unconfirmed")}
    return [
        at_most(f"{HOW_MANY} registrations from one address", seconds, 10, "s"),
        at_least("  accepted", min(accepted, new["sessions"]), HOW_MANY, ""),
        at_least("  unconfirmed", new["unconfirmed"], HOW_MANY, ""),
    ]


def _rows(known: dict[str, int]) -> list[dict[str, str]]:
    """Different classes on different days, all in one school."""
    classes = [f"{grade} {letter}" for grade, letter in product(range(5, 9), "ABCDE")]
    days = [date.today() - timedelta(days=1 + n) for n in range(HOW_MANY // len(classes))]
    return [
        {
            "plan": str(known["plan"]),
            "school": str(known["school"]),
            "date": day.strftime("%d.%m.%Y"),
            "class_label": label,
            "girls": "12",
            "boys": "13",
            "email": f"profesor{number}@example.org",
            "group_type": "class",
            "modality": "in_person",
            "duration": "50",
            "seen": known["hints"],
        }
        for number, (day, label) in enumerate(product(days, classes))
    ]


def _register(port: int, rows: list[dict[str, str]]) -> int:
    """One teacher's browser: open the form once, send it for each row; return how many were
    answered with a receipt."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", FORM)
    answer = connection.getresponse()
    page = answer.read().decode()
    cookie = (answer.headers["Set-Cookie"] or "").split(";")[0]
    token = TOKEN.search(page)
    if token is None:
        raise SystemExit(f"{FORM} has no form: {answer.status}")
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    accepted = 0
    for row in rows:
        sent = {**row, "client_id": str(uuid.uuid4()), "csrfmiddlewaretoken": token.group(1)}
        connection.request("POST", FORM, urlencode(sent), headers)
        answer = connection.getresponse()
        answer.read()
        accepted += answer.status == 302
    connection.close()
    return accepted
