"""Editions of the campaign in a demonstration. Only with DEMO=1; all figures are invented."""

from datetime import datetime, time

from django.conf import settings
from django.utils import timezone

from lms.campaigns.enums import Channel, Method
from lms.campaigns.models import CampaignPage, CampaignRunRevision
from lms.campaigns.services import record_run
from lms.core.qualifiers import Qualifier
from lms.core.record_status import RecordStatus
from lms.organisations.models import County, MemberOrganisation

_RUNS = (
    ("gara", Channel.STREET, Method.ATTENDANCE, 164, Qualifier.EXACT, "IS", "Iași"),
    ("liceu", Channel.SCHOOL, Method.ATTENDANCE, 58, Qualifier.EXACT, "VS", "Vaslui"),
    ("targ", Channel.EVENT, Method.ATTENDANCE, 120, Qualifier.ABOUT, "CJ", "Cluj-Napoca"),
    ("pagina", Channel.SITE, Method.UNIQUE_VISITORS, 812, Qualifier.EXACT, None, ""),
    ("retele", Channel.SOCIAL, Method.IMPRESSIONS, 40_250, Qualifier.EXACT, None, ""),
    ("radio", Channel.PRESS, Method.ESTIMATE, 6_000, Qualifier.ESTIMATED, None, ""),
)


def load() -> str:
    """Say them, once; nothing at all without DEMO."""
    page = CampaignPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if not settings.DEMO or page is None:
        return "no demo runs: this is not a demonstration"
    if CampaignRunRevision.objects.filter(campaign=page).exists():
        return "0 demo runs"
    today = timezone.localdate()
    day = max(page.starts_on, today.replace(month=1, day=1))
    said_at = timezone.make_aware(datetime.combine(min(day, today), time(12)))
    members = MemberOrganisation.objects.order_by("code")
    for number, (event, channel, method, people, qualifier, county, locality) in enumerate(_RUNS):
        record_run(
            event_key=f"{page.short}-{event}", organisation_id=members[number % 3].pk,
            year=said_at.year, method=method, recorded_at=said_at, people=people,
            status=RecordStatus.VERIFIED, name=page.title, channel=channel, qualifier=qualifier,
            held_on=said_at.date(), source="Registrul campaniei", campaign=page,
            county=County.objects.filter(mnemonic=county).first(), locality=locality,
        )  # fmt: skip
    return f"{len(_RUNS)} demo runs"
