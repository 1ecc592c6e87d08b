"""An officer declares the year: nobody else's, zero said, once however often it is sent."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from lms.core.record_status import RecordStatus
from lms.organisations.models import Membership
from lms.people.roles import Role
from lms.reach.enums import PeriodState, SubmissionState
from lms.reach.indicators import PrintedIndicator
from lms.reach.models import AuditEvent, DeclaredFigure, ReportingPeriod, Submission
from lms.reach.services.declaring import (
    correct_figure,
    declare_figure,
    declare_zeros,
    submit_figures,
    take_back_figures,
    withdraw_figure,
)
from lms.reach.services.periods import open_period
from lms.reach.services.problems import (
    AlreadyDeclared,
    FigureMovedOn,
    FiguresMissing,
    FiguresReturned,
    NotAMember,
    NotWritable,
    PeriodMovedOn,
)
from lms.reach.services.reviewing import return_figure
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = pytest.mark.django_db
YEAR = 2026
DAY_CENTRE = PrintedIndicator.DAY_CENTRES.value


@pytest.fixture
def period(roles):
    return open_period(year=YEAR)


@pytest.fixture
def officer(period):
    return make_user(Role.OFFICER, organisation=MemberOrganisationFactory())


@pytest.fixture
def reviewer(period):
    return make_user(Role.SECRETARIAT)


def declared(period, by, **said):
    said = {"indicator": DAY_CENTRE, "client_id": uuid4(), "value": 12} | said
    return declare_figure(period=period, by=by, **said)


def member_until(organisation, day):
    Membership.objects.create(organisation=organisation, since=date(2015, 1, 1), until=day)


def handed_in(period, by):
    declare_zeros(period=period, by=by)
    submission = Submission.objects.get(organisation=by.organisation)
    return submit_figures(period=period, edition=submission.edition, by=by)


def test_a_declared_figure_is_a_draft(period, officer):
    assert declared(period, officer).latest.status == RecordStatus.DRAFT


def test_a_form_that_is_sent_twice_is_one_figure(period, officer):
    key = uuid4()
    one, other = (declared(period, officer, client_id=key) for _ in range(2))
    assert (one.pk, one.revisions.count()) == (other.pk, 1)


@pytest.mark.parametrize("change", [{"value": 13}, {"part": "femei"}, {"indicator": "repatriere"}])
def test_a_form_that_is_sent_again_with_something_else_is_not_taken_for_the_same(
    period, officer, change
):
    key = uuid4()
    declared(period, officer, client_id=key)
    with pytest.raises(AlreadyDeclared):
        declared(period, officer, client_id=key, **change)


def test_a_figure_that_the_organisation_has_is_not_declared_again(period, officer):
    declared(period, officer)
    with pytest.raises(AlreadyDeclared):
        declared(period, officer)


def test_a_figure_that_was_taken_back_can_be_declared_again(period, officer):
    figure = withdraw_figure(figure=declared(period, officer), reason="greșeală", by=officer)
    declared(period, officer, value=3)
    figure.refresh_from_db()
    assert (figure.latest.number, figure.latest.value) == (3, 3)


def test_who_was_no_member_in_the_year_declares_nothing(period, officer):
    member_until(officer.organisation, date(YEAR - 1, 12, 31))
    with pytest.raises(NotAMember):
        declared(period, officer)


def test_who_was_a_member_for_a_part_of_the_year_declares(period, officer):
    member_until(officer.organisation, date(YEAR, 1, 31))
    assert declared(period, officer).latest.value == 12


def test_somebody_without_an_organisation_declares_nothing(period, reviewer):
    with pytest.raises(PermissionDenied):
        declared(period, reviewer)


def test_an_officer_does_not_correct_the_figure_of_another_organisation(period, officer):
    other = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    with pytest.raises(PermissionDenied):
        correct_figure(figure=declared(period, officer), expected=1, by=other, value=1)


def test_the_key_of_another_organisations_form_is_refused(period, officer):
    other = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    figure = declared(period, officer)
    with pytest.raises(PermissionDenied):
        declared(period, other, client_id=figure.client_id)


def test_a_correction_keeps_what_was_said_before(period, officer):
    figure = correct_figure(figure=declared(period, officer), expected=1, by=officer, value=15)
    assert list(figure.revisions.values_list("value", flat=True)) == [12, 15]


def test_a_correction_of_an_older_state_is_told(period, officer):
    figure = correct_figure(figure=declared(period, officer), expected=1, by=officer, value=15)
    with pytest.raises(FigureMovedOn):
        correct_figure(figure=figure, expected=1, by=officer, value=16)


def test_the_same_correction_sent_twice_is_one_revision(period, officer):
    figure = declared(period, officer)
    for _ in range(2):
        correct_figure(figure=figure, expected=1, by=officer, value=15)
    assert figure.revisions.count() == 2


def test_zeros_are_said_for_what_is_missing_only(period, officer):
    declared(period, officer)
    made = declare_zeros(period=period, by=officer)
    assert len(made) == len(PrintedIndicator) - 1


def test_nothing_is_handed_in_while_a_figure_is_missing(period, officer):
    declared(period, officer)
    with pytest.raises(FiguresMissing):
        submit_figures(period=period, edition=1, by=officer)


def test_a_part_does_not_stand_for_its_figure(period, officer):
    declared(period, officer, part="femei")
    assert PrintedIndicator.DAY_CENTRES in {
        PrintedIndicator(one.indicator) for one in declare_zeros(period=period, by=officer)
    }


def test_what_is_handed_in_is_reported(period, officer):
    handed_in(period, officer)
    statuses = set(DeclaredFigure.objects.values_list("latest__status", flat=True))
    assert statuses == {RecordStatus.REPORTED}


def test_what_is_handed_in_cannot_be_changed(period, officer):
    handed_in(period, officer)
    with pytest.raises(NotWritable):
        correct_figure(figure=DeclaredFigure.objects.first(), expected=2, by=officer, value=1)


def test_who_looked_at_an_older_state_hands_in_nothing(period, officer):
    declare_zeros(period=period, by=officer)
    with pytest.raises(PeriodMovedOn):
        submit_figures(period=period, edition=7, by=officer)


def test_what_is_handed_in_can_be_taken_back_while_the_period_is_open(period, officer):
    submission = handed_in(period, officer)
    taken = take_back_figures(period=period, edition=submission.edition, by=officer)
    assert taken.state == SubmissionState.DRAFT


def test_nothing_is_taken_back_from_a_closed_period(period, officer):
    submission = handed_in(period, officer)
    ReportingPeriod.objects.update(state=PeriodState.SUBMITTED)
    with pytest.raises(NotWritable):
        take_back_figures(period=period, edition=submission.edition, by=officer)


def test_nothing_new_is_declared_in_a_closed_period(period, officer):
    ReportingPeriod.objects.update(state=PeriodState.SUBMITTED)
    with pytest.raises(NotWritable):
        declared(period, officer)


def returned(period, officer, reviewer):
    handed_in(period, officer)
    figure = DeclaredFigure.objects.order_by("pk").first()
    return return_figure(figure=figure, expected=2, reason="Verificați.", by=reviewer)


def test_a_returned_figure_is_corrected_after_the_period_was_closed(period, officer, reviewer):
    figure = returned(period, officer, reviewer)
    ReportingPeriod.objects.update(state=PeriodState.SUBMITTED)
    corrected = correct_figure(figure=figure, expected=3, by=officer, value=4)
    assert corrected.latest.value == 4


def test_a_returned_figure_must_be_answered_before_handing_in(period, officer, reviewer):
    returned(period, officer, reviewer)
    edition = Submission.objects.get().edition
    with pytest.raises(FiguresReturned):
        submit_figures(period=period, edition=edition, by=officer)


def test_every_declaration_is_written_down(period, officer):
    handed_in(period, officer)
    verbs = list(AuditEvent.objects.values_list("verb", flat=True))
    assert verbs.count("declared") == len(PrintedIndicator)


def test_a_typed_thousand_is_asked_about_and_kept(client, period, officer):
    client.force_login(officer)
    address = reverse("reach:declare_figure", args=[YEAR]) + f"?indicator={DAY_CENTRE}"
    said = {"value": "11,694", "qualifier": "exact", "method": "register"}
    page = client.post(address, said)
    assert "Scrieți numai cifrele, ca 11694." in page.content.decode()


def test_spaces_between_digits_are_read_over(client, period, officer):
    client.force_login(officer)
    address = reverse("reach:declare_figure", args=[YEAR]) + f"?indicator={DAY_CENTRE}"
    said = {"value": "11 694", "qualifier": "exact", "method": "register"}
    client.post(address, said | {"client_id": str(uuid4())})
    assert DeclaredFigure.objects.get().latest.value == 11694


def test_the_page_of_the_year_names_what_is_missing(client, period, officer):
    client.force_login(officer)
    page = client.get(reverse("reach:declare_year", args=[YEAR])).content.decode()
    assert "Mai lipsesc 8 cifre" in page


def test_a_figure_of_another_organisation_is_not_found(client, period, officer):
    other = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    figure = declared(period, officer)
    client.force_login(other)
    page = client.get(reverse("reach:correct_figure", args=[figure.public_id]))
    assert page.status_code == 404


def test_an_indicator_that_does_not_exist_is_not_found(client, period, officer):
    client.force_login(officer)
    page = client.get(reverse("reach:declare_figure", args=[YEAR]) + "?indicator=altceva")
    assert page.status_code == 404
