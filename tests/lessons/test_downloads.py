import pytest
from django.urls import reverse

from lessons.enums import DownloadRole
from lessons.models import DownloadAnswer, KitDownload
from lms.people.roles import Role
from tests.factories import SchoolFactory, make_edition, make_plan, make_user
from tests.lessons.kits import make_kit

pytestmark = pytest.mark.django_db


def address(kit, name="set.zip"):
    edition = kit.edition
    return reverse(
        "lessons:kit_file", args=[edition.plan.slug, edition.school_year, kit.version, name]
    )


def body(response):
    return b"".join(response.streaming_content)


def test_the_whole_kit_is_downloaded_without_an_account(client):
    assert body(client.get(address(make_kit()))) == b"z" * 1000


@pytest.mark.parametrize(("name", "content"), [("set-elevi.zip", b"p" * 10), ("plan.pdf", b"%PDF")])
def test_a_part_is_downloaded_by_itself(client, name, content):
    assert body(client.get(address(make_kit(), name))) == content


def test_a_download_is_counted_with_plan_and_edition(client):
    kit = make_kit()
    client.get(address(kit))
    download = KitDownload.objects.get()
    assert (download.plan, download.edition, download.kit) == (kit.edition.plan, kit.edition, kit)


def test_a_part_is_counted_by_its_name(client):
    client.get(address(make_kit(), "plan.pdf"))
    assert KitDownload.objects.get().part == "plan.pdf"


def test_a_teacher_is_counted_as_a_teacher(client, roles):
    client.force_login(make_user(Role.TEACHER))
    client.get(address(make_kit()))
    assert KitDownload.objects.get().role == DownloadRole.TEACHER


@pytest.mark.parametrize(
    "headers",
    [{"Range": "bytes=500-"}, {"User-Agent": "Examplebot/1.0"}],
    ids=["a resumed download", "a robot"],
)
def test_what_is_not_a_first_download_by_a_person_is_not_counted(client, headers):
    client.get(address(make_kit()), headers=headers)
    assert not KitDownload.objects.exists()


def test_a_check_of_the_address_is_not_counted(client):
    client.head(address(make_kit()))
    assert not KitDownload.objects.exists()


def test_a_download_that_starts_with_a_range_is_counted(client):
    client.get(address(make_kit()), headers={"Range": "bytes=0-99"})
    assert KitDownload.objects.count() == 1


def test_an_older_version_stays_downloadable(client):
    old = make_kit()
    make_kit(edition=old.edition, version=2)
    assert client.get(address(old)).status_code == 200


def test_the_kit_of_a_retired_plan_is_not_downloaded(client):
    kit = make_kit(make_edition(make_plan(retired_on="2026-01-01", retired_reason="veche")))
    assert client.get(address(kit)).status_code == 404


def test_the_kit_of_an_unpublished_plan_is_not_downloaded(client):
    kit = make_kit()
    kit.edition.plan.unpublish()
    assert client.get(address(kit)).status_code == 404


@pytest.mark.parametrize("name", ["../../settings.py", "altceva.pdf"])
def test_a_file_that_the_kit_does_not_have_is_not_found(client, name):
    kit = make_kit()
    assert client.get(address(kit).replace("set.zip", name)).status_code == 404


def test_a_download_needs_no_answer(client):
    client.get(address(make_kit()))
    assert not DownloadAnswer.objects.exists()


def test_answers_beside_a_download_may_all_stay_empty(client):
    plan = make_plan()
    client.post(reverse("lessons:download_questions", args=[plan.slug]), {})
    assert DownloadAnswer.objects.get().planned_pupils is None


def answer(client, **fields):
    return client.post(reverse("lessons:download_questions", args=[make_plan().slug]), fields)


def test_a_school_beside_a_download_is_found_by_its_words(client):
    school = SchoolFactory(name="Școala Gimnazială „Teiul”")
    answer(client, school_words="scoala teiul")
    assert DownloadAnswer.objects.get().school == school


def test_of_several_schools_one_is_chosen_from_a_list(client):
    schools = [SchoolFactory(name=f"Școala „Teiul” nr. {number}") for number in (1, 2)]
    html = answer(client, school_words="teiul").content.decode()
    assert all(f'value="{school.pk}"' in html for school in schools)
    assert not DownloadAnswer.objects.exists()


def test_the_chosen_school_counts_whatever_the_words(client):
    schools = [SchoolFactory(name=f"Școala „Teiul” nr. {number}") for number in (1, 2)]
    answer(client, school_words="teiul", school=schools[1].pk)
    assert DownloadAnswer.objects.get().school == schools[1]


def test_an_unknown_school_keeps_what_was_typed(client):
    html = answer(client, school_words="nicăieri", planned_pupils="28").content.decode()
    assert 'value="nicăieri"' in html
    assert 'value="28"' in html
