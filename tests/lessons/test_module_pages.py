"""A module for a reader alone: one idea a screen, nothing kept, nothing lost."""

import pytest
from wagtail.models import Page, PageViewRestriction

from lessons.models import ModuleCompletion, ModuleIndexPage, StepDone
from quizzes.drafts import QuestionDraft
from quizzes.enums import Kind
from quizzes.models import Answer, Attempt, QuestionVersion
from tests.lessons.modules import ORDER, SCALE, make_module, make_question, make_step, make_way

pytestmark = pytest.mark.django_db


@pytest.fixture
def way():
    return make_way()


def read(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_the_list_asks_for_the_age_first(client, way):
    page = read(client, "/module/")
    assert '?varsta=11-14#module"' in page
    assert "Prieteni pe net" not in page


def test_the_age_in_the_address_chooses_the_modules(client, way):
    make_step(make_module(title="Pentru mari", slug="mari", age_band="15-18"), "unu")
    page = read(client, "/module/?varsta=15-18")
    assert "Pentru mari" in page
    assert "Prieteni pe net" not in page


def test_an_age_that_there_is_not_asks_again(client, way):
    assert "Alege un modul" not in read(client, "/module/?varsta=99")


def test_an_age_without_modules_is_not_offered(client, way):
    assert "?varsta=6-10" not in read(client, "/module/")


def test_a_module_without_steps_is_not_listed(client):
    make_module()
    assert "Prieteni pe net" not in read(client, "/module/?varsta=11-14")


def test_a_module_begins_with_its_first_step(client, way):
    assert 'href="/module/prieteni/inceput/"' in read(client, "/module/prieteni/")


def test_a_step_says_how_far_one_is(client, way):
    assert "Pasul 2 din 3" in read(client, "/module/prieteni/intrebare/")


def test_the_title_of_a_step_says_nothing_of_its_content(client, way):
    title = read(client, "/module/prieteni/intrebare/").split("<title>")[1].split("</title>")[0]
    assert title == "Prieteni pe net, pasul 2 din 3 · ProTECT"


def test_next_leads_to_the_next_step(client, way):
    assert 'href="/module/prieteni/intrebare/" rel="next"' in read(
        client, "/module/prieteni/inceput/"
    )


def test_the_last_step_leads_to_the_review(client, way):
    page = read(client, "/module/prieteni/poveste/")
    assert 'href="/module/prieteni/recapitulare/" rel="next"' in page


def test_the_first_step_leads_back_to_the_module(client, way):
    assert 'href="/module/prieteni/" rel="prev"' in read(client, "/module/prieteni/inceput/")


def test_help_and_exit_stand_on_every_step(client, way):
    page = read(client, "/module/prieteni/inceput/")
    assert 'href="/ajutor/"' in page
    assert "data-exit" in page
    assert "Ieși din modul" in page


def test_a_step_that_does_not_exist_is_not_found(client, way):
    read(client, "/module/prieteni/altceva/", 404)


def test_a_step_of_an_unpublished_module_is_not_found(client, way):
    way.unpublish()
    read(client, "/module/prieteni/inceput/", 404)


@pytest.mark.parametrize("page", ["", "prieteni/", "prieteni/intrebare/"])
def test_a_module_is_read_at_no_other_address(client, way, page):
    index = ModuleIndexPage.objects.get()
    index.slug = "altundeva"
    index.save()
    assert client.get(f"/altundeva/{page}").status_code == 404


def test_the_sitemap_names_modules_and_no_step(client, way):
    addresses = client.get("/sitemap.xml").content.decode()
    assert "/module/prieteni/<" in addresses
    assert "intrebare" not in addresses


@pytest.mark.parametrize("page", ["", "intrebare/", "offline.json", "pachet/", "partajare/card/"])
def test_a_module_that_is_not_for_everybody_is_not_found(client, way, page):
    PageViewRestriction.objects.create(page=way, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"/module/prieteni/{page}").status_code == 404


def test_a_step_that_is_not_for_everybody_is_left_out(client, way):
    step = way.get_children().get(slug="intrebare")
    PageViewRestriction.objects.create(page=step, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/module/prieteni/intrebare/").status_code == 404
    assert "Cineva cere o poză" not in client.get("/module/prieteni/offline.json").content.decode()


def test_an_answer_in_the_address_is_told_why(client, way):
    assert "Ai dreptul să spui nu." in read(client, "/module/prieteni/intrebare/?r=b&v=1")


def test_an_answer_stays_chosen_on_the_screen(client, way):
    assert 'id="r-b" checked' in read(client, "/module/prieteni/intrebare/?r=b")


def test_a_form_sent_empty_asks_for_an_answer(client, way):
    assert "Alege un răspuns" in read(client, "/module/prieteni/intrebare/?v=1")


@pytest.mark.parametrize("query", ["r=zzz", "r=a&r=b", "drum=" + "a." * 400, "r=" + "x" * 900])
def test_an_address_that_makes_no_sense_is_a_calm_page(client, way, query):
    read(client, f"/module/prieteni/intrebare/?{query}")


def test_a_scale_has_nothing_to_check(client):
    make_step(make_module(), "scara", question=make_question(SCALE))
    page = read(client, "/module/prieteni/scara/")
    assert "Am ales" in page
    assert "Verifică" not in page


def test_things_are_put_in_order_without_dragging(client):
    make_step(make_module(), "ordine", question=make_question(ORDER))
    page = read(client, "/module/prieteni/ordine/")
    assert page.count("<select") == 3


def test_a_story_goes_on_by_plain_links(client, way):
    assert 'href="?drum=a#acum"' in read(client, "/module/prieteni/poveste/")
    assert 'href="?drum=a.c#acum"' in read(client, "/module/prieteni/poveste/?drum=a")


def test_the_end_of_a_story_says_what_helps(client, way):
    assert "Poți suna la 119." in read(client, "/module/prieteni/poveste/?drum=a.c")


def test_hard_material_comes_after_its_note(client):
    make_step(make_module(), "greu", content_note="Despre amenințări, 2 minute.")
    page = read(client, "/module/prieteni/greu/")
    assert page.index("Despre amenințări") < page.index("<details") < page.index("Citește.")


def test_going_on_and_skipping_weigh_the_same(client):
    make_step(make_module(), "greu", content_note="Despre amenințări.")
    page = read(client, "/module/prieteni/greu/")
    assert '<summary class="button">Continuă' in page
    assert 'class="button note-gate__skip"' in page


def test_hard_material_without_a_marked_question_waits_as_well(client):
    question = make_question(QuestionDraft(Kind.FREE_TEXT, "Ce i-ai spune?", "Ascultă-l."))
    make_step(make_module(), "greu", content_note="Greu.", question=question)
    assert '<details class="note-gate__more">' in read(client, "/module/prieteni/greu/")


def test_the_note_does_not_come_back_with_an_answer(client):
    make_step(make_module(), "greu", content_note="Greu.", question=make_question())
    assert '<details class="note-gate__more" open>' in read(client, "/module/prieteni/greu/?r=a")


def test_the_review_has_every_option_and_why(client, way):
    page = read(client, "/module/prieteni/recapitulare/")
    for words in ("O poză trimisă nu se mai întoarce.", "Ai dreptul să spui nu.", "Doi văd"):
        assert words in page


def test_the_review_names_three_things(client, way):
    page = read(client, "/module/prieteni/recapitulare/")
    assert page.split('class="takeaways"')[1].split("</ol>")[0].count("<li>") == 3


def test_a_question_asked_twice_is_reviewed_once(client):
    module, question = make_module(), make_question()
    make_step(module, "inainte", question=question, measure="before")
    make_step(module, "dupa", question=question, measure="after")
    page = read(client, "/module/prieteni/recapitulare/")
    assert page.count("Ai dreptul să spui nu.") == 1


def test_nothing_of_the_safety_plan_can_be_sent(client, way):
    page = read(client, "/module/prieteni/plan/")
    assert page.count("<textarea") == 4
    assert "name=" not in page.split("<main")[1].split("</main>")[0]
    assert "<form" not in page


def test_the_browser_does_not_remember_the_safety_plan(client, way):
    page = read(client, "/module/prieteni/plan/")
    assert page.count('autocomplete="off"') >= page.count("<textarea")


def test_a_module_without_a_plan_has_no_page_for_it(client):
    make_step(make_module(pledge_title="", pledge_prompts=""), "unu")
    read(client, "/module/prieteni/plan/", 404)


PAGES = ["", "prieteni/", "prieteni/intrebare/?r=b", "prieteni/poveste/?drum=a.c",
         "prieteni/recapitulare/", "prieteni/plan/", "prieteni/partajare/"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_gets_no_cookie_and_no_token(client, way, page):
    assert "csrfmiddlewaretoken" not in read(client, f"/module/{page}")
    assert not client.cookies


@pytest.mark.parametrize("page", PAGES)
def test_reading_writes_nothing(client, way, page):
    read(client, f"/module/{page}")
    for model in (Attempt, Answer, QuestionVersion, StepDone, ModuleCompletion):
        assert not model.objects.exists()


@pytest.mark.parametrize("what", ["raspuns", "inainte"])
def test_what_a_reader_alone_sends_is_shown_and_not_kept(client, way, what):
    client.post(f"/module/prieteni/intrebare/{what}/", {"r": "b"})
    assert not Answer.objects.exists()
    assert not StepDone.objects.exists()


def test_an_answer_sent_without_a_class_is_not_lost(client, way):
    response = client.post("/module/prieteni/intrebare/raspuns/", {"r": "b"})
    assert response.url == "/module/prieteni/intrebare/?r=b#raspuns"


def test_the_editor_sees_a_step_as_pupils_do(way):
    step = way.get_children().get(slug="intrebare").specific
    response = step.make_preview_request(preview_mode="")
    assert "Cineva cere o poză" in response.content.decode()


def test_the_editor_sees_a_module_as_pupils_do(way):
    response = way.make_preview_request(preview_mode="")
    assert "Începe" in response.content.decode()


@pytest.mark.parametrize("what", ["inceput", "prieteni"])
def test_what_is_deleted_is_gone_at_once(
    client, way, what, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.GENERATION_FOLDER = tmp_path
    read(client, "/module/prieteni/inceput/")
    with django_capture_on_commit_callbacks(execute=True):
        Page.objects.get(slug=what).specific.delete()
    read(client, "/module/prieteni/inceput/", 404)


def test_a_changed_question_is_asked_at_once(
    client, way, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.GENERATION_FOLDER = tmp_path
    read(client, "/module/prieteni/intrebare/")
    question = way.get_children().get(slug="intrebare").specific.question
    with django_capture_on_commit_callbacks(execute=True):
        question.text = "Altă întrebare?"
        question.save()
    assert "Altă întrebare?" in read(client, "/module/prieteni/intrebare/")
