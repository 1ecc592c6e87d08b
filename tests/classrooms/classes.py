"""Classes that tests start from: opened, joined, answered in."""

import uuid

from lessons.models import StepPage
from lessons.places import place_of
from lessons.services import answer_step, finish_step
from lms.classrooms.services import join_class, open_class
from lms.people.enums import Role
from tests.factories import make_user
from tests.lessons.modules import make_way

ADDRESS = "192.0.2.7"
# Below the page of a class.
BUTTONS = ("pauza/", "reluare/", "prelungire/", "pas/", "inchidere/")


def steps_of(module):
    return list(StepPage.objects.child_of(module).order_by("path"))


def make_class(teacher=None, module=None, **said):
    """An open class of a module with three steps: words, a question, a story."""
    module = module or make_way()
    usual = {"client_id": uuid.uuid4(), "steps": steps_of(module), "class_label": "7 B"}
    teacher = teacher or make_user(Role.TEACHER)
    return open_class(teacher=teacher, module=module, **{**usual, **said})


def join(school_class, address=ADDRESS, client_id=None):
    """A new learner in the class."""
    code = school_class.code.code
    return join_class(code=code, client_id=client_id or uuid.uuid4(), address=address)


def answer(seat, step, *response):
    """What the learner of this seat chose at a step; the step is done then."""
    answer_step(
        learner=seat.learner,
        place=place_of(seat.learner),
        activity=seat.school_class.module.translation_key,
        step=step.translation_key,
        question_id=step.question_id,
        client_id=uuid.uuid4(),
        response=response,
    )
    finish_step(learner=seat.learner, step=step)


def address(school_class, rest=""):
    """The teacher's page of a class, or what is below it."""
    return f"/clase/{school_class.public_id}/{rest}"


def shown(client, path):
    """The page at this address."""
    return client.get(path).content.decode()
