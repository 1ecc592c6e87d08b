import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from lms.core.class_labels import ClassLabel, normalise_class_label
from lms.core.grades import GRADE_BY_ROMAN

ROMAN = {grade: roman for roman, grade in GRADE_BY_ROMAN.items()}

SEVEN_B = """VII B|vii b|VIIB|viib|VII-B|VII - B|VII–B|VII.B|7B|7b|7 B|7-B|7 – b|07 B|7.B|a VII-a B
a VII-a "B"|A VII-A B|a VIIa B|a VII a B|VII-a B|VIIa B|VII a B|a 7-a B|a 7a B|7-a B|7a B|7-a-B
Clasa 7 B|clasa a 7-a B|clasa a VII-a B|CLASA A VII-A B|clasa VII B|clasa a VII B|clasa-7-B|clasa7B
cls. VII-B|cls VII B|cl. VII B|cl. a VII-a B|cls.7B|„7 B”|"VII B"|'7b'|«VII» B|VII „B”|7 'B'
class 7B|Grade 7 B|CLASS VII-B|  VII   B  |VII\u00a0B|VII B.|Ⅶ B|７Ｂ
a VII – a B|clasa a-VII-a B|VII_B|a\u00a0VII\u2011a\u00a0B"""

GRADE_ZERO = {
    "pregătitoare": "",
    "Pregatitoare": "",
    "PREGĂTITOARE A": "A",
    "clasa pregătitoare": "",
    "clasa pregătitoare A": "A",
    "clasa pregătitoare-B": "B",
    "preparatory A": "A",
    "Preparatory class A": "A",
    "prep A": "A",
    "clasa preg. A": "A",
    "CP A": "A",
    "preg. A": "A",
    "CP": "",
    "cp a": "A",
    "CPB": "B",
    "CP-B": "B",
    "C.P. B": "B",
    "zero": "",
    "clasa zero B": "B",
    "0": "",
    "0 A": "A",
    "0A": "A",
    "clasa a 0-a C": "C",
}

OTHERS = {
    "IX": (9, ""),
    "9": (9, ""),
    "clasa a IX-a": (9, ""),
    "a 9-a": (9, ""),
    "clasa I": (1, ""),
    "I A": (1, "A"),
    "IA": (1, "A"),
    "I-A": (1, "A"),
    "clasa I-A": (1, "A"),
    "VII-A": (7, "A"),
    "VII-a": (7, "A"),
    "7a": (7, "A"),
    "7 A": (7, "A"),
    "a VII-a A": (7, "A"),
    "a VII-a": (7, ""),
    "clasa a VII-a": (7, ""),
    "IX C": (9, "C"),
    "IXC": (9, "C"),
    "ixc": (9, "C"),
    "XII C": (12, "C"),
    "XIIC": (12, "C"),
    "XII-C": (12, "C"),
    "XC": (10, "C"),
    "a XII-a C": (12, "C"),
    "XD": (10, "D"),
    "XIII D": (13, "D"),
    "13 D": (13, "D"),
    "VI": (6, ""),
    "V I": (5, "I"),
    "IX X": (9, "X"),
    "VII I": (7, "I"),
    "XI": (11, ""),
    "XI V": (11, "V"),
    "X-I": (10, "I"),
    "9 X": (9, "X"),
    "9X": (9, "X"),
    "7 I": (7, "I"),
    "X": (10, ""),
    "V": (5, ""),
    "IIL": (2, "L"),
    "VII Ș": (7, "S"),
}

NOT_A_CLASS = """   |-|clasa|cls.|a|A|B|AB|clasa a|clasa B|14|14 A|XIV A|99|2026|-1|7 14|77 B|7 BB
7BB|VII BC|VII B2|7 B 2|V-VIII|V - VIII|clasele V-VIII|IX-X|I-V|9-10|7-8|VII A-B|VIIA-B|7A-B
VII A, B|VII A/B|VII A și B|VII A+B|VII B, VII C|7B 8B|77 BB|VIIII|IXX|VV|IIX|IIII|XXX|IC C|CP AB
grupa mare|mixt|grupa mare pregătitoare A|elevi|profesori|prima|VII B (24 elevi)|7.0|7.5
=7B|<b>VII</b>|семь|7 б|A7|B 7|00A0|a a|pregătitoareA|zeroB|VII-lea|a VII-a BC"""


def every(table: str) -> list[str]:
    return table.replace("\n", "|").split("|")


@pytest.mark.parametrize("typed", every(SEVEN_B))
def test_every_way_to_type_7b_is_one_class(typed):
    assert normalise_class_label(typed) == ClassLabel(7, "B")


@pytest.mark.parametrize(("typed", "letter"), GRADE_ZERO.items())
def test_the_preparatory_class_is_grade_0(typed, letter):
    assert normalise_class_label(typed) == ClassLabel(0, letter)


@pytest.mark.parametrize(("typed", "expected"), OTHERS.items())
def test_numerals_and_letters_are_told_apart(typed, expected):
    assert normalise_class_label(typed) == ClassLabel(*expected)


@pytest.mark.parametrize("typed", [None, "", *every(NOT_A_CLASS)])
def test_what_names_no_single_class_is_none(typed):
    assert normalise_class_label(typed) is None


LABELS = st.builds(
    ClassLabel,
    grade=st.integers(0, 13),
    letter=st.sampled_from(["", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"]),
)


@pytest.mark.parametrize("language", ["ro", "en"])
@given(label=LABELS)
def test_a_label_is_read_back_as_it_is_printed(label, language):
    with translation.override(language):
        assert normalise_class_label(str(label)) == label


@given(
    label=LABELS.filter(lambda label: label.letter and label.grade),
    arabic=st.booleans(),
    before=st.sampled_from(["", "clasa ", "CLASA ", "cls. ", "a ", "clasa a "]),
    after=st.sampled_from(["-a ", " a ", "a ", "-A "]),
    quotes=st.sampled_from(["{}", "„{}”", '"{}"', "  {} ", "{}."]),
)
def test_an_ordinal_before_a_letter_never_changes_the_class(label, arabic, before, after, quotes):
    number = str(label.grade) if arabic else ROMAN[label.grade]
    typed = quotes.format(f"{before}{number}{after}{label.letter}")
    assert normalise_class_label(typed) == label


@given(
    label=LABELS.filter(lambda label: label.letter not in {"I", "V", "X"}),
    arabic=st.booleans(),
    gap=st.sampled_from(["", " ", "-", " - ", "–", "  "]),
    before=st.sampled_from(["", "clasa ", "cls. ", "Cl."]),
    upper=st.booleans(),
)
def test_case_and_what_stands_between_never_change_the_class(label, arabic, gap, before, upper):
    number = str(label.grade) if arabic or not label.grade else ROMAN[label.grade]
    typed = f"{before}{number}{gap if label.letter else ''}{label.letter}"
    assert normalise_class_label(typed.upper() if upper else typed.lower()) == label


@given(st.text(alphabet="aAbCIVXvix0179 -.„”", max_size=8))
def test_any_text_gives_a_class_of_the_table_or_none(text):
    label = normalise_class_label(text)
    assert label is None or (0 <= label.grade <= 13 and label.letter in {"", label.letter[:1]})


def test_classes_sort_by_grade_and_then_by_letter():
    typed = ["X A", "IX B", "IX", "IX A"]
    assert [str(label) for label in sorted(map(normalise_class_label, typed))] == [
        "IX",
        "IX A",
        "IX B",
        "X A",
    ]
