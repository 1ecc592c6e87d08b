"""A kit is built when its plan is published and again when a part of it changes; else never."""

import pytest

from lessons.models import CaseStudy, PlanCase
from lessons.services import publish_edition, rebuild_changed_kits
from tests.factories import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def published():
    """A published plan with one case, and its first kit."""
    plan = make_plan()
    case = CaseStudy.objects.create(
        slug="caz", title="Caz", age_band="11-14", theme="online", story="<p>Ana.</p>",
        questions="Ce observi?", locale=plan.locale,
    )  # fmt: skip
    plan.case_places.add(PlanCase(case=case))
    plan.save_revision().publish()
    publish_edition(plan=plan)
    return plan


def versions(plan):
    return list(plan.editions.get().kits.order_by("version").values_list("version", flat=True))


def test_nothing_changed_builds_nothing(published):
    rebuild_changed_kits()
    assert versions(published) == [1]


def test_a_changed_case_makes_a_new_version(published):
    CaseStudy.objects.update(story="<p>Ana și Mihai.</p>")
    rebuild_changed_kits()
    assert versions(published) == [1, 2]


def test_a_changed_address_of_the_site_makes_a_new_version(published, settings):
    settings.SITE_URL = "https://exemplu.ro"
    rebuild_changed_kits()
    assert versions(published) == [1, 2]


def test_a_new_signing_key_makes_a_new_version(published, settings):
    settings.LINK_SIGNING_KEYS = ["a-new-key", *settings.LINK_SIGNING_KEYS]
    rebuild_changed_kits()
    assert versions(published) == [1, 2]


def test_the_version_before_stays_as_it_was(published):
    before = published.editions.get().kits.get(version=1).sha256
    CaseStudy.objects.update(story="<p>Ana și Mihai.</p>")
    rebuild_changed_kits()
    assert published.editions.get().kits.get(version=1).sha256 == before


def test_a_pupil_kit_holds_no_file_for_teachers(published):
    import zipfile

    kit = published.editions.get().kits.get()
    with kit.pupil_bundle.open() as file, zipfile.ZipFile(file) as archive:
        names = {name.rsplit("/", 1)[-1] for name in archive.namelist()}
    teachers = set(kit.files.exclude(audience="pupil").values_list("name", flat=True))
    assert not names & teachers
