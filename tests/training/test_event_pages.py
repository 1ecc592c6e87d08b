"""The pages of an event: for its trainers, and for whoever comes."""

from uuid import uuid4

import icalendar
import pytest

from lms.core.templatetags.protect import qr
from lms.people.roles import Role
from lms.training.models import Participant, TrainingEvent, TrainingRequest
from lms.training.selectors.rosters import roster_of
from lms.training.services import cancel_event, close_event, plan_event
from lms.training.tokens import participant_token, sitting_token
from tests.factories import CountyFactory, MemberOrganisationFactory, make_user
from tests.training.event_factories import make_event, make_participant, make_trainer
from tests.training.programmes import make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(client, roles):
    trainer = make_trainer()
    client.force_login(trainer)
    return trainer


def page_of(event, rest=""):
    return f"/formare/evenimente/{event.public_id}/{rest}"


def plan_form(trainer, **fields):
    usual = {
        "client_id": str(uuid4()), "programme": make_programme().pk, "title": "",
        "organiser": trainer.organisation.pk, "audiences": ["profesori"], "mode": "in_person",
        "county": CountyFactory().pk, "place": "Sala mare", "online_address": "", "capacity": "20",
        "enrol_until_0": "", "enrol_until_1": "", "notes": "", "intalniri-TOTAL_FORMS": "2",
        "intalniri-INITIAL_FORMS": "0", "intalniri-0-day": "15.01.2027",
        "intalniri-0-starts": "09:30", "intalniri-0-ends": "13.00", "intalniri-0-place": "",
        "intalniri-1-day": "", "intalniri-1-starts": "", "intalniri-1-ends": "",
        "intalniri-1-place": "",
    }  # fmt: skip
    return usual | fields


def test_an_event_is_planned_with_its_sitting(client, trainer):
    client.post("/formare/nou/", plan_form(trainer))
    assert TrainingEvent.objects.get().sittings.get().minutes == 210


def test_the_form_of_a_copy_is_filled_in_but_for_the_times(client, trainer):
    source = make_event(trainer, capacity=17)
    page = client.get(f"/formare/nou/?copie={source.public_id}")
    assert page.context["form"].initial["capacity"] == 17
    assert page.context["sittings"].initial is None


def test_another_organisations_event_is_not_copied(client, trainer):
    source = make_event()
    assert client.get(f"/formare/nou/?copie={source.public_id}").status_code == 404


def test_a_day_that_is_none_is_asked_for_again(client, trainer):
    page = client.post("/formare/nou/", plan_form(trainer, **{"intalniri-0-day": "31.02.2027"}))
    assert "De exemplu 23.11.2026." in page.content.decode()


def test_what_was_typed_stays_when_something_is_wrong(client, trainer):
    page = client.post("/formare/nou/", plan_form(trainer, place="Sala verde", audiences=[]))
    assert "Sala verde" in page.content.decode()


def test_an_event_in_person_needs_a_place(client, trainer):
    client.post("/formare/nou/", plan_form(trainer, place=""))
    assert not TrainingEvent.objects.exists()


def test_the_public_page_appears_when_the_enrolment_opens(client, trainer):
    event = make_event(trainer, is_open=False)
    before = client.get(f"/formare/e/{event.code}/").status_code
    client.post(page_of(event), {"decizie": "deschide", "vazut": "0"})
    assert (before, client.get(f"/formare/e/{event.code}/").status_code) == (404, 200)


def test_the_address_to_enrol_at_is_a_qr_code_as_well(client, trainer, settings):
    event = make_event(trainer)
    page = client.get(page_of(event)).content.decode()
    assert qr(f"{settings.SITE_URL}/formare/e/{event.code}/") in page


@pytest.mark.parametrize(
    "rest", ["", "schimbare/", "persoana/", "numaratoare/", "prezenta/1/", "adeverinte/"]
)
def test_another_organisations_trainer_finds_nothing(client, trainer, rest):
    assert client.get(page_of(make_event(), rest)).status_code == 404


@pytest.mark.parametrize("rest", ["", "prezenta/1/", "prezenta/1/ecran/", "adeverinte/"])
def test_a_teacher_is_refused(client, rest):
    event = make_event()
    client.force_login(make_user(Role.TEACHER))
    assert client.get(page_of(event, rest)).status_code == 403


def test_the_secretariat_sees_every_event(client):
    event = make_event()
    client.force_login(make_user(Role.SECRETARIAT))
    assert client.get(page_of(event)).status_code == 200


def test_somebody_enrols_from_the_public_page(client):
    event = make_event()
    form = {
        "client_id": str(uuid4()), "name": "Ana Popescu", "email": "ana@example.org",
        "audience": "profesori", "institution": "Școala", "county": event.county.pk,
        "consent": "on",
    }  # fmt: skip
    client.post(f"/formare/e/{event.code}/", form)
    assert Participant.objects.get().name == "Ana Popescu"


def test_nobody_is_enrolled_without_consent(client):
    event = make_event()
    form = {
        "name": "Ana", "email": "ana@example.org", "audience": "profesori", "institution": "X",
        "county": event.county.pk,
    }  # fmt: skip
    client.post(f"/formare/e/{event.code}/", form)
    assert not Participant.objects.exists()


def test_the_public_page_names_no_participant(client):
    event = make_event()
    make_participant(event, name="Ana Popescu")
    assert "Popescu" not in client.get(f"/formare/e/{event.code}/").content.decode()


def test_the_address_of_an_online_meeting_is_not_public(client):
    event = make_event(online_address="https://intalnire.example.org/abc")
    page = client.get(f"/formare/e/{event.code}/").content.decode()
    assert "intalnire.example.org" not in page


def test_who_is_enrolled_withdraws_from_the_own_page(client):
    person = make_participant(make_event())
    client.post(f"/formare/inscriere/{participant_token(person.public_id)}/")
    person.refresh_from_db()
    assert person.enrolment == "withdrawn"


def test_the_own_page_lets_its_forms_be_sent(client):
    """A page that hides where a form comes from is refused by our own protection."""
    token = participant_token(make_participant(make_event()).public_id)
    assert "no-referrer" not in client.get(f"/formare/inscriere/{token}/").content.decode()


def test_a_link_with_a_letter_changed_leads_nowhere(client):
    token = participant_token(make_participant(make_event()).public_id)
    assert client.get(f"/formare/inscriere/{token[:-1]}x/").status_code == 404


def test_somebody_checks_in_with_the_address_of_the_enrolment(client):
    event = make_event(hours=0)
    person = make_participant(event)
    token = sitting_token(event.sittings.get().public_id)
    client.post(f"/formare/prezent/{token}/", {"email": person.email})
    assert roster_of(event).attended == 1


def test_the_code_of_a_sitting_of_yesterday_is_refused_with_words(client):
    event = make_event(hours=-24)
    person = make_participant(event)
    token = sitting_token(event.sittings.get().public_id)
    page = client.post(f"/formare/prezent/{token}/", {"email": person.email})
    assert "s-a închis" in page.content.decode()


def test_the_list_to_sign_is_a_pdf(client, trainer):
    event = make_event(trainer)
    assert client.get(page_of(event, "prezenta/1/lista.pdf")).content[:5] == b"%PDF-"


def test_the_calendar_file_holds_every_sitting(client):
    event = make_event()
    file = icalendar.Calendar.from_ical(client.get(f"/formare/e/{event.code}/calendar.ics").content)
    assert [one["SUMMARY"] for one in file.walk("VEVENT")] == [str(event)]


def test_the_calendar_file_of_a_cancelled_event_says_so(client, trainer):
    event = make_event(trainer)
    cancel_event(event=event, expected=1, by=trainer, reason="Nu se ține.")
    file = icalendar.Calendar.from_ical(client.get(f"/formare/e/{event.code}/calendar.ics").content)
    assert file.walk("VEVENT")[0]["STATUS"] == "CANCELLED"


def test_two_trainers_who_close_at_once_are_told(client, trainer):
    event = make_event(trainer, hours=-3)
    close_event(event=event, expected=1, by=make_trainer(trainer.organisation))
    page = client.post(page_of(event), {"decizie": "inchide", "vazut": "1"}, follow=True)
    assert "altcineva a luat o hotărâre" in page.content.decode()


def test_cancelling_without_a_reason_is_asked_for_again(client, trainer):
    event = make_event(trainer)
    client.post(page_of(event), {"decizie": "anuleaza", "vazut": "1", "reason": ""})
    event.refresh_from_db()
    assert event.state == "open"


def ask(client):
    """A school asks on the public form."""
    form = {
        "programme": make_programme().pk, "audience": "profesori", "people": "25",
        "institution": "Școala nr. 5", "county": CountyFactory().pk, "locality": "Cluj-Napoca",
        "mode": "in_person", "wanted": "", "contact_name": "Ana", "contact_phone": "",
        "contact_email": "ana@example.org", "message": "", "consent": "on",
    }  # fmt: skip
    client.post("/formare/cerere/", form)
    return TrainingRequest.objects.first()


def take(client, request):
    client.post(f"/formare/cereri/{request.public_id}/", {"decizie": "preia", "vazut": "0"})
    request.refresh_from_db()


def test_a_school_asks_for_a_training(client):
    assert ask(client).institution == "Școala nr. 5"


def test_an_organisation_takes_a_request_from_the_queue(client, trainer):
    request = ask(client)
    take(client, request)
    assert request.organisation == trainer.organisation


def test_who_asks_is_shown_to_the_organisation_that_took_it(client, trainer):
    request = ask(client)
    before = client.get(f"/formare/cereri/{request.public_id}/").content.decode()
    take(client, request)
    after = client.get(f"/formare/cereri/{request.public_id}/").content.decode()
    assert ("ana@example.org" in before, "ana@example.org" in after) == (False, True)


def test_an_event_is_planned_for_a_request(client, trainer):
    request = ask(client)
    take(client, request)
    client.post(f"/formare/nou/?cerere={request.public_id}", plan_form(trainer))
    request.refresh_from_db()
    assert request.event == TrainingEvent.objects.get()


def test_a_request_given_away_meanwhile_leaves_the_event_and_says_so(client, trainer, monkeypatch):
    request, other = ask(client), MemberOrganisationFactory()
    take(client, request)

    def plan_slowly(**fields):
        TrainingRequest.objects.update(organisation=other)
        return plan_event(**fields)

    monkeypatch.setattr("lms.training.views.events.plan_event", plan_slowly)
    address = f"/formare/nou/?cerere={request.public_id}"
    page = client.post(address, plan_form(trainer), follow=True)
    assert "altă hotărâre despre cerere" in page.content.decode()


def test_a_programme_that_was_held_is_not_deleted(client):
    event = make_event()
    client.force_login(make_user(Role.EDITOR))
    client.post(f"/admin/pages/{event.programme_id}/delete/")
    assert TrainingEvent.objects.get().programme == event.programme
