"""No GET writes: whoever opens a page, or whatever opens it for them, changes nothing.

The one exception that reaches the database is the download counter; leaving by "Ieși rapid" ends a
cookie only.
"""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lms.classrooms.services import receive_import
from lms.classrooms.tokens import confirmation_token, receipt_token
from lms.people.roles import Role
from tests.classrooms.builders import make_session
from tests.factories import make_edition, make_plan, make_user
from tests.lessons.kits import make_kit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
WRITE = re.compile(r"^\s*(INSERT|UPDATE|DELETE)\b", re.IGNORECASE)

PUBLIC = (
    "/", "/lectii/", "/lectii/?q=poze&clasa=7", "/lectii/plan/", "/lectii/plan/2026-2027/",
    "/lectii/plan/intrebari/", "/cautare/?q=plan", "/impact/", "/impact/contor.json",
    "/formare/", "/formare/?grup=preoti", "/impact/contor.svg", "/impact/2026/",
    "/impact/metoda/", "/impact/api/", "/api/v1/years",
    "/iesire/", "/healthz", "/readyz", "/sitemap.xml", "/robots.txt",
    "/cont/login/", "/cont/signup/?cauta=x", "/cont/scoli/?q=cluj", "/clase/sesiuni/nou/?plan=plan",
    "/clase/link-pierdut/",
)  # fmt: skip
OF_A_SESSION = (
    "/clase/sesiuni/{key}/", "/clase/sesiuni/{key}/dovada.pdf", "/clase/sesiuni/{key}/corectare/",
    "/clase/sesiuni/{key}/anulare/", "/clase/confirmare/{token}/",
)  # fmt: skip
PRIVATE = (
    "/cont/", "/cont/profil/", "/cont/profil/scoala/?cauta=x", "/cont/datele-mele/",
    "/cont/datele-mele/stergere/", "/clase/sesiuni/", "/clase/saptamana/", "/clase/import/",
    "/clase/import/{upload}/", "/clase/de-confirmat/", "/clase/de-confirmat/{reference}/returnare/",
    "/clase/adeverinta/2026-2027/", "/raport/2026/",
    "/raport/2026/sesiuni/", "/raport/2026/sesiuni.csv",
    "/raport/2026/tabele/", "/raport/2026/tabele.pdf", "/raport/2026/tabele.docx",
    "/raport/2026/tabele.xlsx", "/raport/2026/tabele.csv", "/raport/2026/tabele.json",
    "/raport/2026/tabele.zip", "/raport/2026/campanii/", "/raport/2026/formari/",
    "/raport/2026/declarate/",
    "/raport/2026/scoli/", "/raport/2026/profesori/", "/raport/sesiuni/{reference}/",
)  # fmt: skip


@pytest.fixture
def plan():
    plan = make_plan(slug="plan")
    make_kit(make_edition(plan))
    return plan


@pytest.fixture
def session(plan):
    return make_session(plan=plan, email="ana@scoala.ro")


def writes_of(client, address):
    """What a GET of this page wrote; it must have been shown, or lead somewhere."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.get(address)
        if answer.streaming:
            b"".join(answer.streaming_content)
    assert answer.status_code in (200, 303), (address, answer.status_code)
    return [query["sql"] for query in queries if WRITE.match(query["sql"])]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_writes_nothing(client, plan, address):
    assert writes_of(client, address) == []


@pytest.mark.parametrize("address", OF_A_SESSION)
def test_the_link_of_a_session_writes_nothing(client, session, address):
    token = confirmation_token(session.pk, session.claimed_token)
    filled = address.format(key=receipt_token(session.pk), token=token)
    assert writes_of(client, filled) == []


@pytest.mark.parametrize("address", PRIVATE)
def test_a_page_behind_sign_in_writes_nothing(session, address):
    user = make_user(Role.SECRETARIAT)
    upload = receive_import(uploaded_by=user, file_name="ore.csv", rows=[{"lesson_code": "plan"}])
    client = Client()
    client.force_login(user)
    filled = address.format(upload=upload.public_id, reference=session.reference)
    assert writes_of(client, filled) == []


def test_a_download_writes_its_count_and_nothing_else(client, plan):
    (write,) = writes_of(client, "/lectii/plan/2026-2027/set-v1/set.zip")
    assert "lessons_kitdownload" in write
