"""Which sessions make up a figure: the same words in an address, in a test and in a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

from lms.classrooms.enums import Doubt, Quarantine
from lms.reach.counting.breakdowns import PART_OF, Breakdown
from lms.reach.counting.facts import SessionFact
from lms.reach.counting.standing import Judged, Standing

PARAMETERS: dict[Breakdown, str] = {
    Breakdown.COUNTY: "judet",
    Breakdown.LEVEL: "nivel",
    Breakdown.MEDIUM: "mediu",
    Breakdown.ORGANISATION: "org",
    Breakdown.LESSON: "lectie",
    Breakdown.MONTH: "luna",
    Breakdown.MODALITY: "mod",
}
VERIFIED = "verificate"
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")
WITH_TEACHER, WITHOUT_TEACHER = "cunoscut", "fara"
WITHOUT_SCHOOL = "fara"
_TEACHER = re.compile(rf"|{WITH_TEACHER}|{WITHOUT_TEACHER}|[0-9a-f]{{12}}")


@dataclass(frozen=True, slots=True)
class SessionFilter:
    """What the sessions of a figure have in common; without anything, all that are counted.

    `teacher` is WITH_TEACHER, WITHOUT_TEACHER or a teacher's mark, `school` a SIIIR code or
    WITHOUT_SCHOOL: those at schools that the register does not know.
    """

    parts: Mapping[Breakdown, str] = field(default_factory=dict)
    standing: Standing = Standing.COUNTED
    verified_only: bool = False
    reason: Quarantine | None = None
    warning: Doubt | None = None
    teacher: str = ""
    school: str = ""
    with_adults: bool = False
    # Only the session that stands for its cohort: together they have the unique pupils (RR8).
    one_a_cohort: bool = False

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """Read the filter of an address; keys that it does not know are left alone.

        Raises:
            ValueError: a state, month, reason, warning or teacher value that does not exist.
        """
        state = query.get("stare") or Standing.COUNTED.value
        month = query.get("luna", "")
        if month and not _MONTH.fullmatch(month):
            raise ValueError(f"no such month: {month!r}")
        teacher = query.get("profesor", "")
        if not _TEACHER.fullmatch(teacher):
            raise ValueError(f"no such teacher filter: {teacher!r}")
        return cls(
            parts={b: query[key] for b, key in PARAMETERS.items() if query.get(key)},
            standing=Standing.COUNTED if state == VERIFIED else Standing(state),
            verified_only=state == VERIFIED,
            reason=Quarantine(query["motiv"]) if query.get("motiv") else None,
            warning=Doubt(query["avertisment"]) if query.get("avertisment") else None,
            teacher=teacher,
            school=query.get("scoala", ""),
            with_adults=query.get("adulti") == "da",
            one_a_cohort=query.get("unice") == "da",
        )

    def query(self) -> str:
        """The filter as an address ends with it: "?judet=CJ"; empty for all that are counted."""
        state = VERIFIED if self.verified_only else self.standing.value
        values = {PARAMETERS[breakdown]: part for breakdown, part in self.parts.items()}
        values["stare"] = "" if state == Standing.COUNTED else state
        values["motiv"] = self.reason.value if self.reason else ""
        values["avertisment"] = self.warning.value if self.warning else ""
        values |= {"profesor": self.teacher, "scoala": self.school}
        values["adulti"] = "da" if self.with_adults else ""
        values["unice"] = "da" if self.one_a_cohort else ""
        said = {key: value for key, value in values.items() if value}
        return f"?{urlencode(said)}" if said else ""

    def holds(self, row: Judged) -> bool:
        """Whether this session is one of them, as far as it can be said of one session alone."""
        fact = row.fact
        return (
            row.standing is self.standing
            and (not self.verified_only or row.is_verified)
            and (self.reason is None or self.reason in row.reasons)
            and (self.warning is None or self.warning in row.warnings)
            and (not self.teacher or self._holds_teacher(fact))
            and (not self.school or fact.school == self._siiir)
            and (not self.with_adults or fact.adults > 0)
            and all(PART_OF[cut](fact) == part for cut, part in self.parts.items())
        )

    @property
    def _siiir(self) -> str:
        return "" if self.school == WITHOUT_SCHOOL else self.school

    def _holds_teacher(self, fact: SessionFact) -> bool:
        if self.teacher == WITHOUT_TEACHER:
            return not fact.teacher
        return bool(fact.teacher) and self.teacher in (WITH_TEACHER, fact.teacher_mark)
