"""The page of results: what is said of each, and help first where somebody may need it."""

import pytest

from lms.helplines.starter import load as load_helplines
from lms.pages.models import StandardPage
from lms.pages.search.danger import sounds_like_danger
from tests.factories import make_home, make_plan

pytestmark = pytest.mark.django_db

HELP = "Dacă ai nevoie de ajutor acum"


def shown(client, words, **more):
    return client.get("/cautare/", {"q": words, **more}).content.decode()


def make_page(title, **fields):
    return make_home().add_child(instance=StandardPage(title=title, **fields))


def test_a_result_leads_to_its_page_and_says_what_it_is(client):
    page = make_page("Drepturile copiilor", slug="drepturi", search_description="Pe scurt.")
    found = shown(client, "copil")
    assert f'href="{page.url}"' in found
    assert "Pagină</span>" in found
    assert "Pe scurt." in found


def test_results_can_be_narrowed_to_one_kind(client):
    make_page("Drepturile copiilor")
    make_plan(title="Lecția despre drepturi")
    found = shown(client, "drepturi", fel="lesson")
    assert "Lecția despre drepturi" in found
    assert "Drepturile copiilor" not in found


def test_an_unknown_kind_narrows_nothing(client):
    make_page("Drepturile copiilor")
    assert "Drepturile copiilor" in shown(client, "drepturi", fel="zzz")


def test_the_page_says_when_there_is_nothing_and_leads_on(client):
    make_home()
    found = shown(client, "zzz")
    assert "Nu am găsit nimic" in found
    assert 'class="button" href="/lectii/"' in found


def test_search_is_for_readers_and_not_for_search_engines(client):
    make_home()
    assert '<meta name="robots" content="noindex, follow">' in shown(client, "zzz")


@pytest.mark.parametrize(
    "words",
    [
        "ajutor",
        "am fost violata",
        "M-AU SECHESTRAT",
        "cineva îmi cere poze",
        "mi-au luat pasaportul",
        "ma bate tata",
        "sunt șantajată",
        "nu ma lasa sa plec",
        "help me",
        "they took my passport",
        "segítség",
        "zsarolnak",
        "допоможіть",
        "мене шантажують",
        "sunt bătută acasă",
        "unchiul ma atinge",
        "nu mai vreau sa traiesc",
        "he hits me",
        "i want to die",
        "meg akarok halni",
        "він мене б’є",
        "мене б’ють",
    ],
)
def test_help_comes_first_when_a_question_sounds_like_danger(client, words):
    load_helplines()
    make_page("Ajutor")
    found = shown(client, words)
    assert found.index(HELP) < found.index("</main>")
    assert 'href="tel:112"' in found[found.index(HELP) :]


@pytest.mark.parametrize("words", ["lecție clasa a V-a", "salariu germania", "curs profesori", ""])
def test_a_quiet_question_is_answered_quietly(client, words):
    make_home()
    assert not sounds_like_danger(words)
    assert HELP not in shown(client, words)


def test_a_question_is_in_no_log_and_on_no_list(client, caplog):
    make_home()
    with caplog.at_level("DEBUG"):
        shown(client, "cuvantnemaiauzit")
    assert "cuvantnemaiauzit" not in caplog.text.replace("%C4", "") or all(
        record.name.startswith("django.db") for record in caplog.records
    )
