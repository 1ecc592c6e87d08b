"""A trainer sends the list of an event as a file: shown first, all or none, the same file once."""

import csv
import io
import re

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from openpyxl import load_workbook

from lms.people.roles import Role
from lms.training.models import Attendance
from lms.training.services import cancel_event, close_event, forget_person, tick, withdraw
from tests.factories import CountyFactory, make_user
from tests.training.event_factories import (
    in_hours,
    make_event,
    make_participant,
    make_trainer,
    move_into_past,
)
from tests.training.lists import ANA, TITLES
from tests.training.lists import csv as table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
GOOD = table((*ANA[:4], "", "da"), titles=(*TITLES[:5], "întâlnirea 1"))


@pytest.fixture
def trainer(client, roles):
    trainer = make_trainer()
    client.force_login(trainer)
    return trainer


@pytest.fixture
def event(trainer):
    return make_event(trainer, sittings=[in_hours(0), in_hours(24)])


def address(event, rest="import/"):
    return f"/formare/evenimente/{event.public_id}/lista{'/' + rest if rest[0] != '.' else rest}"


def shown(client, event, content=GOOD) -> str:
    file = SimpleUploadedFile("lista.csv", content)
    return client.post(address(event), {"file": file}).content.decode()


def signed_in(page: str) -> str:
    return re.search(r'name="randuri" value="([^"]+)"', page)[1]


def save(client, event, signed: str) -> str:
    path = address(event, "import/salvare/")
    return client.post(path, {"randuri": signed}, follow=True).content.decode()


def sent(client, event, content=GOOD) -> str:
    return save(client, event, signed_in(shown(client, event, content)))


def download(client, event, kind) -> bytes:
    return client.get(address(event, f".{kind}")).content


def test_a_list_is_shown_before_anything_is_saved(client, event):
    page = shown(client, event)
    assert ("persoană nouă" in page, event.participants.count()) == (True, 0)


def test_a_confirmed_list_is_saved(client, event):
    page = sent(client, event)
    assert "Lista este salvată: 1 persoană nouă, 1 bifă nouă." in page
    assert event.participants.get().email == "ana@example.org"


def test_a_confirmation_pressed_twice_saves_once(client, event):
    signed = signed_in(shown(client, event))
    save(client, event, signed)
    page = save(client, event, signed)
    assert ("nu schimbă nimic" in page, event.participants.count()) == (True, 1)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["ro", "en"])
def test_our_own_list_comes_back_without_a_change(client, trainer, event, kind, language):
    for email, name, institution in (
        ("ana@example.org", "=2+2", "-Școala; „nr. 5”"),
        ("ion@example.org", "Ion\tIonescu", "＝1"),
        ("ION2@Example.org", "O\u2019Brien\u200b Ion", "'=3"),
    ):
        person = make_participant(
            event, email=email, name=name, institution=institution, county=CountyFactory()
        )
        tick(
            sitting=event.sittings.first(), participant=person, present=email[0] == "a",
            client_id=person.public_id, said_at=event.created_at, by=trainer,
        )  # fmt: skip
    with translation.override(language):
        content = download(client, event, kind)
    page = shown(client, event, content)
    assert "Nu este nimic de salvat." in page
    assert ("Rândurile care schimbă ceva" in page, Attendance.objects.count()) == (False, 3)


def test_the_list_has_titles_for_a_romanian_spreadsheet(client, event):
    first = download(client, event, "csv").decode("utf-8-sig").splitlines()[0]
    titles = next(csv.reader(io.StringIO(first), delimiter=";"))
    assert (titles[:5], titles[-1]) == (list(TITLES[:5]), "cheie")


def test_no_cell_of_the_list_is_a_formula(client, event):
    make_participant(event, name="=HYPERLINK(1)")
    sheet = load_workbook(io.BytesIO(download(client, event, "xlsx"))).active
    assert sheet["A2"].value == "'=HYPERLINK(1)"


def test_who_withdrew_or_was_erased_is_not_on_the_list(client, event):
    withdraw(participant=make_participant(event, name="Retras"))
    forget_person(participant=make_participant(event, name="Șters"))
    assert len(download(client, event, "csv").splitlines()) == 1


def test_nothing_is_offered_for_saving_while_there_is_an_error(client, event):
    page = shown(client, event, table(("17", *ANA[1:4], "", "da")))
    assert 'name="randuri"' not in page
    assert "<b>Rândul 2, coloana nume:</b> „17” nu este un nume" in page


def test_a_cell_that_cannot_be_read_is_told_once(client, event):
    page = shown(client, event, table((*ANA[:2], "pompieri", "", "", "da")))
    assert page.count("Rândul 2, coloana grup") == 1


def test_what_is_not_read_is_said(client, event):
    page = shown(client, event, table(("Ana", "ana@example.org", "ong", "x"),
                                      titles=("nume", "e-mail", "grup", "Telefon")))  # fmt: skip
    assert "Coloane care nu se citesc: Telefon." in page


def test_what_changes_is_shown_from_what_to_what(client, event):
    make_participant(event, email="ana@example.org", name="Ana Pop")
    page = shown(client, event)
    assert "Ana Pop → <b>Ana Popescu</b>" in page


def test_what_a_file_says_is_text_on_the_page(client, event):
    page = shown(client, event, table(("<b>Ana</b>", *ANA[1:4], "", "da")))
    assert "&lt;b&gt;Ana&lt;/b&gt;" in page


def test_rows_that_were_changed_on_the_way_are_refused(client, event):
    page = save(client, event, "x" + signed_in(shown(client, event)))
    assert ("nu mai este valabilă" in page, event.participants.count()) == (True, 0)


def test_rows_that_were_shown_to_a_colleague_are_refused(client, event, trainer):
    signed = signed_in(shown(client, event))
    client.force_login(make_trainer(trainer.organisation))
    save(client, event, signed)
    assert not event.participants.exists()


def test_rows_of_another_event_are_refused(client, event, trainer):
    other = make_event(trainer)
    save(client, other, signed_in(shown(client, event)))
    assert not other.participants.exists()


def test_nothing_else_that_we_sign_is_taken_for_rows(client, event, trainer):
    save(client, event, signing.dumps([[event.pk, trainer.pk], []]))
    assert not event.participants.exists()


def test_a_list_that_changed_since_is_not_written_over(client, event):
    signed = signed_in(shown(client, event))
    make_participant(event, email="ana@example.org", name="Ana Maria")
    page = save(client, event, signed)
    assert "Lista s-a schimbat între timp" in page
    assert event.participants.get().name == "Ana Maria"


@pytest.mark.parametrize("settle", [close_event, cancel_event])
def test_a_settled_event_takes_no_list_and_gives_its_own(client, event, trainer, settle):
    signed = signed_in(shown(client, event))
    why = {"reason": "x"} if settle is cancel_event else {}
    move_into_past(event)
    settle(event=event, expected=1, by=trainer, **why)
    assert "Redeschideți-o" in client.get(address(event), follow=True).content.decode()
    assert "Redeschideți-o" in save(client, event, signed)
    assert (event.participants.count(), client.get(address(event, ".csv")).status_code) == (0, 200)


EVERY = ["import/", "import/salvare/", ".csv", ".xlsx"]


@pytest.mark.parametrize("rest", EVERY)
def test_a_trainer_of_another_member_finds_no_list(client, event, rest):
    client.force_login(make_trainer())
    method = client.post if "salvare" in rest else client.get
    assert method(address(event, rest)).status_code == 404


@pytest.mark.parametrize("rest", EVERY)
def test_other_roles_are_refused(client, event, rest):
    client.force_login(make_user(Role.TEACHER))
    method = client.post if "salvare" in rest else client.get
    assert method(address(event, rest)).status_code == 403


def test_saving_is_a_post_of_our_own_form(event, trainer):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(trainer)
    path = address(event, "import/salvare/")
    assert (strict.get(path).status_code, strict.post(path).status_code) == (405, 403)


def test_the_event_leads_to_both(client, event):
    make_participant(event)
    page = client.get(f"/formare/evenimente/{event.public_id}/").content.decode()
    assert address(event) in page
    assert address(event, ".xlsx") in page
