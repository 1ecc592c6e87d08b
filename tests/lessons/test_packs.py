"""The offline pack: a folder that stands alone."""

import io
import re
import zipfile

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Collection

from lms.core import generation
from tests.lessons.modules import ORDER, make_module, make_question, make_step, make_way
from tests.media.test_private import make_image
from tests.quizzes.drafts import SAMPLES

pytestmark = pytest.mark.django_db

ADDRESS = "/module/prieteni/pachet/"
HREF = re.compile(r'\s(?:href|src)="([^"]*)"')


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def get_pack(client, **headers):
    return client.get(ADDRESS, headers=headers)


def files_of(response) -> dict[str, bytes]:
    content = b"".join(response.streaming_content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pages_of(files) -> dict[str, str]:
    return {name: part.decode() for name, part in files.items() if name.endswith(".html")}


def test_everything_lies_in_one_folder_with_one_page_to_open(client):
    make_way()
    files = files_of(get_pack(client))
    assert {name.split("/")[0] for name in files} == {"prieteni"}
    assert [name for name in files if name.count("/") == 1] == [
        "prieteni/index.html",
        "prieteni/CITESTE-MA.txt",
    ]


def test_there_is_a_page_for_every_step_and_for_what_comes_after(client):
    make_way()
    assert {name.rsplit("/", 1)[1] for name in pages_of(files_of(get_pack(client)))} == {
        "index.html",
        "01-inceput.html",
        "02-intrebare.html",
        "03-poveste.html",
        "recapitulare.html",
        "plan.html",
        "ajutor.html",
        "clasa.html",
        "tipar.html",
    }


def test_every_link_is_relative_and_leads_to_a_file_of_the_folder(client):
    make_way()
    files = files_of(get_pack(client))
    for name, html in pages_of(files).items():
        for link in HREF.findall(html):
            if link.startswith(("tel:", "#", "?", "about:blank")):
                continue
            parts = [*name.split("/")[:-1], *link.split("#")[0].split("/")]
            while ".." in parts:
                at = parts.index("..")
                del parts[at - 1 : at + 1]
            assert "/".join(parts) in files, (name, link)


@pytest.mark.parametrize("rule", ["login", "password"])
def test_a_picture_that_not_everybody_may_open_is_left_out(client, rule):
    closed = Collection.get_first_root_node().add_child(name="Închisă")
    closed.view_restrictions.create(restriction_type=rule, password="x")
    picture = {"image": make_image(closed), "alt_text": "Un zmeu", "decorative": False}
    make_step(make_module(), "inceput", body=[("image", picture)])
    files = files_of(get_pack(client))
    page = BeautifulSoup(files["prieteni/pachet/01-inceput.html"], "html.parser")
    shown = page.find("img", alt="Un zmeu")
    assert ("src" in shown.attrs, [name for name in files if "zmeu" in name]) == (False, [])


def test_no_page_names_another_host(client):
    make_way()
    for name, html in pages_of(files_of(get_pack(client))).items():
        assert "http" not in html.replace("http://www.w3.org/", ""), name


def test_no_page_has_a_script_of_its_own(client):
    make_way()
    for html in pages_of(files_of(get_pack(client))).values():
        scripts = re.findall(r"<script[^>]*>", html)
        assert all("src=" in tag or 'type="application/json"' in tag for tag in scripts)


def test_fonts_styles_and_icons_come_along(client):
    make_way()
    files = files_of(get_pack(client))
    names = {name.rsplit("/", 1)[1] for name in files}
    assert {"protect.css", "fonts.css", "quiz.js"} <= names
    assert sum(name.endswith(".woff2") for name in names) == 4
    assert '<use href="#exit"' in files["prieteni/index.html"].decode()
    assert '<symbol id="exit"' in files["prieteni/index.html"].decode()


def test_a_link_out_of_the_module_becomes_plain_words(client):
    module = make_module()
    make_step(
        module, "unu", body=[("paragraph", '<p><a href="https://example.org/a">Aici</a></p>')]
    )
    html = files_of(get_pack(client))["prieteni/pachet/01-unu.html"].decode()
    assert "<span>Aici</span>" in html


def test_the_words_of_a_question_cannot_end_its_data(client):
    module = make_module()
    make_step(module, "unu", question=make_question(ORDER))
    html = files_of(get_pack(client))["prieteni/pachet/01-unu.html"].decode()
    data = re.search(r'id="intrebare">(.*?)</script>', html, re.S)[1]
    assert "<" not in data


def test_the_whole_module_prints_with_its_answers(client):
    module = make_module()
    for number, (kind, draft) in enumerate(SAMPLES.items()):
        make_step(module, f"pas-{number}", question=make_question(draft, key=f"k-{kind}"))
    html = files_of(get_pack(client))["prieteni/pachet/tipar.html"].decode()
    assert html.count("<fieldset") == len(SAMPLES)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "answer-key" in html


def test_the_same_content_gives_the_same_bytes(client, settings):
    make_way()
    first = get_pack(client)
    one = b"".join(first.streaming_content)
    for path in (settings.VAR_DIR / "packs").iterdir():
        path.unlink()
    assert b"".join(get_pack(client).streaming_content) == one


def test_a_pack_is_made_once_until_something_changes(client, settings, monkeypatch):
    make_way()
    first = get_pack(client)
    monkeypatch.setattr("lessons.views.packs.archive", None)
    assert get_pack(client)["ETag"] == first["ETag"]


def test_a_changed_module_gives_another_pack_and_the_old_one_goes(client, settings):
    module = make_way()
    first = get_pack(client)
    module.title = "Prietenii"
    module.save_revision().publish()
    generation._move(generation.CONTENT)
    assert get_pack(client)["ETag"] != first["ETag"]
    assert len(list((settings.VAR_DIR / "packs").iterdir())) == 1


def test_a_download_can_be_taken_up_again(client):
    make_way()
    response = get_pack(client, range="bytes=100-199")
    assert (response.status_code, len(b"".join(response.streaming_content))) == (206, 100)


def test_a_learner_too_young_for_the_module_gets_no_pack(client):
    from tests.lessons.modules import make_learner, sit_down

    make_way(age_band="15-18")
    sit_down(client, make_learner())
    assert get_pack(client).status_code == 403


def test_a_pack_made_for_a_learner_in_a_class_says_nothing_of_the_class(client, classes):
    from tests.lessons.modules import make_learner, sit_down

    module = make_way()
    classes.seat(sit_down(client, make_learner()), module)
    pages = pages_of(files_of(get_pack(client)))
    assert not any("csrfmiddlewaretoken" in html for html in pages.values())
    assert not any("client_id" in html for html in pages.values())


def test_the_page_that_passes_a_module_on_offers_the_pack_with_its_size(client):
    make_way()
    html = client.get("/module/prieteni/partajare/").content.decode()
    assert ADDRESS in html
    assert re.search(r"ZIP, \d+\xa0kB", html)
