"""Everything that is reported of a year, read and counted."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from lms.campaigns.models import CampaignRunRevision
from lms.core.periods import Period
from lms.core.record_status import RecordStatus
from lms.organisations.models import FundingProject
from lms.reach.counting import (
    CampaignFact,
    DeclaredFact,
    TrainingFact,
    YearReport,
    count_campaigns,
    count_declared,
    count_trainings,
)
from lms.reach.enums import TrainingMode
from lms.reach.models import DeclaredFigureRevision, ImportedTrainee, ImportedTrainingRevision
from lms.reach.selectors.reports import live_report
from lms.training.selectors.counted import trained_groups


def year_report(year: int, as_of: datetime | None = None) -> YearReport:
    """What the records of the year say now, or said at a moment. Raises ValueError for no year."""
    period = Period.year(year)
    return YearReport(
        year=year,
        as_of=as_of or timezone.now(),
        sessions=live_report(period, as_of),
        campaigns=count_campaigns(campaign_facts(year, as_of)),
        trainings=count_trainings(training_facts(period, as_of)),
        declared=count_declared(declared_facts(year, as_of)),
    )


def campaign_facts(
    year: int, as_of: datetime | None = None, *, project: FundingProject | None = None
) -> list[CampaignFact]:
    """What holds of the runs of the year, or of those of one project. One query."""
    rows = CampaignRunRevision.objects.latest_at(as_of).filter(run__year=year).order_by()
    rows = rows.filter(project=project) if project else rows
    columns = (
        "run__public_id", "run__event_key", "run__organisation__code", "run__method", "people",
        "status", "channel",
    )  # fmt: skip
    return [CampaignFact(str(row[0]), *row[1:]) for row in rows.values_list(*columns)]


def training_facts(period: Period, as_of: datetime | None = None) -> list[TrainingFact]:
    """What holds of the trainings held in the period, with who attended: those that came by import
    and those of the platform. Six queries."""
    return [*_imported_trainings(period, as_of), *_held_trainings(period, as_of)]


def _held_trainings(period: Period, as_of: datetime | None) -> Iterator[TrainingFact]:
    """The platform's own trainings: of an audience the list and the head-count are two facts of one
    training, because of a list one knows who is on it."""
    for group in trained_groups(period, as_of):
        fact = TrainingFact(
            reference=group.code,
            organisation=group.organiser,
            audience=group.audience,
            topic=group.kind,
            mode=TrainingMode.LIST,
            date=group.held_on,
            status=RecordStatus.REPORTED,
            people=group.people,
            completed=group.certified,
            programme=group.programme,
            county=group.county,
            place=group.mode,
        )
        if group.people:
            yield fact
        if group.heads:
            yield fact._replace(
                mode=TrainingMode.COUNT,
                people=frozenset(),
                completed=frozenset(),
                participants=group.heads,
            )


def _imported_trainings(period: Period, as_of: datetime | None) -> list[TrainingFact]:
    revisions = ImportedTrainingRevision.objects.latest_at(as_of).in_period(period)
    rows = revisions.select_related("training", "organisation").order_by()
    attended = _attended(period, as_of)
    return [
        TrainingFact(
            reference=row.training.reference,
            organisation=row.organisation.code,
            audience=row.audience,
            topic=row.topic,
            mode=row.mode,
            date=row.date,
            status=row.status,
            participants=row.participants,
            people=frozenset(attended.get(row.training_id, ())),
        )
        for row in rows
    ]


def _attended(period: Period, as_of: datetime | None) -> dict[int, set[str]]:
    """The tokens of those who attended, by training: of each person what was said last."""
    held = ImportedTrainingRevision.objects.latest_at(as_of).in_period(period)
    rows = ImportedTrainee.objects.filter(training__in=held.values("training"))
    if as_of is not None:
        rows = rows.filter(recorded_at__lte=as_of)
    found: dict[int, set[str]] = {}
    columns = ("training", "person_token", "attended")
    for training, token, was_there in rows.order_by("recorded_at", "pk").values_list(*columns):
        people = found.setdefault(training, set())
        if was_there:
            people.add(token)
        else:
            people.discard(token)
    return found


def declared_facts(
    year: int, as_of: datetime | None = None, *, project: FundingProject | None = None
) -> list[DeclaredFact]:
    """What holds of the declarations for the year, or of those of one project. One query."""
    rows = DeclaredFigureRevision.objects.latest_at(as_of).filter(figure__year=year).order_by()
    rows = rows.filter(project=project) if project else rows
    columns = (
        "figure__public_id", "figure__organisation__code", "figure__indicator", "value", "status",
        "figure__audience", "figure__part", "qualifier", "method", "source", "in_addition",
    )  # fmt: skip
    return [DeclaredFact(str(row[0]), *row[1:]) for row in rows.values_list(*columns)]
