"""Files of country facts, read: dates as sources have them, cells taken apart."""

from datetime import date
from pathlib import Path

import pytest

from lms.abroad import starter
from lms.abroad.countries import COUNTRIES, in_order, sort_key
from lms.abroad.enums import Field, Precision, Unit
from lms.abroad.reading import read_file
from lms.abroad.reading.dates import read_as_of
from lms.abroad.reading.wording import contacts

FILE = Path(starter.__file__).parent / "countries.csv"
DRAFTS = FILE.with_name("countries_unverified.csv")
HEADER = "iso2,name_ro,name_en,field,value,unit,as_of,source_title,source_address,confidence\n"


@pytest.mark.parametrize(
    "text, day, precision",
    [
        ("2026-01-01", date(2026, 1, 1), Precision.DAY),
        ("2026-04", date(2026, 4, 1), Precision.MONTH),
        ("2022", date(2022, 1, 1), Precision.YEAR),
        ("2018 report", date(2018, 1, 1), Precision.YEAR),
        ("2020-2022 action plan", date(2020, 1, 1), Precision.YEAR),
        ("2020-03 and later", date(2020, 3, 1), Precision.MONTH),
        ("undated", None, Precision.NONE),
        ("undated, after 2022-02", date(2022, 2, 1), Precision.AFTER_MONTH),
        ("undated; HLI works with A21 since 2023-01", None, Precision.NONE),
        ("after 2021, on 18 October (joint campaign)", date(2021, 1, 1), Precision.AFTER_YEAR),
    ],
)
def test_a_date_is_read_as_exactly_as_the_source_has_it(text, day, precision):
    assert read_as_of(text) == (day, precision)


@pytest.fixture(scope="module")
def facts():
    return read_file(FILE).facts


def of(facts, country, field):
    return [fact for fact in facts if (fact.country, fact.field) == (country, field)]


def test_every_line_of_the_data_is_understood():
    assert read_file(FILE).problems == []
    assert read_file(DRAFTS).problems == []


def test_a_cell_with_several_lines_becomes_several_contacts(facts):
    line, mail = of(facts, "LU", Field.TRAFFICKING_LINE)[0], "traite@police.etat.lu"
    assert (line.phone, line.email) == ("+352 244 60 3220", mail)
    assert [one.phone for one in of(facts, "BG", Field.TRAFFICKING_LINE)] == [
        "0800 20 100", "+359 2 807 80 50",
    ]  # fmt: skip


def test_a_note_is_there_in_every_language_or_in_none(facts):
    for fact in facts:
        notes = [fact.note_ro, fact.note_en, fact.note_hu, fact.note_uk]
        assert all(notes) or not any(notes), fact.place


def test_a_cell_that_nobody_worded_yet_is_read_by_its_digits():
    found = contacts("New line +49 30 1234 (night and day); hilfe@example.de")
    assert found == [{"phone": "+49 30 1234", "email": "hilfe@example.de"}]


def test_a_wage_that_is_over_has_its_last_day(facts):
    wages = {str(fact.number): fact for fact in of(facts, "RO", Field.WAGE_NATIONAL)}
    assert wages["4050"].valid_until == date(2026, 6, 30)
    assert wages["4325"].valid_from == date(2026, 7, 1)


def test_units_are_choices_and_ages_are_audiences(facts):
    wage = of(facts, "GB", Field.WAGE_HOUR)[0]
    assert (wage.unit, wage.currency, wage.audience) == (Unit.HOUR_GROSS, "GBP", "21+")


def test_a_file_says_which_of_its_lines_it_could_not_read(tmp_path):
    path = tmp_path / "tari.csv"
    path.write_text(HEADER + "XX,X,X,emergency,112,telephone,2020,S,https://s.ro,read\n"
                    + "DE,G,G,moon_phase,7,text,2020,S,https://s.ro,read\n")  # fmt: skip
    problems = read_file(path).problems
    assert [(one.line, one.reason) for one in problems] == [
        (2, "țară necunoscută: XX"), (3, "câmp necunoscut: moon_phase"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "language, first, last",
    [("ro", "AT", "HU"), ("en", "AT", "GB"), ("hu", "AT", "SI"), ("uk", "AT", "SE")],
)
def test_countries_stand_in_the_alphabet_of_each_language(language, first, last):
    order = [country.code for country in in_order(language)]
    assert len(order) == len(COUNTRIES) == 30
    assert (order[0], order[-1]) == (first, last)


@pytest.mark.parametrize(
    "language, names",
    [
        ("ro", ["Brașov", "Brăila", "Slovenia", "Suedia", "Șibot", "Tulcea", "Țările de Jos"]),
        ("hu", ["Ciprus", "Csehország", "Olaszország", "Örményország", "Spanyolország"]),
        ("uk", ["Греція", "Ґудвін", "Данія", "Ірландія", "Їжа", "Кіпр"]),
    ],
)
def test_letters_of_a_language_stand_where_its_alphabet_has_them(language, names):
    assert sorted(names, key=lambda name: sort_key(name, language)) == names


@pytest.mark.parametrize(
    ("value", "unit", "day"),
    [
        ("circa 900", "EUR gross per month", "2026-01"),
        ("0", "EUR gross per month", "2026-01"),
        ("NaN", "EUR gross per month", "2026-01"),
        ("1e20", "EUR gross per month", "2026-01"),
        ("900", "EUR gross per month, until 2026-02-31", "2026-01"),
        ("900", "EUR gross per month", "2026-02-30"),
    ],
)
def test_a_line_that_cannot_be_kept_is_a_problem_and_not_a_broken_run(tmp_path, value, unit, day):
    path = tmp_path / "tari.csv"
    row = f'DE,G,G,min_wage_month,{value},"{unit}",{day},Eurostat,https://e.eu,read'
    path.write_text(f"{HEADER}{row}\n", encoding="utf-8")
    found = read_file(path)
    assert found.facts == []
    assert [problem.line for problem in found.problems] == [2]
