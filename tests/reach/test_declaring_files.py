"""An officer sends a year's figures as a file: shown first, all or none, the same file once."""

import io
import re
from uuid import uuid4

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from lms.core.record_status import RecordStatus
from lms.people.roles import Role
from lms.reach.enums import PeriodState
from lms.reach.models import AuditEvent, DeclaredFigure, DeclaredFigureRevision, ReportingPeriod
from lms.reach.services.declaring import correct_figure, declare_figure, declare_zeros
from lms.reach.services.periods import open_period
from tests.factories import MemberOrganisationFactory, make_user
from tests.reach.figure_tables import GOOD, TITLES, table, workbook

pytestmark = pytest.mark.django_db
YEAR = 2026
UPLOAD = "reach:declare_file"


@pytest.fixture
def period(roles):
    return open_period(year=YEAR)


@pytest.fixture
def officer(period):
    return make_user(Role.OFFICER, organisation=MemberOrganisationFactory())


@pytest.fixture
def officers_client(client, officer):
    client.force_login(officer)
    return client


def shown(client, content: bytes, name: str = "cifre.csv") -> str:
    file = SimpleUploadedFile(name, content)
    return client.post(reverse(UPLOAD, args=[YEAR]), {"file": file}).content.decode()


def signed_in(page: str) -> str:
    return re.search(r'name="randuri" value="([^"]+)"', page)[1]


def save(client, signed: str, year: int = YEAR) -> str:
    address = reverse("reach:save_figure_file", args=[year])
    return client.post(address, {"randuri": signed}, follow=True).content.decode()


def sent(client, content: bytes) -> str:
    return save(client, signed_in(shown(client, content)))


def template(client, kind: str) -> bytes:
    return client.get(reverse(f"reach:figure_file_{kind}", args=[YEAR])).content


def declared(period, by, **said):
    said = {"indicator": "centre_de_zi", "value": 12, "method": "register"} | said
    return declare_figure(period=period, client_id=uuid4(), by=by, **said)


def test_a_good_file_is_shown_before_anything_is_saved(officers_client):
    page = shown(officers_client, table(GOOD))
    assert ("cifră nouă" in page, DeclaredFigure.objects.count()) == (True, 0)


def test_a_confirmed_file_is_declared_as_drafts(officers_client):
    sent(officers_client, table(GOOD))
    latest = DeclaredFigure.objects.get().latest
    said = (latest.value, latest.qualifier, latest.method, latest.source, latest.status)
    assert said == (12, "circa", "register", "registrul centrului", RecordStatus.DRAFT)


def test_a_workbook_says_the_same_as_a_csv(officers_client):
    row = ["centre_de_zi", "", "", "", 12.0, "Circa", "din registrul organizației", 2026, None]
    sent(officers_client, workbook(row))
    latest = DeclaredFigure.objects.get().latest
    assert (latest.value, latest.qualifier, latest.method) == (12, "circa", "register")


def test_a_file_belongs_to_the_officers_own_organisation(officers_client, officer):
    sent(officers_client, table(GOOD))
    assert DeclaredFigure.objects.get().organisation == officer.organisation


def test_no_column_names_an_organisation(officers_client):
    content = f"org_code;{TITLES}\r\nALTA;{GOOD}\r\n".encode()
    assert "coloana org_code" in shown(officers_client, content)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_our_own_table_comes_back_without_a_change(officers_client, officer, period, kind):
    declared(period, officer, source="=2+2", evidence="-dosar; „la sediu”")
    declared(period, officer, part="@femei", value=3)
    declared(
        period, officer, indicator="persoane_instruite", audience="profesori", in_addition=True
    )
    declare_zeros(period=period, by=officer)
    before = DeclaredFigureRevision.objects.count()
    page = sent(officers_client, template(officers_client, kind))
    assert (DeclaredFigureRevision.objects.count(), "nu schimbă nimic" in page) == (before, True)


def test_the_table_has_a_row_for_every_figure_that_is_missing(officers_client):
    sheet = load_workbook(io.BytesIO(template(officers_client, "xlsx"))).active
    assert sheet.max_row == 9


def test_the_csv_is_for_a_romanian_spreadsheet(officers_client):
    assert template(officers_client, "csv").startswith(b'\xef\xbb\xbf"indicator";"denumire"')


def test_zero_is_said(officers_client):
    sent(officers_client, table("repatriere;;;;0;;;;;"))
    assert DeclaredFigure.objects.get().latest.value == 0


def test_an_empty_value_says_nothing(officers_client):
    page = sent(officers_client, table("repatriere;;;;;;;;;"))
    assert ("nu schimbă nimic" in page, DeclaredFigure.objects.count()) == (True, 0)


def test_an_empty_cell_leaves_what_was_said(officers_client, officer, period):
    declared(period, officer, source="dosare")
    sent(officers_client, table("centre_de_zi;;;;15;;;;;"))
    latest = DeclaredFigure.objects.get().latest
    assert (latest.value, latest.method, latest.source) == (15, "register", "dosare")


@pytest.mark.parametrize("typed", ["11,694", "750.000", "78 970"])
def test_a_separated_thousand_is_asked_about(officers_client, typed):
    page = shown(officers_client, table(f"repatriere;;;;{typed};;register;;;"))
    assert "se poate citi în două feluri; scrieți numai cifrele" in page


def test_an_unknown_indicator_is_told_by_line_and_column(officers_client):
    page = shown(officers_client, table(GOOD, "altceva;;;;3;;register;;;"))
    assert "Rândul 3, coloana indicator:" in page


def test_a_file_that_is_too_big_is_refused(officers_client):
    page = shown(officers_client, table(GOOD) + b"\r\n" * 1_000_001)
    assert "Fișierul este prea mare: cel mult 2 MB." in page


def test_nothing_is_offered_for_saving_while_there_is_an_error(officers_client):
    page = shown(officers_client, table(GOOD, "repatriere;;;;x;;register;;;"))
    assert 'name="randuri"' not in page


def test_what_changes_is_shown_from_what_to_what(officers_client, officer, period):
    declared(period, officer)
    assert "12 → <b>15</b>" in shown(officers_client, table("centre_de_zi;;;;15;;;;;"))


def verified(period, by):
    figure = declared(period, by)
    latest = figure.latest
    figure.latest = figure.revisions.create(
        number=2, recorded_at=latest.recorded_at, status=RecordStatus.VERIFIED, value=12,
        method="register",
    )  # fmt: skip
    figure.save()
    return figure


def test_a_verified_figure_that_stays_is_still_verified(officers_client, officer, period):
    verified(period, officer)
    sent(officers_client, table("centre_de_zi;;;;12;;register;;;"))
    assert DeclaredFigure.objects.get().latest.status == RecordStatus.VERIFIED


def test_a_verified_figure_does_not_change_silently(officers_client, officer, period):
    verified(period, officer)
    page = shown(officers_client, table("centre_de_zi;;;;15;;;;;"))
    assert "Era verificată; se verifică din nou." in page


def test_the_same_file_sent_twice_changes_nothing(officers_client):
    sent(officers_client, table(GOOD))
    sent(officers_client, table(GOOD))
    assert DeclaredFigureRevision.objects.count() == 1


def test_a_confirmation_pressed_twice_saves_once(officers_client):
    signed = signed_in(shown(officers_client, table(GOOD)))
    save(officers_client, signed)
    page = save(officers_client, signed)
    assert ("nu schimbă nimic" in page, AuditEvent.objects.filter(verb="declared").count()) == (
        True,
        1,
    )


def test_nothing_is_half_done_when_a_colleague_was_faster(officers_client, officer, period):
    figure = declared(period, officer)
    rows = table("repatriere;;;;3;;register;;;", "centre_de_zi;;;;15;;;;;")
    signed = signed_in(shown(officers_client, rows))
    correct_figure(figure=figure, expected=1, by=officer, value=14)
    page = save(officers_client, signed)
    assert ("Un coleg a schimbat cifra" in page, DeclaredFigure.objects.count()) == (True, 1)


def test_rows_that_were_changed_on_the_way_are_refused(officers_client):
    signed = signed_in(shown(officers_client, table(GOOD)))
    save(officers_client, "x" + signed)
    assert not DeclaredFigure.objects.exists()


def test_rows_that_were_shown_to_somebody_else_are_refused(officers_client, period):
    signed = signed_in(shown(officers_client, table(GOOD)))
    officers_client.force_login(make_user(Role.OFFICER, organisation=MemberOrganisationFactory()))
    page = save(officers_client, signed)
    assert ("nu mai este valabilă" in page, DeclaredFigure.objects.count()) == (True, 0)


def test_rows_of_another_year_are_refused(officers_client):
    open_period(year=YEAR - 1)
    save(officers_client, signed_in(shown(officers_client, table(GOOD))), YEAR - 1)
    assert not DeclaredFigure.objects.exists()


def test_nothing_else_that_we_sign_is_taken_for_rows(officers_client):
    save(officers_client, signing.dumps([[YEAR, 1, 1], []]))
    assert not DeclaredFigure.objects.exists()


def test_a_closed_period_takes_no_file(officers_client):
    ReportingPeriod.objects.update(state=PeriodState.SUBMITTED)
    page = officers_client.get(reverse(UPLOAD, args=[YEAR]), follow=True).content.decode()
    assert "nu se pot schimba acum" in page


def test_a_period_that_closed_after_the_preview_takes_nothing(officers_client):
    signed = signed_in(shown(officers_client, table(GOOD)))
    ReportingPeriod.objects.update(state=PeriodState.SUBMITTED)
    page = save(officers_client, signed)
    assert ("nu se pot schimba acum" in page, DeclaredFigure.objects.count()) == (True, 0)


@pytest.mark.parametrize(
    "name", [UPLOAD, "reach:save_figure_file", "reach:figure_file_csv", "reach:figure_file_xlsx"]
)
@pytest.mark.parametrize("role", [Role.TEACHER, Role.SECRETARIAT])
def test_other_roles_are_refused(client, period, name, role):
    client.force_login(make_user(role))
    method = client.post if name == "reach:save_figure_file" else client.get
    assert method(reverse(name, args=[YEAR])).status_code == 403
