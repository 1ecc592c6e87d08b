"""How soon a pupil sees a step of a module: the first contentful paint in Chromium, nothing kept
from before, the processor slowed down, and the lines that its developer tools know as 3G."""

import json
import random
import shutil
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from tests.bench import sites
from tests.bench.phones import Phone
from tests.bench.places import MEASURED
from tests.bench.report import Figure, at_most, only
from tests.bench.servers import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Cookie

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SMALL_PHONE = {"width": 360, "height": 740}
SLOWER_PROCESSOR = 4
RUNS = 5
LIMIT = 2  # of DESIGN.md, in seconds
TITLE = "First paint of a step"
PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName('first-contentful-paint')) done(entry.startTime);
}).observe({ type: 'paint', buffered: true }))"""


@dataclass(frozen=True)
class Line:
    """A profile of Chromium's developer tools: milliseconds, and bits a second each way."""

    name: str
    latency: float
    down: float
    up: float

    def conditions(self) -> dict[str, object]:
        """As its protocol wants them, in bytes a second."""
        throughput = {"downloadThroughput": self.down / 8, "uploadThroughput": self.up / 8}
        return {"offline": False, "latency": self.latency, **throughput}


# The tools take 0.9 of the rate and 3.75 times the latency, on the slow line 0.8 and 5 times.
FAST_3G = Line("Fast 3G", 3.75 * 150, 0.9 * 1_600_000, 0.9 * 750_000)
SLOW_3G = Line("Slow 3G", 5 * 400, 0.8 * 500_000, 0.8 * 500_000)


def first_paints(server: Server) -> list[Figure]:
    """The first step of a class's module, alone and in the class; medians of five cold runs."""
    if CHROMIUM is None:
        return [Figure(TITLE, "not measured: Chromium is not installed")]
    from playwright.sync_api import sync_playwright

    opened = json.loads(sites.inside("open_classes", MEASURED, "1"))
    phone = Phone(server.port, random.Random(0))
    seated = phone.join(opened["codes"][0])
    address = server.url(seated.path)
    cookies: list[Cookie] = [
        {"name": name, "value": value, "url": address} for name, value in phone.cookies.items()
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        _paints(browser, address, [], FAST_3G)  # the server's and the browser's own first time
        alone = _paints(browser, address, [], FAST_3G)
        in_class = _paints(browser, address, cookies, FAST_3G)
        slow = _paints(browser, address, [], SLOW_3G)
        browser.close()
    return [
        at_most(f"{TITLE}, {FAST_3G.name}", median(alone), LIMIT, "s", _note(alone)),
        at_most(f"  in a class, {FAST_3G.name}", median(in_class), LIMIT, "s", _note(in_class)),
        only(f"  {SLOW_3G.name}", median(slow), "s", _note(slow)),
    ]


def _note(paints: list[float]) -> str:
    return f"{min(paints):.2f} to {max(paints):.2f} s"


def _paints(browser: "Browser", address: str, cookies: list["Cookie"], line: Line) -> list[float]:
    return [_paint(browser, address, cookies, line) for _ in range(RUNS)]


def _paint(browser: "Browser", address: str, cookies: list["Cookie"], line: Line) -> float:
    """Seconds from pressing the link to the first words, in a browser that was never here."""
    context = browser.new_context(viewport=SMALL_PHONE)
    context.add_cookies(cookies)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    tools.send("Network.emulateNetworkConditions", line.conditions())
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
    page.goto(address)
    painted = page.evaluate(PAINTED)
    context.close()
    return painted / 1000
