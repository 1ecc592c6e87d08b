"""Where the benchmark keeps its things, and the environment that its processes run in."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCH = Path(os.environ.get("VAR_DIR", ROOT / "var")) / "bench"
BARE = BENCH / "bare"  # what `wagtail start` made
SITE = BENCH / "site"  # our site with starter content, as `make run` sets it up
MEASURED = BENCH / "measured"  # a copy of it that the measurements may change
ANSWERS = BENCH / "answers.json"  # ids of the answers that the server acknowledged
TENFOLD = BENCH / "tenfold"  # a copy of it with ten times the content
REACH_MADE = BENCH / "reach-made"  # sites of their own with many class sessions, by their number
REACH = BENCH / "reach"  # a copy of one, which the measurements may change
FIRST_PORT = int(os.environ.get("BENCH_PORT", "8110"))
BARE_PORT, CACHED_PORT, UNCACHED_PORT = range(FIRST_PORT, FIRST_PORT + 3)


def our_environment(var: Path, *, cached: bool = True) -> dict[str, str]:
    """Return the environment of our project with its state in `var`."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "lms.settings",
        "DEMO": "1",
        "VAR_DIR": str(var),
        "SITE_URL": f"http://127.0.0.1:{CACHED_PORT}",
        "PAGE_CACHE": "1" if cached else "0",
        "PYTHONPATH": str(ROOT),
    }


def bare_environment() -> dict[str, str]:
    """Return the environment of the bare site; ours lies on its path for the shared blocks."""
    return {
        **our_environment(BARE / "var"),
        "DJANGO_SETTINGS_MODULE": "tests.bench.bare.settings",
        "BARE": str(BARE),
        "PYTHONPATH": os.pathsep.join([str(BARE), str(ROOT)]),
    }


def tool(name: str) -> str:
    """Return the path of a command of this virtual environment."""
    return str(Path(sys.executable).parent / name)
