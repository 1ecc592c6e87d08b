"""How many activities a server opens in a second: a player's page and every file that it loads, as
a browser that has none of them asks."""

import json
import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.bench import activities, sites
from tests.bench.load import CONNECTIONS, require_wrk
from tests.bench.paint import CHROMIUM
from tests.bench.places import BENCH, MEASURED
from tests.bench.report import Figure, at_least, at_most, only
from tests.bench.servers import Server
from tests.bench.speed import our_server

SECONDS = 30
WANTED = 100
FIRST_OPEN = 400  # kB
KEPT = 25  # MB
# Of which packages made by others the first open has a limit, where H5P_SAMPLES has them.
SIX = ("TrueFalse", "MultiChoice", "Blanks", "DragText", "SingleChoiceSet", "QuestionSet")
TURNS = """local paths = {{ {paths} }}
local next_one = 0
function request()
  next_one = next_one % #paths + 1
  return wrk.format("GET", paths[next_one])
end
"""


def launches(quick: bool) -> list[Figure]:
    """Packages of H5P_SAMPLES, or our probe where there are none."""
    require_wrk()
    placed = json.loads(sites.inside("place_activities", MEASURED, _samples()))
    with our_server(pinned=False) as server:
        seen = list(activities.opened(server, placed)) if CHROMIUM else []
        usual = [one for one in seen if _is_question(one)] or seen
        heaviest = max(usual, key=lambda one: len(one.paths), default=None)
        found = _loads(server, heaviest, placed, 5 if quick else SECONDS)
    (BENCH / "activities-table.md").write_text(activities.table(seen))
    return [*found, *_first_opens(seen), _kept(len(placed))]


def _kept(packages: int) -> Figure:
    weight = json.loads(sites.inside("weigh_activities", MEASURED))
    return at_most(
        "All packages kept",
        weight["bytes"] / 1e6,
        KEPT,
        "MB",
        f"{packages} packages, {weight['files']} files, joined scripts included",
    )


def _samples() -> str:
    """The folder of packages: made by others, or one with our own probe in it."""
    given = os.environ.get("H5P_SAMPLES")
    if given:
        return given
    from tests.media.activities.builders import package

    folder = Path(tempfile.mkdtemp(prefix="activities-"))
    (folder / "H5P.ProtectProbe.h5p").write_bytes(package())
    return str(folder)


def _loads(
    server: Server, seen: activities.Opened | None, placed: list[dict[str, Any]], seconds: int
) -> list[Figure]:
    page = placed[0]["player"]
    paths = seen.paths if seen else [page, *_named(server, page)]
    fresh = _rate(server, paths, seconds)
    again = _rate(server, [paths[0]], seconds // 3)
    name = seen.name if seen else placed[0]["name"]
    return [
        at_least(
            "Activities opened a second, nothing kept",
            fresh / len(paths),
            WANTED,
            "/s",
            f"{name}: {len(paths)} files each, {fresh:.0f} requests a second for {seconds} s",
        ),
        only("  opened again: its page alone is asked for", again, "/s"),
    ]


def _rate(server: Server, paths: list[str], seconds: int) -> float:
    """Requests a second; one that is not answered properly ends the measurement."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(TURNS.format(paths=", ".join(json.dumps(path) for path in paths)))
        script.flush()
        server.warm(paths)
        line = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s"]
        line += ["-H", "Accept-Encoding: gzip, br", "-s", script.name, server.url("/")]
        done = subprocess.run(line, capture_output=True, text=True, check=True)
    if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise SystemExit(f"Activities were not answered properly:\n{done.stdout}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    if found is None:
        raise SystemExit(f"wrk said something unexpected:\n{done.stdout}")
    return float(found[1])


def _named(server: Server, page: str) -> list[str]:
    """The files that a page names, where no browser says what it loads."""
    html = server.get(page)[0].decode()
    origin = server.url("")
    found = re.findall(r'(?:href|src)="([^"]+)"', html)
    return list(dict.fromkeys(one.removeprefix(origin) for one in found))


def _first_opens(seen: list[activities.Opened]) -> list[Figure]:
    """Of the six question types: everything but the pictures that their authors chose."""
    return [
        at_most(
            f"First open, {one.name}",
            one.own / 1000,
            FIRST_OPEN,
            "kB",
            f"{one.requests} requests; pictures of the content {one.pictures // 1000} kB",
        )
        for one in seen
        if _is_question(one)
    ]


def _is_question(seen: activities.Opened) -> bool:
    return seen.name.removeprefix("H5P.") in SIX
