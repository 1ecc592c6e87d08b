"""Every page and letter of allauth: in our look, in Romanian with its diacritics, without "tu"."""

import re
import time

import pytest
import time_machine
from django.core import mail

from lms.people.enums import Role
from tests.factories import make_user
from tests.people.signing import add_app, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

ANONYMOUS = [
    "/cont/login/",
    "/cont/signup/",
    "/cont/signup/?scoala=alta",
    "/cont/password/reset/",
    "/cont/password/reset/done/",
    "/cont/password/reset/key/done/",
    "/cont/password/reset/key/1-wrong/",
    "/cont/confirm-email/",
    "/cont/confirm-email/wrong/",
    "/cont/inactive/",
]
SIGNED_IN = [
    "/cont/",
    "/cont/profil/",
    "/cont/profil/scoala/",
    "/cont/datele-mele/",
    "/cont/logout/",
    "/cont/email/",
    "/cont/password/change/",
    "/cont/reauthenticate/",
    "/cont/2fa/",
    "/cont/2fa/webauthn/",
]
CONFIRMED = [
    "/cont/2fa/totp/activate/",
    "/cont/2fa/webauthn/add/",
]
WITH_APP = [
    "/cont/2fa/recovery-codes/",
    "/cont/2fa/recovery-codes/generate/",
    "/cont/2fa/totp/deactivate/",
    "/cont/2fa/reauthenticate/",
]
ENGLISH = re.compile(
    r"\b(the|your|you|please|password|sign|email address|account|security key|confirm)\b", re.I
)
# Forms that speak to a friend, or lost their diacritics, as allauth's own catalogue does.
FAMILIAR = re.compile(r"\b(tau|tale|tu|te rugam|parola ta|contul tău|adresa ta|introdu)\b", re.I)


def words(html):
    """What a reader sees of the page's own part."""
    main = html[html.index("<main") : html.index("</main>")]
    main = re.sub(r"<script.*?</script>", " ", main, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def check(client, address):
    response = client.get(address, follow=True)
    assert response.status_code == 200
    html = response.content.decode()
    text = words(html)
    assert "help-strip" in html
    assert not ENGLISH.search(text), text
    assert not FAMILIAR.search(text), text


@pytest.mark.parametrize("address", ANONYMOUS)
def test_a_page_before_sign_in_is_ours_and_romanian(client, address):
    check(client, address)


@pytest.mark.parametrize("address", SIGNED_IN)
def test_a_page_of_the_account_is_ours_and_romanian(client, address):
    sign_in(client, make_user(Role.TEACHER))
    check(client, address)


@pytest.mark.parametrize("address", CONFIRMED)
def test_a_page_that_asks_again_is_ours_and_romanian(client, address):
    sign_in(client, make_user(Role.TEACHER))
    client.post("/cont/reauthenticate/", {"password": "parola-de-test-1"})
    check(client, address)


@pytest.mark.parametrize("address", WITH_APP)
def test_a_page_of_the_second_factor_is_ours_and_romanian(client, address):
    user = make_user(Role.TEACHER)
    sign_in(client, user)
    client.post("/cont/reauthenticate/", {"password": "parola-de-test-1"})
    session = client.session
    session["second_factor_set_up"] = time.time()
    session.save()
    add_app(user)
    check(client, address)


def test_the_second_step_of_sign_in_is_ours_and_romanian(client):
    user = make_user(Role.TEACHER)
    add_app(user)
    assert sign_in(client, user).headers["Location"] == "/cont/2fa/authenticate/"
    check(client, "/cont/2fa/authenticate/")


@pytest.mark.parametrize(
    "data", [{"login": "nimeni@example.org", "password": "nu e bună"}, {"login": "x"}]
)
def test_a_refused_sign_in_says_what_to_do_in_romanian(client, data):
    html = client.post("/cont/login/", data).content.decode()
    assert "error-summary" in html
    assert "Eroare:" in html
    assert not ENGLISH.search(words(html))


def test_a_page_of_sign_in_runs_no_inline_script(client):
    html = client.get("/cont/login/").content.decode()
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", html)
    assert all('type="application/json"' in attributes for attributes in inline)


def test_a_page_of_sign_in_has_no_inline_style(client):
    assert "style=" not in client.get("/cont/login/").content.decode()


def test_the_reset_letter_is_in_our_words(client):
    user = make_user(Role.TEACHER)
    client.post("/cont/password/reset/", {"email": user.email})
    letter = mail.outbox[0]
    assert letter.subject == "Parolă nouă pentru contul ProTECT"
    assert "Bună ziua," in letter.body
    assert not ENGLISH.search(re.sub(r"http\S+", "", letter.body))


def test_the_reset_letter_leads_here_whatever_host_was_asked(client):
    user = make_user(Role.TEACHER)
    client.post("/cont/password/reset/", {"email": user.email}, headers={"host": "localhost:1337"})
    assert set(re.findall(r"http://[^/\s]+", mail.outbox[0].body)) == {"http://testserver"}


def test_the_letter_to_a_stranger_leads_here_whatever_host_was_asked(client):
    form = {"email": "nimeni@example.org"}
    client.post("/cont/password/reset/", form, headers={"host": "localhost:1337"})
    assert set(re.findall(r"http://[^/\s]+", mail.outbox[0].body)) == {"http://testserver"}


@pytest.mark.parametrize("address", ["nimeni@example.org", "profesor@example.org"])
def test_nobody_gets_a_flood_of_reset_letters(client, address):
    make_user(Role.TEACHER, email="profesor@example.org")
    with time_machine.travel("2026-11-23 08:00", tick=False) as clock:
        for _minute in range(30):
            client.post("/cont/password/reset/", {"email": address})
            clock.shift(61)
    assert len(mail.outbox) == 20


def test_a_reset_for_an_unknown_address_looks_the_same(client):
    response = client.post("/cont/password/reset/", {"email": "nimeni@example.org"})
    assert response.headers["Location"] == "/cont/password/reset/done/"


def test_a_letter_about_the_account_carries_no_address_of_a_machine(client):
    user = make_user(Role.TEACHER)
    sign_in(client, user)
    client.post(
        "/cont/password/change/",
        {"oldpassword": "parola-de-test-1", "password1": "un copac galben"},
    )
    assert mail.outbox[0].subject == "Parola a fost schimbată"
    assert "127.0.0.1" not in mail.outbox[0].body


def test_a_new_password_by_the_letter_opens_the_account(client):
    user = make_user(Role.TEACHER)
    client.post("/cont/password/reset/", {"email": user.email})
    path = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    form = client.get(path, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": "un copac galben"})
    client.post("/cont/login/", {"login": user.email, "password": "un copac galben"})
    assert client.get("/cont/").status_code == 200


@pytest.mark.parametrize("credential", ["[" * 5000, "9" * 6000], ids=["nested", "long"])
def test_nonsense_instead_of_a_passkey_is_refused(client, credential):
    answer = client.post("/cont/2fa/webauthn/login/", {"credential": credential})
    assert answer.status_code < 500
