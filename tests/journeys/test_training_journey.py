"""A training, from a school's request to a certificate that anyone checks and the year's figure."""

import io
import re
from datetime import timedelta

import pypdf
import pytest
from django.core import mail
from django.utils import timezone

from lms.core.audiences import Audience
from lms.people.services import send_letters
from lms.training.models import Certificate, ProgrammePage, TrainingEvent

pytestmark = pytest.mark.browser

WORKER = Audience.SOCIAL_WORKERS
YEAR = timezone.localdate().year
CODE = "MA0742"


@pytest.fixture
def visitor(browser, site):
    """Somebody with a small phone and no account."""
    contexts = []

    def open_phone():
        context = browser.new_context(base_url=site, viewport={"width": 360, "height": 740})
        contexts.append(context)
        return context.new_page()

    yield open_phone
    for context in contexts:
        context.close()


def trained(page) -> int:
    """How many social workers the secretariat's report of this year says were trained."""
    page.goto(f"/raport/{YEAR}/formari/?grup={WORKER.value}")
    return int(re.sub(r"\D", "", page.locator(".figure-number").first.inner_text()))


def ask_for_a_training(page) -> None:
    page.goto("/formare/cerere/")
    page.select_option("[name=programme]", label=programme().title)
    page.select_option("[name=audience]", WORKER.value)
    page.fill("[name=people]", "25")
    page.select_option("[name=mode]", "in_person")
    page.fill("[name=institution]", "DGASPC Călărași")
    page.select_option("[name=county]", label="Călărași")
    page.fill("[name=locality]", "Călărași")
    page.fill("[name=contact_name]", "Elena Marin")
    page.fill("[name=contact_email]", "elena@example.org")
    page.check("[name=consent]")
    page.click("main button:has-text('Trimiteți cererea')")
    page.wait_for_url("**/trimisa/")


def programme() -> ProgrammePage:
    """The one whose questions are asked before and after."""
    return ProgrammePage.objects.get(kind="constientizare", locale__language_code="ro")


def take_it_and_plan(page) -> TrainingEvent:
    """The trainer takes the request and plans two places for tomorrow."""
    page.goto("/formare/cereri/")
    page.click("main a:has-text('DGASPC Călărași')")
    page.click("main button:has-text('O preluăm noi')")
    page.wait_for_selector("text=este preluată de")
    page.goto("/formare/cereri/?stare=taken")
    page.click("main a:has-text('DGASPC Călărași')")
    page.click("main a:has-text('Planificați formarea')")
    tomorrow = timezone.localdate() + timedelta(days=1)
    page.fill("[name=intalniri-0-day]", f"{tomorrow:%d.%m.%Y}")
    page.fill("[name=intalniri-0-starts]", "10:00")
    page.fill("[name=intalniri-0-ends]", "14:00")
    page.fill("[name=capacity]", "2")
    page.click("main button:has-text('Salvați formarea')")
    page.click("main button:has-text('Deschideți înscrierile')")
    page.wait_for_selector("text=Înscrierile sunt deschise")
    return TrainingEvent.objects.get(requests__institution="DGASPC Călărași")


def enrol(page, event: TrainingEvent, name: str) -> None:
    page.goto(f"/formare/e/{event.code}/")
    page.fill("[name=name]", name)
    page.fill("[name=email]", address(name))
    page.select_option("[name=audience]", WORKER.value)
    page.fill("[name=institution]", "DGASPC Călărași")
    page.select_option("[name=county]", label="Călărași")
    page.check("[name=consent]")
    page.click("main button.button--primary")
    page.wait_for_url("**/inscris/")


def address(name: str) -> str:
    return f"{name.split()[0].lower()}@example.org"


def let_the_day_come(event: TrainingEvent) -> None:
    """The sitting began ten minutes ago; nobody waits for tomorrow in a test."""
    starts = timezone.now() - timedelta(minutes=10)
    event.sittings.update(starts_at=starts, ends_at=starts + timedelta(hours=4))


def linked(page, screen: str) -> str:
    """What the QR code of a trainer's screen opens."""
    page.goto(screen)
    return page.get_attribute(".share-code a", "href")


def answer(page, link: str) -> None:
    """The first answer of every question, under one's own code."""
    page.goto(link)
    page.fill("[name=code]", CODE)
    for question in page.locator("fieldset.question").all():
        question.locator(".answer").first.click()
    page.click("main button:has-text('Trimiteți răspunsurile')")
    page.wait_for_url("**/gata/")


def hold(trainer, phone, event: TrainingEvent) -> None:
    """One checks in by the code, one is ticked, twenty are counted; questions before and after."""
    pages = f"/formare/evenimente/{event.public_id}/"
    trainer.goto(f"{pages}invatare/")
    trainer.click("main button:has-text('Pregătiți întrebările')")
    trainer.wait_for_selector("text=Ce completează participanții")
    answer(phone, linked(trainer, f"{pages}invatare/inainte/ecran/"))
    phone.goto(linked(trainer, f"{pages}prezenta/1/ecran/"))
    phone.fill("[name=email]", address("Ana Popa"))
    phone.click("main button:has-text('Sunt aici')")
    phone.wait_for_selector("text=Prezența este notată")
    trainer.goto(f"{pages}prezenta/1/")
    trainer.locator("label", has_text="Ion Rusu").click()
    trainer.wait_for_selector("text=Toate bifele sunt salvate.")
    trainer.goto(f"{pages}numaratoare/")
    trainer.fill(f"[name={WORKER.value}]", "20")
    trainer.click("main button:has-text('Salvați numărătoarea')")
    trainer.wait_for_selector("text=În total au participat: 22")
    answer(phone, linked(trainer, f"{pages}invatare/dupa/ecran/"))
    trainer.goto(f"{pages}invatare/")
    assert trainer.locator("dt:has-text('De ambele dăți') + dd").inner_text() == "1"
    trainer.goto(pages)
    trainer.click("main button:has-text('Încheiați formarea')")
    trainer.wait_for_selector("text=intră în raport")


def own_page(name: str) -> str:
    """The link of the letter with which the certificate came."""
    (letter,) = [
        one for one in mail.outbox if one.to == [address(name)] and "Adeverința" in one.subject
    ]
    return re.search(r"http\S+/formare/inscriere/\S+", letter.body)[0]


def test_from_a_request_to_a_certificate_that_anyone_checks(signed_in, visitor):
    secretary, trainer, phone = signed_in("secretariat"), signed_in("formator"), visitor()
    before = trained(secretary)
    ask_for_a_training(phone)
    event = take_it_and_plan(trainer)
    for name in ("Ana Popa", "Ion Rusu", "Dan Matei"):
        enrol(phone, event, name)
    assert [one.name for one in event.participants.waiting()] == ["Dan Matei"]
    let_the_day_come(event)
    hold(trainer, phone, event)
    send_letters()
    phone.goto(own_page("Ana Popa"))
    with phone.expect_download() as paper:
        phone.click("main a:has-text('Descărcați adeverința')")
    text = pypdf.PdfReader(io.BytesIO(paper.value.path().read_bytes())).pages[0].extract_text()
    number = Certificate.objects.get(participant__email=address("Ana Popa")).number
    assert number in text
    assert "Ana Popa" in text
    phone.goto(f"/adeverinta/{number}/")
    assert "A*** P***" in phone.inner_text("main")
    assert "Adeverința este valabilă." in phone.inner_text("main")
    assert trained(secretary) - before == 22
