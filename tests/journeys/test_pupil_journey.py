"""A class of thirty, end to end, on small screens: code, module, story, quiz, review, exit; the
teacher's screen, the class session, the report. And nothing of a pupil is left anywhere."""

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from random import Random
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.utils import timezone

from lessons.models import ModuleCompletion
from lms.classrooms.models import SchoolClass
from lms.core.management.commands.show_addresses import DEMO_PASSWORD
from quizzes.models import Answer
from tests.bench.phones import Page, Phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

IN_BROWSERS, BY_HTTP = 3, 27
AGENT = "Mozilla/5.0 (Linux; Android 9; TelefonulElevului) Chrome/99.0"
# What a pupil types where nothing may leave the phone.
TYPED = "Andrei Popescu, andrei.popescu@scoala.example, 0722 123 456, 5080214123457"
OF_A_PERSON = {
    "a name": r"Popescu|Andrei",
    "an e-mail": r"[\w.+-]+@[\w-]+\.\w+",
    "a phone": r"(?<![\w-])(?:\+40|0)7\d{2}[ .-]?\d{3}[ .-]?\d{3}(?![\w-])",
    "a CNP": r"(?<![\w-])[1-9]\d{12}(?![\w-])",
    "an IP address": r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|::1\b",
    "a user agent": r"Mozilla|Chrome|Android|TelefonulElevului|python-requests",
}
# Adults who signed in meanwhile: their accounts and sessions are theirs.
OF_ADULTS = re.compile(r'INSERT INTO "(?:people_user|account_\w+|mfa_\w+|django_session)"')
FURTHER = re.compile(r'class="answer answer--link" href="([^"#]+)')


@pytest.fixture
def visitor(browser, site, settings):
    """New visitors with small screens. The way out leads to a page of ours: there is no network."""
    settings.EXIT_URL = f"{site}/healthz"
    contexts = []

    def open_page(**options):
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, base_url=site, **options
        )
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def sign_in(page, who: str) -> None:
    page.goto("/cont/login/")
    page.fill("input[name=login]", f"{who}@demo.protect.ro")
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.click("main form button[type=submit], main form button:not([type])")
    page.wait_for_url("**/cont/**")


def figure(page, label: str) -> int:
    """A figure of this year's report by its label."""
    page.goto(f"/raport/{timezone.localdate().year}/")
    found = page.locator(".figure", has_text=label).first.locator(".figure-number")
    return int(re.sub(r"\D", "", found.inner_text()))


def open_class(teacher) -> SchoolClass:
    """The teacher opens a class for the module, with some of its questions."""
    sign_in(teacher, "profesor")
    teacher.goto("/clase/noua/?modul=prieteni-pe-net")
    boxes = teacher.locator("input[name=questions]")
    # Left are a choice, pairs, the story, an order and free text: a control of each kind.
    for at in (0, 2, 4, 5, 8, 9, 11, 12):
        boxes.nth(at).uncheck()
    teacher.fill("input[name=class_label]", "7 Z")
    teacher.click("button:has-text('Deschideți clasa')")
    teacher.wait_for_url(re.compile(r"/clase/[0-9a-f-]{36}/"))
    return SchoolClass.objects.select_related("code").get()


def learn_in_a_browser(page, code: str) -> None:
    """Type the code as it was heard, go through everything, look at the answers, leave."""
    page.goto("/intra/")
    page.fill("#code", "POPESCU")
    page.click("button:has-text('Intră')")
    page.wait_for_selector("[role=alert]")
    page.fill("#code", code.lower().replace("-", " "))
    page.click("button:has-text('Intră')")
    page.wait_for_url("**/intra/loc/")
    page.click("text=Începe")
    page.locator("main a.button--primary").first.click()
    while not page.url.endswith("/recapitulare/"):
        pass_in_a_browser(page)
    assert page.locator(".takeaways li").count() == 3
    page.goto("/module/prieteni-pe-net/plan/")
    for field in page.locator("main textarea, main input[type=text]").all():
        field.fill(TYPED)
    page.goto("/iesire/")
    assert "clasa" not in {cookie["name"] for cookie in page.context.cookies()}


def pass_in_a_browser(page) -> None:
    """One step: read, answer if it asks, go on."""
    before = page.url
    if page.locator("summary:has-text('Continuă')").count():
        page.locator("summary:has-text('Continuă')").click()
    for field in page.locator("main textarea").all():
        field.fill(TYPED)
    while page.locator("a.answer--link").count():
        page.locator("a.answer--link").first.click()
    ticked = page.locator("#pas input[type=radio], #pas input[type=checkbox]")
    selects = page.locator("#pas select").all()
    if ticked.count():
        ticked.first.check()
    for place, select in enumerate(selects):
        select.select_option(index=place + 1)
    if ticked.count() or selects:
        page.click(".ask__send button")
        page.locator("#raspuns .feedback__headline").wait_for()
    page.click("button.onward__next")
    page.wait_for_url(lambda url: urlsplit(url).path != urlsplit(before).path)


def learn_by_http(phone: Phone, code: str) -> Page:
    """The same as thirty phones send it."""
    page = phone.join(code)
    while not page.path.endswith("/recapitulare/"):
        while further := FURTHER.search(page.text):
            page = phone.get(f"{page.path.partition('?')[0]}{further.group(1)}")
        chosen = []
        if page.asks():
            page, chosen = phone.answer(page)
        page = phone.onward(page, chosen)
    phone.connection.close()
    return page


def confirm_the_session(teacher, public_id) -> None:
    """End the class; the form of the class session comes filled in."""
    teacher.goto(f"/clase/{public_id}/")
    teacher.click("summary:has-text('Încheiați clasa')")
    teacher.click("button:has-text('Da, încheiați clasa')")
    teacher.wait_for_url("**/clase/sesiuni/nou/?clasa=*")
    assert teacher.input_value("input[name=undisclosed]") == "30"
    if not teacher.locator("input[name=school]:checked").count():
        teacher.fill("[name=school_words]", "DEMO")
        teacher.click("button:has-text('Căutați')")
        teacher.locator("input[name=school][type=radio]").first.check()
    send(teacher)
    # An hour of a few minutes, or on a Sunday, is asked about once.
    if teacher.locator("input[name=seen][type=checkbox]").count():
        teacher.check("input[name=seen][type=checkbox]")
        send(teacher)
    assert teacher.locator(".receipt__number").count()


def send(teacher) -> None:
    with teacher.expect_navigation():
        teacher.click("button:has-text('Înregistrați sesiunea')")


def dump() -> set[str]:
    """Every row of the database as a line."""
    lines: set[str] = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            lines.update(f'INSERT INTO "{table}" VALUES{row!r}' for row in cursor.fetchall())
    return lines


def new_rows(before: set[str]) -> list[str]:
    """What came since, without the accounts and sessions of the adults who signed in."""
    return [line for line in dump() - before if not OF_ADULTS.match(line)]


def traces(lines) -> list[str]:
    """Whatever in these lines looks like something of a person."""
    return [
        f"{what}: {found.group(0)!r} in {line[:160]}"
        for line in lines
        for what, pattern in OF_A_PERSON.items()
        if (found := re.search(pattern, line))
    ]


def test_thirty_pupils_learn_their_teacher_follows_and_nothing_of_them_is_left(
    visitor, live_server, caplog
):
    caplog.set_level(logging.INFO)
    teacher, secretariat = visitor(), visitor()
    sign_in(secretariat, "secretariat")
    contacts = figure(secretariat, "participări ale elevilor")
    school_class = open_class(teacher)
    code, rows_before = school_class.code.code, dump()

    for _ in range(IN_BROWSERS):
        learn_in_a_browser(visitor(user_agent=AGENT), code)
    port = urlsplit(live_server.url).port
    with ThreadPoolExecutor(3) as hands:
        phones = [Phone(port, Random(seed), agent=AGENT) for seed in range(BY_HTTP)]
        ends = list(hands.map(lambda phone: learn_by_http(phone, code), phones))
    assert len(ends) == BY_HTTP
    assert ModuleCompletion.objects.count() == 30
    kept = Answer.objects.filter(client_id__in=[one for p in phones for one in p.acknowledged])
    assert kept.count() == sum(len(phone.acknowledged) for phone in phones)

    teacher.goto(f"/clase/{school_class.public_id}/")
    assert "30" in teacher.locator(".class-now").inner_text()
    assert teacher.locator("summary .answer__headline", has_text="30").count()
    assert figure(secretariat, "persoane online") == 30
    assert figure(secretariat, "participări ale elevilor") == contacts

    assert traces(new_rows(rows_before)) == []
    assert traces(record.getMessage() for record in caplog.records) == []

    confirm_the_session(teacher, school_class.public_id)
    assert figure(secretariat, "participări ale elevilor") == contacts + 30
    assert figure(secretariat, "online (estimat") == 0
    assert figure(secretariat, "în sesiuni la clasă") == 30
