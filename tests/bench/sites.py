"""Set up what is measured: the bare site, ours, a copy to work on and a copy grown tenfold."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.bench.places import (
    BARE,
    BENCH,
    MEASURED,
    ROOT,
    SITE,
    TENFOLD,
    bare_environment,
    our_environment,
    tool,
)


def prepare(fresh: bool) -> str:
    """Make both sites, or bring those of an earlier run up to date, and fresh copies of ours.

    Returns the path of a 20 MB kit on the copy that is measured.
    """
    if fresh:
        shutil.rmtree(BENCH, ignore_errors=True)
    BENCH.mkdir(parents=True, exist_ok=True)
    _prepare_bare()
    prepare_ours(MEASURED, TENFOLD)
    inside("grow", TENFOLD)
    return json.loads(inside("big_kit", MEASURED))["path"]


def prepare_ours(*copies: Path) -> None:
    """Bring our site up to date, and make fresh copies of it."""
    print("→ Our site with starter content")
    run([tool("python"), "manage.py", "set_up"], our_environment(SITE))
    for copy in copies:
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(SITE, copy)


def inside(command: str, var: Path, *arguments: str) -> str:
    """Run a command of `tests.bench.inside` in our project; return what it printed last."""
    line = [tool("python"), "-m", "tests.bench.inside", command, *arguments]
    return run(line, our_environment(var, cached=False)).splitlines()[-1]


def _prepare_bare() -> None:
    if (BARE / ".ready").exists():
        return
    print("→ A bare Wagtail site with 200 pages")
    shutil.rmtree(BARE, ignore_errors=True)
    BARE.mkdir(parents=True)
    environment = bare_environment()
    run([tool("wagtail"), "start", "bare_site", str(BARE)], environment)
    (BARE / "bare_migrations").mkdir()
    (BARE / "bare_migrations" / "__init__.py").touch()
    manage = [tool("python"), "-m", "django"]
    run([*manage, "makemigrations", "bench_content"], environment)
    run([*manage, "migrate", "--verbosity", "0"], environment)
    run([*manage, "collectstatic", "--no-input", "--verbosity", "0"], environment)
    run([tool("python"), "-m", "tests.bench.bare.fill"], environment)
    (BARE / ".ready").touch()


def run(command: list[str], environment: dict[str, str]) -> str:
    """Run a command to its end; return what it printed. Raises SystemExit when it fails."""
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout
