"""Share cards: a picture of the title for every public page, and nothing for any other."""

import re
from io import BytesIO

import pytest
from PIL import Image
from wagtail.models import PageViewRestriction

from lessons.models import LessonIndexPage, ModuleIndexPage
from lms.pages.cards.drawing import draw, face_for
from lms.pages.cards.selectors import card_of_page
from lms.pages.models import StandardPage
from lms.training.models import ProgrammeIndexPage
from tests.factories import UserFactory, make_home, make_plan

CARD = re.compile(r'property="og:image" content="https?://[^/]+([^"]+)"')


def make_page(title, **fields):
    return make_home().add_child(instance=StandardPage(title=title, **fields))


def head(client, address):
    return client.get(address).content.decode().split("</head>")[0]


@pytest.mark.django_db
def test_a_page_names_its_card_its_title_and_its_own_address(client, settings):
    page = make_page("Drepturi & „reguli”", slug="drepturi", search_description="Pe scurt.")
    shown = head(client, page.url)
    assert '<meta property="og:title" content="Drepturi &amp; „reguli”">' in shown
    assert '<meta property="og:description" content="Pe scurt.">' in shown
    assert f'<meta property="og:url" content="{settings.SITE_URL}/drepturi/">' in shown
    assert '<meta property="og:locale" content="ro_RO">' in shown
    assert '<meta name="twitter:card" content="summary_large_image">' in shown
    picture = client.get(CARD.search(shown)[1])
    assert picture.headers["Content-Type"] == "image/png"
    assert "immutable" in picture.headers["Cache-Control"]
    assert Image.open(BytesIO(picture.content)).size == (1200, 630)


@pytest.mark.django_db
def test_a_view_has_a_card_as_well(client):
    make_home()
    shown = head(client, "/en/munca-in-strainatate/verifica-oferta/")
    assert 'content="Check the offer"' in shown
    assert client.get(CARD.search(shown)[1]).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "slug"),
    [(LessonIndexPage, "lectii"), (ModuleIndexPage, "module"), (ProgrammeIndexPage, "formare")],
)
def test_a_list_that_a_view_fills_has_the_card_of_its_page(client, kind, slug):
    make_home().add_child(instance=kind(title="Toate aici", slug=slug))
    shown = head(client, f"/{slug}/?varsta=11-14")
    assert 'property="og:title" content="Toate aici"' in shown
    assert f'/{slug}/">' in re.search('property="og:url"[^>]+>', shown)[0]
    assert client.get(CARD.search(shown)[1]).status_code == 200


@pytest.mark.django_db
def test_another_title_has_another_address_and_the_old_one_leads_there(client):
    page = make_page("Unu")
    before = CARD.search(head(client, page.url))[1]
    page.title = "Doi"
    page.save()
    after = CARD.search(head(client, page.url))[1]
    assert before != after
    assert client.get(before).headers["Location"].endswith(after)


@pytest.mark.django_db
def test_a_page_that_is_not_for_everybody_has_none(client, django_capture_on_commit_callbacks):
    page = make_page("Secret")
    card = card_of_page(page)
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(UserFactory())
    assert "og:" not in head(client, page.url)
    assert client.get(card.url).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/cont/login/", "/cautare/?q=zzz", "/nu-exista/", "/intra/"])
def test_a_private_address_has_none(client, address):
    make_home()
    assert "og:" not in head(client, address)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["999999999999", "1", "zzz", "joining-code"])
def test_an_address_of_nothing_is_not_found(client, name):
    make_home()
    assert client.get(f"/distribuie/ro/{name}/0000000000000000.png").status_code == 404


@pytest.mark.django_db
def test_a_plan_says_its_kind_and_classes():
    card = card_of_page(make_plan(title="Fii atent", subtitle="clasele V–VIII"))
    assert (card.title, card.kind) == ("Fii atent, clasele V–VIII", "Lecție")


@pytest.mark.parametrize("title", ["Școală, țară, întâlnire", "Şcoală", "Őrült űrhajó", "W" * 90])
def test_a_card_is_light_and_has_letters_for_the_title(title):
    assert face_for(title.replace("Ş", "Ș")) == "AtkinsonHyperlegibleNext"
    picture = draw(title, "Ghid de țară")
    assert len(picture) <= 60_000
    assert picture != draw("", "")


def test_a_title_in_letters_that_we_lack_is_left_out_rather_than_boxes():
    assert not face_for("王小明")
    assert draw("王小明", "Ghid") == draw("", "")


def test_a_ukrainian_title_is_drawn_in_the_second_face():
    assert face_for("Робота: Німеччина, їжа, Ґ, Є") == "SourceSans3"
    picture = draw("Робота: Німеччина", "Довідник")
    assert len(picture) <= 60_000
    assert picture != draw("", "")


def test_old_letters_with_a_cedilla_are_drawn_as_romanian_ones():
    assert draw("Şi ţara", "") == draw("Și țara", "")
