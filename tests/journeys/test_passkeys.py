"""Passkeys work under our content security policy: added, used instead of a password, removed."""

import pytest

from lms.core.management.commands.show_addresses import DEMO_PASSWORD

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
}
pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser, site):
    """A phone with a fingerprint reader, on the site."""
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 740})
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield page
    context.close()


def sign_in(page):
    page.goto("/cont/login/")
    page.fill("[name=login]", "profesor@demo.protect.ro")
    page.fill("[name=password]", DEMO_PASSWORD)
    page.click("main .button--primary")
    page.wait_for_url("**/cont/**")


def sign_out(page):
    page.goto("/cont/logout/")
    page.click("main .button--primary")


def add_key(page):
    page.goto("/cont/2fa/webauthn/add/")
    page.fill("[name=password]", DEMO_PASSWORD)
    page.click("main .button--primary")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/")


def test_a_passkey_opens_the_account_without_a_password(page):
    sign_in(page)
    add_key(page)
    sign_out(page)
    page.goto("/cont/login/")
    page.click("#passkey_login")
    page.wait_for_url("**/cont/")
    assert page.is_visible("text=Ce aveți de făcut")


def test_a_passkey_is_the_second_step_after_a_password(page):
    sign_in(page)
    add_key(page)
    sign_out(page)
    sign_in(page)
    page.wait_for_url("**/2fa/authenticate/")
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url("**/cont/")
    assert page.is_visible("text=Ce aveți de făcut")


def test_the_list_of_schools_follows_what_is_typed(page):
    page.goto("/cont/signup/")
    page.type("[data-school-words]", "mociu")
    page.wait_for_selector("[data-school-list] input[type=radio]")
    page.check("[data-school-list] input[type=radio] >> nth=0")
    page.click("text=Continuați")
    page.wait_for_url("**/cont/signup/?scoala=*")
    assert page.is_visible("text=Școala Gimnazială Mociu")
