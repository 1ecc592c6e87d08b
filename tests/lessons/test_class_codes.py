"""The code of a class that was held without a network."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.packs.class_codes import (
    FIRST_DAY,
    LAST_DAY,
    LETTERS,
    MOST_PUPILS,
    BadClassCode,
    ClassResult,
    pack_key,
    read,
    write,
)
from lms.core.codes import ALPHABET

KEY, OTHER = pack_key("inel", "modul-1:ro"), pack_key("inel", "modul-2:ro")
RESULT = ClassResult(pupils=23, day=date(2026, 11, 24), grade=7, letter="B", nonce=5)
SCRIPT = Path("lessons/static/js/class-code.js")

results = st.builds(
    ClassResult,
    pupils=st.integers(1, MOST_PUPILS),
    day=st.none() | st.dates(FIRST_DAY, LAST_DAY),
    grade=st.none() | st.integers(0, 13),
    letter=st.sampled_from(["", *"ABCXYZ"]),
    nonce=st.integers(0, 4095),
)


@given(results)
def test_a_code_says_what_was_typed(result):
    assert read(write(result, KEY), [KEY]) == (result, KEY)


@given(results)
def test_a_code_is_five_groups_of_four_letters(result):
    groups = write(result, KEY).split("-")
    assert [len(group) for group in groups] == [4] * 5
    assert set("".join(groups)) <= set(ALPHABET)


@given(results, st.integers(0, LETTERS - 1), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_refused(result, place, letter):
    code = write(result, KEY).replace("-", "")
    wrong = code[:place] + letter + code[place + 1 :]
    if wrong != code:
        with pytest.raises(BadClassCode):
            read(wrong, [KEY])


@given(results, st.integers(0, LETTERS - 2))
def test_two_letters_in_each_others_place_are_refused(result, place):
    code = write(result, KEY).replace("-", "")
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        with pytest.raises(BadClassCode):
            read(wrong, [KEY])


@given(st.text(ALPHABET, min_size=LETTERS, max_size=LETTERS))
def test_a_code_that_was_made_up_is_refused(code):
    with pytest.raises(BadClassCode):
        read(code, [KEY, OTHER])


def test_the_code_of_another_module_is_refused():
    with pytest.raises(BadClassCode):
        read(write(RESULT, OTHER), [KEY])


def test_the_key_that_sealed_it_tells_the_module():
    assert read(write(RESULT, OTHER), [KEY, OTHER]) == (RESULT, OTHER)


def test_each_key_of_the_ring_makes_another_key_of_the_pack():
    assert pack_key("inel", "modul-1:ro") != pack_key("alt-inel", "modul-1:ro")


@pytest.mark.parametrize("typed", ["", "WDJB", "Ăăă", "WDJB-MJHT-WDJB-MJHT-WDJB-MJHT", "0" * 20])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(BadClassCode):
        read(typed, [KEY])


def test_spaces_and_small_letters_do_not_matter():
    typed = write(RESULT, KEY).lower().replace("-", " ")
    assert read(typed, [KEY])[0] == RESULT


@pytest.mark.parametrize("pupils", [0, -1])
def test_a_class_of_nobody_is_refused_although_sealed(pupils):
    with pytest.raises(ValueError):
        read(write(ClassResult(pupils), KEY), [KEY])


@pytest.mark.parametrize("pupils", [MOST_PUPILS + 1, 5000])
def test_no_code_says_more_pupils_than_fit(pupils):
    with pytest.raises(ValueError):
        write(ClassResult(pupils), KEY)


def test_the_script_of_the_pack_makes_the_same_code():
    drawn = [
        ClassResult(pupils, day, grade, letter, nonce)
        for pupils, day, grade, letter, nonce in [
            (1, None, None, "", 0),
            (23, date(2026, 11, 24), 7, "B", 5),
            (MOST_PUPILS, LAST_DAY, 13, "Z", 4095),
            (30, FIRST_DAY, 0, "", 77),
            (12, date(2028, 2, 29), None, "", 1234),
        ]
    ]
    typed = [
        {
            "pupils": str(one.pupils),
            "day": str(one.day or ""),
            "grade": "" if one.grade is None else str(one.grade),
            "letter": one.letter,
            "nonce": one.nonce,
        }
        for one in drawn
    ]
    asked = f"{json.dumps(typed)}.map((one) => ClassCode.write(one, '{KEY.hex()}'))"
    program = f"{SCRIPT.read_text()}\nconsole.log(JSON.stringify({asked}))"
    ran = subprocess.run(["node", "-e", program], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == [write(one, KEY) for one in drawn]
