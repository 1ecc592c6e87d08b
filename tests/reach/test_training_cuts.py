"""T3a to T3c: the trainings by programme, county and place, and who holds a certificate."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lms.core.periods import Period
from lms.people.roles import Role
from lms.reach.counting import TrainingCut, TrainingFact, count_trainings
from lms.reach.selectors import training_facts
from lms.training.models import Certificate
from lms.training.services import close_event, count_heads, revoke_certificate
from tests.factories import make_user
from tests.training.event_factories import (
    make_event,
    make_participant,
    make_trainer,
    say_present,
)


def held(reference, people="", participants=0, **fields):
    usual = {"programme": "p1", "county": "CJ", "place": "in_person"}
    return TrainingFact(
        reference, "ELIB", "ong", "", "list" if people else "count", date(2026, 3, 4), "reported",
        participants, frozenset(people), **(usual | fields),
    )  # fmt: skip


def cut(facts, by, unit="persons"):
    cells = count_trainings(facts).by_cut[by]
    return {part: getattr(cell, unit) for part, cell in cells.items()}


FACTS = [
    held("A", people="ab", completed=frozenset("a")),
    held("A", participants=20),
    held("B", people="bc", programme="p2", county="", place="online", completed=frozenset("bc")),
    held("IMPORT", participants=5, programme="", county="", place=""),
]


@pytest.mark.parametrize(
    ("by", "persons"),
    [
        (TrainingCut.PROGRAMME, {"p1": 22, "p2": 2, "": 5}),
        (TrainingCut.COUNTY, {"CJ": 22, "": 7}),
        (TrainingCut.PLACE, {"in_person": 22, "online": 2, "": 5}),
    ],
)
def test_each_part_has_its_persons(by, persons):
    assert cut(FACTS, by) == persons


@pytest.mark.parametrize("by", TrainingCut)
@pytest.mark.parametrize("unit", ["seats", "trainings"])
def test_seats_and_trainings_of_the_parts_add_up(by, unit):
    whole = getattr(count_trainings(FACTS).whole, unit)
    assert sum(cut(FACTS, by, unit).values()) == whole


def test_who_holds_two_certificates_completed_once():
    assert count_trainings(FACTS).whole.completed == 3


@pytest.fixture
def trainer(roles):
    return make_trainer()


@pytest.fixture
def certificate(trainer):
    """That of one of the two who were on the list, beside twenty counted heads."""
    event = make_event(trainer, hours=-3)
    for name in ("Ana Popescu", ""):
        say_present(event.sittings.get(), make_participant(event, name=name), trainer)
    count_heads(event=event, people={"ong": 20}, by=trainer)
    close_event(event=event, expected=1, by=trainer)
    return Certificate.objects.get()


def completed(as_of=None):
    day = timezone.localdate(timezone.now() - timedelta(hours=3))
    return count_trainings(training_facts(Period.year(day.year), as_of)).whole.completed


@pytest.mark.django_db
def test_who_got_a_certificate_has_completed(certificate):
    assert completed() == 1


@pytest.mark.django_db
def test_a_revoked_certificate_completes_nobody_from_then_on(certificate, trainer):
    before = timezone.now()
    revoke_certificate(certificate=certificate, reason="Alt om.", by=trainer)
    assert (completed(before), completed()) == (1, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["program=x", "judet=XX", "unde=acasa"])
def test_a_part_that_nobody_knows_has_no_list(client, roles, query):
    client.force_login(make_user(Role.SECRETARIAT))
    assert client.get(f"/raport/2026/formari/?{query}").status_code == 404


@pytest.mark.django_db
def test_a_part_opens_to_its_trainings(client, certificate):
    event = certificate.participant.event
    client.force_login(make_user(Role.SECRETARIAT))
    year = timezone.localdate(event.sittings.get().starts_at).year
    county = event.county.mnemonic
    page = client.get(f"/raport/{year}/formari/?judet={county}&unde=in_person").content.decode()
    assert event.code in page


@pytest.mark.django_db
def test_another_part_has_not_these_trainings(client, certificate):
    event = certificate.participant.event
    client.force_login(make_user(Role.SECRETARIAT))
    year = timezone.localdate(event.sittings.get().starts_at).year
    page = client.get(f"/raport/{year}/formari/?unde=online").content.decode()
    assert event.code not in page
