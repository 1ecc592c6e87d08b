"""Where the public report keeps the figure of each indicator."""

from collections.abc import Mapping
from typing import Any

from lms.reach.counting.year import SECTION_4, TRAINED

Path = tuple[str, ...]
# National figures only. An indicator that is not here does not stand in the public report.
PATHS: Mapping[str, Path] = {
    **{key: ("section4", key) for key in SECTION_4},
    TRAINED: ("section8", "persoane_instruite"),
    "participari": ("sessions", "contacts", "pupils"),
    "elevi_diferiti": ("sessions", "unique_pupils", "pupils"),
    "adulti": ("sessions", "contacts", "adults"),
    "sesiuni": ("sessions", "contacts", "sessions"),
    "scoli": ("sessions", "schools"),
    "profesori": ("sessions", "teachers"),
    "persoane_online": ("persoane_informate_components", "online_unique_completers"),
    "locuri_formari": ("section8", "participari"),
}


def figure_at(content: Mapping[str, Any], path: Path) -> int | None:
    """The figure at a place of a public report; None where it is hidden or there is none."""
    found: Any = content
    for key in path:
        if not isinstance(found, Mapping):
            return None
        found = found.get(key)
    return found if isinstance(found, int) else None


def national_figures(content: Mapping[str, Any]) -> dict[str, int]:
    """The national figures of a public report by indicator."""
    found = {key: figure_at(content, path) for key, path in PATHS.items()}
    return {key: figure for key, figure in found.items() if figure is not None}
