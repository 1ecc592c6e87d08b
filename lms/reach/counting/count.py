"""Counting: facts in, report out. The order of the facts never matters."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from lms.reach.counting.breakdowns import PART_OF, Breakdown
from lms.reach.counting.cells import ZERO, Cell, total
from lms.reach.counting.cohorts import largest_of_each_cohort
from lms.reach.counting.facts import SessionFact
from lms.reach.counting.online import CompletionFact, OnlineReport, count_online
from lms.reach.counting.report import Frame, Report, UniquePupils
from lms.reach.counting.standing import Judged, Standing, judge


def count(
    facts: Iterable[SessionFact], frame: Frame, completions: Collection[CompletionFact] = ()
) -> Report:
    """Count the facts of one period. Facts dated outside the period are the caller's mistake.

    Raises:
        ValueError: a fact lies outside the frame's period.
    """
    judged = judge(facts)
    _check_dates(judged, completions, frame)
    counted = [row.fact for row in judged if row.standing is Standing.COUNTED]
    # Once a session: every cut adds them up again.
    cells = [fact.cell for fact in counted]
    cohorts = largest_of_each_cohort(counted)
    teachers = {fact.teacher for fact in counted}
    return Report(
        period=frame.period,
        as_of=frame.as_of,
        contacts=total(cells),
        verified=total(row.fact.cell for row in judged if row.is_verified),
        unconfirmed=total(row.fact.cell for row in judged if row.standing is Standing.UNCONFIRMED),
        breakdowns={
            breakdown: _cut(counted, cells, breakdown, frame.parts.get(breakdown, ()))
            for breakdown in Breakdown
        },
        unique_pupils=_unique(cohorts),
        unique_by_county=_unique_by_county(cohorts, frame.parts.get(Breakdown.COUNTY, ())),
        schools=len({fact.school for fact in counted}),
        teachers=len(teachers - {""}),
        without_teacher=sum(1 for fact in counted if not fact.teacher),
        quarantined=_by_reference(row for row in judged if row.reasons),
        duplicates=_by_reference(row for row in judged if row.counted_instead),
        warned=_by_reference(row for row in judged if row.warnings),
        online=_online(completions, counted, frame),
    )


def _check_dates(
    judged: list[Judged], completions: Collection[CompletionFact], frame: Frame
) -> None:
    stray = next((row.fact for row in judged if not frame.period.contains(row.fact.date)), None)
    if stray is not None:
        raise ValueError(f"{stray.reference} of {stray.date} is not in {frame.period}")
    late = next((fact for fact in completions if not frame.period.contains(fact.date)), None)
    if late is not None:
        raise ValueError(f"a completion of {late.date} is not in {frame.period}")


def _online(
    completions: Collection[CompletionFact], counted: list[SessionFact], frame: Frame
) -> OnlineReport:
    linked = {fact.session for fact in completions} - {""}
    here = {fact.reference for fact in counted if fact.reference in linked} if linked else set()
    months = frame.parts.get(Breakdown.MONTH, ())
    return count_online(completions, here | frame.counted_elsewhere, months)


def _cut(
    counted: list[SessionFact], cells: list[Cell], breakdown: Breakdown, parts: tuple[str, ...]
) -> Mapping[str, Cell]:
    """The counted sessions by part: the frame's parts first and in its order, then any other.
    `cells` are theirs, in the same order."""
    by_part: dict[str, list[Cell]] = defaultdict(list)
    for part, cell in zip(map(PART_OF[breakdown], counted), cells, strict=True):
        by_part[part].append(cell)
    found = {part: total(of_part) for part, of_part in by_part.items()}
    others = sorted(found.keys() - set(parts))
    return {part: found.get(part, ZERO) for part in (*parts, *others)}


def _unique(cohorts: list[SessionFact]) -> UniquePupils:
    whole = total(fact.cell for fact in cohorts)
    return UniquePupils(whole.girls, whole.boys, whole.undisclosed, whole.pupils)


def _unique_by_county(cohorts: list[SessionFact], counties: tuple[str, ...]) -> Mapping[str, int]:
    cells = [fact.cell for fact in cohorts]
    by_county = _cut(cohorts, cells, Breakdown.COUNTY, counties)
    return {county: cell.pupils for county, cell in by_county.items()}


def _by_reference(rows: Iterable[Judged]) -> tuple[Judged, ...]:
    return tuple(sorted(rows, key=lambda row: row.fact.reference))
