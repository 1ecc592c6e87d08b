"""The screens of an import as a browser sees and sends them."""

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Locale

from media.h5p.content import TrueFalse
from quizzes.models import Quiz, QuizQuestion
from quizzes.services import receive_package
from tests.quizzes.builders import make_question
from tests.quizzes.exchange.packages import package_of

IMPORT = "/admin/intrebari-h5p/"
TRUTH = TrueFalse(
    question="<p>119 este gratuit.</p>",
    correct=True,
    said_when_right="Da.",
    said_when_wrong="Ba da.",
)


def upload(client, body, name="set.h5p"):
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, body)})


def received(client, content, **more):
    """The address of the preview of this content."""
    response = upload(client, package_of(content, **more))
    assert response.status_code == 302
    return response.headers["Location"]


def shown(response):
    return BeautifulSoup(response.content, "html.parser")


def form_of(page, **changes):
    """What the browser sends of the page's form, with changes."""
    sent = {}
    for field in page.select("main form [name]"):
        if field.name == "textarea":
            sent[field["name"]] = field.text.removeprefix("\n")
        elif field.name == "select":
            sent[field["name"]] = field.find("option", selected=True)["value"]
        elif field.get("type") == "checkbox":
            if field.has_attr("checked"):
                sent[field["name"]] = "on"
        elif field.name == "input":
            sent[field["name"]] = field.get("value", "")
    sent.pop("csrfmiddlewaretoken", None)
    return {name: value for name, value in (sent | changes).items() if value is not None}


def make_quiz(*kinds, title="Testul"):
    quiz = Quiz(title=title, locale=Locale.get_default())
    quiz.places = [QuizQuestion(question=make_question(kind)) for kind in kinds]
    quiz.save()
    return quiz


def make_package(content=TRUTH):
    """A package that somebody uploaded and nobody has decided on."""
    return receive_package(file=SimpleUploadedFile("set.h5p", package_of(content)))
