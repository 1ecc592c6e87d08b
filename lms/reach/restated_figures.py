"""Restated figures in words: which one, what was published, what is counted now."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core.numbers import format_number
from lms.reach.annual.labels import audience_label, indicator_label
from lms.reach.counting import Breakdown
from lms.reach.restating import Restated
from lms.reach.selectors import PartNames, names_of
from lms.reach.selectors.restatements import Restatement

_WORDS: dict[str, str | Promise] = {
    "contacts": gettext_lazy("Participări"),
    "verified": gettext_lazy("Verificate"),
    "unconfirmed": gettext_lazy("Neconfirmate"),
    "unique_pupils": gettext_lazy("Elevi diferiți (estimat)"),
    "unique_by_county": gettext_lazy("Elevi diferiți (estimat)"),
    "schools": gettext_lazy("Școli"),
    "teachers": gettext_lazy("Profesori"),
    "quarantined": gettext_lazy("Sesiuni în carantină"),
    "duplicates": gettext_lazy("Dubluri"),
    "class_unique_pupils": gettext_lazy("elevi diferiți la clasă"),
    "class_adults": gettext_lazy("adulți la clasă"),
    "online_unique_completers": gettext_lazy("persoane online"),
    "campaigns": gettext_lazy("persoane în campanii"),
    "declared": gettext_lazy("declarate"),
    "impressions": gettext_lazy("Afișări"),
    "estimate": gettext_lazy("Estimări"),
    "persoane_instruite": gettext_lazy("Persoane instruite"),
    "participari": gettext_lazy("Participări la formări"),
    "sessions": gettext_lazy("sesiuni"),
    "girls": gettext_lazy("fete"),
    "boys": gettext_lazy("băieți"),
    "undisclosed": gettext_lazy("fără precizare"),
    "pupils": gettext_lazy("elevi"),
    "adults": gettext_lazy("adulți"),
}


@dataclass(frozen=True, slots=True)
class RestatedLine:
    """One changed figure. `is_part` for a cell of a breakdown."""

    name: str
    published: str
    now: str
    is_part: bool


def restated_lines(restatement: Restatement, year: int) -> list[RestatedLine]:
    """The changed figures, the totals of the year before the parts of its breakdowns."""
    names = names_of()
    lines = [_line(one, names, year) for one in restatement.figures]
    return sorted(lines, key=lambda line: line.is_part)


def _line(changed: Restated, names: PartNames, year: int) -> RestatedLine:
    path = changed.path.split(".")
    return RestatedLine(
        name=", ".join(_words(path, names, year)),
        published=_value(changed.old),
        now=_value(changed.new),
        is_part=any(one in path for one in ("by_audience", *_CUTS)) or "_by_" in changed.path,
    )


_CUTS = {cut.value: cut for cut in Breakdown}


def _words(path: list[str], names: PartNames, year: int) -> Iterable[str]:
    head, *rest = path
    if head == "section4":
        return [indicator_label(rest[0], year)]
    if head == "persoane_informate_components":
        return [_("Persoane informate"), _word(rest[0])]
    if head == "campaigns_by_org":
        return [_("Campanii"), names.of(Breakdown.ORGANISATION, rest[0])]
    if head == "section8" and rest[0] == "by_audience":
        return [_("Persoane instruite"), audience_label(rest[1])]
    if head == "sessions" and rest[0] in _CUTS:
        cut = _CUTS[rest[0]]
        return [f"{cut.label}: {names.of(cut, rest[1])}", *(_word(one) for one in rest[2:])]
    if head == "sessions" and rest[0] == "unique_by_county":
        return [_word(rest[0]), names.of(Breakdown.COUNTY, rest[1])]
    return [_word(one) for one in rest or [head]]


def _word(key: str) -> str:
    return str(_WORDS.get(key, key))


def _value(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return "–"
    if isinstance(value, int):
        return format_number(value)
    if isinstance(value, list):
        return format_number(len(value))
    return str(value)
