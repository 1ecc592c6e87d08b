"""Load on one address with wrk, from the second core."""

import re
import shutil
import subprocess
from dataclasses import dataclass

from tests.bench.servers import LOAD_CORE, Server, pin

CONNECTIONS = 8


@dataclass(frozen=True)
class Load:
    """What one run of wrk saw, and what it cost the server."""

    per_second: float
    cpu_ms: float  # of the server, per request


def require_wrk() -> None:
    """Stop with a clear message when wrk is missing."""
    if not shutil.which("wrk"):
        raise SystemExit("make bench needs wrk (Debian and Ubuntu: apt install wrk).")


def load(server: Server, path: str, seconds: int) -> Load:
    """Ask for one address as fast as it is answered; every answer must be a success."""
    before = server.cpu_seconds()
    done = subprocess.run(
        [
            "wrk",
            "-t1",
            f"-c{CONNECTIONS}",
            f"-d{seconds}s",
            "--timeout",
            "20s",
            "-H",
            "Accept-Encoding: gzip, br",
            server.url(path),
        ],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: pin(LOAD_CORE),
    )
    cost = server.cpu_seconds() - before
    if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise SystemExit(f"{path} was not answered properly:\n{done.stdout}")
    count = int(_number(r"(\d+) requests in", done.stdout))
    return Load(_number(r"Requests/sec:\s+([\d.]+)", done.stdout), 1000 * cost / max(count, 1))


def _number(pattern: str, text: str) -> float:
    found = re.search(pattern, text)
    if found is None:
        raise SystemExit(f"wrk said something unexpected:\n{text}")
    return float(found.group(1))
