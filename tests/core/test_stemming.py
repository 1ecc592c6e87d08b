import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.stemming import stem, stem_text
from lms.core.text import fold


def _groups() -> dict[str, list[str]]:
    groups = defaultdict(list)
    with Path(__file__).with_name("inflections.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            groups[row["group"]].append(row["word"])
    return dict(groups)


GROUPS = _groups()
ENGLISH_TEXT = """safety online rights work abroad school teacher lesson children relationship help
    people the and a of is are care use message password police family name model level title
    road board coach goal team learn read leader sea idea area useful beautiful careful
    trafficking exploitation passport contract employer salary series species"""
ENGLISH = ENGLISH_TEXT.split()


def test_the_table_of_inflections_is_large_enough_to_mean_something():
    assert sum(len(words) for words in GROUPS.values()) >= 120


@pytest.mark.parametrize("group", GROUPS)
def test_all_forms_of_a_word_share_one_stem(group):
    assert {word: stem(word) for word in GROUPS[group]} == dict.fromkeys(GROUPS[group], stem(group))


def test_no_two_words_of_the_table_share_a_stem():
    stems = [stem(group) for group in GROUPS]
    assert len(set(stems)) == len(stems)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("copil", "copie"),
        ("copil", "copilărie"),
        ("muncă", "muncitor"),
        ("școală", "școlar"),
        ("masă", "măsură"),
        ("lecție", "lectură"),
        ("lege", "legătură"),
        ("model", "mod"),
        ("modul", "mod"),
        ("casă", "caz"),
        ("profesor", "profesie"),
        ("drept", "dreptate"),
        ("cont", "contract"),
        ("trafic", "traficant"),
        ("pericol", "periculos"),
        ("sat", "sărat"),
        ("parolă", "parc"),
        ("siguranță", "sigur"),
        ("părinte", "parte"),
        ("teamă", "temă"),
    ],
)
def test_different_words_stay_apart(first, second):
    assert stem(first) != stem(second)


@pytest.mark.parametrize("word", ["an", "e", "la", "ai", "nu", "și", "cu", "eu", "ei"])
def test_short_words_are_only_folded(word):
    assert stem(word) == fold(word)


@pytest.mark.parametrize("word", ["2026", "A4", "h5p", "домівка", ""])
def test_numbers_and_other_scripts_are_only_folded(word):
    assert stem(word) == fold(word)


@pytest.mark.parametrize("word", ENGLISH)
def test_an_english_word_has_one_stem_in_any_case(word):
    assert stem(word.upper()) == stem(word) == stem(stem(word))


@pytest.mark.parametrize("word", ENGLISH)
def test_an_english_word_keeps_its_beginning(word):
    assert len(stem(word)) >= min(3, len(word))
    assert stem(word)[:2] == word[:2]


@given(st.text(alphabet="aăâbcdeghiîlmnoprsștțuz", max_size=16))
def test_stemming_a_stem_changes_nothing(word):
    assert stem(stem(word)) == stem(word)


@given(st.text(max_size=12))
def test_any_text_at_all_has_a_stable_stem(word):
    assert stem(stem(word)) == stem(word)


def test_a_sentence_keeps_its_order_and_loses_nothing():
    assert stem_text("Drepturile copiilor, în ȘCOALĂ și online.") == (
        "drept copil, in scol si onlin."
    )


def test_a_query_finds_another_form_in_a_text():
    text = stem_text("Cum vorbim cu părinții despre siguranța copiilor pe rețelele sociale")
    query = stem_text("siguranta copil retea sociala parinte")
    assert set(query.split()) <= set(text.split())


def test_a_borrowed_word_loses_its_hyphenated_ending():
    assert stem_text("site-uri și link-ul") == stem_text("site și link")


def test_other_hyphens_stay():
    assert stem_text("spune-le") == "spun-le"


@given(st.text(max_size=40))
def test_a_text_keeps_its_number_of_words(text):
    assert len(stem_text(text).split()) == len(fold(text).split())
