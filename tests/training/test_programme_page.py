"""What the page of a programme tells everybody."""

import pytest

from lms.helplines.starter import load as load_helplines
from tests.training.programmes import GUIDE, add_material, make_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    make_programme(
        slug="program",
        audiences=("politisti", "preoti"),
        minutes=(60, 150),
        body=[("heading", "Fișă: Trei întrebări")],
    )
    return client.get("/formare/program/").content.decode()


@pytest.mark.parametrize(
    "part",
    [
        "Informare și conștientizare asupra fenomenului",
        "3 ore și 30 de minute",
        "de la 80% din ore",
        "agenți de poliție, polițiști",
        "preoți și comunități religioase",
        "chema ajutor",
        "Pentru cei din școli.",
        "Nimic greu.",
        "Partea 2",
        "Vorbim.",
        "o fișă",
        "Fișă: Trei întrebări",
        "Licență CC BY-SA 4.0",
    ],
)
def test_it_says_all_that_a_programme_holds(page, part):
    assert part in page


def test_it_leads_from_each_audience_to_the_programmes_for_it(page):
    assert 'href="/formare/?grup=preoti"' in page


def test_it_says_nothing_of_the_guide(page):
    assert GUIDE not in page


def test_it_says_nothing_of_what_the_trainer_needs(page):
    assert "o tablă" not in page


def test_it_says_that_a_material_is_for_trainers(client):
    programme = make_programme(slug="program")
    add_material(programme, trainers_only=True, title="Cazul cel lung")
    page = client.get("/formare/program/").content.decode()
    assert 'Cazul cel lung</span> <span class="badge badge--plain">numai formatori' in page


def test_it_does_not_lead_to_a_material_for_trainers(client):
    row = add_material(make_programme(slug="program"), trainers_only=True)
    page = client.get("/formare/program/").content.decode()
    assert f"/materiale/{row.pk}/" not in page


def test_it_leads_to_an_open_material(client):
    row = add_material(make_programme(slug="program"))
    page = client.get("/formare/program/").content.decode()
    assert f'href="/formare/program/materiale/{row.pk}/"' in page


def test_it_leads_to_the_request_for_this_programme(page):
    assert 'href="/formare/cerere/?program=program"' in page


def test_it_stands_below_the_list_of_programmes(page):
    crumbs = page.split('class="breadcrumbs"')[1].split("</nav>")[0]
    assert '<a href="/formare/">Formare</a>' in crumbs


def test_printed_it_carries_its_address_and_the_help_lines(client):
    load_helplines()
    make_programme(slug="program")
    printed = client.get("/formare/program/").content.decode().split("print-foot")[1]
    assert "/formare/program/ · 112 · 119 · 0800 800 678</span>" in printed


def test_it_sets_no_cookie(client):
    make_programme(slug="program")
    client.get("/formare/program/")
    assert not client.cookies


def test_it_is_in_the_map_of_the_site(client):
    make_programme(slug="program")
    assert "/formare/program/</loc>" in client.get("/sitemap.xml").content.decode()


def test_without_a_translation_it_leads_to_the_other_list(page):
    assert 'href="/en/formare/"' in page


def test_a_draft_is_not_there(client):
    make_programme(slug="program", live=False)
    assert client.get("/formare/program/").status_code == 404
