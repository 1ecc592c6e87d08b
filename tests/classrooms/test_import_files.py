"""Files that are no table of class sessions, and those that only look odd."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from lms.classrooms.importing.reading import UnreadableFile, read_rows
from lms.people.roles import Role
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
ADDRESS = "/clase/import/"


@pytest.fixture
def officer(client):
    user = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    client.force_login(user)
    return user


def upload(client, content, name="sesiuni.csv"):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("poza.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "altceva"),
        ("plan.csv", b"%PDF-1.7 ...", "altceva"),
        ("vechi.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "altceva"),
        ("arhiva.xlsx", b"PK\x03\x04stricat", "Excel"),
        ("gol.csv", b"  \n ", "gol"),
        ("alt.csv", "nume;vârstă\nAna;9\n".encode(), "coloanele"),
        ("titlu.csv", b"data;lectia\n;\n", "niciun rând"),
    ],
)
def test_a_file_that_is_none_is_explained(client, officer, name, content, said):
    response = upload(client, content, name)
    assert said in " ".join(response.context["form"].errors["file"])


def test_a_file_that_is_too_large_is_explained(client, officer):
    response = upload(client, b"data;lectia\n" + b"x" * 2_000_001)
    assert "2 MB" in " ".join(response.context["form"].errors["file"])


def test_no_file_at_all_is_explained(client, officer):
    form = client.post(ADDRESS, {}).context["form"]
    assert "Alegeți fișierul" in " ".join(form.errors["file"])


def test_a_file_with_too_many_rows_is_explained():
    with pytest.raises(UnreadableFile, match="prea multe"):
        read_rows(b"data;lectia\n" + b"2026-11-16;x\n" * 2_001)


def test_a_file_saved_by_an_old_romanian_excel_is_read():
    content = "Data;Lec\u0163ia;\u015ecoala\n16.11.2026;Siguran\u0163a;\u015ecoala Nr. 1\n".encode(
        "cp1250"
    )
    assert read_rows(content)[0]["school"] == "\u015ecoala Nr. 1"


def test_a_workbook_with_a_number_that_fits_nowhere_is_explained(client, officer):
    saved, changed = io.BytesIO(), io.BytesIO()
    Workbook().save(saved)
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(b'xf numFmtId="0"', b'xf numFmtId="99999999999"'))
    response = upload(client, changed.getvalue(), "sesiuni.xlsx")
    assert "Excel" in " ".join(response.context["form"].errors["file"])


def test_a_row_has_the_number_that_a_spreadsheet_shows():
    content = "Sesiuni 2026\nData;Lecția\n\n16.11.2026;siguranta\n".encode()
    assert read_rows(content)[0]["row_number"] == "4"
