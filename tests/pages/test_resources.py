"""The library: what is in it, how it is found, what its pages offer."""

import io

import pypdf
import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.http import QueryDict

from lms.helplines.models import Helpline, HelplineText
from lms.pages.models import ResourceAudience, ResourceFile, ResourceIndexPage, ResourcePage
from lms.pages.printing.documents import helpline_poster
from lms.pages.selectors import resource_list
from lms.pages.starter import homes, resources
from media.models import ContentDocument
from tests.factories import make_home

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    return make_home().add_child(instance=ResourceIndexPage(title="Resurse", slug="resurse"))


def make_resource(index, slug, *audiences, files=(), **fields):
    usual = {
        "title": slug.capitalize(), "slug": slug, "kind": "ghid", "summary": "Pe scurt.",
        "year": 2026, "publisher": "ProTECT", "body": [],
    }  # fmt: skip
    page = ResourcePage(**{**usual, **fields})
    for audience in audiences:
        page.audiences.add(ResourceAudience(audience=audience))
    for file in files:
        page.files.add(file)
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.fixture
def library(index):
    make_resource(index, "ghid", "profesori", "parinti", year=2026)
    make_resource(index, "afis", "elevi", kind="afis", year=2025, summary="Numere de telefon.")
    make_resource(index, "guide", "profesori", language="en", year=2024)
    return index


def found(index, query):
    return [page.slug for page in resource_list(index, QueryDict(query)).pages]


def counts(index, key, query=""):
    options = resource_list(index, QueryDict(query)).options[key]
    return {option.value: option.count for option in options if option.count}


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", ["ghid", "afis", "guide"]),
        ("fel=afis", ["afis"]),
        ("pentru=profesori", ["ghid", "guide"]),
        ("pentru=profesori&limba=en", ["guide"]),
        ("q=telefoanele", ["afis"]),
        ("fel=carte&limba=xx", ["ghid", "afis", "guide"]),
    ],
)
def test_a_filter_leaves_exactly_the_resources_that_fit(library, query, slugs):
    assert found(library, query) == slugs


def test_a_choice_says_how_many_resources_it_would_leave(library):
    assert counts(library, "fel") == {"ghid": 2, "afis": 1}
    assert counts(library, "pentru", "limba=en") == {"profesori": 1}


def test_the_number_of_queries_does_not_grow_with_the_library(
    library, django_assert_max_num_queries
):
    for number in range(8):
        make_resource(library, f"alta-{number}", "elevi", "parinti")
    with django_assert_max_num_queries(6):
        found(library, "pentru=elevi")


def test_a_resource_says_who_published_it_and_on_what_terms(client, library):
    page = client.get("/resurse/ghid/").content.decode()
    assert "ProTECT, 2026" in page
    assert "CC BY-SA 4.0" in page
    assert "profesori, părinți" in page


def test_a_resource_offers_its_documents(client, index):
    document = ContentDocument(title="Raport", file_size=2000)
    document.file.name = "documents/raport.pdf"
    document.save()
    make_resource(index, "raport", files=[ResourceFile(title="Raportul", document=document)])
    page = client.get("/resurse/raport/").content.decode()
    assert f'href="{document.url}"' in page
    assert "Raportul (2 kB)" in page.replace("\u00a0", " ")


def test_a_file_is_a_document_or_a_recording():
    with pytest.raises(ValidationError):
        ResourceFile(title="Nimic").clean()


def test_the_poster_prints_the_numbers_as_they_are_now(client):
    line = Helpline.objects.create(
        key="copii", number="119", dial="119", published=True, source_title="S",
        checked_on="2026-10-01",
    )  # fmt: skip
    HelplineText.objects.create(
        helpline=line, language="ro", name="Telefonul copilului", for_whom="orice copil"
    )
    document = pypdf.PdfReader(io.BytesIO(helpline_poster("ro")))
    text = document.pages[0].extract_text()
    assert "119" in text
    assert "Telefonul copilului" in text
    assert "01.10.2026" in text
    answer = client.get("/resurse/afis-linii-de-ajutor.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert len(document.pages) == 1


def test_the_poster_of_a_language_has_its_dates():
    with time_machine.travel("2026-10-01T12:00:00+03:00"):
        document = pypdf.PdfReader(io.BytesIO(helpline_poster("hu")))
    assert "2026. 10. 01." in " ".join(document.pages[0].extract_text().split())


@pytest.mark.parametrize("address", ["/resurse/?pentru=elevi", "/resurse/ghid/"])
def test_a_page_of_the_library_takes_few_queries(
    client, library, address, django_assert_max_num_queries
):
    for number in range(5):
        make_resource(library, f"alta-{number}", "elevi")
    # What every page reads once a generation, such as the footer.
    client.get("/cautare/")
    with django_assert_max_num_queries(15):
        assert client.get(address).status_code == 200


def test_the_library_of_the_first_day_is_loaded_once():
    homes.load()
    assert resources.load() == 8
    assert resources.load() == 0
    assert {page.kind for page in ResourcePage.objects.all()} == {"ghid", "afis", "standard"}
