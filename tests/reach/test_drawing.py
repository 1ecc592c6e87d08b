"""Charts and the county map: made of the tables alone, the same on the page and in files."""

import re
from xml.etree import ElementTree as ET

import pytest

from lms.people.roles import Role
from lms.reach.annual.sessions import session_columns
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.drawing import LOOKS, charts_of, draw_png, draw_svg
from lms.reach.drawing.bars import Bar, Pair, lying_bars, paired_bars, standing_bars
from lms.reach.drawing.county_map import county_map, quantile_steps
from tests.factories import SchoolFactory, make_user
from tests.reach.factories import make_session

DAY, NIGHT, PHONE = LOOKS["zi"], LOOKS["noapte"], LOOKS["zi-ingust"]


def texts(svg):
    nodes = ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return ["".join(node.itertext()) for node in nodes]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_bar_has_its_name_and_number(look):
    svg = draw_svg(standing_bars([Bar("ian", 1200), Bar("feb", 0)], look), look)
    assert {"ian", "feb", "1\xa0200", "0"} <= set(texts(svg))


def test_a_name_that_is_markup_stays_words():
    svg = draw_svg(lying_bars([Bar("<script>alert(1)</script>", 5)], DAY), DAY)
    assert "<script" not in svg
    assert "<script>alert(1)</script>" in texts(svg)


@pytest.mark.parametrize("look", [DAY, PHONE], ids=["zi", "zi-ingust"])
def test_a_long_name_has_room_left_for_a_wider_typeface(look):
    svg = draw_svg(lying_bars([Bar("Asociația Institutul pentru Parteneriat", 5)] * 2, look), look)
    kept = float(re.search(r'transform="translate\(([\d.]+),', svg).group(1))
    assert kept >= min(look.width // 2, 280)


def test_two_years_stand_in_the_order_of_the_table():
    pairs = [Pair("Școli", 7, 25), Pair("Adulți", 0, 9)]
    said = texts(draw_svg(paired_bars(pairs, ("2025", "2026"), DAY), DAY))
    assert said.index("Școli") < said.index("Adulți")
    assert {"7", "25", "0", "9"} <= set(said)


@pytest.mark.parametrize(
    ("figures", "steps"),
    [
        ([], []),
        ([12], [(12, 12)]),
        ([5, 5, 5], [(5, 5)]),
        (range(1, 11), [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)]),
        ([10, 10, 10, 10, 900], [(10, 10), (900, 900)]),
    ],
)
def test_steps_hold_as_many_counties_each_as_equal_figures_allow(figures, steps):
    assert quantile_steps(list(figures)) == steps


def test_the_map_has_all_42_counties():
    svg = draw_svg(county_map({"CJ": 20}, "Elevi", DAY), DAY)
    mnemonics = {text for text in texts(svg) if re.fullmatch("[A-Z]{1,2}", text)}
    assert len(mnemonics) == 42
    assert "B" in mnemonics


def test_a_hidden_county_is_hatched_and_named_in_the_legend():
    svg = draw_svg(county_map({"CJ": 20, "AB": None}, "Elevi", DAY), DAY)
    assert svg.count('fill="url(#hatch)"') >= 2  # the county and its place in the legend
    assert "ascuns" in texts(svg)


def test_without_hidden_counties_nothing_is_hatched():
    assert "hatch" not in draw_svg(county_map({"CJ": 20}, "Elevi", DAY), DAY)


def test_the_night_has_colours_of_its_own():
    spec = county_map({"CJ": 20}, "Elevi", NIGHT)
    assert DAY.ink not in draw_svg(spec, NIGHT)


def test_a_drawing_can_become_a_picture():
    assert draw_png(draw_svg(lying_bars([Bar("a", 1)], PHONE), PHONE)).startswith(b"\x89PNG")


def table(key, rows):
    columns = (Column("part", "", Kind.TEXT), *session_columns())
    if key == "T8":
        columns = (Column("figure", "", Kind.TEXT), Column("before", "2025"), Column("now", "2026"))
    return AnnualTable(key, key, "", columns, tuple(AnnualRow(k, cells) for k, cells in rows))


def test_a_hidden_figure_of_a_table_is_hidden_on_its_map():
    rows = [("CJ", ("Cluj", 1, 20, 10, 10, 0, 0)), ("AB", ("Alba", "c", "c", 0, 0, 0, 0))]
    [chart] = charts_of([table("T4a", rows), *(table(key, []) for key in ("T5", "T7", "T8"))])
    assert chart.data == {"CJ": 20, "AB": None}
    assert "20" in chart.alt
    assert "Cluj" in chart.alt


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    return client


@pytest.mark.django_db
def test_a_chart_has_an_address_and_stands_on_the_page(secretariat):
    make_session(school=SchoolFactory())
    page = secretariat.get("/raport/2026/tabele/").content.decode()
    for chart in ("judete", "luni", "organizatii"):
        address = f"/raport/2026/grafice/{chart}/zi.svg"
        assert address in page
        response = secretariat.get(address)
        assert response["Content-Type"] == "image/svg+xml"
        assert "20" in texts(response.content.decode())


@pytest.mark.django_db
def test_a_new_record_gives_a_new_drawing(secretariat, django_capture_on_commit_callbacks):
    school = SchoolFactory()
    make_session(school=school)
    address = "/raport/2026/grafice/luni/zi.svg"
    assert "20" in texts(secretariat.get(address).content.decode())
    with django_capture_on_commit_callbacks(execute=True):
        make_session(school=school, label="8C", girls=11)
    assert "41" in texts(secretariat.get(address).content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["luni/altfel", "nimic/zi", "ani/zi"])
def test_what_is_not_drawn_is_not_found(secretariat, address):
    assert secretariat.get(f"/raport/2026/grafice/{address}.svg").status_code == 404
