"""The order of the apps: top reads bottom. Written down once, in `[tool.importlinter]`.

import-linter reads it for imports; this module reads the same list for what a linter of imports
cannot see: string foreign keys, and whether every app has a place.
"""

import tomllib
from functools import cache
from pathlib import Path

PROJECT_FILE = Path(__file__).resolve().parents[2] / "pyproject.toml"


@cache
def ranks() -> dict[str, int]:
    """The rank of every declared name: {"lms.core": 0, …}; what is higher may read what is lower.

    Names on one line of the list have one rank and must not know each other.
    """
    settings = tomllib.loads(PROJECT_FILE.read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return {
        name.strip().strip("()"): rank
        for rank, line in enumerate(reversed(layers))
        for name in line.split("|")
    }


def app_of(module: str) -> str | None:
    """The declared name that a module belongs to: "lms.core" of "lms.core.text"; None outside."""
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in names if name in ranks()), None)
