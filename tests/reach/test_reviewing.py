"""The secretariat verifies what somebody else said, returns with a reason, and merges."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from lms.core.record_status import RecordStatus
from lms.people.roles import Role
from lms.reach.enums import SubmissionState
from lms.reach.models import AuditEvent, DeclaredFigure, Submission
from lms.reach.services.declaring import declare_zeros, submit_figures
from lms.reach.services.periods import open_period
from lms.reach.services.problems import FigureMovedOn, OwnFigure, ReasonNeeded
from lms.reach.services.recording import record_figure
from lms.reach.services.reviewing import accept_figure, accept_figures, return_figure
from tests.factories import MemberOrganisationFactory, make_user
from tests.reach.factories import DAY, moment

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
