"""Activities in a real browser: pages with one, and what is heard around its frame."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

FRAME = ".activity__frame"
OPEN = "[data-activity-open]"
NAMES = ("open", "ready", "failed", "statement", "state", "restart", "close")
LISTEN = """(names) => {
  window.heard = [];
  for (const name of names) {
    const hear = (event) => window.heard.push([name, JSON.parse(JSON.stringify(event.detail))]);
    document.addEventListener(`activity:${name}`, hear);
  }
}"""


def listen(page: Any) -> None:
    """Keep what the figure says from now on."""
    page.evaluate(LISTEN, list(NAMES))


def wait_for(page: Any, name: str, times: int = 1) -> list[dict[str, Any]]:
    """The details of an event, once it came so often. The page's policy forbids waiting in it."""
    for _turn in range(600):
        found = [detail for heard, detail in page.evaluate("window.heard") if heard == name]
        if len(found) >= times:
            return found
        page.wait_for_timeout(100)
    raise AssertionError(f"{name} was not heard: {page.evaluate('window.heard')}")


def open_activity(page: Any) -> Any:
    """Press the button and wait; the frame."""
    listen(page)
    page.click(OPEN)
    wait_for(page, "ready")
    return page.frame_locator(FRAME)


def inside(page: Any) -> Any:
    """The frame's own window, to run something in."""
    return page.query_selector(FRAME).content_frame()


class Stranger:
    """Another host: a server that only notes who came."""

    def __init__(self, server: ThreadingHTTPServer, visits: list[str]) -> None:
        self.url = f"http://127.0.0.1:{server.server_port}"
        self.visits = visits


@contextmanager
def another_host() -> Iterator[Stranger]:
    """A host that nothing of ours may ever call."""
    visits: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visits.append(f"{self.command} {self.path}")
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(json.dumps({"taken": True}).encode())

        do_POST = do_OPTIONS = do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Stranger(server, visits)
    server.shutdown()
    server.server_close()
