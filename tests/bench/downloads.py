"""How long a reader waits for the first byte of a large kit."""

import http.client
import time
from statistics import median

from tests.bench.report import Figure, at_most
from tests.bench.servers import Server

TRIES = 15


def first_byte(server: Server, path: str) -> list[Figure]:
    """Median milliseconds from the request to the first byte of the body."""
    waited = sorted(_wait(server.port, path) for _ in range(TRIES))
    note = f"slowest of {TRIES}: {waited[-1]:.0f} ms"
    return [at_most("First byte of a 20 MB kit", median(waited), 50, "ms", note)]


def _wait(port: int, path: str) -> float:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.connect()
    started = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    if answer.status != 200 or len(answer.read(1)) != 1:
        raise SystemExit(f"{path}: {answer.status}")
    waited = 1000 * (time.perf_counter() - started)
    connection.close()
    return waited
