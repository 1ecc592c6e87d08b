"""The secretariat verifies what somebody else said, returns with a reason, and merges."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession
from lms.classrooms.services import (
    NotOpen,
    OwnSession,
    correct_class_session,
    verify_class_session,
)
from lms.core.record_status import RecordStatus
from lms.people.roles import Role
from lms.reach.enums import SubmissionState
from lms.reach.models import AuditEvent, DeclaredFigure, Submission
from lms.reach.services.declaring import declare_zeros, submit_figures
from lms.reach.services.periods import open_period
from lms.reach.services.problems import FigureMovedOn, OwnFigure, ReasonNeeded
from lms.reach.services.recording import record_figure
from lms.reach.services.reviewing import accept_figure, accept_figures, return_figure
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_user
from tests.reach.factories import DAY, make_session, moment

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def officer(roles):
    return make_user(Role.OFFICER, organisation=MemberOrganisationFactory(name="Asociația A"))


@pytest.fixture
def reviewer(roles):
    return make_user(Role.SECRETARIAT)


@pytest.fixture
def figures(officer):
    period = open_period(year=YEAR)
    declare_zeros(period=period, by=officer)
    submit_figures(period=period, edition=1, by=officer)
    return list(DeclaredFigure.objects.order_by("pk"))


def inbox(**query):
    words = "&".join(f"{key}={value}" for key, value in ({"an": YEAR} | query).items())
    return f"{reverse('reach:inbox')}?{words}"


def decide(client, figure, decision, **more):
    said = {"decizie": decision, "an": YEAR, "revizia": figure.latest.number} | more
    address = reverse("reach:decide_figure", args=[figure.public_id])
    return client.post(address, said, follow=True).content.decode()


def test_an_accepted_figure_is_verified(figures, reviewer):
    (accepted,) = accept_figures(figures=figures[:1], by=reviewer)
    assert accepted.latest.status == RecordStatus.VERIFIED


def test_the_last_accepted_figure_accepts_the_submission(figures, reviewer):
    accept_figures(figures=figures, by=reviewer)
    assert Submission.objects.get().state == SubmissionState.ACCEPTED


def test_a_submission_with_a_figure_left_is_not_accepted(figures, reviewer):
    accept_figures(figures=figures[1:], by=reviewer)
    assert Submission.objects.get().state == SubmissionState.SUBMITTED


def test_accepting_what_came_in_a_file_leaves_the_rest_to_the_organisation(officer, reviewer):
    period = open_period(year=YEAR)
    Submission.objects.create(period=period, organisation=officer.organisation)
    imported, _new = record_figure(
        organisation_id=officer.organisation_id, indicator="centre_de_zi", year=YEAR,
        recorded_at=moment(DAY), value=12, status="reported",
    )  # fmt: skip
    accept_figures(figures=[imported.figure], by=reviewer)
    assert Submission.objects.get().state == SubmissionState.DRAFT


def test_accepting_again_changes_nothing(figures, reviewer):
    accept_figures(figures=figures, by=reviewer)
    assert accept_figures(figures=figures, by=reviewer) == []


def test_an_officer_accepts_nothing(figures, officer):
    with pytest.raises(PermissionDenied):
        accept_figures(figures=figures, by=officer)


def test_who_declared_a_figure_does_not_verify_it(roles):
    both = make_user(Role.OFFICER, Role.SECRETARIAT, organisation=MemberOrganisationFactory())
    period = open_period(year=YEAR)
    declare_zeros(period=period, by=both)
    submit_figures(period=period, edition=1, by=both)
    with pytest.raises(OwnFigure):
        accept_figures(figures=DeclaredFigure.objects.all(), by=both)


def test_a_returned_figure_does_not_count(figures, reviewer):
    back = return_figure(figure=figures[0], expected=2, reason="De unde?", by=reviewer)
    assert back.latest.status == RecordStatus.REJECTED


def test_a_returned_figure_returns_the_submission_with_its_reason(figures, reviewer):
    return_figure(figure=figures[0], expected=2, reason="De unde?", by=reviewer)
    row = Submission.objects.get()
    assert (row.state, row.reason) == (SubmissionState.RETURNED, "De unde?")


def test_nothing_is_returned_without_a_reason(figures, reviewer):
    with pytest.raises(ReasonNeeded):
        return_figure(figure=figures[0], expected=2, reason="  ", by=reviewer)


def test_a_figure_that_moved_on_is_not_returned(figures, reviewer):
    with pytest.raises(FigureMovedOn):
        return_figure(figure=figures[0], expected=1, reason="De unde?", by=reviewer)


def test_a_figure_that_moved_on_is_not_accepted(figures, reviewer):
    seen = figures[0]
    return_figure(figure=DeclaredFigure.objects.get(pk=seen.pk), expected=2, reason="Cum?",
                  by=reviewer)  # fmt: skip
    with pytest.raises(FigureMovedOn):
        accept_figure(figure=seen, expected=2, by=reviewer)


def test_every_decision_is_written_down_with_its_reason(figures, reviewer):
    return_figure(figure=figures[0], expected=2, reason="De unde?", by=reviewer)
    event = AuditEvent.objects.filter(verb="returned").last()
    assert (event.actor, event.reason) == (reviewer, "De unde?")


def test_the_inbox_shows_what_was_handed_in(client, figures, reviewer):
    client.force_login(reviewer)
    assert "Cifre declarate (8)" in client.get(inbox()).content.decode()


def test_drafts_are_not_in_the_inbox(client, officer, reviewer):
    declare_zeros(period=open_period(year=YEAR), by=officer)
    client.force_login(reviewer)
    assert "Cifre declarate (0)" in client.get(inbox()).content.decode()


def test_the_inbox_is_closed_to_an_officer(client, officer):
    client.force_login(officer)
    assert client.get(inbox()).status_code == 403


def test_one_press_accepts_all_of_an_organisation(client, figures, reviewer):
    client.force_login(reviewer)
    assert "8 cifre sunt acceptate." in decide(client, figures[0], "accepta_tot")


def test_returning_without_a_reason_is_told(client, figures, reviewer):
    client.force_login(reviewer)
    assert "Scrieți motivul" in decide(client, figures[0], "returneaza")


def test_a_reason_that_came_too_late_is_not_lost(client, figures, reviewer):
    client.force_login(reviewer)
    page = decide(client, figures[0], "returneaza", revizia=1, motiv="De unde știm?")
    assert "De unde știm?</textarea>" in page


@pytest.mark.parametrize("decision", ["accepta", "accepta_tot"])
def test_a_figure_that_the_drawer_did_not_show_is_not_accepted(client, figures, reviewer, decision):
    client.force_login(reviewer)
    decide(client, figures[0], decision, revizia=1)
    figures[0].refresh_from_db()
    assert figures[0].latest.status == RecordStatus.REPORTED


def test_after_a_decision_the_next_figure_is_in_the_drawer(client, figures, reviewer):
    client.force_login(reviewer)
    following = str(figures[1].public_id)
    said = {"decizie": "accepta", "an": YEAR, "revizia": 2, "urmatorul": following}
    answer = client.post(reverse("reach:decide_figure", args=[figures[0].public_id]), said)
    assert f"ales={following}" in answer["Location"]


def test_a_figure_far_from_the_year_before_is_marked(client, officer, reviewer):
    for year, value in ((YEAR - 1, 10), (YEAR, 100)):
        record_figure(
            organisation_id=officer.organisation_id, indicator="centre_de_zi", year=year,
            recorded_at=moment(DAY), value=value, status="reported",
        )  # fmt: skip
    client.force_login(reviewer)
    assert "departe de anul trecut" in client.get(inbox(fel="cifre")).content.decode()


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
    said = {"session": [row.reference for row in rows], "an": YEAR}
    page = client.post(reverse("reach:accept_many"), said, follow=True).content.decode()
    assert "3 sesiuni au fost acceptate." in page


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
