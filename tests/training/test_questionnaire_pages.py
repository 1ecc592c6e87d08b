"""The pages on which participants answer, and the one from which a trainer asks."""

import io
import re
from uuid import uuid4

import pypdf
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.core import limits
from lms.people.roles import Role
from lms.training.enums import CommentKind
from lms.training.models import (
    Evaluation,
    EvaluationComment,
    EventQuestionnaire,
    QuestionnaireAnswer,
)
from lms.training.tokens import evaluation_token, questionnaire_token, sitting_token
from tests.factories import make_user
from tests.training.event_factories import make_event, make_trainer
from tests.training.questionnaire_factories import (
    AFTER,
    BEFORE,
    answer_in_pairs,
    judge,
    make_asked_event,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def event(roles):
    return make_asked_event()


@pytest.fixture
def trainer(client, event):
    trainer = event.trainers.get()
    client.force_login(trainer)
    return trainer


def asked(event, part=BEFORE):
    return f"/formare/chestionar/{questionnaire_token(event.questionnaire.public_id, part)}/"


def judged(event):
    return f"/formare/parere/{evaluation_token(event.questionnaire.public_id)}/"


def page_of(event, rest="invatare/"):
    return f"/formare/evenimente/{event.public_id}/{rest}"


def sent(client, address, **fields):
    """What the form at this address sends when these answers are given."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    hidden = {one["name"]: one["value"] for one in page.select("main input[type=hidden][value]")}
    return client.post(address, hidden | fields)


def words(response):
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def test_a_participant_answers_by_the_code_alone(client, event):
    page = sent(client, asked(event), code="ma 7 42", q1=["a", "b"], q2="b")
    assert page.status_code == 302
    assert QuestionnaireAnswer.objects.get().responses == {"1": ["a", "b"], "2": ["b"]}


def test_after_the_answer_there_are_thanks_and_then_the_evaluation(client, event):
    before = client.get(f"{asked(event)}gata/").content.decode()
    after = client.get(f"{asked(event, AFTER)}gata/").content.decode()
    assert ("/formare/parere/" in before, "/formare/parere/" in after) == (False, True)


def test_what_was_answered_stays_when_the_code_is_wrong(client, event):
    page = sent(client, asked(event), code="Maria", q1=["a", "d"])
    ticked = BeautifulSoup(page.content, "html.parser").select("input[checked]")
    assert [one["value"] for one in ticked] == ["a", "d"]
    assert "ca MA0742" in words(page)


def test_who_answers_again_reads_what_to_do(client, event):
    for _ in range(2):
        page = sent(client, asked(event), code="MA0742", q2="b")
    assert "Cu acest cod s-a răspuns deja." in words(page)


def test_nothing_answered_is_asked_for_again(client, event):
    page = sent(client, asked(event), code="MA0742")
    assert "Răspundeți la cel puțin o întrebare." in words(page)


def test_questions_taken_anew_meanwhile_are_shown_before_an_answer_is_kept(client, event):
    page = client.post(asked(event), {"code": "MA0742", "asked": "998.999", "q2": "b"})
    assert "a schimbat între timp întrebările" in words(page)
    assert not QuestionnaireAnswer.objects.exists()


def test_the_same_form_sent_twice_is_one_answer(client, event):
    key = str(uuid4())
    for _ in range(2):
        page = sent(client, asked(event), client_id=key, code="MA0742", q2="b")
        assert page.status_code == 302
    assert QuestionnaireAnswer.objects.count() == 1


def test_before_its_time_and_after_it_the_page_says_so(client):
    coming, gone = make_asked_event(hours=24), make_asked_event(hours=-24)
    assert "Se completează la final" in words(client.get(asked(coming, AFTER)))
    assert "Nu se mai primesc răspunsuri" in words(client.get(asked(gone, BEFORE)))


def test_an_event_moved_after_its_codes_are_gone_says_that_it_is_over(client, event):
    EventQuestionnaire.objects.update(salt="")
    assert "Nu se mai primesc răspunsuri" in words(client.get(asked(event)))


def test_an_opinion_changed_after_it_was_sent_stays_as_it_was(client, event):
    key = str(uuid4())
    for mark in ("5", "1"):
        page = sent(client, judged(event), client_id=key, usefulness=mark)
    assert "a ajuns deja și nu se mai schimbă" in words(page)
    assert Evaluation.objects.get().usefulness == 5


def test_a_closed_questionnaire_takes_no_answer(client):
    gone = make_asked_event(hours=-24)
    shown = ".".join(str(one.version_id) for one in gone.questionnaire.items.all())
    client.post(asked(gone), {"code": "MA0742", "asked": shown, "q2": "b"})
    assert not QuestionnaireAnswer.objects.exists()


@pytest.mark.parametrize("kind", ["chestionar", "parere"])
def test_a_changed_token_opens_nothing(client, event, kind):
    address = asked(event) if kind == "chestionar" else judged(event)
    assert client.get(address[:-2] + ("A/" if address[-2] != "A" else "B/")).status_code == 404


def test_a_token_of_another_purpose_opens_nothing(client, event):
    key = event.questionnaire.public_id
    other = sitting_token(event.sittings.get().public_id)
    tokens = {
        "chestionar": [evaluation_token(key), other],
        "parere": [questionnaire_token(key, "before")],
    }
    for kind, wrong in tokens.items():
        assert {client.get(f"/formare/{kind}/{one}/").status_code for one in wrong} == {404}


def test_reading_writes_nothing(client, event, trainer):
    rests = ("", "dupa/ecran/", "schimbare.pdf", "pareri.pdf")
    public = [asked(event), f"{asked(event, AFTER)}gata/", judged(event), f"{judged(event)}gata/"]
    for address in [*public, *(page_of(event, f"invatare/{rest}") for rest in rests)]:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        wrote = [one["sql"] for one in queries if re.match(r"INSERT|UPDATE|DELETE", one["sql"])]
        assert wrote == []


def test_one_address_sends_so_many_forms_and_no_more(client, event, monkeypatch):
    monkeypatch.setattr(limits, "may", lambda *_args, **_named: False)
    page = sent(client, asked(event), code="MA0742", q2="b")
    assert "au venit multe formulare" in words(page)
    assert not QuestionnaireAnswer.objects.exists()


def test_an_event_without_questions_has_only_an_evaluation(client, event):
    event.questionnaire.items.all().delete()
    assert client.get(asked(event)).status_code == 404
    assert client.get(judged(event)).status_code == 200


def test_a_participant_says_what_they_think(client, event):
    page = sent(client, judged(event), usefulness="5", pace="fast", keep="Povestea.")
    assert page.status_code == 302
    said = Evaluation.objects.get()
    assert (said.usefulness, said.clarity, said.pace) == (5, None, "fast")
    assert EvaluationComment.objects.get().text == "Povestea."


def test_an_empty_evaluation_is_asked_for_again(client, event):
    assert "Răspundeți la cel puțin o întrebare." in words(sent(client, judged(event)))


def test_the_trainer_prepares_the_questions(client):
    trainer = make_trainer()
    client.force_login(trainer)
    event = make_event(trainer)
    client.post(page_of(event), {"pas": "pregateste"})
    assert EventQuestionnaire.objects.get().event == event


def test_the_trainer_sees_only_how_many_pairs_are_missing(client, event, trainer):
    answer_in_pairs(event, 9)
    page = client.get(page_of(event))
    assert "Mai trebuie 1 pereche de răspunsuri." in words(page)
    assert "Ce s-a schimbat" not in words(page)


def test_from_ten_pairs_the_trainer_sees_the_change(client, event, trainer):
    answer_in_pairs(event, 10)
    row = BeautifulSoup(client.get(page_of(event)).content, "html.parser").select_one(
        ".learned__signs"
    )
    assert row.get_text(" ", strip=True) == "Numesc cel puțin 3 semne de risc 0 % 100 % 10"


def test_in_english_before_is_no_button_that_leads_on(client, event, trainer):
    answer_in_pairs(event, 10)
    page = BeautifulSoup(client.get(f"/en{page_of(event)}").content, "html.parser")
    heads = [one.get_text() for one in page.select(".learned thead th")]
    assert heads == ["Question", "Before", "After", "People"]


def test_no_word_is_shown_below_five_evaluations(client, event, trainer):
    for _ in range(4):
        judge(event, comments={CommentKind.KEEP: "Povestea."})
    assert "Povestea." not in words(client.get(page_of(event)))
    judge(event)
    assert "Povestea." in words(client.get(page_of(event)))


def test_the_trainer_takes_away_words_that_name_somebody(client, event, trainer):
    judge(event, comments={CommentKind.KEEP: "Doamna Popescu."})
    comment = EvaluationComment.objects.get()
    client.post(page_of(event), {"pas": "sterge", "cuvinte": str(comment.pk)})
    assert not EvaluationComment.objects.exists()


@pytest.mark.parametrize(
    "rest", ["", "schimbare.pdf", "pareri.pdf", "inainte/ecran/", "parere/ecran/"]
)
def test_only_the_events_own_trainers_see_what_came_of_it(client, event, rest):
    address = page_of(event, f"invatare/{rest}")
    client.force_login(make_trainer())
    assert client.get(address).status_code == 404
    client.force_login(make_user(Role.TEACHER))
    assert client.get(address).status_code == 403
    client.logout()
    assert client.get(address).status_code == 302


def test_the_screen_carries_the_link_of_its_part(client, event, trainer):
    page = client.get(page_of(event, "invatare/dupa/ecran/"))
    link = BeautifulSoup(page.content, "html.parser").select_one(".share-code a")["href"]
    assert "După formare" in words(client.get(link))


def test_an_unknown_part_has_no_screen(client, event, trainer):
    assert client.get(page_of(event, "invatare/altceva/ecran/")).status_code == 404


@pytest.mark.parametrize("count", [3, 12])
def test_the_change_prints_on_one_tagged_page(client, event, trainer, count):
    answer_in_pairs(event, count)
    pdf = _pdf(client.get(page_of(event, "invatare/schimbare.pdf")))
    text = pdf.pages[0].extract_text()
    assert (len(pdf.pages), "/StructTreeRoot" in pdf.trailer["/Root"]) == (1, True)
    assert ("Numesc cel puțin 3 semne" in text) == (count == 12)
    assert ("Mai trebuie 7 perechi" in text) == (count == 3)


def test_evaluations_print_on_one_tagged_page_whatever_was_written(client, event, trainer):
    for number in range(40):
        judge(event, comments=dict.fromkeys(CommentKind, f"{number} #set [*] " + "a b " * 100))
    pdf = _pdf(client.get(page_of(event, "invatare/pareri.pdf")))
    assert (len(pdf.pages), "/StructTreeRoot" in pdf.trailer["/Root"]) == (1, True)
    assert "40 de păreri" in pdf.pages[0].extract_text()


def _pdf(response):
    assert response.status_code == 200
    return pypdf.PdfReader(io.BytesIO(response.content))
