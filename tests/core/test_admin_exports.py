"""The tables of Wagtail's admin hold no formula that a stranger typed."""

import io

import pytest
from openpyxl import load_workbook

from lms.organisations.services import request_school
from lms.people.enums import Role
from tests.factories import CountyFactory, SchoolFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def history(client):
    """The address of the site's history, with a school whose name is a formula settled in it."""
    asked = request_school(name="=1+1\x07", locality_name="Mociu", county=CountyFactory())
    client.force_login(make_user(Role.SECRETARIAT))
    client.post(f"/admin/cereri-scoli/edit/{asked.pk}/", {"school": SchoolFactory().pk})
    return "/admin/reports/site-history/"


def test_a_csv_table_runs_nothing(client, history):
    response = client.get(history, {"export": "csv"})
    assert ",'=1+1, Mociu" in response.getvalue().decode().replace('"', "")


def test_an_xlsx_table_runs_nothing(client, history):
    response = client.get(history, {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(response.getvalue())).active
    assert sheet["B2"].value.startswith("'=1+1, Mociu")
