"""Packages made by others, opened one by one in Chromium as a reader opens them: from a page, by a
press. What came, how much, what the policy stopped and what the player said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.bench.paint import CHROMIUM, FLAGS
from tests.bench.places import BENCH
from tests.bench.servers import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

PICTURES = BENCH / "activities"
# Milliseconds.
PATIENCE = 40_000
LOOKING = 2_500
STOPPED = re.compile(r"Content Security Policy|violates the following", re.I)
BLOCKED_HOST = re.compile(r"https?://([^/'\"\s]+)")
# jQuery puts a base element into a document of its own that nobody sees.
OWN = {"base URI": "base", "inline event handler": "inline handler", "worker from": "worker"}
LISTEN = """() => {
  window.heard = [];
  for (const name of ["ready", "failed", "statement", "state"]) {
    const hear = (event) => window.heard.push([name, event.detail]);
    document.addEventListener(`activity:${name}`, hear);
  }
}"""


@dataclass
class Opened:
    """One activity, as it was seen."""

    name: str
    kind: str
    outcome: str = "silent"
    requests: int = 0
    bytes: int = 0
    pictures: int = 0
    statements: list[str] = field(default_factory=list)
    stopped: dict[str, int] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    height: int = 0
    # Of everything that the frame loaded, its page first.
    paths: list[str] = field(default_factory=list)

    @property
    def own(self) -> int:
        """Bytes that are not its author's pictures, sounds and films."""
        return self.bytes - self.pictures


def table(seen: list[Opened]) -> str:
    """What was seen, as Markdown."""
    lines = [
        "| Package | Opened | Requests | kB | of it pictures | Stopped | Statements | Errors |"
    ]
    lines.append("|---|---|---|---|---|---|---|---|")
    for one in seen:
        stopped = ", ".join(f"{host} ×{times}" for host, times in sorted(one.stopped.items()))
        cells = (
            one.name.removeprefix("H5P."),
            one.outcome,
            one.requests,
            one.bytes // 1000,
            one.pictures // 1000,
            stopped or "–",
            ", ".join(one.statements) or "–",
            "; ".join(one.errors) or "–",
        )
        lines.append("| " + " | ".join(str(cell).replace("|", "/") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def opened(server: Server, placed: list[dict[str, Any]]) -> Iterator[Opened]:
    """Open each in a browser that knows nothing of it, and keep a picture."""
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for one in placed:
            yield _opened(browser, server.url(""), one)
        browser.close()


def _opened(browser: "Browser", site: str, placed: dict[str, Any]) -> Opened:
    seen = Opened(placed["name"], placed["kind"])
    context = browser.new_context(viewport={"width": 900, "height": 900}, locale="ro")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{site}{placed['page']}")
    page.evaluate(LISTEN)
    requests: list[Request] = []
    _watch(page, seen, site, requests)
    page.click("[data-activity-open]")
    _wait(page)
    page.wait_for_timeout(LOOKING)
    heard = page.evaluate("window.heard")
    ended = (name for name, _detail in heard if name in ("ready", "failed"))
    seen.outcome = next(ended, seen.outcome)
    seen.statements = [_verb(detail) for name, detail in heard if name == "statement"]
    frame = page.query_selector(".activity__frame")
    seen.height = int(frame.bounding_box()["height"]) if frame else 0
    page.locator("[data-activity]").first.screenshot(path=PICTURES / f"{seen.name}.png")
    _weigh(seen, requests)
    seen.paths = [request.url.removeprefix(site) for request in requests]
    context.close()
    return seen


def _wait(page: "Page") -> None:
    """Until the frame says how it went. The page's policy forbids Playwright's own waiting, which
    makes code of texts."""
    for _turn in range(PATIENCE // 200):
        names = page.evaluate("window.heard.map(([name]) => name)")
        if "ready" in names or "failed" in names:
            return
        page.wait_for_timeout(200)


def _watch(page: "Page", seen: Opened, site: str, requests: list["Request"]) -> None:
    def asked(request: "Request") -> None:
        if request.url.startswith(f"{site}/h5p/"):
            requests.append(request)
        elif not request.url.startswith((site, "data:", "blob:", "about:")):
            seen.elsewhere.append(request.url)

    page.on("request", asked)
    page.on("console", lambda message: _said(seen, message.type, message.text))
    page.on("pageerror", lambda error: seen.errors.append(str(error).splitlines()[0][:120]))


def _weigh(seen: Opened, requests: list["Request"]) -> None:
    """As the line carries it, headers included."""
    for request in requests:
        if request.response() is None:
            continue
        sizes = request.sizes()
        size = sizes["responseBodySize"] + sizes["responseHeadersSize"]
        seen.requests += 1
        seen.bytes += size
        if request.resource_type in ("image", "media"):
            seen.pictures += size


def _said(seen: Opened, kind: str, text: str) -> None:
    if STOPPED.search(text):
        name = _what_was_stopped(text)
        seen.stopped[name] = seen.stopped.get(name, 0) + 1
    elif kind == "error":
        seen.errors.append(text.splitlines()[0][:120])


def _what_was_stopped(text: str) -> str:
    """A host, or what of a page's own."""
    for words, name in OWN.items():
        if words in text:
            return name
    host = BLOCKED_HOST.search(text)
    return host[1] if host else "something else"


def _verb(detail: dict[str, Any]) -> str:
    return detail["statement"]["verb"]["id"].rsplit("/", 1)[-1]
