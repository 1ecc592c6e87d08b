"""`online_completions.csv`: what was said last of a learner, a module and a day holds."""

from datetime import UTC, datetime

import pytest

from lms.reach.importing import import_folder
from lms.reach.selectors import year_report
from tests.factories import CountyFactory, MemberOrganisationFactory
from tests.reach.import_folders import SCHOOL, session, write

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


def test_a_completion_of_a_counted_session_is_taken_out_of_the_online_ones(tmp_path):
    completions = [
        "t1,modul,2020-03-03,1,A,2020-03-03T16:00:00+02:00",
        "t2,modul,2020-03-03,1,,",
        "t3,modul,2020-03-03,0,,",
    ]
    import_folder(
        write(
            tmp_path, schools=[SCHOOL], class_sessions=[session("A")],
            online_completions=completions,
        )
    )  # fmt: skip
    assert year_report(2020).sessions.online.online.completers == 1


def completion(completed="1", ref="", recorded="2020-03-03"):
    return f"t1,prieteni-pe-net,2020-03-03,{completed},{ref},{recorded}T10:00:00+02:00"


def test_completions_of_one_file_that_contradict_each_other_are_named(tmp_path):
    folder = write(tmp_path, online_completions=[completion(), completion("0")])
    assert problems(folder) == [("online_completions.csv", 3, "recorded_at")]


def test_a_completion_that_contradicts_a_former_import_is_named(tmp_path):
    import_folder(write(tmp_path, online_completions=[completion()]))
    folder = write(tmp_path, online_completions=[completion("0")])
    assert problems(folder) == [("online_completions.csv", 2, "recorded_at")]


def completers(as_of=None):
    return year_report(2020, as_of).sessions.online.online.completers


def test_a_completion_that_was_taken_back_does_not_count(tmp_path):
    rows = [completion(), completion("0", recorded="2020-04-01")]
    import_folder(write(tmp_path, online_completions=rows))
    assert completers() == 0


def test_before_it_was_taken_back_a_completion_counted(tmp_path):
    rows = [completion("0", recorded="2020-04-01"), completion()]
    import_folder(write(tmp_path, online_completions=rows))
    assert completers(as_of=datetime(2020, 3, 15, tzinfo=UTC)) == 1


def test_a_completion_that_was_linked_later_is_taken_out(tmp_path):
    rows = [completion(), completion(ref="A", recorded="2020-04-01")]
    import_folder(
        write(tmp_path, schools=[SCHOOL], class_sessions=[session("A")], online_completions=rows)
    )
    assert completers() == 0
