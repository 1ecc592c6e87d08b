"""Who has handed in what: one organisation's page, and all organisations beside all periods."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.core.audiences import Audience
from lms.core.periods import Period
from lms.core.record_status import RecordStatus
from lms.core.text import fold
from lms.organisations.models import MemberOrganisation
from lms.organisations.models.members import MemberQuerySet
from lms.reach.counting import ZERO, Breakdown
from lms.reach.counting.declared import FED_BY_RECORDS
from lms.reach.enums import HANDED_IN, PeriodState, SubmissionState
from lms.reach.indicators import PrintedIndicator
from lms.reach.models import DeclaredFigure, DeclaredFigureRevision, ReportingPeriod, Submission
from lms.reach.selectors.years import year_report

# A matrix wider than this is not read on any screen.
MOST_PERIODS = 6


def organisations_of_year(year: int) -> MemberQuerySet:
    """The organisations that owe figures of the year: members for any part of it, by name."""
    whole = Period.year(year)
    return MemberOrganisation.objects.members_during(whole.start, whole.end)


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A declared figure with what holds of it. `label` says which one of its indicator it is:
    the group that was trained, the "din care" part, or nothing."""

    figure: DeclaredFigure
    revision: DeclaredFigureRevision
    label: str


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A row of section 4 or 8 and what the organisation said for it; nothing is a gap."""

    indicator: PrintedIndicator
    name: str
    figures: tuple[FigureLine, ...]

    @property
    def is_missing(self) -> bool:
        """Whether nothing was said, not even zero; a part alone is no figure."""
        return not any(not line.figure.part for line in self.figures)

    @property
    def is_fed_by_records(self) -> bool:
        """Whether the platform's own records count for it too (RR14)."""
        return self.indicator.value in FED_BY_RECORDS


def indicator_lines(organisation: MemberOrganisation, year: int) -> list[IndicatorLine]:
    """The eight figures of the year as the organisation says them, without what it took back."""
    figures = (
        DeclaredFigure.objects.filter(organisation=organisation, year=year)
        .exclude(latest__status=RecordStatus.VOID)
        .select_related("latest__project")
        .order_by("part", "audience")
    )
    found: dict[str, list[FigureLine]] = {}
    for figure in figures:
        if figure.latest is not None:
            line = FigureLine(figure, figure.latest, figure_label(figure))
            found.setdefault(figure.indicator, []).append(line)
    return [
        IndicatorLine(indicator, indicator.printed(year), tuple(found.get(indicator.value, ())))
        for indicator in PrintedIndicator
    ]


def figure_label(figure: DeclaredFigure) -> str:
    """Which figure of its indicator it is."""
    return label_of(figure.audience, figure.part)


def label_of(audience: str, part: str) -> str:
    """Which figure of its indicator one of this group and this part is."""
    group = str(dict(Audience.choices).get(audience, audience))
    part = str(_("din care %(part)s") % {"part": part}) if part else ""
    return ", ".join(word for word in (group, part) if word)


@dataclass(frozen=True, slots=True)
class OwnRecords:
    """What the platform's records say of one organisation's year; units that are never added."""

    pupils: int
    adults: int
    trained: int
    campaigns: int


def own_records(organisation: MemberOrganisation, year: int) -> OwnRecords:
    """What need not be declared, because it is counted."""
    report = year_report(year)
    cell = report.sessions.breakdowns[Breakdown.ORGANISATION].get(organisation.code, ZERO)
    trained = report.trainings.by_org.get(organisation.code)
    return OwnRecords(
        pupils=cell.pupils,
        adults=cell.adults,
        trained=trained.persons if trained else 0,
        campaigns=report.campaigns.by_org.get(organisation.code, 0),
    )


_SYMBOLS: Mapping[str, tuple[str, str | Promise, str]] = {
    SubmissionState.ACCEPTED.value: ("●", _("acceptate"), "success"),
    SubmissionState.SUBMITTED.value: ("◐", _("trimise"), ""),
    SubmissionState.RETURNED.value: ("↩", _("returnate"), "error"),
    SubmissionState.DRAFT.value: ("○", _("în lucru"), "warning"),
}
_ARCHIVE = ("▪", _("din arhivă"), "plain")
_NOTHING = ("–", _("neîncepute"), "plain")
_NOT_A_MEMBER = ("", _("nu era membră"), "plain")


@dataclass(frozen=True, slots=True)
class CompletenessCell:
    """Where one organisation stands for one period, in a sign and in words."""

    sign: str
    words: str
    badge: str
    is_late: bool
    submitted_on: date | None
    reminded_on: date | None


@dataclass(frozen=True, slots=True)
class CompletenessRow:
    """One organisation; `owes` says whether it owes the figures of the chosen period."""

    organisation: MemberOrganisation
    cells: tuple[CompletenessCell, ...]
    owes: bool


@dataclass(frozen=True, slots=True)
class Completeness:
    """Organisations beside periods, newest first; how many handed in for the chosen one."""

    periods: tuple[ReportingPeriod, ...]
    rows: tuple[CompletenessRow, ...]
    handed_in: int
    expected: int

    @property
    def owing(self) -> int:
        """How many organisations still owe the figures of the chosen period."""
        return self.expected - self.handed_in


def completeness_of(chosen: ReportingPeriod) -> Completeness:
    """The matrix, with who owes the chosen period. One query a period and four more."""
    periods = tuple(ReportingPeriod.objects.order_by("-year")[:MOST_PERIODS])
    members = {period.year: set(organisations_of_year(period.year)) for period in periods}
    members.setdefault(chosen.year, set(organisations_of_year(chosen.year)))
    submissions = {
        (row.period_id, row.organisation_id): row
        for row in Submission.objects.filter(period__in=periods)
    }
    archive = set(
        DeclaredFigure.objects.filter(year__in=members).values_list("year", "organisation")
    )
    everyone = sorted(set().union(*members.values()), key=lambda one: fold(one.name))
    rows = []
    for organisation in everyone:
        cells = tuple(
            _cell(
                period,
                submissions.get((period.pk, organisation.pk)),
                is_member=organisation in members[period.year],
                in_archive=(period.year, organisation.pk) in archive,
            )
            for period in periods
        )
        row = submissions.get((chosen.pk, organisation.pk))
        is_in = organisation in members[chosen.year]
        rows.append(
            CompletenessRow(organisation, cells, is_in and not (row and row.state in HANDED_IN))
        )
    expected = len(members[chosen.year])
    handed_in = expected - sum(row.owes for row in rows)
    return Completeness(periods, tuple(rows), handed_in, expected)


def _cell(
    period: ReportingPeriod, row: Submission | None, *, is_member: bool, in_archive: bool
) -> CompletenessCell:
    if row is not None:
        sign, words, badge = _SYMBOLS[row.state]
    elif not is_member:
        sign, words, badge = _NOT_A_MEMBER
    else:
        sign, words, badge = _ARCHIVE if in_archive else _NOTHING
    handed_in = row is not None and row.state in HANDED_IN
    return CompletenessCell(
        sign=sign,
        words=str(words),
        badge=badge,
        is_late=is_member and not handed_in and is_overdue(period),
        submitted_on=_day(row.submitted_at) if row else None,
        reminded_on=_day(row.reminded_at) if row else None,
    )


def is_overdue(period: ReportingPeriod) -> bool:
    """Whether the deadline of an open period has passed."""
    is_open = period.state == PeriodState.OPEN
    return is_open and period.deadline is not None and period.deadline < timezone.localdate()


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None
