"""The software's version, as frozen reports and files name it."""

import tomllib
from functools import cache

from django.conf import settings


@cache
def software_version() -> str:
    """The version that pyproject.toml names."""
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]["version"]
