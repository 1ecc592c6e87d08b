"""Who may see and decide on which rows, asked of the QuerySets themselves."""

import pytest
from django.contrib.auth.models import AnonymousUser

from lms.classrooms.models import ClassSession, SessionImport
from lms.classrooms.services import receive_import
from lms.classrooms.tokens import teacher_token
from lms.people.roles import Role
from tests.classrooms.builders import make_session
from tests.factories import MemberOrganisationFactory, make_plan, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
NOBODY_ELSES = {"own", "confirmed before there was an account"}


@pytest.fixture
def organisation():
    return MemberOrganisationFactory()


@pytest.fixture
def sessions(organisation):
    """One session of every kind, by what it is to `user`."""

    def made_for(user):
        plan, email = make_plan(), user.email
        confirmed = {"channel": "qr", "teacher": teacher_token(email)}
        return {
            "own": make_session(plan=plan, author=user),
            "confirmed before there was an account": make_session(plan=plan, **confirmed),
            "of the organisation": make_session(plan=plan, organisation=organisation),
            "of another organisation": make_session(
                plan=plan, organisation=MemberOrganisationFactory()
            ),
            "of a colleague": make_session(plan=plan, author=make_user(Role.TEACHER)),
        }

    return made_for


def kinds(found, sessions):
    return {kind for kind, session in sessions.items() if session in found}


@pytest.mark.parametrize(
    ("role", "more"),
    [
        (Role.TEACHER, set()),
        (Role.TRAINER, set()),
        (Role.EDITOR, set()),
        (Role.OFFICER, {"of the organisation"}),
        (
            Role.SECRETARIAT,
            {"of the organisation", "of another organisation", "of a colleague"},
        ),
    ],
)
def test_each_role_sees_its_own_sessions_and_no_others(role, more, sessions, organisation):
    user = make_user(role, organisation=organisation)
    made = sessions(user)
    assert kinds(ClassSession.objects.for_user(user), made) == NOBODY_ELSES | more


@pytest.mark.parametrize(
    ("role", "decides_on"),
    [
        (Role.TEACHER, set()),
        (Role.TRAINER, set()),
        (Role.EDITOR, set()),
        (Role.OFFICER, {"of the organisation"}),
        (
            Role.SECRETARIAT,
            {*NOBODY_ELSES, "of the organisation", "of another organisation", "of a colleague"},
        ),
    ],
)
def test_each_role_decides_on_the_sessions_of_its_organisation(
    role, decides_on, sessions, organisation
):
    user = make_user(role, organisation=organisation)
    made = sessions(user)
    assert kinds(ClassSession.objects.acceptable_by(user), made) == decides_on


def test_an_officer_without_an_organisation_decides_on_nothing(sessions):
    user = make_user(Role.OFFICER)
    made = sessions(user)
    assert kinds(ClassSession.objects.acceptable_by(user), made) == set()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SECRETARIAT])
def test_whoever_has_a_closed_account_sees_nothing(role, sessions):
    user = make_user(role)
    sessions(user)
    user.is_active = False
    assert not ClassSession.objects.for_user(user).exists()


def test_whoever_is_not_signed_in_sees_nothing(sessions):
    sessions(make_user(Role.TEACHER))
    assert not ClassSession.objects.for_user(AnonymousUser()).exists()


def test_a_file_is_its_senders_alone(organisation):
    sender = make_user(Role.OFFICER, organisation=organisation)
    receive_import(uploaded_by=sender, file_name="ore.csv", rows=[])
    colleague = make_user(Role.OFFICER, organisation=organisation)
    assert SessionImport.objects.for_user(sender).count() == 1
    assert not SessionImport.objects.for_user(colleague).exists()
    assert not SessionImport.objects.for_user(make_user(Role.SECRETARIAT)).exists()


def test_a_sender_who_may_not_import_any_more_sees_no_file(organisation):
    sender = make_user(Role.OFFICER, organisation=organisation)
    receive_import(uploaded_by=sender, file_name="ore.csv", rows=[])
    sender.groups.clear()
    sender = type(sender).objects.get(pk=sender.pk)
    assert not SessionImport.objects.for_user(sender).exists()
