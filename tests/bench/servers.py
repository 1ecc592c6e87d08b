"""Servers as `make run` starts them, on the first core, and what they cost (Linux: /proc)."""

import os
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType

from tests.bench.places import ROOT, tool

SERVER_CORE, LOAD_CORE = 0, 1
TICKS = os.sysconf("SC_CLK_TCK")


def pin(core: int) -> None:
    """Keep this process and its children on one core; on a machine with one there is no choice."""
    available = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {available[min(core, len(available) - 1)]})


class Server:
    """granian with two workers, running inside a `with`: on one core, or wherever there is room."""

    def __init__(
        self, application: str, port: int, environment: dict[str, str], *, pinned: bool = True
    ) -> None:
        self.application = application
        self.port = port
        self.environment = environment
        self.pinned = pinned

    def __enter__(self) -> "Server":
        command = [
            tool("granian"),
            "--interface",
            "wsgi",
            "--workers",
            "2",
            "--blocking-threads",
            "8",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "--no-ws",
            "--respawn-failed-workers",
            "--log-level",
            "warning",
            self.application,
        ]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, preexec_fn=self._pin
        )
        self._wait()
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            for pid in self._tree():
                os.kill(pid, 9)
            self.process.wait()

    def _pin(self) -> None:
        if self.pinned:
            pin(SERVER_CORE)

    def url(self, path: str) -> str:
        """The whole address of a path of this server."""
        return f"http://127.0.0.1:{self.port}{path}"

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[bytes, dict[str, str]]:
        """Fetch a path; return the body as it was sent and the headers in lower case."""
        request = urllib.request.Request(self.url(path), headers=headers or {})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read(), {k.lower(): v for k, v in answer.headers.items()}

    def warm(self, paths: list[str], times: int = 12) -> None:
        """Fetch the paths often enough that both workers have answered each."""
        for _ in range(times):
            for path in paths:
                self.get(path, {"Connection": "close"})

    def cpu_seconds(self) -> float:
        """User and system time of all its processes so far."""
        ticks = 0
        for pid in self._tree():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / TICKS

    def memory(self) -> float:
        """Proportional memory (PSS) of all its processes, in MB."""
        kilobytes = 0
        for pid in self._tree():
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    kilobytes += int(line.split()[1])
        return kilobytes / 1024

    def workers(self) -> list[int]:
        """The processes that answer requests: those below the first one."""
        return self._tree()[1:]

    def _tree(self) -> list[int]:
        found, waiting = [], [self.process.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                waiting += map(int, children.read_text().split())
        return found

    def _wait(self) -> None:
        for _ in range(300):
            if self.process.poll() is not None:
                raise SystemExit(f"The server on port {self.port} did not start.")
            try:
                self.get("/")
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"The server on port {self.port} does not answer.")
