"""`manage.py import_reach`: whole files or nothing, and everything that is wrong said at once."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.organisations.models import School
from lms.reach.importing import import_folder
from lms.reach.models import AuditEvent, ImportedTraining, ReportingPeriod
from lms.reach.selectors import report_years, year_report
from tests.factories import CountyFactory, MemberOrganisationFactory
from tests.reach.factories import make_session
from tests.reach.import_folders import SCHOOL, TITLES, session, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _registers():
    CountyFactory()
    MemberOrganisationFactory(code="ELIB")


def problems(folder):
    return [
        (found.name, problem.line, problem.column)
        for found in import_folder(folder)
        for problem in found.problems
    ]


def reason(folder):
    return next(p.reason for found in import_folder(folder) for p in found.problems)


def contacts(year=2020):
    return year_report(year).sessions.contacts.pupils


def test_schools_and_sessions_come_in_one_go(tmp_path):
    import_folder(write(tmp_path, schools=[SCHOOL], class_sessions=[session("A")]))
    assert (School.objects.get().siiir, contacts()) == ("0012345678", 20)


def test_the_same_folder_twice_changes_nothing(tmp_path):
    folder = write(tmp_path, schools=[SCHOOL], class_sessions=[session("A")])
    import_folder(folder)
    again = import_folder(folder)
    assert [(found.outcome.added, found.outcome.known) for found in again] == [(0, 1), (0, 1)]


def test_a_dry_run_keeps_nothing(tmp_path):
    import_folder(write(tmp_path, schools=[SCHOOL], class_sessions=[session("A")]), dry_run=True)
    assert School.objects.count() + ClassSession.objects.count() == 0


def test_history_comes_with_its_own_revisions(tmp_path):
    rows = [
        session("A", girls=10),
        session("A", girls=12, revision=2, recorded_at="2020-04-01T10:00:00+03:00"),
    ]
    import_folder(write(tmp_path, schools=[SCHOOL], class_sessions=rows))
    assert ClassSession.objects.get().latest.girls == 12


def test_a_report_of_a_moment_reads_the_revision_values_that_moment(tmp_path):
    rows = [
        session("A", girls=10),
        session("A", girls=12, revision=2, recorded_at="2020-04-01T10:00:00+03:00"),
    ]
    import_folder(write(tmp_path, schools=[SCHOOL], class_sessions=rows))
    asked = ClassSessionRevision.objects.get(number=1).recorded_at
    assert year_report(2020, asked).sessions.contacts.girls == 10


def test_an_unknown_school_is_kept_in_quarantine(tmp_path):
    import_folder(write(tmp_path, class_sessions=[session("A", school="0099")]))
    assert [row.fact.reference for row in year_report(2020).sessions.quarantined] == ["A"]


def test_an_unknown_lesson_stays_a_lesson_from_elsewhere(tmp_path):
    import_folder(write(tmp_path, schools=[SCHOOL], class_sessions=[session("A", lesson="veche")]))
    assert ClassSession.objects.get().latest.lesson_code == "veche"


def test_one_bad_row_keeps_the_whole_file_out(tmp_path):
    rows = [session("A"), session("B", label="8 A", girls="zece")]
    folder = write(tmp_path, schools=[SCHOOL], class_sessions=rows)
    assert problems(folder) == [("class_sessions.csv", 3, "girls")]
    assert not ClassSession.objects.exists()


def test_a_file_that_is_wrong_does_not_keep_the_others_out(tmp_path):
    folder = write(tmp_path, schools=[SCHOOL], class_sessions=[session("A", girls="x")])
    import_folder(folder)
    assert School.objects.exists()


@pytest.mark.parametrize(
    ("typed", "plain"), [('"11,694"', "11694"), ("750.000", "750000"), ("78 970", "78970")]
)
def test_thousands_are_never_guessed(tmp_path, typed, plain):
    row = f"ELIB,centre_de_zi,2020,{typed},reported,2021-01-05T10:00:00+02:00,"
    assert f"scrieți numai cifrele, ca {plain}" in reason(write(tmp_path, service_counts=[row]))


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"org": "XXXX"}, "org_code"),
        ({"revision": 0}, "revision"),
        ({"status": "gata"}, "status"),
        ({"recorded_at": "ieri"}, "recorded_at"),
        ({"recorded_at": "2199-01-01T00:00:00+02:00"}, "recorded_at"),
        ({"recorded_at": "0001-01-01"}, "recorded_at"),
        ({"recorded_at": "0001-01-01T00:00:00+02:00"}, "recorded_at"),
        ({"modality": "fizic"}, "modality"),
        ({"project": "NO-1"}, "project_code"),
        ({"override": "poate"}, "duplicate_override"),
        ({"day": "03.03.2020", "recorded_at": "2020-03-04"}, "date"),
        ({"lesson": ""}, "lesson_code"),
        ({"girls": -1}, "girls"),
        ({"girls": "1e9"}, "girls"),
    ],
)
def test_a_cell_that_cannot_be_read_is_said_with_its_column(tmp_path, cells, column):
    assert problems(write(tmp_path, class_sessions=[session("A", **cells)])) == [
        ("class_sessions.csv", 2, column)
    ]


def test_a_reference_over_two_lines_is_refused(tmp_path):
    """It would have no address, and every list with it would end in an error."""
    folder = write(tmp_path, schools=[SCHOOL], class_sessions=[session('"A\nB"')])
    assert problems(folder) == [("class_sessions.csv", 3, "session_ref")]


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "schools.csv").write_bytes(f"{TITLES['schools.csv']}\n{SCHOOL}\n".encode("utf-16"))
    assert "UTF-8" in reason(tmp_path)


def test_a_byte_order_mark_is_no_part_of_the_first_title(tmp_path):
    text = f"{TITLES['schools.csv']}\n{SCHOOL}\n"
    (tmp_path / "schools.csv").write_text(text, encoding="utf-8-sig")
    assert problems(tmp_path) == []


def test_missing_and_unknown_columns_are_named(tmp_path):
    (tmp_path / "campaigns.csv").write_text("event_key,org_code,year,method,oameni,status\n")
    assert problems(tmp_path) == [
        ("campaigns.csv", 1, "oameni"),
        ("campaigns.csv", 1, "people"),
        ("campaigns.csv", 1, "recorded_at"),
    ]


def test_a_broken_row_is_said_with_its_line(tmp_path):
    (tmp_path / "schools.csv").write_text(f"{TITLES['schools.csv']}\n1,2\n")
    assert problems(tmp_path) == [("schools.csv", 2, "")]


def test_a_row_that_repeats_another_is_known(tmp_path):
    folder = write(tmp_path, schools=[SCHOOL], class_sessions=[session("A"), session("A")])
    assert import_folder(folder)[1].outcome.known == 1


def test_two_rows_that_contradict_each_other_are_said(tmp_path):
    folder = write(tmp_path, class_sessions=[session("A"), session("A", girls=11)])
    assert problems(folder) == [("class_sessions.csv", 3, "revision")]


def test_what_is_stored_is_never_changed_by_a_file(tmp_path):
    import_folder(write(tmp_path, schools=[SCHOOL], class_sessions=[session("A")]))
    folder = write(tmp_path, class_sessions=[session("A", girls=99)])
    assert problems(folder) == [("class_sessions.csv", 2, "revision")]


def test_a_school_that_became_known_does_not_make_the_row_another_one(tmp_path):
    folder = write(tmp_path, class_sessions=[session("A")])
    import_folder(folder)
    import_folder(write(tmp_path, schools=[SCHOOL], class_sessions=[session("A")]))
    assert (problems(tmp_path), contacts()) == ([], 20)


def test_a_session_that_was_registered_here_is_not_taken_over(tmp_path):
    make_session(reference="A")
    folder = write(tmp_path, schools=[SCHOOL], class_sessions=[session("A", revision=2)])
    assert problems(folder) == [("class_sessions.csv", 2, "session_ref")]


def test_an_import_that_is_killed_half_way_leaves_nothing(tmp_path, monkeypatch):
    def killed(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr("lms.reach.importing.class_sessions._revision_values", killed)
    folder = write(tmp_path, class_sessions=[session("A")])
    with pytest.raises(KeyboardInterrupt):
        import_folder(folder)
    assert not ClassSession.objects.exists()


def test_a_participant_of_an_unknown_training_is_said(tmp_path):
    folder = write(tmp_path, training_participants=["F9,p1,1"])
    assert problems(folder) == [("training_participants.csv", 2, "training_ref")]


def test_an_older_word_on_a_training_does_not_win_over_a_newer_one(tmp_path):
    def row(participants, month):
        return (
            f"F1,2020-05-04,ELIB,preoti,tema,count,{participants},reported,"
            f"2020-{month}-01T10:00:00+03:00"
        )

    import_folder(write(tmp_path, training_sessions=[row(30, "07")]))
    import_folder(write(tmp_path, training_sessions=[row(20, "06")]))
    assert ImportedTraining.objects.get().latest.participants == 30


def test_legacy_years_stand_as_approved(tmp_path):
    import_folder(write(tmp_path, schools=[SCHOOL], class_sessions=[session("A")]))
    assert ReportingPeriod.objects.get(year=2020).state == "approved"


def test_the_approval_of_a_legacy_year_is_on_record(tmp_path):
    import_folder(write(tmp_path, schools=[SCHOOL], class_sessions=[session("A")]))
    assert AuditEvent.objects.get().subject == "period:2020"


def test_one_event_in_capitals_and_in_small_letters_is_one_event(tmp_path):
    MemberOrganisationFactory(code="LOGS")
    said = "2020,attendance,{},reported,2021-01-05T10:00:00+02:00"
    rows = [f"Gara-Nord,ELIB,{said.format(300)}", f"gara-nord,LOGS,{said.format(280)}"]
    import_folder(write(tmp_path, campaigns=rows))
    assert year_report(2020).campaigns.people == 300


def test_a_year_of_which_only_declarations_came_can_be_opened(tmp_path):
    row = "ELIB,centre_de_zi,2020,286,verified,2021-01-05T10:00:00+02:00,"
    import_folder(write(tmp_path, service_counts=[row]))
    assert report_years(date(2026, 3, 1))[-1] == 2020


def test_the_command_says_file_line_and_column(tmp_path, capsys):
    folder = write(tmp_path, class_sessions=[session("A", girls="x")])
    with pytest.raises(CommandError, match=r"class_sessions\.csv"):
        call_command("import_reach", str(folder))
    assert "class_sessions.csv, rândul 2, girls:" in capsys.readouterr().err


def test_a_folder_without_any_file_is_said(tmp_path):
    with pytest.raises(CommandError, match=r"class_sessions\.csv"):
        call_command("import_reach", str(tmp_path))


def test_a_participant_who_contradicts_a_former_import_is_named(tmp_path):
    training = "F1,2020-05-05,ELIB,profesori,Semne,list,0,reported,2020-05-05T18:00:00+03:00"
    write(tmp_path, training_sessions=[training], training_participants=["F1,p1,1"])
    import_folder(tmp_path)
    folder = write(tmp_path, training_participants=["F1,p1,0"])
    assert problems(folder) == [("training_participants.csv", 2, "recorded_at")]


def test_a_file_with_semicolons_is_read_as_excel_writes_it(tmp_path):
    text = f"{TITLES['schools.csv']}\n{SCHOOL}\n".replace(",", ";")
    (tmp_path / "schools.csv").write_text(text, encoding="utf-8-sig")
    import_folder(tmp_path)
    assert School.objects.get().siiir == "0012345678"


def test_a_misspelt_file_is_named(tmp_path, capsys):
    write(tmp_path, schools=[SCHOOL])
    (tmp_path / "class_session.csv").write_text("x")
    call_command("import_reach", tmp_path)
    assert "class_session.csv nu s-a citit" in capsys.readouterr().err
