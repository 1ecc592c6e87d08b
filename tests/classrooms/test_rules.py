"""RR4, RR6 and R34 as tables."""

from dataclasses import replace
from datetime import date

import pytest

from lms.classrooms.enums import Doubt, Quarantine
from lms.classrooms.rules import SessionRow, duplicate_key, quarantine_reasons, warnings

MONDAY = date(2026, 11, 16)
USUAL = SessionRow(
    date=MONDAY, recorded_on=date(2026, 11, 23), school_known=True, pupils=26, adults=0, duration=50
)


def test_an_ordinary_class_has_nothing_against_it():
    assert (quarantine_reasons(USUAL), warnings(USUAL)) == ((), ())


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        ({"school_known": False}, (Quarantine.UNKNOWN_SCHOOL,)),
        ({"date": date(2026, 11, 24)}, (Quarantine.FUTURE_DATE,)),
        ({"date": date(2026, 11, 23)}, ()),
        ({"pupils": 0}, (Quarantine.NOBODY,)),
        ({"pupils": 0, "adults": 1}, ()),
        ({"pupils": 60}, ()),
        ({"pupils": 61}, (Quarantine.TOO_MANY,)),
        ({"pupils": 61, "group_type": "mixed"}, (Quarantine.TOO_MANY,)),
        ({"pupils": 61, "group_type": "assembly"}, ()),
        ({"school_known": False, "pupils": 0}, (Quarantine.UNKNOWN_SCHOOL, Quarantine.NOBODY)),
    ],
)
def test_quarantine_has_its_reasons(change, reasons):
    assert quarantine_reasons(replace(USUAL, **change)) == reasons


@pytest.mark.parametrize(
    ("change", "doubts"),
    [
        ({"pupils": 40}, ()),
        ({"pupils": 41}, (Doubt.MANY_PUPILS,)),
        ({"pupils": 41, "class_only": True}, (Doubt.NOT_FOR_ASSEMBLY,)),
        ({"pupils": 40, "class_only": True}, ()),
        ({"duration": 19}, (Doubt.SHORT,)),
        ({"duration": 20}, ()),
        ({"duration": 240}, ()),
        ({"duration": 241}, (Doubt.LONG,)),
        ({"duration": None}, ()),
        ({"date": date(2026, 8, 25)}, ()),
        ({"date": date(2026, 8, 24)}, (Doubt.LATE,)),
        ({"date": date(2026, 8, 24), "first_recorded_on": date(2026, 9, 1)}, ()),
        ({"date": date(2026, 11, 21)}, (Doubt.WEEKEND,)),
        ({"date": date(2026, 11, 21), "modality": "online"}, ()),
    ],
)
def test_what_is_unusual_is_doubted_and_counted(change, doubts):
    row = replace(USUAL, **change)
    assert (warnings(row), quarantine_reasons(row)) == (doubts, ())


@pytest.mark.parametrize(("school", "grade"), [(None, 7), (1, None)])
def test_a_group_without_a_school_or_a_class_is_never_a_duplicate(school, grade):
    assert duplicate_key(school=school, grade=grade, letter="B", lesson="x", day=MONDAY) is None
