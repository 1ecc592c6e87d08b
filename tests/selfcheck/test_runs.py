"""A run: screens and links only, and nothing of it anywhere but in its address."""

import logging
from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.utils import timezone

from lms.core import page_cache
from lms.helplines.models import Helpline
from lms.helplines.starter import load
from lms.people.learners import remember
from lms.selfcheck import library
from lms.selfcheck.runs import LASTS, Run, Who, read_token, token_of
from tests.lessons.modules import make_learner
from tests.selfcheck.reading import answer_links, soup, walk

pytestmark = pytest.mark.django_db
DAILY, TRAP = "/autoevaluare/cum-ma-descurc/", "/autoevaluare/capcana-unei-oferte/"
# Ways in, in the order of the opening.
YOUNG, ADULT, UNSAID = 0, 1, 2
HEAVIEST = [3 if item.points[3] else 0 for item in library.instrument("cum-ma-descurc", "ro").items]


@pytest.fixture
def lines(db):
    load()


def numbers(page) -> set[str]:
    """The lines at the end of a self-check."""
    return {link["href"] for link in page.select("main .help-line__number a")}


def everything() -> dict[str, list]:
    """Every row of every table."""
    return {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
    }


@pytest.mark.parametrize("opening", [DAILY, TRAP])
def test_r20_a_whole_run_leaves_nothing_behind(client, lines, opening, caplog, settings):
    settings.PAGE_CACHE = True
    caplog.set_level(logging.DEBUG)
    before = everything()
    visited = walk(client, opening, way=ADULT, answers=[3] * 12)
    assert "<h1>" in client.get(visited[-1]).content.decode()
    assert everything() == before
    assert client.cookies == {}
    tokens = [address.partition("?r=")[2] for address in visited[1:]]
    said = "\n".join(str(vars(record)) for record in caplog.records)
    assert len(tokens) == 13
    assert all(tokens)
    assert not [token for token in tokens if token in said]


def test_a_mistake_of_ours_writes_no_answers_into_the_log(lines, monkeypatch, caplog):
    client = Client(raise_request_exception=False)
    visited = walk(client, DAILY, way=ADULT, answers=[1] * 12)
    monkeypatch.setattr("lms.selfcheck.views.help_for", lambda *_: 1 / 0)
    token = visited[-1].partition("?r=")[2]
    for logger in (logging.getLogger("django.request"), logging.getLogger("django.server")):
        monkeypatch.setattr(logger, "propagate", True)
    assert client.get(visited[-1]).status_code == 500
    assert "Internal Server Error" in caplog.text
    assert token not in caplog.text
    assert token[:20] not in caplog.text


def test_no_screen_with_answers_is_kept_or_told_to_others(client, lines):
    addresses = walk(client, DAILY, way=UNSAID, answers=[0] * 12)[1:]
    for address in addresses:
        headers = client.get(address).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in headers["X-Robots-Tag"]


def test_the_page_cache_keeps_the_opening_and_no_answers(client, lines, settings, monkeypatch):
    settings.PAGE_CACHE = True
    kept = []
    packed = page_cache._packed
    monkeypatch.setattr(page_cache, "_packed", lambda r: kept.append(r.content) or packed(r))
    walk(client, DAILY, way=ADULT, answers=[0] * 12)
    assert len(kept) == 1
    assert "Câți ani ai?" in kept[0].decode()


def test_no_page_has_a_form_or_a_script_of_its_own(client, lines):
    for address in walk(client, DAILY, way=ADULT, answers=[2] * 12):
        page = soup(client.get(address))
        assert page.select("main form, main input, main script") == []
        assert all("nofollow" in link["rel"] for link in page.select("main a[href*='?r=']"))


def test_back_leads_to_the_question_before(client, lines):
    visited = walk(client, DAILY, way=ADULT, answers=[2, 1])
    third = soup(client.get(visited[-1]))
    second = soup(client.get(third.select_one(".actions a")["href"]))
    first = soup(client.get(second.select_one(".actions a")["href"]))
    items = library.instrument("cum-ma-descurc", "ro").items
    shown = [page.select_one("h1").text for page in (first, second, third)]
    assert shown == [item.text for item in items[:3]]
    assert first.select_one(".actions a")["href"] == DAILY


def test_the_other_language_goes_on_with_the_same_answers(client, lines):
    visited = walk(client, DAILY, way=ADULT, answers=[2] * 5)
    page = soup(client.get(visited[-1]))
    english = soup(client.get(page.select_one(".languages a[lang=en]")["href"]))
    sixth = library.instrument("cum-ma-descurc", "en").items[5]
    assert english.select_one("h1").text == sixth.text


def test_an_address_ends_after_a_day(client, lines, time_machine):
    visited = walk(client, DAILY, way=ADULT, answers=[0] * 12)
    time_machine.move_to(timezone.now() + LASTS + timedelta(seconds=5))
    page = soup(client.get(visited[-1]))
    assert "nu se păstrează" in page.select_one("[role=status]").text
    assert len(answer_links(page)) == 3


@pytest.mark.parametrize(
    "query", ["", "?r=", "?r=x", "?r=ImFkdWx0LjExIg.1xXq7I.x", "?r=%00", "?r=ă"]
)
def test_an_address_that_is_not_ours_leads_to_the_beginning(client, query):
    response = client.get(f"{DAILY}pas/{query}")
    assert response.status_code == (404 if "%00" in query else 200)


def test_an_address_of_one_self_check_says_nothing_in_another():
    daily, trap = (library.instrument(key, "ro") for key in library.offered())
    run = Run(Who.ADULT, (0, 1))
    assert read_token(token_of(run, daily), daily) == run
    assert read_token(token_of(run, daily), trap) is None


@pytest.mark.parametrize(
    ("way", "expected"),
    [(YOUNG, {"tel:119", "tel:112"}), (ADULT, {"tel:112"}), (UNSAID, {"tel:119", "tel:112"})],
)
def test_r20_the_end_points_to_help_for_ones_age(client, lines, way, expected):
    last = walk(client, DAILY, way=way, answers=HEAVIEST)[-1]
    page = soup(client.get(last))
    assert numbers(page) == expected
    assert page.select_one(".callout h2").text == "Pentru azi"
    assert "nu este un diagnostic" in page.select_one("main").text


def test_only_published_lines_are_shown(client, lines):
    Helpline.objects.filter(number="112").update(published=False)
    last = walk(client, DAILY, way=YOUNG, answers=HEAVIEST)[-1]
    assert numbers(soup(client.get(last))) == {"tel:119"}


def test_the_list_says_how_long_which_languages_and_what_becomes_of_answers(client, lines):
    page = soup(client.get("/autoevaluare/"))
    assert len(page.select("main .card")) == 2
    assert "4 minute" in page.select_one("main").text
    for code, _name in settings.LANGUAGES:
        assert page.select_one(f"main .card span[lang={code}]")
    assert "Nu se păstrează nicăieri" in page.select_one("main").text


def test_what_is_not_a_self_check_is_not_found(client):
    assert client.get("/autoevaluare/altceva/").status_code == 404
    assert client.get("/autoevaluare/altceva/pas/?r=x").status_code == 404


def test_titles_say_nothing_of_the_matter(client, lines):
    for address in walk(client, DAILY, way=ADULT, answers=[0] * 12):
        title = soup(client.get(address)).title.text
        assert title.endswith("· ProTECT")
        assert "descurc" not in title


@pytest.mark.parametrize("prefix", ["", "/en", "/hu", "/uk"])
@pytest.mark.parametrize("end", ["", "pas/"])
def test_it_does_not_open_for_a_learner_who_is_younger(client, lines, prefix, end):
    address = f"{prefix}/autoevaluare/capcana-unei-oferte/"
    response = client.get("/autoevaluare/")
    remember(response, make_learner(age_band="6-10"))
    client.cookies.update(response.cookies)
    assert client.get(f"{address}{end}").status_code == 403
