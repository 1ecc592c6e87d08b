"""Class sessions from a file: 123 rows twice, wrong files, wrong rows, other people's files."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession, ClassSessionRevision, SessionImport
from lms.classrooms.services import correct_class_session, void_class_session
from lms.classrooms.tokens import teacher_token
from lms.people.roles import Role
from tests.factories import (
    LocalityFactory,
    MemberOrganisationFactory,
    SchoolFactory,
    make_plan,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
ADDRESS = "/clase/import/"
REACH = [
    "session_ref",
    "revision",
    "recorded_at",
    "status",
    "org_code",
    "school_siiir",
    "class_label",
    "lesson_code",
    "date",
    "girls",
    "boys",
    "undisclosed",
    "adults",
    "duration_min",
    "modality",
    "group_type",
    "duplicate_override",
    "project_code",
]


@pytest.fixture
def school():
    return SchoolFactory(siiir="0561100001", name="Școala Gimnazială „Ion Creangă”")


@pytest.fixture
def plan():
    return make_plan(slug="siguranta")


@pytest.fixture
def officer(client):
    user = make_user(Role.OFFICER, organisation=MemberOrganisationFactory(code="ORGX"))
    client.force_login(user)
    return user


@pytest.fixture
def usual(officer, school, plan):
    """An ordinary row of the reach format."""
    return {
        "session_ref": "S1", "revision": 1, "school_siiir": school.siiir, "class_label": "7 B",
        "lesson_code": "siguranta", "date": "2026-11-16", "girls": 12, "boys": 14,
        "duration_min": 50,
    }  # fmt: skip


def as_csv(rows, titles=REACH, separator=","):
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, titles, delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def upload(client, content, name="sesiuni.csv"):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, content)})


def bring_in(client, content, name="sesiuni.csv"):
    """Upload and register; returns the import."""
    preview = upload(client, content, name)["Location"]
    client.post(preview)
    return SessionImport.objects.get(public_id=preview.rstrip("/").rsplit("/", 1)[-1])


def rows_of(client, content):
    return list(client.get(upload(client, content)["Location"]).context["page_of_rows"])


def many(usual, count=123):
    """As many different rows, without a reference of their own."""
    for number in range(count):
        day = date(2026, 9, 14) + timedelta(weeks=number // 24)
        label = f"{5 + number % 8} {'ABC'[number // 8 % 3]}"
        yield {**usual, "session_ref": "", "class_label": label, "date": day.isoformat()}


def test_r47_a_file_of_123_rows_brings_123_sessions_and_a_second_time_none(client, usual):
    content = as_csv(many(usual))
    first = bring_in(client, content).outcome
    second = bring_in(client, content).outcome
    assert ClassSession.objects.count() == 123
    assert (first["added"], second["added"], second["known"]) == (123, 0, 123)


def test_a_colleague_of_the_organisation_adds_nothing_with_the_same_file(client, usual, officer):
    content = as_csv(many(usual, 5))
    bring_in(client, content)
    client.force_login(make_user(Role.OFFICER, organisation=officer.organisation))
    assert bring_in(client, content).outcome["known"] == 5


def test_another_order_and_spelling_of_the_rows_adds_nothing(client, usual):
    rows = list(many(usual, 5))
    bring_in(client, as_csv(rows))
    respelt = [{**row, "class_label": row["class_label"].lower()} for row in reversed(rows)]
    assert bring_in(client, as_csv(respelt)).outcome["added"] == 0


def test_nothing_is_registered_before_the_word_to_go(client, usual):
    upload(client, as_csv([usual]))
    assert not ClassSession.objects.exists()


def test_the_word_to_go_said_twice_registers_once(client, usual):
    preview = upload(client, as_csv([usual]))["Location"]
    for _ in range(2):
        client.post(preview)
    assert ClassSessionRevision.objects.count() == 1


def test_the_rows_are_not_kept_once_they_are_registered(client, usual):
    assert bring_in(client, as_csv([usual])).rows == []


def test_an_imported_session_belongs_to_the_officers_organisation(client, usual, officer):
    bring_in(client, as_csv([usual]))
    latest = ClassSession.objects.get().latest
    assert (latest.organisation, latest.status) == (officer.organisation, Status.REPORTED)


def test_whoever_imports_is_not_the_teacher(client, usual):
    bring_in(client, as_csv([usual]))
    assert ClassSession.objects.get().teacher_token == ""


def test_a_teachers_mark_that_is_an_address_is_the_accounts_teacher(client, usual):
    titles = [*REACH, "teacher_token"]
    bring_in(client, as_csv([{**usual, "teacher_token": "Ana@Scoala.ro"}], titles))
    assert ClassSession.objects.get().teacher_token == teacher_token("ana@scoala.ro")


def test_a_column_that_is_unknown_is_left_behind(client, usual):
    upload(client, as_csv([{**usual, "elev": "Ion Popescu"}], [*REACH, "elev"]))
    assert "Ion Popescu" not in str(SessionImport.objects.get().rows)


def test_an_excel_file_with_romanian_titles_is_understood(client, officer, plan):
    SchoolFactory(name="Liceul „Avram Iancu”", locality=LocalityFactory(name="Turda"))
    book = Workbook()
    book.active.append(["Raport pe luna noiembrie"])
    book.active.append(["Data", "Școala", "Localitatea", "Clasa", "Lecția", "Nr. elevi", "Fete"])
    book.active.append(
        [date(2026, 11, 16), "Liceul Avram Iancu", "Turda", "a IX-a A", plan.title, 30, 16]
    )
    out = io.BytesIO()
    book.save(out)
    bring_in(client, out.getvalue(), "sesiuni.xlsx")
    latest = ClassSession.objects.get().latest
    assert (latest.plan, latest.grade, latest.girls, latest.undisclosed) == (plan, 9, 16, 14)


def test_a_code_that_lost_its_leading_zero_is_found(client, usual, school):
    bring_in(client, as_csv([{**usual, "school_siiir": "561100001"}]))
    assert ClassSession.objects.get().latest.school == school


def test_an_unknown_code_is_kept_and_said(client, usual):
    (row,) = rows_of(client, as_csv([{**usual, "school_siiir": "9999999999"}]))
    assert row.is_new
    assert "școala nu este în listă" in row.notes


def test_a_lesson_that_is_unknown_is_kept_as_one_from_elsewhere(client, usual):
    bring_in(client, as_csv([{**usual, "lesson_code": "L-ALTA"}]))
    latest = ClassSession.objects.get().latest
    assert (latest.plan, latest.lesson_code) == (None, "L-ALTA")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"girls": "multe"}, "nu este un număr"),
        ({"girls": "5000"}, "prea mult"),
        ({"boys": "-3"}, "nu este un număr"),
        ({"date": "mâine"}, "nu este o dată"),
        ({"date": ""}, "lipsește data"),
        ({"lesson_code": ""}, "lipsește lecția"),
        ({"school_siiir": ""}, "lipsește școala"),
        ({"modality": "telepatie"}, "nu recunoaștem"),
        ({"status": "gata"}, "nu recunoaștem"),
        ({"org_code": "NIMENI"}, "nu este în listă"),
        ({"revision": "x"}, "nu este un număr"),
    ],
)
def test_r47_a_wrong_row_says_what_is_wrong_and_is_left_out(client, usual, change, said):
    good = {**usual, "session_ref": "S2", "class_label": "8 A"}
    content = as_csv([{**usual, **change}, good])
    wrong = next(row for row in rows_of(client, content) if row.errors)
    assert said in " ".join(wrong.errors)
    outcome = bring_in(client, content).outcome
    assert (outcome["added"], outcome["refused"]) == (1, 1)


def test_an_officer_cannot_import_for_another_organisation(client, usual):
    MemberOrganisationFactory(code="ALTA")
    (row,) = rows_of(client, as_csv([{**usual, "org_code": "ALTA"}]))
    assert "doar pentru organizația dumneavoastră" in row.errors[0]


def test_the_secretariat_imports_for_any_organisation(client, usual, school):
    other = MemberOrganisationFactory(code="ALTA")
    client.force_login(make_user(Role.SECRETARIAT))
    bring_in(client, as_csv([{**usual, "org_code": "ALTA"}]))
    assert ClassSession.objects.get().latest.organisation == other


def test_two_equal_rows_are_one_session_and_it_is_said(client, usual):
    row = {**usual, "session_ref": ""}
    rows = rows_of(client, as_csv([row, row]))
    assert [bool(row.errors) for row in rows] == [True, False]


def test_of_two_revisions_in_a_file_the_higher_one_holds(client, usual):
    bring_in(client, as_csv([usual, {**usual, "revision": 2, "girls": 10}]))
    assert ClassSession.objects.get().latest.girls == 10


def test_a_higher_revision_in_a_later_file_corrects_the_session_once(client, usual):
    bring_in(client, as_csv([usual]))
    later = as_csv([{**usual, "revision": 5, "girls": 10}])
    outcomes = [bring_in(client, later).outcome["corrected"] for _ in range(3)]
    assert outcomes == [1, 0, 0]
    assert ClassSession.objects.get().latest.girls == 10


def test_the_same_file_does_not_undo_a_correction_made_here(client, usual):
    content = as_csv([usual])
    bring_in(client, content)
    session = ClassSession.objects.select_related("latest").get()
    correct_class_session(session=session, expected=1, girls=9)
    bring_in(client, content)
    assert ClassSession.objects.get().latest.girls == 9


def test_a_file_does_not_bring_back_what_was_voided_here(client, usual):
    bring_in(client, as_csv([usual]))
    void_class_session(session=ClassSession.objects.get(), reason="x")
    bring_in(client, as_csv([{**usual, "revision": 9, "girls": 1}]))
    assert ClassSession.objects.get().latest.status == Status.VOID


def test_when_a_row_breaks_no_row_of_the_file_is_registered(client, usual, monkeypatch):
    from lms.classrooms.services import importing

    register, calls = importing.register_class_session, []

    def break_at_third(**what):
        calls.append(what)
        if len(calls) == 3:
            raise RuntimeError
        return register(**what)

    monkeypatch.setattr(importing, "register_class_session", break_at_third)
    with pytest.raises(RuntimeError):
        bring_in(client, as_csv(many(usual, 5)))
    assert not ClassSession.objects.exists()


def test_somebody_elses_file_is_not_found(client, usual):
    preview = upload(client, as_csv([usual]))["Location"]
    client.force_login(make_user(Role.SECRETARIAT))
    assert client.get(preview).status_code == 404
    assert client.post(preview).status_code == 404
