"""RR2: what is merged is one void, pointing at the session that stands for both."""

import pytest
from django.core.exceptions import PermissionDenied

from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession
from lms.classrooms.services import NotOpen, merge_session, void_class_session
from lms.people.roles import Role
from tests.classrooms.builders import make_session
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def pair():
    return make_session(), make_session()


@pytest.fixture
def secretariat():
    return make_user(Role.SECRETARIAT)


def merge(session, into, by):
    return merge_session(session=session, into=into, reason="aceeași oră", by=by)


def now(session):
    return ClassSession.objects.get(pk=session.pk).current


def test_the_merged_session_is_void_and_points_at_the_other(pair, secretariat):
    merge(*pair, secretariat)
    said = now(pair[0])
    assert (said.status, said.merged_into, said.reason) == (Status.VOID, pair[1], "aceeași oră")


def test_the_other_session_stays_as_it_was(pair, secretariat):
    before = now(pair[1]).pk
    merge(*pair, secretariat)
    assert now(pair[1]).pk == before


def test_what_the_merged_session_said_stays_readable(pair, secretariat):
    merge(*pair, secretariat)
    assert pair[0].revisions.get(number=1).merged_into is None


def test_merging_again_changes_nothing(pair, secretariat):
    merge(*pair, secretariat)
    merge(*pair, secretariat)
    assert pair[0].revisions.count() == 2


def test_two_sessions_are_not_merged_into_each_other(pair, secretariat):
    merge(*pair, secretariat)
    with pytest.raises(NotOpen):
        merge(pair[1], pair[0], secretariat)


def test_nothing_is_merged_into_a_void_session(pair, secretariat):
    void_class_session(session=pair[1], reason="greșită")
    with pytest.raises(NotOpen):
        merge(*pair, secretariat)


def test_a_session_is_not_merged_into_itself(pair, secretariat):
    with pytest.raises(ValueError, match="another"):
        merge(pair[0], pair[0], secretariat)


def test_an_officer_merges_nothing_of_another_organisation(pair):
    officer = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    with pytest.raises(PermissionDenied):
        merge(*pair, officer)
