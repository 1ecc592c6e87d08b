"""The files of the instruments: whole, alike in every language, in words that do not hurt."""

import pytest
from django.conf import settings

from lms.selfcheck import library
from lms.selfcheck.checks import instruments_are_whole, problems_of

FOUR_LANGUAGES = ("ro", "en", "hu", "uk")
# What doctors say. A self-check names no illness and gives no number to be judged by.
CLINICAL = (
    "depresi",
    "anxi",
    "simptom",
    "tulbur",
    "patolog",
    "scor",
    "depress",
    "symptom",
    "тривожн",
)


@pytest.fixture
def changed(monkeypatch):
    """Let one file of an instrument be read with a change to its rows."""

    def change(language, alter):
        read = library.rows_of
        library.instrument.cache_clear()

        def rows_of(key, code):
            rows = read(key, code)
            return alter(rows) if code == language else rows

        monkeypatch.setattr(library, "rows_of", rows_of)

    yield change
    library.instrument.cache_clear()


def test_the_files_in_the_repository_are_whole():
    assert instruments_are_whole() == []


@pytest.mark.parametrize("key", library.offered())
@pytest.mark.parametrize("language", FOUR_LANGUAGES)
def test_r20_every_instrument_is_there_in_four_languages(key, language):
    instrument = library.instrument(key, language)
    assert instrument.language == language
    assert 10 <= len(instrument.items) <= 12
    assert 3 <= len(instrument.bands) <= 4


@pytest.mark.parametrize("key", library.offered())
@pytest.mark.parametrize("language", FOUR_LANGUAGES)
def test_every_language_has_the_structure_of_the_romanian_file(key, language):
    def shape(code):
        return [(row["part"], row["key"], row["value"]) for row in library.rows_of(key, code)]

    assert shape(language) == shape(settings.LANGUAGE_CODE)


@pytest.mark.parametrize("key", library.offered())
@pytest.mark.parametrize("language", FOUR_LANGUAGES)
def test_words_are_calm_and_name_no_illness(key, language):
    for row in library.rows_of(key, language):
        assert "!" not in row["text"]
        assert not [word for word in CLINICAL if word in row["text"].lower()], row["text"]


def test_two_languages_share_no_sentence():
    for key in library.offered():
        texts = [row["text"] for code in FOUR_LANGUAGES for row in library.rows_of(key, code)]
        written = [text for text in texts if text]
        assert len(set(written)) == len(written)


def turned(rows):
    return [
        {**r, "value": " ".join(reversed(r["value"].split()))} if r["part"] == "item" else r
        for r in rows
    ]


def shuffled_scale(rows):
    answers = [row for row in rows if row["part"] == "answer"][::-1]
    return [answers.pop(0) if row["part"] == "answer" else row for row in rows]


def without(part):
    return lambda rows: [row for row in rows if row["part"] != part]


def emptied(rows):
    return [{**row, "text": ""} if row["part"] == "says" else row for row in rows]


def raised(rows):
    return [
        {**row, "value": "99"} if row["key"] == "much" and row["part"] == "band" else row
        for row in rows
    ]


@pytest.mark.parametrize(
    ("alter", "said"),
    [
        (turned, "scores otherwise"),
        (shuffled_scale, "scores otherwise"),
        (without("advice"), "cannot be read"),
        (emptied, "has no text"),
        (raised, "rise"),
    ],
)
def test_a_file_that_is_broken_stops_the_site(changed, alter, said):
    changed("en", alter)
    assert any(said in problem for problem in problems_of("cum-ma-descurc"))


def test_a_language_of_the_site_without_a_file_stops_it(settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("de", "Deutsch")]
    assert "de is missing" in problems_of("cum-ma-descurc")


@pytest.mark.parametrize("encoding", ["cp1250", "utf-16"])
def test_a_file_that_is_not_utf8_says_how_to_save_it(tmp_path, monkeypatch, encoding):
    folder = tmp_path / "proba"
    folder.mkdir()
    (folder / "ro.csv").write_text("part,key,value,text\nname,,,Părere\n", encoding)
    monkeypatch.setattr(library, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="CSV UTF-8"):
        library.rows_of("proba", "ro")


def test_the_mark_that_excel_puts_before_utf8_is_no_column(tmp_path, monkeypatch):
    folder = tmp_path / "proba"
    folder.mkdir()
    (folder / "ro.csv").write_text("part,key,value,text\nname,,,Părere\n", "utf-8-sig")
    monkeypatch.setattr(library, "FOLDER", tmp_path)
    assert library.rows_of("proba", "ro")[0]["text"] == "Părere"
