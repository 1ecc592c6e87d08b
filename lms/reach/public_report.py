"""What the public may have of a report: the same shape, "c" where a figure is hidden.

Every public page, file and answer of the API takes its figures from here. What is not named here
does not come out: a part that is added to the report stays private until its suppression is
thought about.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lms.core.suppression import suppress
from lms.reach.public_cuts import HIDDEN, CountedParts, moved_little, public_cut
from lms.reach.suppressed_cells import hidden_cells

Content = dict[str, Any]
CUTS = ("by_county", "by_level", "by_medium", "by_org", "by_lesson", "by_month", "by_modality")
# National figures, which are never hidden.
_NATIONAL = ("contacts", "verified", "unconfirmed", "unique_pupils", "schools", "teachers")
_WHOLE = (
    "year", "as_of", "section4", "persoane_informate_components", "campaigns_excluded",
    "qualifiers", "rules_version", "software_version", "snapshot",
)  # fmt: skip
COUNTY_BY_LEVEL = "by_county_level"


def public_content(content: Content, earlier: Sequence[Content] = ()) -> Content:
    """The report after suppression. `earlier` are the public contents of the versions before.

    What was hidden then stays hidden, and a figure that moved by 1 to 9 is hidden as well: the
    difference of two versions is a figure like any other.
    """
    sessions = content["sessions"]
    public: Content = {key: content[key] for key in _WHOLE if key in content}
    public["sessions"] = {
        **{key: sessions[key] for key in _NATIONAL if key in sessions},
        **_cuts(sessions, [old["sessions"] for old in earlier]),
        # Lists of references lead to single classes.
        "quarantined": HIDDEN,
        "duplicates": HIDDEN,
    }
    public["campaigns_by_org"] = _parts(
        content.get("campaigns_by_org", {}), [old.get("campaigns_by_org", {}) for old in earlier]
    )
    trained = content["section8"]
    public["section8"] = {
        **{key: trained[key] for key in ("persoane_instruite", "participari", "declared")},
        "by_audience": _parts(
            trained["by_audience"], [old["section8"]["by_audience"] for old in earlier]
        ),
    }
    return public


def _cuts(sessions: Content, earlier: list[Content]) -> Content:
    found: Content = {}
    for cut in CUTS:
        unique = sessions.get("unique_by_county") if cut == "by_county" else None
        old = [
            CountedParts(one.get(cut, {}), one.get("unique_by_county", {}), _totals(one))
            for one in earlier
        ]
        public = public_cut(CountedParts(sessions.get(cut, {}), unique or {}), old)
        found[cut] = public.cells
        if cut == "by_county":
            found["unique_by_county"] = public.unique
    if COUNTY_BY_LEVEL in sessions:
        found[COUNTY_BY_LEVEL] = _county_by_level(sessions, found, earlier)
    return found


def _totals(sessions: Content) -> dict[str, int]:
    """The figures of the country that the parts add up to, by column."""
    return {**sessions["contacts"], "unique": sessions["unique_pupils"]["pupils"]}


def _county_by_level(sessions: Content, public: Content, earlier: list[Content]) -> Content:
    """Pupils by county and level; empty when the table stays private."""
    table: Mapping[str, Mapping[str, int]] = sessions[COUNTY_BY_LEVEL]
    counties, levels = _hidden_pupils(public["by_county"]), _hidden_pupils(public["by_level"])
    if counties >= table.keys() or levels >= public["by_level"].keys():
        return {}
    cells = {(row, column): n for row, line in table.items() for column, n in line.items()}
    also = {
        (row, column)
        for old in earlier
        for row, line in old.get(COUNTY_BY_LEVEL, {}).items()
        for column, figure in line.items()
        if (row, column) in cells and moved_little(cells[row, column], figure)
    }
    hidden = hidden_cells(cells, counties, levels, also)
    if hidden is None:
        return {}
    return {
        row: {column: HIDDEN if (row, column) in hidden else n for column, n in line.items()}
        for row, line in table.items()
    }


def _hidden_pupils(cells: Mapping[str, Mapping[str, object]]) -> set[str]:
    return {part for part, cell in cells.items() if cell["pupils"] == HIDDEN}


def _parts(parts: Mapping[str, int], earlier: Iterable[Mapping[str, object]]) -> Content:
    """One column of parts without gender."""
    also = {
        part
        for old in earlier
        for part, figure in old.items()
        if part in parts and moved_little(parts[part], figure)
    }
    return {
        part: HIDDEN if figure is None else figure for part, figure in suppress(parts, also).items()
    }
