import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.text import alphabetical, first_free, fold, mend_cedilla


@pytest.mark.parametrize("form", ["Școală", "şcoală", "SCOALA", "scoală", "s\u0326coala\u0306"])
def test_every_way_to_type_a_word_folds_to_one(form):
    assert fold(form) == "scoala"


def test_all_romanian_letters_lose_their_marks():
    assert fold("Ă Â Î Ș Ț ă â î ș ț Ş Ţ ş ţ") == "a a i s t a a i s t s t s t"


def test_white_space_of_any_kind_becomes_one_space():
    assert fold("  sat \t\n Mare\u00a0nou ") == "sat mare nou"


def test_hungarian_letters_lose_their_marks_too():
    assert fold("Székelyudvarhely Őszi") == "szekelyudvarhely oszi"


def test_ukrainian_letters_keep_their_marks():
    assert fold("Їжак і Йод") == "їжак і йод"


def test_full_width_letters_and_numeral_signs_become_ordinary():
    assert fold("Ｖ Ⅶ") == "v vii"


def test_nothing_folds_to_nothing():
    assert fold("") == fold(" \n ") == ""


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcșțăâîşţ ABCȘȚĂÂÎŞŢ-"))
def test_capitals_and_small_letters_fold_alike(text):
    assert fold(text.upper()) == fold(text.lower())


def test_cedilla_letters_become_comma_letters_with_their_case():
    assert mend_cedilla("Ştiinţa ŞI ŢARA, şi ţara") == "Știința ȘI ȚARA, și țara"


def test_a_combining_cedilla_is_mended_too():
    assert mend_cedilla("s\u0327i T\u0327ara") == "și Țara"


def test_other_cedillas_and_correct_text_are_left_alone():
    assert mend_cedilla("façade, Știință, été") == "façade, Știință, été"


@given(st.text())
def test_mended_text_holds_no_cedilla_form(text):
    assert not set("şŞţŢ") & set(mend_cedilla(text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Brașov", "Brăila"),
        ("Caraș-Severin", "Călărași"),
        ("Satu Mare", "Sălaj"),
        ("Vaslui", "Vâlcea"),
        ("Măgura", "Mâneciu"),
        ("Izvoare", "Întorsura"),
        ("Suseni", "Șag"),
        ("Turda", "\u0162aga"),
        ("Șag", "Tarcău"),
        ("Bra\u015fov", "Bra\u0306ila"),
    ],
)
def test_names_sort_as_the_romanian_alphabet_does(first, second):
    assert alphabetical(first) < alphabetical(second)


def test_case_plays_no_part_in_the_alphabet():
    assert alphabetical("ȚAGA") == alphabetical("țaga")


def test_a_name_that_is_taken_gets_the_first_number_that_is_free():
    assert [first_free("film", taken) for taken in ((), ("film",), ("film", "film-2"))] == [
        "film",
        "film-2",
        "film-3",
    ]
