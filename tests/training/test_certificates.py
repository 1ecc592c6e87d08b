"""Certificates: earned, checked by anyone, corrected with history, taken back."""

import io
import re
import zipfile
from uuid import uuid4

import pypdf
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lms.people.models import Letter
from lms.training.masking import masked
from lms.training.models import Certificate
from lms.training.numbers import new_number
from lms.training.services import (
    CertificateSettled,
    EventSettled,
    close_event,
    issue_certificates,
    open_event,
    reissue_certificate,
    revoke_certificate,
    tick,
)
from lms.training.tokens import participant_token
from tests.training.event_factories import (
    in_hours,
    make_event,
    make_participant,
    make_trainer,
    say_present,
)
from tests.training.programmes import make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer()


def attend(event, person, trainer, *numbers):
    for sitting in event.sittings.filter(number__in=numbers or [1]):
        tick(
            sitting=sitting, participant=person, present=True, client_id=uuid4(),
            said_at=timezone.now(), by=trainer,
        )  # fmt: skip


def certify(trainer, name="Ana Maria Popescu", **fields):
    """A certificate of somebody who was at an event of one sitting."""
    event = make_event(trainer, hours=-3, **fields)
    attend(event, make_participant(event, name=name), trainer)
    close_event(event=event, expected=1, by=trainer)
    return Certificate.objects.get(participant__event=event)


def test_who_was_there_for_the_share_of_the_hours_has_earned_one(trainer):
    event = make_event(
        trainer, sittings=[in_hours(-9), in_hours(-6), in_hours(-3)],
        programme=make_programme(certificate_share=60),
    )  # fmt: skip
    twice, once = make_participant(event), make_participant(event)
    attend(event, twice, trainer, 1, 2)
    attend(event, once, trainer, 1)
    close_event(event=event, expected=1, by=trainer)
    assert [one.participant for one in Certificate.objects.all()] == [twice]


def test_nothing_is_certified_before_the_event_is_closed(trainer):
    with pytest.raises(EventSettled):
        issue_certificates(event=make_event(trainer), by=trainer)


def test_issuing_twice_gives_one(trainer):
    event = certify(trainer).participant.event
    issue_certificates(event=event, by=trainer)
    assert Certificate.objects.count() == 1


def test_who_was_added_after_reopening_gets_one_too(trainer):
    event = certify(trainer).participant.event
    open_event(event=event, expected=2, by=trainer, reason="Lipsea o persoană.")
    event.refresh_from_db()
    attend(event, make_participant(event), trainer)
    close_event(event=event, expected=3, by=trainer)
    assert Certificate.objects.count() == 2


@pytest.fixture
def reopened(trainer):
    """An event that certified Ana for two sittings of three, open again."""
    event = make_event(
        trainer, sittings=[in_hours(-9), in_hours(-6), in_hours(-3)],
        programme=make_programme(certificate_share=60),
    )  # fmt: skip
    attend(event, make_participant(event), trainer, 1, 2)
    close_event(event=event, expected=1, by=trainer)
    open_event(event=event, expected=2, by=trainer, reason="Lista era greșită.")
    event.refresh_from_db()
    return event


def states():
    return list(Certificate.objects.order_by("issued_at").values_list("state", "minutes"))


def test_a_certificate_ends_when_the_corrected_list_no_longer_gives_it(reopened, trainer):
    person = reopened.participants.get()
    say_present(reopened.sittings.first(), person, trainer, present=False)
    close_event(event=reopened, expected=3, by=trainer)
    assert states() == [("unearned", 240)]


def test_more_hours_on_the_corrected_list_give_another_certificate(reopened, trainer):
    attend(reopened, reopened.participants.get(), trainer, 3)
    close_event(event=reopened, expected=3, by=trainer)
    assert states() == [("replaced", 240), ("valid", 360)]


def test_closing_again_without_a_correction_changes_no_certificate(reopened, trainer):
    close_event(event=reopened, expected=3, by=trainer)
    assert states() == [("valid", 240)]


def test_who_has_earned_it_after_all_gets_one_again(reopened, trainer):
    person, first = reopened.participants.get(), reopened.sittings.first()
    say_present(first, person, trainer, present=False)
    close_event(event=reopened, expected=3, by=trainer)
    open_event(event=reopened, expected=4, by=trainer, reason="A fost totuși.")
    say_present(first, person, trainer)
    close_event(event=reopened, expected=5, by=trainer)
    assert states() == [("unearned", 240), ("valid", 240)]


def test_another_organisations_trainer_certifies_nobody(trainer):
    event = certify(trainer).participant.event
    with pytest.raises(PermissionDenied):
        issue_certificates(event=event, by=make_trainer())


def test_the_letter_leads_to_it(trainer):
    certificate = certify(trainer)
    assert Letter.objects.filter(body__contains=certificate.number).count() == 1


def test_anyone_can_check_it(client, trainer):
    page = client.get(f"/adeverinta/{certify(trainer).number}/").content.decode()
    assert "Adeverința este valabilă." in page


def test_the_check_shows_no_name(client, trainer):
    page = client.get(f"/adeverinta/{certify(trainer, name='Ana Popescu').number}/")
    assert "A*** P***" in page.content.decode()
    assert "Popescu" not in page.content.decode()


def test_the_number_may_be_typed_in_small_letters(client, trainer):
    number = certify(trainer).number.lower().replace("-", "")
    assert client.get(f"/adeverinta/{number}/").status_code == 200


def test_a_number_that_nobody_gave_is_not_found(client):
    assert client.get(f"/adeverinta/{new_number()}/").status_code == 404


def test_programs_can_check_it(client, trainer):
    certificate = certify(trainer)
    found = client.get(f"/adeverinta/{certificate.number}.json").json()
    assert (found["valid"], found["course"], found["minutes"]) == (True, certificate.course, 120)


def test_who_tries_many_numbers_is_stopped(client, monkeypatch):
    monkeypatch.setattr("lms.training.views.certificates.MOST_MISSES", 2)
    codes = [client.get(f"/adeverinta/{new_number()}/").status_code for _ in range(3)]
    assert codes == [404, 404, 429]


def test_numbers_that_exist_may_be_checked_by_a_whole_hall(client, trainer, monkeypatch):
    monkeypatch.setattr("lms.training.views.certificates.MOST_MISSES", 2)
    number = certify(trainer).number
    codes = {client.get(f"/adeverinta/{number}/").status_code for _ in range(4)}
    assert codes == {200}


def test_a_corrected_certificate_has_another_number(trainer):
    old = certify(trainer, name="Ana Popesc")
    new = reissue_certificate(certificate=old, name="Ana Popescu", reason="Numele.", by=trainer)
    assert (new.name, new.replaces) == ("Ana Popescu", old)


def test_the_old_number_says_that_it_was_replaced(client, trainer):
    old = certify(trainer)
    reissue_certificate(certificate=old, name="Ana", reason="Numele.", by=trainer)
    assert "înlocuită" in client.get(f"/adeverinta/{old.number}/").content.decode()


def test_a_revoked_certificate_says_so_without_the_reason(client, trainer):
    certificate = certify(trainer)
    revoke_certificate(certificate=certificate, reason="Nu a fost la curs.", by=trainer)
    page = client.get(f"/adeverinta/{certificate.number}/").content.decode()
    assert "retrasă" in page
    assert "Nu a fost la curs." not in page


def test_what_was_revoked_is_not_given_again(trainer):
    certificate = certify(trainer)
    revoke_certificate(certificate=certificate, reason="X", by=trainer)
    issue_certificates(event=certificate.participant.event, by=trainer)
    assert Certificate.objects.count() == 1


def test_a_revoked_certificate_is_not_valid_for_programs(client, trainer):
    certificate = certify(trainer)
    revoke_certificate(certificate=certificate, reason="X", by=trainer)
    assert client.get(f"/adeverinta/{certificate.number}.json").json()["valid"] is False


def test_a_certificate_ends_once(trainer):
    certificate = certify(trainer)
    revoke_certificate(certificate=certificate, reason="X", by=trainer)
    with pytest.raises(CertificateSettled):
        reissue_certificate(certificate=certificate, name="Ana", reason="X", by=trainer)


def test_another_organisations_trainer_takes_none_back(trainer):
    with pytest.raises(PermissionDenied):
        revoke_certificate(certificate=certify(trainer), reason="X", by=make_trainer())


def test_the_paper_says_who_what_and_under_which_number(client, trainer):
    certificate = certify(trainer)
    token = participant_token(certificate.participant.public_id)
    response = client.get(f"/formare/inscriere/{token}/adeverinta.pdf")
    text = pypdf.PdfReader(io.BytesIO(response.content)).pages[0].extract_text()
    words = re.sub(r"\s+", " ", text)
    assert all(one in words for one in (certificate.name, certificate.course, certificate.number))


def test_the_batch_holds_every_valid_certificate(client, trainer):
    certificate = certify(trainer)
    client.force_login(trainer)
    event = certificate.participant.event
    response = client.get(f"/formare/evenimente/{event.public_id}/adeverinte.zip")
    names = zipfile.ZipFile(io.BytesIO(response.content)).namelist()
    assert names == [f"adeverinta-{certificate.number}.pdf"]


def test_another_organisations_trainer_downloads_no_batch(client, trainer):
    event = certify(trainer).participant.event
    client.force_login(make_trainer())
    address = f"/formare/evenimente/{event.public_id}/adeverinte.zip"
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Ana Popescu", "A*** P***"), ("ștefan", "Ș***"), ("Ana-Maria Ion", "A*** I***")],
)
def test_a_masked_name_shows_first_letters_only(name, shown):
    assert masked(name) == shown


def test_a_number_of_another_event_is_not_found_under_ones_own(client, trainer):
    own, foreign = certify(trainer).participant.event, certify(make_trainer())
    client.force_login(trainer)
    page = f"/formare/evenimente/{own.public_id}/adeverinte/{foreign.number}/"
    assert client.get(page).status_code == 404


def test_an_event_with_a_title_of_its_own_names_the_programme_too(trainer):
    certificate = certify(trainer, title="Formarea de toamnă")
    programme = certificate.participant.event.programme.title
    assert certificate.course == f"Formarea de toamnă ({programme})"
