"""Nobody gets anywhere without the second factor that they have or must have, by any address."""

import subprocess
import sys
from pathlib import Path

import pytest

from lms.people.enums import Role
from lms.people.models import User
from tests.factories import make_home, make_user
from tests.people.signing import PASSWORD, add_app, code_of_app, sign_in, sign_in_with_code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

ROOT = Path(__file__).resolve().parents[2]
ADMIN_ADDRESSES = [
    "/admin/",
    "/admin/users/",
    "/admin/scoli/",
    "/admin/account/",
    "/admin/api/main/pages/",
    "/admin/pages/",
    "/admin/sprite/",
]
SIGN_IN_FORMS = [
    "/admin/login/",
    "/_util/login/",
    "/en/_util/login/",
    "/cont/login/",
    "/en/cont/login/",
]


@pytest.fixture
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def is_inside(client):
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("address", SIGN_IN_FORMS)
def test_no_form_signs_in_past_the_second_factor(client, address):
    user = make_user(Role.EDITOR)
    add_app(user)
    form = {"username": user.email, "login": user.email, "password": PASSWORD, "next": "/admin/"}
    client.post(address, form)
    assert not is_inside(client)


@pytest.mark.parametrize("address", ["/admin/password_reset/", "/admin/password_reset/confirm/x/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_password_reset_of_wagtail_leads_to_ours(client, address, method):
    response = getattr(client, method)(address, {"email": "a@example.org"})
    assert response.headers["Location"] == "/cont/password/reset/"


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_sign_in_of_wagtail_leads_to_ours(client, method):
    response = getattr(client, method)("/admin/login/", {"username": "a", "password": "b"})
    assert response.headers["Location"].startswith("/cont/login/")


@pytest.mark.parametrize("address", ADMIN_ADDRESSES)
def test_after_the_first_step_alone_the_admin_is_closed(client, address):
    user = make_user(Role.SECRETARIAT)
    add_app(user)
    sign_in(client, user)
    response = client.get(address)
    assert response.status_code in {302, 403} or address == "/admin/sprite/"


@pytest.mark.parametrize("address", [*ADMIN_ADDRESSES, "/cont/", "/cont/profil/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_session_that_left_the_second_factor_out_is_ended(client, address, method):
    user = make_user(Role.SECRETARIAT)
    add_app(user)
    # As any way in would leave it that is not allauth's.
    client.force_login(user)
    response = getattr(client, method)(address)
    assert response.headers["Location"] == "/cont/login/"
    assert not is_inside(client)


def test_both_steps_open_the_admin(client):
    sign_in_with_code(client, make_user(Role.SECRETARIAT))
    assert client.get("/admin/").status_code == 200


def test_a_passkey_is_not_offered_to_somebody_who_has_none(client):
    user = make_user(Role.EDITOR)
    add_app(user)
    page = client.post("/cont/login/", {"login": user.email, "password": PASSWORD}, follow=True)
    assert "Folosiți cheia de acces" not in page.content.decode()


def test_a_wrong_code_opens_nothing(client):
    user = make_user(Role.SECRETARIAT)
    add_app(user)
    sign_in(client, user)
    client.post("/cont/2fa/authenticate/", {"code": "000000"})
    assert not is_inside(client)


@pytest.mark.usefixtures("_required")
@pytest.mark.parametrize("role", [Role.EDITOR, Role.SECRETARIAT])
@pytest.mark.parametrize("address", [*ADMIN_ADDRESSES, "/lectii/", "/raport/2026/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_must_have_a_second_factor_is_sent_to_set_one_up(client, role, address, method):
    make_home()
    sign_in(client, make_user(role))
    response = getattr(client, method)(address)
    assert response.headers["Location"] == "/cont/2fa/"


@pytest.mark.usefixtures("_required")
def test_an_administrator_must_have_a_second_factor(client):
    user = User.objects.create_superuser("admin@example.org", PASSWORD)
    sign_in(client, user)
    assert client.get("/admin/").headers["Location"] == "/cont/2fa/"


@pytest.mark.usefixtures("_required")
def test_a_teacher_needs_no_second_factor(client):
    make_home()
    sign_in(client, make_user(Role.TEACHER))
    assert client.get("/lectii/").status_code != 302


@pytest.mark.usefixtures("_required")
def test_setting_up_an_app_opens_the_admin_at_once(client):
    sign_in(client, make_user(Role.EDITOR))
    client.post("/cont/reauthenticate/", {"password": PASSWORD})
    client.get("/cont/2fa/totp/activate/")
    session = client.session
    session["mfa.totp.secret"] = "JBSWY3DPEHPK3PXP"
    session.save()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda action, **_: action())
        client.post("/cont/2fa/totp/activate/", {"code": code_of_app()})
    assert client.get("/admin/").status_code == 200


def test_production_asks_for_a_second_factor(tmp_path):
    code = "from lms.settings.authentication import SECOND_FACTOR_REQUIRED as r; print(r)"
    environment = {"VAR_DIR": str(tmp_path), "SECRET_KEY": "k" * 50, "LINK_SIGNING_KEYS": "k"}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert run.stdout.strip() == "True"


def test_the_second_step_costs_an_anonymous_reader_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/healthz")


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER, Role.OFFICER])
@pytest.mark.parametrize("address", ["/admin/", "/admin/users/", "/admin/api/main/pages/"])
def test_who_may_not_enter_the_admin_is_told_so(client, role, address):
    sign_in(client, make_user(role))
    response = client.get(address)
    assert response.status_code == 403
    assert "nu are acces aici" in response.content.decode()
