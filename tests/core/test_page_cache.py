import gzip

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from lms.core import generation
from lms.core.page_cache import PageCacheMiddleware


@pytest.fixture(autouse=True)
def _cache_on(settings, tmp_path):
    settings.PAGE_CACHE = True
    settings.GENERATION_FOLDER = tmp_path


class Site:
    """A site of one page that counts how often it was made."""

    def __init__(self, make=lambda: HttpResponse("<p>Bună ziua</p>" * 50)):
        self.made = 0
        self.make = make
        self.ask = PageCacheMiddleware(self)

    def __call__(self, request):
        self.made += 1
        return self.make()

    def get(self, path="/x/", cookies=None, **headers):
        request = RequestFactory().get(path, headers=headers)
        request.COOKIES.update(cookies or {})
        return self.ask(request)


def test_a_page_is_made_once_for_two_readers():
    site = Site()
    site.get(), site.get()
    assert site.made == 1


def test_each_address_is_a_page_of_its_own():
    site = Site()
    site.get("/a/"), site.get("/b/")
    assert site.made == 2


def test_each_host_has_pages_of_its_own():
    site = Site()
    site.get(Host="one.example.org"), site.get(Host="two.example.org")
    assert site.made == 2


def test_each_known_query_is_a_page_of_its_own():
    site = Site()
    site.get("/x/?tema=online"), site.get("/x/?tema=abroad")
    assert site.made == 2


def test_an_unknown_query_key_is_never_kept():
    site = Site()
    site.get("/x/?abc=1"), site.get("/x/?abc=1")
    assert site.made == 2


@pytest.mark.parametrize("cookie", ["sessionid", "clasa"])
def test_whoever_carries_a_cookie_of_ours_gets_a_fresh_page(cookie):
    site = Site()
    site.get(), site.get(cookies={cookie: "1"})
    assert site.made == 2


@pytest.mark.parametrize(
    "path", ["/cont/", "/clase/sesiuni/", "/raport/2026/", "/admin/", "/en/cont/"]
)
def test_private_addresses_are_never_kept(path):
    site = Site()
    site.get(path), site.get(path)
    assert site.made == 2


@pytest.mark.parametrize(
    "make",
    [
        lambda: HttpResponse("x", status=404),
        lambda: HttpResponse("x", headers={"Cache-Control": "private"}),
        lambda: HttpResponse("x", headers={"Cache-Control": "no-store"}),
        lambda: StreamingHttpResponse(["x"]),
    ],
)
def test_what_is_not_a_public_page_is_not_kept(make):
    site = Site(make)
    site.get(), site.get()
    assert site.made == 2


def test_a_page_that_sets_a_cookie_is_not_kept():
    def make():
        response = HttpResponse("x")
        response.set_cookie("csrftoken", "1")
        return response

    site = Site(make)
    site.get(), site.get()
    assert site.made == 2


def test_a_post_is_never_answered_from_memory():
    site = Site()
    site.get()
    site.ask(RequestFactory().post("/x/"))
    assert site.made == 2


@pytest.mark.django_db(transaction=True)
def test_a_change_makes_the_page_anew():
    site = Site()
    site.get()
    generation.advance()
    site.get()
    assert site.made == 2


def test_saving_data_is_a_page_of_its_own():
    site = Site()
    site.get(), site.get(**{"Save-Data": "on"})
    assert site.made == 2


@pytest.mark.parametrize(
    ("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_a_kept_page_reads_the_same_in_every_coding(coding, unpack):
    site = Site()
    packed = site.get(**{"Accept-Encoding": coding}).content
    assert unpack(packed) == site.get().content


def test_a_reader_who_has_the_page_is_told_so():
    site = Site()
    etag = site.get(**{"Accept-Encoding": "br"}).headers["ETag"]
    again = site.get(**{"Accept-Encoding": "br", "If-None-Match": etag})
    assert again.status_code == 304


def test_a_kept_page_varies_by_coding_and_saving_only():
    def make():
        return HttpResponse("x", headers={"Vary": "Cookie, Accept-Language"})

    assert Site(make).get().headers["Vary"] == "Accept-Encoding, Save-Data"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["/", "/impact/", "/lectii/"])
def test_a_class_session_that_comes_in_leaves_every_page_as_it_is(path):
    site = Site()
    site.get(path)
    generation.advance(generation.FIGURES)
    site.get(path)
    assert site.made == 1


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("gzip;q=0.000, br; q=0", None),
        ("gzip, br;q=1.0", "br"),
        ("identity", None),
    ],
)
def test_nobody_gets_a_coding_that_was_refused(accepted, coding):
    response = Site().get(**{"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == coding
