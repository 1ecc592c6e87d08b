"""What waits for the secretariat's word, kind by kind, and the one thing that is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lms.campaigns.models import CampaignRun
from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession
from lms.core.periods import Period
from lms.core.record_status import RecordStatus
from lms.people.models import User
from lms.reach.counting import Standing
from lms.reach.models import DeclaredFigure, ReportingPeriod
from lms.reach.selectors.judged import Judgements, judgements
from lms.reach.selectors.outliers import outlying_figures
from lms.reach.selectors.submissions import completeness_of, is_overdue


class Kind(TextChoices):
    """What can wait. Values stand in addresses."""

    FIGURES = "cifre", _("cifre declarate")
    RUNS = "campanii", _("campanii")
    UNCONFIRMED = "neconfirmate", _("sesiuni neconfirmate")
    DUPLICATES = "dubluri", _("dubluri")
    OUTLIERS = "neobisnuite", _("sesiuni neobișnuite")
    QUARANTINE = "carantina", _("carantină")
    OVERDUE = "restante", _("organizații în întârziere")


Rows = Sequence[DeclaredFigure] | Sequence[CampaignRun] | Judgements | tuple[()]

SESSION_KINDS: Mapping[Kind, Standing] = {
    Kind.UNCONFIRMED: Standing.UNCONFIRMED,
    Kind.DUPLICATES: Standing.DUPLICATE,
    Kind.OUTLIERS: Standing.COUNTED,
    Kind.QUARANTINE: Standing.QUARANTINED,
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits of one year. `figures` and `runs` were sent and nobody verified them; `sessions`
    are judged sessions by kind, read as far as they are shown; `overdue` counts organisations;
    `outlying` are the figures that are far from the year before, by their keys."""

    figures: Sequence[DeclaredFigure]
    runs: Sequence[CampaignRun]
    sessions: Mapping[Kind, Judgements]
    overdue: int
    outlying: frozenset[int]

    def count(self, kind: Kind) -> int:
        """How many wait of one kind."""
        if kind is Kind.FIGURES:
            return len(self.figures)
        if kind is Kind.RUNS:
            return len(self.runs)
        return self.overdue if kind is Kind.OVERDUE else len(self.sessions[kind])

    def rows(self, kind: Kind) -> Rows:
        """What waits of one kind, to be read a page at a time; organisations have another page."""
        if kind is Kind.FIGURES:
            return self.figures
        if kind is Kind.RUNS:
            return self.runs
        return () if kind is Kind.OVERDUE else self.sessions[kind]


def waiting_for(user: User, year: int) -> Waiting:
    """Everything of the year that this reviewer may decide on."""
    figures = figures_to_verify(user, year)
    judged = judgements(Period.year(year))
    return Waiting(
        figures=figures,
        runs=runs_to_verify(user, year),
        sessions={kind: _sessions(judged, kind) for kind in SESSION_KINDS},
        overdue=_overdue(year),
        outlying=outlying_figures(figures),
    )


def figures_to_verify(user: User, year: int) -> list[DeclaredFigure]:
    """The figures of the year that were handed in and that nobody verified."""
    found = DeclaredFigure.objects.for_user(user).filter(
        year=year, latest__status=RecordStatus.REPORTED
    )
    return list(
        found.select_related("organisation", "latest", "latest__project").order_by(
            "organisation__name", "indicator", "audience", "part"
        )
    )


def runs_to_verify(user: User, year: int) -> list[CampaignRun]:
    """The campaign runs of the year that nobody verified."""
    found = CampaignRun.objects.for_user(user).filter(
        year=year, latest__status=RecordStatus.REPORTED
    )
    return list(
        found.select_related("organisation", "latest", "latest__project").order_by(
            "organisation__name", "event_key", "method"
        )
    )


def _sessions(judged: Judgements, kind: Kind) -> Judgements:
    rows = judged.standing(SESSION_KINDS[kind])
    if kind is not Kind.OUTLIERS:
        return rows
    doubtful = rows.with_warnings()
    return doubtful.where(
        doubtful.lines.exclude(status=Status.VERIFIED),
        [row for row in doubtful.extra if not row.is_verified],
    )


def _overdue(year: int) -> int:
    period = ReportingPeriod.objects.filter(year=year).first()
    if period is None or not is_overdue(period):
        return 0
    return completeness_of(period).owing


def sessions_of_pair(reference: str, other: str) -> dict[str, ClassSession]:
    """Two sessions with what holds of them, by reference. One query."""
    rows = ClassSession.objects.filter(reference__in=(reference, other)).select_related(
        "latest__school__locality", "latest__organisation", "latest__recorded_by", "author"
    )
    return {row.reference: row for row in rows}
