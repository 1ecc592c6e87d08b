"""Modules, questions and classes that tests start from."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Locale

from lessons import places
from lessons.models import ModuleIndexPage, ModulePage, StepPage
from lms.people.learners import COOKIE, remember
from lms.people.models import Learner
from quizzes.drafts import ChoiceDraft, QuestionDraft
from quizzes.enums import Kind
from quizzes.models import Question
from quizzes.services import add_question
from quizzes.sheets import Scene
from tests.factories import make_home

SINGLE = QuestionDraft(
    Kind.SINGLE,
    "Cineva cere o poză. Ce faci?",
    choices=(
        ChoiceDraft("O trimit", "O poză trimisă nu se mai întoarce."),
        ChoiceDraft("Spun nu", "Ai dreptul să spui nu.", correct=True),
        ChoiceDraft("Aștept", "Poți aștepta, dar nu singur."),
    ),
)
STORY = QuestionDraft(
    Kind.BRANCHING,
    "Vlad îți scrie.",
    choices=(
        ChoiceDraft("Îi răspund", "E firesc să fii curios.", scene="start", leads_to="cere"),
        ChoiceDraft("Nu răspund", "Ai ales să aștepți.", scene="start", leads_to="liniste"),
        ChoiceDraft("Îi spun mamei", "Doi văd mai bine.", scene="cere", leads_to="liniste"),
    ),
    scenes=(
        Scene("start", "Vlad", "Salut, ești singur acasă?"),
        Scene("cere", "Vlad", "Trimite-mi o poză."),
        Scene("liniste", "", "Poți suna la 119.", ending=True),
    ),
)
ORDER = QuestionDraft(
    Kind.ORDER,
    "Ce faci întâi?",
    choices=(
        ChoiceDraft("Mă opresc", "Întâi te oprești."),
        ChoiceDraft("Spun cuiva", "Apoi spui."),
        ChoiceDraft("Blochez", "La urmă blochezi."),
    ),
)

SCALE = QuestionDraft(
    Kind.SCALE,
    "Cât de bine știi ce poți face?",
    choices=tuple(
        ChoiceDraft(text, "Orice răspuns e bun.")
        for text in ("Deloc", "Puțin", "Destul de bine", "Foarte bine")
    ),
)


def make_question(draft=SINGLE, key=None, language="ro") -> Question:
    """A question of the bank."""
    locale = Locale.objects.get_or_create(language_code=language)[0]
    return add_question(key=key or f"q-{uuid4().hex[:8]}", locale=locale, draft=draft)


def make_module(**fields) -> ModulePage:
    """A published module without steps; `fields` replace the usual ones."""
    home = make_home()
    index = ModuleIndexPage.objects.first()
    if index is None:
        index = home.add_child(instance=ModuleIndexPage(title="Module", slug="module"))
    usual = {
        "title": "Prieteni pe net",
        "slug": "prieteni",
        "summary": "Cum recunoști un prieten.",
        "age_band": "11-14",
        "theme": "online",
        "minutes": 20,
        "takeaways": "unu\ndoi\ntrei",
        "pledge_title": "Planul meu",
        "pledge_intro": "Pentru tine.",
        "pledge_prompts": "Cui spun?\nUnde merg?\nCe iau?\nPe cine sun?",
    }
    return index.add_child(instance=ModulePage(**{**usual, **fields}))


def make_step(module: ModulePage, slug: str, **fields) -> StepPage:
    """A published step at the end of the module."""
    usual = {"title": f"Pasul {slug}", "slug": slug, "body": [("paragraph", "<p>Citește.</p>")]}
    return module.add_child(instance=StepPage(**{**usual, **fields}))


def make_way(**fields) -> ModulePage:
    """A module of three steps: words, a question (`intrebare`), a story (`poveste`)."""
    module = make_module(**fields)
    make_step(module, "inceput")
    make_step(module, "intrebare", question=make_question())
    make_step(module, "poveste", question=make_question(STORY))
    return module


def make_learner(age_band="11-14", **fields) -> Learner:
    """A learner whose class is not over."""
    usual = {
        "nickname": "vulpe-verde",
        "pictures": "zmeu-felinar-barca",
        "expires_at": timezone.now() + timedelta(hours=2),
    }
    return Learner.objects.create(age_band=age_band, **{**usual, **fields})


def sit_down(client, learner: Learner) -> Learner:
    """Give the client the cookie of this learner."""
    from django.http import HttpResponse

    response = HttpResponse()
    remember(response, learner)
    client.cookies[COOKIE] = response.cookies[COOKIE].value
    return learner


class FakeClasses:
    """Where each learner's class stands, as an app of classes would say it."""

    def __init__(self):
        self.of = {}

    def __call__(self, learner):
        return self.of.get(learner.pk)

    def seat(self, learner, module=None, **rules) -> places.ClassPlace:
        """Seat the learner in an open class of this module; `rules` replace the usual ones."""
        usual = {
            "group": uuid4(),
            "steps": None,
            "current": None,
            "open": True,
            "paused": False,
            "expires_at": learner.expires_at,
            "module": module.translation_key if module else None,
        }
        self.of[learner.pk] = places.ClassPlace(**{**usual, **rules})
        return self.of[learner.pk]


def step_id(slug) -> int:
    """The id of the step with this address."""
    return StepPage.objects.get(slug=slug).pk


def send(client, path, *values, what="raspuns", **fields):
    """Send an answer to this step."""
    data = {"r": list(values), "client_id": str(uuid4()), **fields}
    return client.post(f"{path}{what}/", data)


def go_on(client, slug, *values, **fields):
    """Press "next" on this step of the module `prieteni`."""
    return send(client, f"/module/prieteni/{slug}/", *values, what="inainte", **fields)
