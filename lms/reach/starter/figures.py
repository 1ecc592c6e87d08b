"""What members declared, held and ran in a demonstration: last year whole, this year half-way.

Only with DEMO=1, and always the same: chance has a fixed seed.
"""

from datetime import date, datetime, time
from random import Random

from django.conf import settings
from django.utils import timezone

from lms.campaigns.enums import Channel, Method
from lms.campaigns.services import record_run
from lms.core.audiences import Audience
from lms.core.qualifiers import Qualifier
from lms.core.record_status import RecordStatus
from lms.organisations.models import MemberOrganisation
from lms.people.models import User
from lms.reach.enums import DeclaredMethod, SubmissionState, TrainingMode
from lms.reach.indicators import ASSISTANCE, PrintedIndicator
from lms.reach.models import DeclaredFigure, ReportingPeriod, Submission, Target
from lms.reach.selectors.submissions import organisations_of_year
from lms.reach.services.periods import open_period
from lms.reach.services.recording import record_figure, record_training

# How many of the members, in their order, stand where with this year's figures.
_SENT, _RETURNED = 7, 8
_TRAINED = (Audience.TEACHERS, Audience.SOCIAL_WORKERS, Audience.POLICE, Audience.PRIESTS)
_TARGETS = ((PrintedIndicator.INFORMED, 20_000), (PrintedIndicator.TRAINED, 600))


def load() -> str:
    """Say it all, once; nothing at all without DEMO."""
    if not settings.DEMO:
        return "no demo figures: this is not a demonstration"
    if DeclaredFigure.objects.exists():
        return "0 demo figures"
    today = timezone.localdate()
    figures = _year(today.year - 1, SubmissionState.ACCEPTED) + _year(today.year, None)
    deadline = date(today.year + 1, 1, 31)
    ReportingPeriod.objects.filter(year=today.year, deadline=None).update(deadline=deadline)
    for indicator, value in _TARGETS:
        Target.objects.get_or_create(
            indicator=indicator.value, year=today.year, organisation=None, project=None,
            defaults={"value": value},
        )  # fmt: skip
    return f"{figures} demo figures"


def _year(year: int, state: SubmissionState | None) -> int:
    chance, period = Random(year), open_period(year=year)  # noqa: S311 - not a secret
    # Whoever signs in to the demonstration as a member finds the own year to fill in.
    own = User.objects.filter(email__startswith="membru@").values_list("organisation_id", flat=True)
    members = [one for one in organisations_of_year(year) if one.pk not in own or state]
    said = 0
    for number, organisation in enumerate(members):
        stands = state or _state_of(number)
        if stands is None:
            continue
        said += _figures(chance, year, organisation, stands)
        _hand_in(period, organisation, stands)
    _events(chance, year, members)
    return said


def _state_of(number: int) -> SubmissionState | None:
    if number < _SENT:
        return SubmissionState.SUBMITTED
    return SubmissionState.RETURNED if number < _RETURNED else None


def _figures(
    chance: Random, year: int, organisation: MemberOrganisation, stands: SubmissionState
) -> int:
    status = {
        SubmissionState.ACCEPTED: RecordStatus.VERIFIED,
        SubmissionState.SUBMITTED: RecordStatus.REPORTED,
        SubmissionState.RETURNED: RecordStatus.REJECTED,
    }[stands]
    for indicator in PrintedIndicator:
        assists = indicator in ASSISTANCE and chance.random() < 0.45
        value = chance.randrange(3, 70) if assists else 0
        record_figure(
            organisation_id=organisation.pk,
            indicator=indicator.value,
            year=year,
            recorded_at=_moment(year, 20),
            value=value,
            status=status if value or status != RecordStatus.REJECTED else RecordStatus.REPORTED,
            qualifier=Qualifier.ABOUT if value and value % 3 == 0 else Qualifier.EXACT,
            method=DeclaredMethod.CASES if value else DeclaredMethod.REGISTER,
            source="Registrul organizației" if value else "",
            reason="Cifra este mult mai mare decât anul trecut: vă rugăm să o verificați."
            if value and status == RecordStatus.REJECTED
            else "",
        )
    return len(PrintedIndicator)


def _hand_in(
    period: ReportingPeriod, organisation: MemberOrganisation, stands: SubmissionState
) -> None:
    Submission.objects.get_or_create(
        period=period,
        organisation=organisation,
        defaults={
            "state": stands,
            "submitted_at": _moment(period.year, 20),
            "reason": "O cifră este mult mai mare decât anul trecut."
            if stands == SubmissionState.RETURNED
            else "",
        },
    )


def _events(chance: Random, year: int, members: list[MemberOrganisation]) -> None:
    """A joint event and a few of single members; trainings of four audiences."""
    verified = RecordStatus.VERIFIED if year < timezone.localdate().year else RecordStatus.REPORTED
    for organisation in members[:3]:
        record_run(
            event_key=f"ziua-europeana-{year}", organisation_id=organisation.pk, year=year,
            method=Method.ATTENDANCE, recorded_at=_moment(year, 19),
            people=chance.randrange(150, 420), status=verified,
            name="Ziua europeană împotriva traficului de persoane",
            channel=Channel.STREET, held_on=date(year, 10, 18), source="Liste de prezență",
        )  # fmt: skip
    for organisation in members[2:6]:
        record_run(
            event_key=f"{organisation.code.lower()}-online-{year}",
            organisation_id=organisation.pk, year=year, method=Method.IMPRESSIONS,
            recorded_at=_moment(year, 19), people=chance.randrange(4_000, 90_000),
            status=verified, name="Campanie online de toamnă", channel=Channel.SOCIAL,
        )  # fmt: skip
    for number, audience in enumerate(_TRAINED * 2 if members else ()):
        organisation = members[number % len(members)]
        record_training(
            reference=f"DEMO-{year}-{number + 1}", recorded_at=_moment(year, 19),
            date=date(year, 3 + number % 7, 10 + number), organisation=organisation,
            audience=audience, topic="Recunoașterea semnelor", mode=TrainingMode.COUNT,
            participants=chance.randrange(12, 45), status=verified,
        )  # fmt: skip


def _moment(year: int, day: int) -> datetime:
    """A noon of November of that year, at the latest now."""
    moment = timezone.make_aware(datetime.combine(date(year, 11, day), time(12)))
    return min(moment, timezone.now())
