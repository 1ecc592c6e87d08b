"""Every public output under attack at once: pages, downloads, open data, API, of every version.

What somebody knows is read from the answers, not from the report that they were made of.
"""

import csv
import re
from datetime import UTC, datetime
from io import BytesIO
from itertools import combinations, count
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from lms.reach import freezing
from lms.reach.counting.year import SECTION_4
from lms.reach.exports.bundle import open_data_bundle
from lms.reach.models import ReachReport, ReportingPeriod
from lms.reach.selectors import names_of
from tests.reach.attacking import (
    FIELDS,
    Attack,
    broken_down,
    cell_of,
    changes_of_the_hidden,
    differences,
    make_content,
    worlds,
)

pytestmark = pytest.mark.django_db
years = count(2001)
WAS = re.compile(r"era ([\d\N{NO-BREAK SPACE}]+) în versiunea (\d+)")
PAGE_TABLES = {"Pe niveluri": "by_level", "Pe județe": "by_county"}
hostile = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def _no_limit(monkeypatch):
    monkeypatch.setattr("lms.reach.api.guard.limits.may", lambda *_, **__: True)


def whole_content(world):
    """A report with every part that the public shape has."""
    content = make_content(world)
    nothing = cell_of([])
    content["sessions"] |= {
        "verified": nothing,
        "unconfirmed": nothing,
        "schools": 3,
        "teachers": 2,
        **{cut: {} for cut in ("by_medium", "by_org", "by_lesson", "by_month", "by_modality")},
    }
    content["section4"] = dict.fromkeys(SECTION_4, 0)
    parts = ("class_unique_pupils", "class_adults", "online_unique_completers", "campaigns")
    content["persoane_informate_components"] = dict.fromkeys((*parts, "declared"), 0)
    content["campaigns_excluded"] = {"impressions": 0, "estimate": 0}
    return content | {"qualifiers": {}, "rules_version": "3", "software_version": "1"}


def publish(year, contents, monkeypatch):
    """Publish these contents one after the other as versions of a year."""
    approved = datetime(2026, 3, 1, tzinfo=UTC)
    period = ReportingPeriod.objects.create(year=year, state="published", approved_at=approved)
    for version, content in enumerate(contents, start=1):
        with monkeypatch.context() as patched:
            patched.setattr(freezing, "report_with_tables", lambda *_, now=content: now)
            fields = freezing.frozen(period, version)
        ReachReport.objects.create(period=period, version=version, reason="x", **fields)


def number(text):
    digits = text.replace("\N{NO-BREAK SPACE}", "").strip()
    return int(digits) if digits.isdigit() else "c"


def seen_on_the_page(soup, last):
    """[(version, cut, part, pupils)] that the page of a year says."""
    for table in soup.select("details table"):
        cut = PAGE_TABLES.get(table.caption.find(string=True).strip())
        if cut is None:
            continue
        rows = table.select("tbody tr")
        for part, row in zip(last["sessions"][cut], rows, strict=True):
            cell = row.select_one("td.number")
            was = WAS.search(cell.get_text())
            if mark := cell.select_one(".restated"):
                mark.extract()
            if (shown := number(cell.get_text())) != "c":
                yield last["snapshot"]["version"], cut, part, shown
            if was:
                yield int(was[2]), cut, part, number(was[1])


def learn_from_bundle(report):
    """Put whatever figure the open data of a report say in its place."""
    archive = ZipFile(BytesIO(open_data_bundle(report, names_of())))
    for cut in PAGE_TABLES.values():
        lines = archive.read(f"{cut}.csv").decode("utf-8-sig").splitlines()
        for row in csv.DictReader(lines):
            cell = report["sessions"][cut][row["code"]]
            cell.update({name: int(row[name]) for name in FIELDS if row[name].isdigit()})
            if row.get("unique", "").isdigit():
                report["sessions"]["unique_by_county"][row["code"]] = int(row["unique"])


def known(client, year, versions):
    """The public report of each version, with whatever any output says of a hidden figure."""
    reports = []
    for version in range(1, versions + 1):
        by_api = client.get(f"/api/v1/years/{year}/versions/{version}").json()
        assert client.get(f"/impact/{year}/v{version}.json").json() == by_api
        reports.append(by_api)
    assert client.get(f"/api/v1/years/{year}").json() == reports[-1]
    soup = BeautifulSoup(client.get(f"/impact/{year}/").content, "html.parser")
    for version, cut, part, pupils in seen_on_the_page(soup, reports[-1]):
        reports[version - 1]["sessions"][cut][part]["pupils"] = pupils
    for report in reports:
        learn_from_bundle(report)
    return reports


def attacked(client, monkeypatch, *contents):
    """What is known of these versions; nothing of it stays in the database."""
    year = next(years)
    with transaction.atomic():
        publish(year, contents, monkeypatch)
        found = known(client, year, len(contents))
        transaction.set_rollback(True)
    return found


@hostile
@given(worlds)
def test_no_output_of_a_year_gives_a_hidden_figure_away(client, monkeypatch, world):
    content = whole_content(world)
    [report] = attacked(client, monkeypatch, content)
    assert Attack(content, report).pinned() == {}


@hostile
@given(worlds, worlds, worlds)
def test_no_output_of_three_versions_gives_one_away(client, monkeypatch, world, second, third):
    contents = [
        whole_content(one) for one in (world, {**world, **second}, {**world, **second, **third})
    ]
    reports = attacked(client, monkeypatch, *contents)
    for at, (content, report) in enumerate(zip(contents, reports, strict=True)):
        assert Attack(content, report, reports[:at]).pinned() == {}
    for old, new in combinations(reports, 2):
        moved = differences(broken_down(old), broken_down(new))
        assert not [by for by in (*moved, *changes_of_the_hidden(old, new)) if 0 < by < 10]


@pytest.mark.parametrize("path", ["/impact/contor.json", "/api/v1/indicators/participari"])
def test_what_is_said_beside_the_report_is_of_the_whole_country(client, monkeypatch, path):
    content = whole_content(
        {("AB", "primar"): (1, 3, 2, 0, 4, 0), ("B", "liceu"): (9, 50, 40, 3, 7, 0)}
    )
    publish(2001, [content], monkeypatch)
    text = client.get(path).content.decode()
    assert "98" in text
    assert '"AB"' not in text
