"""What a file says is the same in every language of the reader, and for every reader's rights."""

import pytest
from django.utils.translation import override

from lms.classrooms.enums import GroupType, Modality, Status
from lms.classrooms.importing import values
from lms.classrooms.importing.rows import judge_rows
from lms.classrooms.models import SessionImport
from lms.people.roles import Role
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_plan, make_user

USUAL = {
    "class_label": "a VII-a B", "lesson_code": "siguranta", "date": "2026-11-16", "girls": "12",
}  # fmt: skip


@pytest.fixture
def judge(db, roles):
    """Judge one row of the user's file."""
    school, plan = SchoolFactory(), make_plan(slug="siguranta")

    def _judge(user, **cells):
        row = {**USUAL, "school_siiir": school.siiir, "lesson_code": plan.slug, **cells}
        upload = SessionImport.objects.create(
            uploaded_by=user, organisation=user.organisation, file_name="a.csv", rows=[row]
        )
        return judge_rows(upload)[0]

    return _judge


@pytest.fixture
def officer(roles):
    return make_user(Role.OFFICER, organisation=MemberOrganisationFactory())


@pytest.mark.parametrize("label", ["a VII-a B", "pregătitoare A", "elevi mai mari"])
def test_a_row_has_the_same_id_in_every_language(judge, officer, label):
    ids = set()
    for language in ("ro", "en"):
        with override(language):
            ids.add(judge(officer, class_label=label).client_id)
    assert len(ids) == 1


@pytest.mark.parametrize("active", ["ro", "en"])
@pytest.mark.parametrize("written", ["ro", "en"])
@pytest.mark.parametrize("choices", [Status, Modality, GroupType])
def test_words_of_both_languages_are_read_in_both(choices, written, active):
    with override(written):
        labels = [(str(label), value) for value, label in choices.choices]
    with override(active):
        read = [values.choice(label, choices, "", "x") for label, _value in labels]
    assert read == [value for _label, value in labels]


def test_an_officers_file_reports_and_never_verifies(judge, officer):
    assert judge(officer, status="verificată").status == Status.REPORTED


def test_the_secretariats_file_may_verify(judge):
    assert judge(make_user(Role.SECRETARIAT), status="verified").status == Status.VERIFIED


@pytest.mark.parametrize(
    "counts", [{"girls": "800", "boys": "800"}, {"boys": "700", "undisclosed": "790"}]
)
def test_counts_that_are_too_many_together_are_the_rows_error(judge, officer, counts):
    assert "prea mult" in " ".join(judge(officer, **counts).errors)
