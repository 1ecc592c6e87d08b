"""The shipped programmes are complete, add up, and are loaded once."""

import re
import tomllib
from pathlib import Path

import pytest
from django.utils.html import strip_tags
from wagtail.models import Collection, Locale

from lessons.starter.registers import load as load_registers
from lms.core import facts
from lms.core.audiences import Audience
from lms.pages.starter import homes
from lms.people.roles import Role
from lms.training.enums import TrainingKind
from lms.training.models import ProgrammeIndexPage, ProgrammePage, TrainingEvent
from lms.training.starter import demonstration, load
from tests.factories import CountyFactory, MemberOrganisationFactory, make_user

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "lms" / "training" / "starter" / "programmes"
PROGRAMMES = [tomllib.loads(path.read_text()) for path in sorted(FOLDER.glob("*.toml"))]
HELPLINES = tomllib.loads((ROOT / "lms/helplines/starter/helplines.toml").read_text())["helplines"]
STATISTICS = tomllib.loads((ROOT / "lessons/starter/statistics.toml").read_text())["statistics"]
ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "h3"}
TAG = re.compile(r"</?([a-z0-9]+)")
PAUSE = {"ro": "Pauză", "en": "Break"}
ADDRESS = {"ro": "/formare/", "en": "/en/formare/"}
HANDOUT = {"ro": "Fișă:", "en": "Handout:"}
GUIDE_PARTS = {
    "ro": [
        "Pregătirea",
        "Regulile de siguranță",
        "Cum conduceți activitățile",
        "Întrebări grele",
        "Ce nu faceți niciodată",
        "Dacă cineva dezvăluie ceva",
        "Cum încheiați",
    ],
    "en": [
        "Preparing",
        "Safety rules",
        "Leading the activities",
        "Hard questions",
        "What you never do",
        "If someone discloses something",
        "How to close",
    ],
}

each = pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme["slug"])
each_language = pytest.mark.parametrize("language", ["ro", "en"])


@pytest.fixture
def loaded(db):
    Locale.objects.get_or_create(language_code="en")
    homes.load()
    load_registers()
    return load()


@each_language
def test_there_is_one_of_every_kind(language):
    kinds = [p["kind"] for p in PROGRAMMES if p["locale"] == language]
    assert sorted(kinds) == sorted(TrainingKind.values)


@each
def test_the_agenda_adds_up_to_the_duration(programme):
    assert sum(item["minutes"] for item in programme["agenda"]) == programme["duration"]


@each
def test_the_agenda_has_six_to_ten_parts(programme):
    assert 6 <= len(programme["agenda"]) <= 10


@each
def test_every_part_but_a_pause_has_questions(programme):
    pause = PAUSE[programme["locale"]]
    parts = [item for item in programme["agenda"] if item["title"] != pause]
    silent = [item["title"] for item in parts if not re.search(r"\?|[„“]|<strong>", item["body"])]
    assert silent == []


@each
def test_the_outcomes_are_three_to_five(programme):
    assert 3 <= len(programme["outcomes"]) <= 5


@each
def test_the_guide_has_seven_hundred_to_twelve_hundred_words(programme):
    assert 700 <= len(strip_tags(programme["guide"]).split()) <= 1200


@each
def test_the_guide_has_all_its_parts(programme):
    found = re.findall(r"<h3>(.*?)</h3>", programme["guide"])
    parts = GUIDE_PARTS[programme["locale"]]
    assert [title for title in found if title in parts] == parts


@each
@pytest.mark.parametrize("number", ["112", "119", "0800 800 678"])
def test_the_guide_says_whom_to_call(programme, number):
    assert number in programme["guide"]


@each
def test_there_is_a_handout(programme):
    titles = [b["value"] for b in programme["body"] if b["type"] == "heading"]
    assert any(title.startswith(HANDOUT[programme["locale"]]) for title in titles)


@each
def test_the_audiences_are_known(programme):
    assert set(programme["audiences"]) <= set(Audience.values)


@each
def test_no_help_line_is_named_that_nobody_has_confirmed(programme):
    unconfirmed = [line["number"] for line in HELPLINES if not line["published"]]
    assert not [number for number in unconfirmed if number in str(programme)]


@each
def test_each_figure_has_a_source(programme):
    known = {row["key"] for row in STATISTICS if row["source_address"] and row["period"]}
    assert set(facts.keys_in(str(programme))) <= known


@each
def test_no_other_share_is_named(programme):
    assert re.findall(r"\d+ ?%", str(programme)) == []


@each
def test_texts_use_only_what_the_editor_can_write(programme):
    assert set(TAG.findall(str(programme))) <= ALLOWED


def test_all_are_published(loaded):
    assert ProgrammePage.objects.offered().count() == len(PROGRAMMES)


def test_the_list_is_there_in_both_languages(loaded):
    languages = ProgrammeIndexPage.objects.live().values_list("locale__language_code", flat=True)
    assert set(languages) == {"ro", "en"}


def test_loading_again_adds_nothing(loaded):
    assert load() == "0 programe de formare; 0 demo trainings"


@pytest.fixture
def demonstrated(loaded, roles, settings):
    settings.DEMO = True
    for mnemonic in ("CJ", "VS"):
        CountyFactory(mnemonic=mnemonic, name=mnemonic, iso_code=mnemonic, nuts3=mnemonic)
    organisation = MemberOrganisationFactory()
    make_user(Role.TRAINER, email="formator@demo.protect.ro", organisation=organisation)
    demonstration.load()


def test_a_demonstration_has_a_training_that_is_over_and_one_that_is_full(demonstrated):
    held = [
        (event.state, event.participants.waiting().count()) for event in TrainingEvent.objects.all()
    ]
    assert sorted(held) == [("closed", 0), ("open", 2)]


def test_a_demonstration_is_loaded_once(demonstrated):
    assert demonstration.load() == "0 demo trainings"


def test_without_a_demonstration_there_is_no_training(loaded, settings):
    settings.DEMO = False
    demonstration.load()
    assert not TrainingEvent.objects.exists()


def test_what_an_editor_changed_is_left_alone(loaded):
    ProgrammePage.objects.filter(slug="intelegerea-traumei").update(title="Alt titlu")
    load()
    assert ProgrammePage.objects.get(slug="intelegerea-traumei").title == "Alt titlu"


def test_the_collection_for_trainers_is_closed(loaded):
    assert Collection.objects.get(name="Numai formatori").get_view_restrictions().exists()


def test_every_programme_is_shown(loaded, client):
    addresses = [ADDRESS[p["locale"]] + p["slug"] + "/" for p in PROGRAMMES]
    assert {client.get(address).status_code for address in addresses} == {200}


@pytest.mark.parametrize(
    ("address", "figure"),
    [
        ("/formare/traficul-de-persoane-de-aproape/", "61 %"),
        ("/en/formare/human-trafficking-seen-up-close/", "61%"),
    ],
)
def test_a_figure_stands_with_its_source(loaded, client, address, figure):
    page = client.get(address).content.decode()
    assert figure in page.split('id="surse"')[1]
