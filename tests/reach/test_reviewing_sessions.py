"""The secretariat verifies, returns and merges class sessions as it saw them."""

import pytest
from django.urls import reverse

from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession
from lms.classrooms.services import (
    NotOpen,
    OwnSession,
    accept_class_sessions,
    correct_class_session,
    verify_class_session,
)
from lms.people.roles import Role
from lms.reach.models import AuditEvent
from tests.factories import SchoolFactory, make_user, ticked
from tests.reach.factories import DAY, make_session, moment, revise

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def reviewer(roles):
    return make_user(Role.SECRETARIAT)


def inbox(**query):
    words = "&".join(f"{key}={value}" for key, value in ({"an": YEAR} | query).items())
    return f"{reverse('reach:inbox')}?{words}"


def act(client, session, decision, **more):
    said = {"decizie": decision, "an": YEAR, "fel": "dubluri", "revizia": 1, "revizia_cu": 1} | more
    address = reverse("reach:decide_session", args=[session.reference])
    return client.post(address, said, follow=True).content.decode()


@pytest.fixture
def pair(roles):
    school = SchoolFactory()
    return [make_session(school=school, recorded_at=moment(DAY, hour)) for hour in (10, 11)]


def test_a_duplicate_is_merged_into_the_session_that_counts(client, pair, reviewer):
    client.force_login(reviewer)
    act(client, pair[1], "uneste", cu=pair[0].reference, motiv="Aceeași oră.")
    merged = ClassSession.objects.get(pk=pair[1].pk).latest
    assert (merged.status, merged.merged_into) == (Status.VOID, pair[0])


def test_a_merge_needs_a_reason(client, pair, reviewer):
    client.force_login(reviewer)
    act(client, pair[1], "uneste", cu=pair[0].reference)
    assert ClassSession.objects.get(pk=pair[1].pk).latest.status == Status.REPORTED


def test_both_of_a_pair_can_be_counted(client, pair, reviewer):
    client.force_login(reviewer)
    act(client, pair[1], "ambele")
    assert "Dubluri (0)" in client.get(inbox()).content.decode()


@pytest.mark.parametrize("changed", [0, 1])
def test_a_pair_that_was_changed_meanwhile_is_not_merged(client, pair, reviewer, changed):
    correct_class_session(session=pair[changed], expected=1, class_label="8B")
    client.force_login(reviewer)
    page = act(client, pair[1], "uneste", cu=pair[0].reference, motiv="Aceeași oră.")
    assert "Cineva a schimbat sesiunea între timp." in page
    assert ClassSession.objects.get(pk=pair[1].pk).current.status != Status.VOID


def test_a_button_that_is_pressed_twice_is_one_decision(client, pair, reviewer):
    client.force_login(reviewer)
    pages = [act(client, pair[1], "verifica") for _ in range(2)]
    assert all("Sesiunea este verificată." in page for page in pages)


@pytest.mark.parametrize("decision", ["verifica", "ambele", "returneaza"])
def test_numbers_that_the_drawer_did_not_show_are_not_decided_on(client, pair, reviewer, decision):
    correct_class_session(session=pair[1], expected=1, girls=14)
    client.force_login(reviewer)
    act(client, pair[1], decision, motiv="Câte?")
    assert pair[1].revisions.count() == 2


def test_an_unconfirmed_session_that_was_changed_meanwhile_is_not_accepted(client, reviewer):
    session = make_session(school=SchoolFactory(), status="unconfirmed")
    correct_class_session(session=session, expected=1, girls=30)
    client.force_login(reviewer)
    act(client, session, "accepta")
    assert ClassSession.objects.get(pk=session.pk).current.status == Status.UNCONFIRMED


def test_a_merge_is_written_down(client, pair, reviewer):
    client.force_login(reviewer)
    act(client, pair[1], "uneste", cu=pair[0].reference, motiv="Aceeași oră.")
    event = AuditEvent.objects.get(verb="merged")
    assert event.subject == f"session:{pair[1].reference}"


def test_a_decision_that_does_not_exist_is_not_found(client, pair, reviewer):
    client.force_login(reviewer)
    address = reverse("reach:decide_session", args=[pair[1].reference])
    assert client.post(address, {"decizie": "altceva", "an": YEAR}).status_code == 404


@pytest.mark.parametrize(
    ("language", "words"),
    [("", ("se numără", "nu se numără")), ("/en", ("counted", "not counted"))],
)
def test_each_of_a_pair_says_whether_it_counts(client, pair, reviewer, language, words):
    client.force_login(reviewer)
    page = client.get(language + inbox(fel="dubluri")).content.decode()
    heads = (f"{one.reference} · {word}</h3>" for one, word in zip(pair, words, strict=True))
    assert all(head in page for head in heads)


def test_unconfirmed_sessions_are_accepted_many_at_once(client, reviewer):
    rows = [make_session(school=SchoolFactory(), status="unconfirmed") for _ in range(3)]
    client.force_login(reviewer)
    said = {"session": [ticked(row) for row in rows], "an": YEAR}
    page = client.post(reverse("reach:accept_many"), said, follow=True).content.decode()
    assert "3 sesiuni au fost acceptate." in page


def test_a_session_that_changed_since_the_list_was_shown_is_not_accepted(client, reviewer):
    session = make_session(school=SchoolFactory(), status="unconfirmed")
    said = {"session": [ticked(session)], "an": YEAR}
    revise(session, school=session.current.school, status="unconfirmed", girls=29)
    client.force_login(reviewer)
    client.post(reverse("reach:accept_many"), said)
    assert ClassSession.objects.get().current.status == "unconfirmed"


def test_what_an_officer_decides_is_among_the_decisions(reviewer):
    session = make_session(school=SchoolFactory(), status="unconfirmed")
    accept_class_sessions(sessions=[session], by=reviewer)
    assert AuditEvent.objects.filter(verb="accepted", subject=f"session:{session.reference}")


def test_who_registered_a_session_does_not_verify_it(reviewer):
    session = make_session(school=SchoolFactory(), author=reviewer)
    with pytest.raises(OwnSession):
        verify_class_session(session=session, by=reviewer)


def test_an_unconfirmed_session_is_not_verified(reviewer):
    session = make_session(school=SchoolFactory(), status="unconfirmed")
    with pytest.raises(NotOpen):
        verify_class_session(session=session, by=reviewer)


@pytest.mark.parametrize(("seen", "status"), [(1, Status.VERIFIED), (2, Status.REPORTED)])
def test_only_what_the_drawer_showed_is_verified(client, reviewer, seen, status):
    session = make_session(school=SchoolFactory())
    client.force_login(reviewer)
    act(client, session, "verifica", revizia=seen)
    assert ClassSession.objects.get(pk=session.pk).latest.status == status


def test_verifying_twice_is_one_revision(reviewer):
    session = make_session(school=SchoolFactory())
    for _ in range(2):
        verify_class_session(session=session, by=reviewer)
    assert session.revisions.count() == 2
