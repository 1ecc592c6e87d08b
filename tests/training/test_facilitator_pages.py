"""What facilitators and those who name them meet."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Locale

from lms.people.enums import Role
from lms.people.models import Letter
from lms.people.personal_data import export_of
from lms.training.models import Facilitator, ProgrammePage
from lms.training.selectors.personal import data_of
from lms.training.services import end_facilitator
from tests.factories import make_user
from tests.training.event_factories import make_trainer
from tests.training.facilitators import (
    in_days,
    link_of,
    make_certificate,
    make_reader,
    name_facilitator,
    take_on,
)
from tests.training.programmes import GUIDE, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer()


@pytest.fixture
def programme():
    return make_programme(slug="program")


@pytest.fixture
def named(trainer, programme):
    return name_facilitator(trainer, make_certificate(trainer, programme))


def page_of(certificate):
    event = certificate.participant.event
    return f"/formare/evenimente/{event.public_id}/adeverinte/{certificate.number}/facilitator/"


def send(client, certificate, step, row=None, **fields):
    data = {"pas": step, "rand": str(row.public_id) if row else "", **fields}
    return client.post(page_of(certificate), data)


def guide(client, slug="program"):
    return client.get(f"/formare/{slug}/ghid/")


def test_the_page_names_a_facilitator(client, trainer, programme):
    certificate = make_certificate(trainer, programme)
    client.force_login(trainer)
    send(
        client, certificate, "numeste",
        **{"nou-programme": programme.pk, "nou-valid_until": in_days(30).isoformat()},
    )  # fmt: skip
    assert Facilitator.objects.get().valid_until == in_days(30)


def test_the_page_offers_the_events_programme_for_two_years(client, trainer, programme):
    certificate = make_certificate(trainer, programme)
    client.force_login(trainer)
    form = client.get(page_of(certificate)).context["name_form"]
    assert form.initial["programme"] == programme.pk
    assert form.initial["valid_until"].year == timezone.localdate().year + 2


def test_what_somebody_is_already_is_not_offered_again(client, trainer, named):
    client.force_login(trainer)
    page = client.get(page_of(named.certificate)).context
    assert named.programme not in page["name_form"].fields["programme"].queryset
    ProgrammePage.objects.exclude(pk=named.programme_id).delete()
    assert not client.get(page_of(named.certificate)).context["has_more"]


def test_the_button_pressed_twice_names_once(client, trainer, programme):
    certificate = make_certificate(trainer, programme)
    client.force_login(trainer)
    data = {"nou-programme": programme.pk, "nou-valid_until": in_days(30).isoformat()}
    send(client, certificate, "numeste", **data)
    assert send(client, certificate, "numeste", **data).status_code == 302
    assert Facilitator.objects.get().decisions.count() == 1


@pytest.mark.parametrize("day", ["", "ieri", "2020-01-01", "2099-01-01"])
def test_a_day_out_of_bounds_is_told_and_kept(client, trainer, programme, day):
    certificate = make_certificate(trainer, programme)
    client.force_login(trainer)
    data = {"nou-programme": programme.pk, "nou-valid_until": day}
    page = send(client, certificate, "numeste", **data).content.decode()
    assert ("error-summary" in page, Facilitator.objects.exists()) == (True, False)


def test_the_page_prolongs(client, trainer, named):
    client.force_login(trainer)
    at = f"prelungire-{named.pk}"
    data = {f"{at}-valid_until": in_days(700).isoformat(), f"{at}-reason": "Bine.",
            f"{at}-expected": 1}  # fmt: skip
    send(client, named.certificate, "prelungeste", named, **data)
    named.refresh_from_db()
    assert named.valid_until == in_days(700)


def test_the_page_ends(client, trainer, named):
    client.force_login(trainer)
    at = f"incheiere-{named.pk}"
    send(
        client, named.certificate, "incheie", named,
        **{f"{at}-reason": "A plecat.", f"{at}-expected": 1},
    )  # fmt: skip
    named.refresh_from_db()
    assert named.is_ended


def test_another_organisations_trainer_finds_no_page(client, named):
    client.force_login(make_trainer())
    assert client.get(page_of(named.certificate)).status_code == 404


def test_a_certificate_of_another_event_is_not_found(client, trainer, named):
    other = make_certificate(trainer)
    client.force_login(trainer)
    wrong = page_of(named.certificate).replace(named.certificate.number, other.number)
    assert client.get(wrong).status_code == 404


def test_a_teacher_names_nobody(client, named):
    client.force_login(make_user(Role.TEACHER))
    assert client.get(page_of(named.certificate)).status_code == 403


def test_a_stranger_with_the_link_is_told_what_it_is(client, named):
    # Signed with the second in which it is asked for.
    link = link_of(named)
    page = client.get(link).content.decode()
    assert f"/cont/login/?next={link}" in page


def test_opening_the_link_writes_nothing(client, named):
    client.force_login(make_reader())
    client.get(link_of(named))
    named.refresh_from_db()
    assert named.user is None


def test_confirming_opens_the_guide(client, named):
    client.force_login(make_reader())
    client.post(link_of(named))
    assert GUIDE in guide(client).content.decode()


def test_a_stranger_who_posts_takes_nothing_on(client, named):
    client.post(link_of(named))
    named.refresh_from_db()
    assert named.tied_at is None


def test_the_link_opened_by_another_account_says_that_it_is_used(client, named):
    take_on(named)
    client.force_login(make_reader())
    assert client.get(link_of(named)).status_code == 410
    assert client.post(link_of(named)).status_code == 410


def test_the_link_opened_again_leads_to_the_own_page(client, named):
    client.force_login(take_on(named))
    assert client.get(link_of(named)).url == "/formare/facilitator/"


def test_a_link_of_ninety_days_ago_says_so(client, named):
    link = link_of(named)
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert client.get(link).status_code == 410


def test_a_forged_link_is_not_found(client, named):
    assert client.get(link_of(named)[:-3] + "xx/").status_code == 404


def test_the_link_of_a_participants_own_page_is_no_such_link(client, named):
    from lms.training.tokens import participant_token

    token = participant_token(named.participant.public_id)
    assert client.get(f"/formare/facilitator/{token}/").status_code == 404


def test_an_unconfirmed_account_is_sent_to_confirm(client, named):
    client.force_login(make_user())
    assert "/cont/email/" in client.get(link_of(named)).content.decode()


def test_a_facilitator_reads_the_guide_in_every_language(client, named, programme):
    english = Locale.objects.get_or_create(language_code="en")[0]
    copy = programme.copy_for_translation(english, copy_parents=True)
    copy.slug = "programme"
    copy.save_revision().publish()
    client.force_login(take_on(named))
    assert client.get("/en/formare/programme/ghid/").status_code == 200


def test_in_english_the_own_page_leads_to_a_guide_that_is_there(client, named):
    client.force_login(take_on(named))
    page = client.get("/en/formare/facilitator/").content.decode()
    assert 'href="/formare/program/ghid/"' in page


def test_the_guide_of_another_programme_is_refused_with_words(client, named):
    make_programme(slug="altul")
    client.force_login(take_on(named))
    answer = guide(client, "altul")
    assert answer.status_code == 403
    assert "Ce puteți face" in answer.content.decode()


def test_an_expired_facilitator_is_told_since_when(client, named):
    client.force_login(take_on(named))
    last = named.valid_until
    with time_machine.travel(timezone.now() + timedelta(days=366)):
        client.force_login(named.__class__.objects.get().user)
        page = guide(client)
    assert (page.status_code, f"{last:%d.%m.%Y}" in page.content.decode()) == (403, True)


def test_an_ended_facilitator_is_told_so(client, named, trainer):
    client.force_login(take_on(named))
    end_facilitator(facilitator=named, reason="A plecat.", expected=1, by=trainer)
    page = guide(client).content.decode()
    assert "Nu mai sunteți facilitator" in page
    assert "A plecat." not in page


def test_the_refusal_is_kept_by_no_cache(client, programme):
    client.force_login(make_user(Role.TEACHER))
    assert "no-store" in guide(client).headers["Cache-Control"]


def test_the_own_page_leads_to_the_guide(client, named):
    client.force_login(take_on(named))
    assert "/formare/program/ghid/" in client.get("/formare/facilitator/").content.decode()


def test_the_own_page_of_somebody_else_is_empty(client, named):
    take_on(named)
    client.force_login(make_reader())
    assert list(client.get("/formare/facilitator/").context["roles"]) == []


def test_a_facilitators_home_leads_there(client, named):
    client.force_login(take_on(named, make_reader(Role.TEACHER)))
    assert 'href="/formare/facilitator/"' in client.get("/cont/").content.decode()


def test_the_copy_of_the_own_data_says_it(named):
    held = export_of(take_on(named))["facilitator"]
    assert held["programmes"][0]["programme"] == named.programme.title


def test_the_participants_copy_says_it(named):
    held = data_of(named.participant)["formari"][0]
    assert held["facilitator"][0]["pana_la"] == named.valid_until.isoformat()


def test_the_letter_is_in_the_language_of_the_participant(trainer):
    certificate = make_certificate(trainer)
    certificate.participant.language = "en"
    certificate.participant.save()
    name_facilitator(trainer, certificate)
    letter = Letter.objects.get(key__startswith="training:facilitator:")
    assert "/en/formare/facilitator/" in letter.body
