"""Nothing loads from another host: asked of rendered pages and of the static files we ship."""

import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles.finders import get_finder

from lms.people.models import User
from tests.architecture.repository import files, text
from tests.factories import make_home, make_plan
from tests.lessons.modules import make_way

# What a browser fetches by itself. A link that a reader follows (a href) may lead elsewhere.
LOADING = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
NAMED_ONLY = {"alternate", "canonical"}  # relations of <link> that a browser does not fetch
HOST = re.compile(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", re.I)
NAMESPACES = ("http://www.w3.org/",)
COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->|^\s*//.*?$", re.S | re.M)
PUBLIC = [
    "/",
    "/en/",
    "/lectii/",
    "/lectii/o-lectie/",
    "/module/?varsta=11-14",
    "/module/prieteni/",
    "/module/prieteni/intrebare/?r=b",
    "/module/prieteni/poveste/?drum=a.c",
    "/module/prieteni/recapitulare/",
    "/module/prieteni/plan/",
    "/module/prieteni/partajare/",
    "/module/prieteni/partajare/card/",
    "/video/",
    "/cautare/?q=copil",
    "/impact/",
    "/impact/metoda/",
    "/impact/api/",
    "/cont/login/",
    "/cont/signup/",
    "/nu-exista/",
    "/clase/sesiuni/nou/",
]
PRIVATE = ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/site-history/"]


def _loaded(html: bytes) -> set[str]:
    """Every address that a browser would fetch for this page."""
    found = set()
    for tag in BeautifulSoup(html, "html.parser").find_all(LOADING):
        if tag.name == "link" and NAMED_ONLY & set(tag.get("rel", [])):
            continue
        for attribute in LOADING[tag.name]:
            for part in str(tag.get(attribute, "")).split(","):
                found |= set(part.split()[:1])
    return found


def _elsewhere(html: bytes) -> set[str]:
    hosts = {address: urlsplit(address).hostname for address in _loaded(html)}
    return {address for address, host in hosts.items() if host not in (None, "testserver")}


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_loads_from_no_other_host(address, client):
    make_home()
    make_plan(slug="o-lectie")
    make_way()
    response = client.get(address, follow=True)
    assert response.status_code in (200, 404)
    assert _elsewhere(response.content) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("address", PRIVATE)
def test_a_page_of_the_admin_loads_from_no_other_host(address, client):
    make_plan()
    client.force_login(User.objects.create_superuser("om@example.org", "parola-de-test-1"))
    response = client.get(address)
    assert response.status_code == 200
    assert _elsewhere(response.content) == set()


def test_no_static_file_of_ours_names_another_host():
    ours = files(".css", ".js", ".svg", ".html", under=("lms/", "lessons/", "quizzes/", "media/"))
    found = {
        (path, match)
        for path in ours
        for match in HOST.findall(COMMENT.sub("", text(path)))
        if not f"{match}/".startswith(NAMESPACES)
    }
    assert found == set()


def test_the_joined_stylesheet_names_no_other_host():
    finder = get_finder("lms.core.finders.StylesheetFinder")
    sheet = finder.find("css/protect.css")
    with open(sheet, encoding="utf-8") as opened:
        assert HOST.findall(opened.read()) == []


def test_the_policy_of_public_pages_lets_nothing_load_from_elsewhere():
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    sources = {source for values in directives.values() for source in values}
    assert sources <= {"'none'", "'self'", "data:"}


def test_an_image_of_another_host_would_be_found():
    assert _elsewhere(b'<img srcset="https://example.org/a.png 2x" alt="">')
