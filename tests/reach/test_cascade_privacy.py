"""The cascade points at nobody: whose hours they are is not to be read from a short list."""

import pytest

from lms.training.services import close_event
from tests.factories import MemberOrganisationFactory, SchoolFactory
from tests.reach.test_cascade import ANA, DAN, hold, seen, teach
from tests.training.event_factories import make_participant, make_trainer, say_present

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer(MemberOrganisationFactory(code="ELIB"))


@pytest.fixture
def school():
    return SchoolFactory()


def test_few_on_a_list_are_not_told_apart(trainer, school):
    hold(trainer, ANA, DAN)
    teach(ANA, school)
    [branch] = seen(trainer).branches
    assert branch.trainings[0].teachers == ()


def test_one_with_an_address_among_five_on_a_list_is_not_told_apart(trainer, school):
    event = hold(trainer, ANA, is_closed=False)
    for _ in range(4):
        nobody = make_participant(event, email="", institution="")
        say_present(event.sittings.get(), nobody, trainer)
    close_event(event=event, expected=1, by=trainer)
    teach(ANA, school)
    [branch] = seen(trainer).branches
    assert branch.trainings[0].reached.trained == 5
    assert branch.trainings[0].teachers == ()


def test_five_on_a_list_are_told_apart_by_number(trainer, school):
    hold(trainer, ANA, *(f"om{n}@example.org" for n in range(4)))
    teach(ANA, school)
    [branch] = seen(trainer).branches
    assert [one.number for one in branch.trainings[0].teachers] == [1]
