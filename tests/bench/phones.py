"""A pupil's phone over HTTP: cookies, forms with their tokens, redirects, the one script that asks
for a part of a page, and a person who presses again when the connection breaks."""

import http.client
import random
import re
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlencode, urljoin

from tests.bench.weights import LINKED

FORM = re.compile(r'<form[^>]* id="pas".*?</form>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
TICKED = re.compile(r'<input[^>]* type="(?:radio|checkbox)" name="(r)" value="([^"]+)"')
SELECT = re.compile(r'<select[^>]* name="(r\d+)".*?</select>', re.DOTALL)
OPTION = re.compile(r'<option value="([^"]+)"')
ACTION = re.compile(r'<form[^>]* action="([^"]+)"')
ONWARD = re.compile(r'formaction="([^"]+/inainte/)"')
BEGIN = re.compile(r'href="([^"]*/module/[^"]+)"')
PART = "X-Part"
SAID = 'class="feedback"'
TRIES = 30
NOTHING: Mapping[str, str] = MappingProxyType({})
Fields = list[tuple[str, str]]


@dataclass(frozen=True)
class Page:
    """Where a phone ended up and what it shows."""

    path: str
    text: str

    def hidden(self) -> dict[str, str]:
        """The hidden fields of the step's form, or of the page's first one."""
        found = FORM.search(self.text)
        return dict(HIDDEN.findall(found.group(0) if found else self.text))

    def asks(self) -> bool:
        """Whether there is something to choose in the step's form."""
        found = FORM.search(self.text)
        return bool(found and (TICKED.search(found.group(0)) or SELECT.search(found.group(0))))

    def choice(self, chance: random.Random) -> Fields:
        """Something that a pupil might answer here."""
        found = FORM.search(self.text)
        form = found.group(0) if found else ""
        selects = {part.group(1): OPTION.findall(part.group(0)) for part in SELECT.finditer(form)}
        if selects:
            # Different ones each: an order and pairs allow nothing else.
            values = chance.sample(next(iter(selects.values())), len(selects))
            return list(zip(selects, values, strict=True))
        ticked = TICKED.findall(form)
        if not ticked:
            raise AssertionError(f"{self.path} asks nothing")
        return [chance.choice(ticked)]

    def linked(self, pattern: re.Pattern[str]) -> str:
        """The first address of this kind on the page."""
        found = pattern.search(self.text)
        if found is None:
            raise AssertionError(f"{self.path} has no {pattern.pattern}")
        return found.group(1)


@dataclass
class Phone:
    """One phone. `waited` holds milliseconds of each request, `acknowledged` the ids of answers
    that the server said it has."""

    port: int
    chance: random.Random = field(default_factory=random.Random)
    agent: str = "a phone"
    cookies: dict[str, str] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    broken: int = 0

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def get(self, path: str) -> Page:
        """Open an address, wherever it leads."""
        return self._follow(path, *self._send("GET", path))

    def post(self, path: str, fields: Fields) -> Page:
        """Send a form and see what comes of it."""
        return self._follow(path, *self._send("POST", path, fields))

    def join(self, code: str) -> Page:
        """Scan the code, press the button, press "begin"; return the first step."""
        page = self.get(f"/intra/{code}/")
        seat = self.post("/intra/", list(page.hidden().items()))
        if seat.path != "/intra/loc/":
            raise AssertionError(f"{code} led to {seat.path}")
        cover = self.get(seat.linked(BEGIN))
        for address in LINKED.findall(cover.text):
            self._send("GET", address)
        return self.get(cover.linked(re.compile(rf'href="({re.escape(cover.path)}[^"/]+/)"')))

    def answer(self, page: Page) -> tuple[Page, Fields]:
        """Answer the question of a step; return the step with what is said of it."""
        chosen = page.choice(self.chance)
        found = FORM.search(page.text)
        action = ACTION.search(found.group(0) if found else "")
        if action is None:
            raise AssertionError(f"{page.path} has no form")
        path, fields = action.group(1), [*page.hidden().items(), *chosen]
        status, location, text = self._send("POST", path, fields, {PART: "1"})
        if status != 200 or SAID not in text:
            raise AssertionError(f"an answer was not kept: {status} {location}")
        self.acknowledged.append(page.hidden()["client_id"])
        # The part takes the place of the one that stood there; the rest of the page stays.
        return Page(page.path, text + FORM.sub("", page.text)), chosen

    def write(self, path: str, chosen: Fields) -> None:
        """Send an answer and look at nothing that comes after."""
        client_id = str(uuid.UUID(int=self.chance.getrandbits(128), version=4))
        token = self.cookies["csrftoken"]
        fields = [("csrfmiddlewaretoken", token), ("client_id", client_id), *chosen]
        status, location, _text = self._send("POST", path, fields)
        if status != 302 or not location.endswith("/#raspuns") or "?" in location:
            raise AssertionError(f"an answer was not kept: {status} {location}")
        self.acknowledged.append(client_id)

    def onward(self, page: Page, chosen: Fields) -> Page:
        """Press "next" below a question."""
        return self.post(page.linked(ONWARD), [*page.hidden().items(), *chosen])

    def _follow(self, path: str, status: int, location: str, text: str) -> Page:
        while status in (301, 302):
            path = urljoin(path, location).partition("#")[0]
            status, location, text = self._send("GET", path)
        if status != 200:
            raise AssertionError(f"{path}: {status}")
        return Page(path, text)

    def _send(
        self, method: str, path: str, fields: Fields = (), more: Mapping[str, str] = NOTHING
    ) -> tuple[int, str, str]:
        """One request, sent again for as long as no answer comes back."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "User-Agent": self.agent, **more}
        if fields:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        for _ in range(TRIES):
            started = time.perf_counter()
            try:
                self.connection.request(method, path, urlencode(fields), headers)
                answer = self.connection.getresponse()
                text = answer.read().decode()
            except (OSError, http.client.HTTPException):
                self.broken += 1
                self.connection.close()
                time.sleep(0.3)
                continue
            self.waited.append(1000 * (time.perf_counter() - started))
            self._remember(answer.headers.get_all("Set-Cookie") or [])
            return answer.status, answer.headers.get("Location", ""), text
        raise AssertionError(f"{path} is not answered")

    def _remember(self, sent: list[str]) -> None:
        for cookie in sent:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
