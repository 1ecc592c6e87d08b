"""Downloads are counted, and somebody reads the counts."""

import pytest
from django.urls import reverse

from lessons.enums import DownloadRole
from lessons.selectors.interest import answers_of_plans, interest_in_editions
from lessons.services import answer_beside_download, record_download
from lms.people.enums import Role
from tests.factories import SchoolFactory, make_plan, make_user
from tests.lessons.kits import make_kit

pytestmark = pytest.mark.django_db


def test_whole_kits_and_other_files_are_counted_apart():
    kit = make_kit()
    for part in ("", "", "plan.pdf"):
        record_download(kit=kit, part=part, role=DownloadRole.ANONYMOUS)
    (row,) = interest_in_editions()
    assert (row.edition, row.whole, row.other) == (kit.edition, 2, 1)


def test_each_role_is_counted_by_itself():
    kit = make_kit()
    for role in (DownloadRole.TEACHER, DownloadRole.TEACHER, DownloadRole.STAFF):
        record_download(kit=kit, part="", role=role)
    assert interest_in_editions()[0].by_role == [0, 2, 0, 1]


def test_answers_are_summed_by_plan():
    plan, school = make_plan(), SchoolFactory()
    answer_beside_download(plan=plan, county=school.county, school=school, planned_pupils=28)
    answer_beside_download(plan=plan, county=school.county)
    (row,) = answers_of_plans()
    assert (row.answers, row.counties, row.schools, row.planned_pupils) == (2, 1, 1, 28)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SECRETARIAT])
def test_editors_and_secretariat_read_the_counts(client, roles, role):
    record_download(kit=make_kit(), part="", role=DownloadRole.ANONYMOUS)
    client.force_login(make_user(role))
    assert "Lecția 1, V–VIII" in client.get(reverse("lessons_interest")).content.decode()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SECRETARIAT])
def test_the_counts_are_among_the_reports(client, roles, role):
    client.force_login(make_user(role))
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("lessons_interest") in home
