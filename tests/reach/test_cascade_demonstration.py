"""A demonstration's cascade shows something."""

import pytest
from django.utils import timezone

from lms.people.enums import Role
from lms.reach.selectors.cascade import cascade_of
from lms.reach.starter import cascade
from lms.training.models import Facilitator
from lms.training.starter import demonstration
from tests.factories import (
    CountyFactory,
    MemberOrganisationFactory,
    SchoolFactory,
    make_user,
)
from tests.training.facilitators import make_reader
from tests.training.programmes import make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(settings, roles):
    settings.DEMO = True
    SchoolFactory.create_batch(3)
    CountyFactory(mnemonic="VS", name="Vaslui", iso_code="VS", nuts3="VS")
    make_programme()
    trainer = make_user(
        Role.TRAINER, email="formator@demo.protect.ro", organisation=MemberOrganisationFactory()
    )
    teacher = make_reader(Role.TEACHER)
    teacher.email = "profesor@demo.protect.ro"
    teacher.save()
    demonstration.load()
    cascade.load()
    return trainer


def test_three_of_those_who_were_trained_taught_six_hours(trainer):
    today = timezone.localdate()
    found = [cascade_of(trainer, year, today).reached for year in (today.year - 1, today.year)]
    assert sum(one.cell.sessions for one in found) == 6


def test_loading_again_adds_nothing(trainer):
    assert cascade.load() == "0 demo sessions after a training"


def test_one_of_two_facilitators_has_an_account(trainer):
    tied = [one.user is not None for one in Facilitator.objects.order_by("pk")]
    assert tied == [True, False]
