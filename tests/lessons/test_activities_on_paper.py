"""An activity where there is no player: on a worksheet of a kit, in a pack on a USB stick."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from lessons.kit_sheets import sheet_of
from lessons.models import Worksheet
from tests.factories import make_edition, make_plan
from tests.lessons.modules import make_module, make_step
from tests.lessons.test_packs import files_of, get_pack, pages_of
from tests.media.activities.builders import make_activity

pytestmark = pytest.mark.django_db
SAID = "Îți cere să nu spui nimănui."


def test_a_worksheet_has_the_text_of_an_activity():
    plan = make_plan()
    tasks = [("activity", {"activity": make_activity()})]
    plan.worksheets.add(Worksheet(slug="fisa-1", title="Fișa 1", audience="pupil", tasks=tasks))
    plan.save_revision().publish()
    sheet = sheet_of(plan, make_edition(plan), 1, date(2026, 11, 25))
    (task,) = sheet.worksheets[0].tasks
    assert task.prompt.startswith(f"Ofertă din străinătate\n{SAID}")


@pytest.fixture
def step(client, settings, tmp_path):
    """The page of a step with an activity, as it lies in the pack, and the pack's files."""
    settings.VAR_DIR = tmp_path
    make_step(make_module(), "inceput", body=[("activity", {"activity": make_activity()})])
    files = files_of(get_pack(client))
    return pages_of(files)["prieteni/pachet/01-inceput.html"], files


def test_a_pack_has_the_text_and_says_what_is_missing(step):
    page, _files = step
    assert SAID in page
    assert "are nevoie de internet și de scripturi pornite" in page


def test_a_pack_has_nothing_that_would_only_open_with_a_server(step):
    page, files = step
    assert "/h5p/" not in page
    assert 'type="module"' not in page
    assert "prieteni/pachet/activity.css" in files


def test_what_keeps_a_step_without_network_finds_its_place_beside_an_activity(client):
    """Scripts take the first element that has the attribute."""
    make_step(make_module(), "inceput", body=[("activity", {"activity": make_activity()})])
    page = BeautifulSoup(client.get("/module/prieteni/inceput/").content, "html.parser")
    assert [element.name for element in page.select("[data-offline]")] == ["footer"]
