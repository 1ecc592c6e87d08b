"""Nobody verifies what they said themselves, however long ago; who returned it said nothing."""

import pytest
from django.urls import reverse

from lms.campaigns.services import correct_run, return_run
from lms.classrooms.services import (
    OwnSession,
    correct_class_session,
    return_class_session,
    set_duplicate_override,
    verify_class_session,
)
from lms.classrooms.tokens import teacher_token
from lms.people.roles import Role
from lms.reach.inbox import drawer_of, entries_of
from lms.reach.models import DeclaredFigure, Submission
from lms.reach.selectors import names_of
from lms.reach.selectors.inbox import Kind, waiting_for
from lms.reach.services.declaring import correct_figure, declare_zeros, submit_figures
from lms.reach.services.periods import open_period
from lms.reach.services.reviewing import accept_figures, return_figure
from tests.campaigns.test_registering_runs import registered
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_user
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def officer(roles):
    return make_user(Role.OFFICER, organisation=MemberOrganisationFactory())


@pytest.fixture
def reviewer(roles):
    return make_user(Role.SECRETARIAT)


def drawer(user, kind):
    waiting = waiting_for(user, YEAR)
    (entry, *_others) = entries_of(waiting.rows(kind), waiting, names_of())
    return drawer_of(entry, user)


def returned_and_sent_again(officer, reviewer):
    """The one figure that waits, answered after this reviewer returned it."""
    period = open_period(year=YEAR)
    declare_zeros(period=period, by=officer)
    submit_figures(period=period, edition=1, by=officer)
    figure, *others = DeclaredFigure.objects.order_by("pk")
    return_figure(figure=figure, expected=2, reason="De unde?", by=reviewer)
    accept_figures(figures=others, by=reviewer)
    correct_figure(figure=figure, expected=3, by=officer, value=4)
    submit_figures(period=period, edition=Submission.objects.get().edition, by=officer)
    return figure


def test_who_returned_a_figure_accepts_it_once_it_is_corrected(client, officer, reviewer):
    figure = returned_and_sent_again(officer, reviewer)
    client.force_login(reviewer)
    page = client.get(f"{reverse('reach:inbox')}?an={YEAR}&ales={figure.public_id}")
    assert 'value="accepta"' in page.content.decode()


def test_who_returned_a_run_accepts_it_once_it_is_corrected(officer, reviewer):
    run = registered(officer)
    return_run(run=run, expected=1, reason="De unde?", by=reviewer)
    correct_run(run=run, expected=2, by=officer, people=90)
    assert not drawer(reviewer, Kind.RUNS)["is_own"]


def test_numbers_stay_ones_own_when_somebody_else_speaks_after(reviewer):
    session = make_session(school=SchoolFactory(), adults=2)
    correct_class_session(session=session, expected=1, by=reviewer, girls=14)
    set_duplicate_override(session=session, override="count", by=make_user(Role.SECRETARIAT))
    with pytest.raises(OwnSession):
        verify_class_session(session=session, by=reviewer)


@pytest.mark.parametrize("column", ["teacher_token", "claimed_token"])
def test_who_held_a_session_without_signing_in_does_not_verify_it(reviewer, column):
    session = make_session(school=SchoolFactory())
    type(session).objects.update(**{column: teacher_token(reviewer.email)})
    session.refresh_from_db()
    with pytest.raises(OwnSession):
        verify_class_session(session=session, by=reviewer)


def test_who_returned_a_session_verifies_it_once_it_is_corrected(reviewer, officer):
    session = make_session(school=SchoolFactory(), author=officer)
    return_class_session(session=session, reason="Câte?", by=reviewer)
    correct_class_session(session=session, expected=2, by=officer, girls=14)
    assert verify_class_session(session=session, by=reviewer).current.status == "verified"


def test_who_said_that_a_session_is_no_duplicate_verifies_it(reviewer):
    session = make_session(school=SchoolFactory())
    set_duplicate_override(session=session, override="count", by=reviewer)
    assert verify_class_session(session=session, by=reviewer).current.status == "verified"
