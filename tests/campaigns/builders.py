"""Campaign pages and their runs, for tests."""

from datetime import date
from itertools import count

from django.utils import timezone
from wagtail.models import Locale, Page

from lms.campaigns.enums import Channel, Method
from lms.campaigns.models import AdvertLine, CampaignIndexPage, CampaignPage
from lms.campaigns.services import record_run
from lms.core.record_status import RecordStatus
from tests.factories import MemberOrganisationFactory, make_home

_numbers = count(1)
LINES = (
    ("Salariu", "De două ori cât dau alții", "Suma este prea mare.", "Compară cu ghidul."),
    ("Program", "8 ore pe zi", "", ""),
    ("Acte", "Buletinul îl lași la șef", "Actul este al tău.", "Nu îl lași."),
)


def make_index() -> CampaignIndexPage:
    """The list of campaigns, below the Romanian home page."""
    home = make_home()
    index = CampaignIndexPage.objects.first()
    return index or home.add_child(instance=CampaignIndexPage(title="Campanii", slug="campanii"))


def make_campaign(*, lines=LINES, **fields) -> CampaignPage:
    """A published campaign that runs, with an advert of three lines; two are signs."""
    index, number = make_index(), next(_numbers)
    usual = {
        "title": "Sună prea bine", "slug": f"campania-{number}", "short": f"scurt-{number}",
        "summary": "Un anunț grozav.", "theme": "abroad", "age_band": "15-18",
        "for_whom": "oricine caută de lucru", "starts_on": date(2026, 10, 18),
        "actions": "Verifică oferta.\nSpune cuiva.", "share_text": "Mai uită-te o dată.",
        "poster_line": "Mai uită-te o dată.", "advert_title": "Urgent: ambalatori",
        "pledge_title": "Promisiunea mea", "pledge_intro": "Pentru tine.",
        "pledge_prompts": "Verific…\nSun la…",
    }  # fmt: skip
    page = CampaignPage(**(usual | fields))
    for order, (label, text, sign, action) in enumerate(lines):
        line = AdvertLine(sort_order=order, label=label, text=text, sign=sign, action=action)
        page.advert_lines.add(line)
    index = Page.objects.get(pk=index.pk)
    index.add_child(instance=page)
    return page


def make_translation(page: CampaignPage, language: str = "en", **fields) -> CampaignPage:
    """The campaign in another language, with the lists and home that it needs."""
    locale = Locale.objects.get_or_create(language_code=language)[0]
    page.get_parent().get_parent().copy_for_translation(locale)
    translation = page.copy_for_translation(locale, copy_parents=True)
    for name, value in fields.items():
        setattr(translation, name, value)
    translation.save_revision().publish()
    translation.get_ancestors().update(live=True)
    return CampaignPage.objects.get(pk=translation.pk)


def make_run(page: CampaignPage | None, people: int, method=Method.ATTENDANCE, **said):
    """A verified run of the campaign, one event of its own unless said otherwise."""
    usual = {"status": RecordStatus.VERIFIED, "channel": Channel.EVENT, "year": 2026}
    organisation = said.pop("organisation", None) or MemberOrganisationFactory()
    event = said.pop("event", f"eveniment-{next(_numbers)}")
    return record_run(
        event_key=event, organisation_id=organisation.pk, method=method, people=people,
        recorded_at=timezone.now(), campaign=page, **(usual | said),
    )[0]  # fmt: skip
