"""Files that editors choose by mistake are refused in Romanian, and what was typed stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lms.people.models import User

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 ..."


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("admin@example.org", "x"))


def chosen(name, content):
    return {"title": "Afiș nou", "file": SimpleUploadedFile(name, content)}


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize(
    ("address", "name", "content", "said"),
    [
        ("/admin/images/add/", "plan.pdf", PDF, "Se acceptă: JPEG"),
        ("/admin/images/add/", "plan.png", PDF, "nu este o imagine"),
        ("/admin/images/add/", "desen.svg", b"<svg/>", "Exportați desenul ca PNG"),
        ("/admin/documents/add/", "program.exe", b"MZ", "nu se acceptă"),
        ("/admin/documents/add/", "pagina.html", b"<script>", "nu se acceptă"),
    ],
)
def test_a_file_of_another_kind_is_refused_and_the_title_stays(
    client, address, name, content, said
):
    page = client.post(address, chosen(name, content))
    errors = " ".join(page.context["form"].errors["file"])
    assert said in errors
    assert not {"the", "not", "file"} & set(errors.lower().split())
    assert page.context["form"]["title"].value() == "Afiș nou"


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("kind", ["images", "documents"])
def test_one_of_many_files_that_is_of_another_kind_is_refused(client, kind):
    file = SimpleUploadedFile("program.exe", b"MZ")
    answer = client.post(
        f"/admin/{kind}/multiple/add/",
        {"files[]": file},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    assert not answer["success"]
    assert "not" not in answer["error_message"].lower().split()
