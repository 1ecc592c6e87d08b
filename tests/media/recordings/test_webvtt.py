"""Captions are read strictly: what is wrong is named with its line, and nothing else gets in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.recordings.webvtt import (
    MOST_BYTES,
    MOST_CUES,
    BadCaptions,
    Cue,
    Flaw,
    read,
    spoken,
    write,
    write_srt,
)
from media.recordings.words import SAID, said_of

GOOD = """WEBVTT - Film

NOTE scris de noi

1
00:00.500 --> 00:02.000 line:80% align:center
<v Ilinca>Bună.</v>

00:00:02.000 --> 00:00:03.500
<i>Sună telefonul.</i>
- <b>Stop</b> &amp; gata
"""
SRT = "1\n00:00:00,500 --> 00:00:02,000\nBună.\n\n2\n00:00:02,000 --> 00:00:03,500\nStop.\n"


def flaws(content, **options):
    with pytest.raises(BadCaptions) as caught:
        read(content, **options)
    return [(problem.line, problem.flaw) for problem in caught.value.problems]


def cue(text="Text", times="00:00.000 --> 00:01.000"):
    return f"WEBVTT\n\n{times}\n{text}\n"


def test_good_captions_are_read():
    assert read(GOOD, duration=3.5) == [
        Cue(500, 2000, "<v Ilinca>Bună.</v>", "line:80% align:center"),
        Cue(2000, 3500, "<i>Sună telefonul.</i>\n- <b>Stop</b> &amp; gata"),
    ]


def test_what_is_written_reads_the_same():
    assert read(write(read(GOOD))) == read(GOOD)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_end_as_on_any_machine(end):
    content = "\ufeff" + GOOD.replace("\n", end)
    assert read(content.encode()) == read(GOOD)


def test_subrip_is_taken_as_well():
    assert read(SRT, srt=True) == [Cue(500, 2000, "Bună."), Cue(2000, 3500, "Stop.")]


def test_subrip_that_is_written_reads_the_same_but_for_who_speaks():
    assert write_srt(read(SRT, srt=True)) == SRT
    assert "Ilinca: Bună." in write_srt(read(GOOD))
    assert "- <b>Stop</b> & gata" in write_srt(read(GOOD))


def test_the_words_alone():
    assert spoken(read(GOOD)) == "Bună.\nSună telefonul. - Stop & gata"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", [(1, Flaw.HEADER)]),
        ("WEBVTT", [(1, Flaw.NO_CUES)]),
        ("WEBVTTX\n\n00:00.000 --> 00:01.000\nText\n", [(1, Flaw.HEADER)]),
        ("WEBVTT\n00:00.000 --> 00:01.000\nText\n", [(2, Flaw.AFTER_HEADER)]),
        (cue(times="00:00,000 --> 00:01,000"), [(3, Flaw.TIMING)]),
        (cue(times="00:00.000 -> 00:01.000"), [(3, Flaw.TIMING)]),
        (cue(times="00:61.000 --> 00:62.000"), [(3, Flaw.TIMING)]),
        (cue(times="00:01.000 --> 00:01.000"), [(3, Flaw.BACKWARDS)]),
        (cue(times="00:00.000 --> 00:03.000"), [(3, Flaw.BEYOND)]),
        (cue(times="00:00.000 --> 00:01.000 region:sus"), [(3, Flaw.SETTING)]),
        (cue(text=""), [(3, Flaw.EMPTY)]),
        (cue("<script>alert(1)</script>"), [(4, Flaw.TAG), (4, Flaw.TAG)]),
        (cue('<a href="https://example.org">x</a>'), [(4, Flaw.TAG), (4, Flaw.TAG)]),
        (cue("<img src=x"), [(4, Flaw.TAG)]),
        (cue("<v>Text"), [(4, Flaw.TAG)]),
        (cue("<i>Text"), [(4, Flaw.UNCLOSED)]),
        (cue("Text</b>"), [(4, Flaw.UNCLOSED)]),
        (cue("<i><b>Text</i></b>"), [(4, Flaw.UNCLOSED)] * 2),
        (cue("Te\x07xt"), [(4, Flaw.UNPRINTABLE)]),
        ("WEBVTT\n\nSTYLE\n::cue { background: url(x) }\n", [(3, Flaw.STYLE)]),
        ("WEBVTT\n\nREGION\nid:sus\n", [(3, Flaw.STYLE)]),
    ],
)
def test_what_is_wrong_is_named_with_its_line(content, found):
    assert flaws(content, duration=2) == found


def test_a_tag_carries_nothing_but_classes_and_a_name():
    """Of a span only `v` has words; a browser reads those of others and shows nothing of them."""
    assert flaws(cue("<b onclick=x>Text</b>"))[0] == (4, Flaw.TAG)
    assert read(cue("<c.galben>Text</c>"))


def test_cues_that_go_back_are_out_of_order():
    content = cue("Doi", "00:01.000 --> 00:02.000") + "\n00:00.500 --> 00:01.000\nUnu\n"
    assert flaws(content) == [(6, Flaw.ORDER)]


def test_a_word_that_is_not_utf_8_names_its_line():
    assert flaws(b"WEBVTT\n\n\xe3") == [(3, Flaw.ENCODING)]


def test_a_file_that_is_too_large_is_not_read():
    assert flaws(b"WEBVTT\n\n" + b"a" * MOST_BYTES) == [(1, Flaw.TOO_LONG)]
    many = "WEBVTT\n\n" + "00:00.000 --> 00:01.000\na\n\n" * (MOST_CUES + 1)
    assert flaws(many)[0][1] == Flaw.TOO_LONG


def test_at_most_twenty_problems_are_told():
    assert len(flaws("WEBVTT\n\n" + "00:02.000 --> 00:01.000\na\n\n" * 50)) == 20


def test_every_flaw_has_words_and_names_its_line():
    assert SAID.keys() == set(Flaw)
    with pytest.raises(BadCaptions) as caught:
        read(cue("<u>Text</u>"))
    assert said_of(caught.value.problems[0]).startswith("Rândul 4: ")
    assert said_of(caught.value.problems[0]).endswith("<u>")


@given(st.text(alphabet="WEBVT\n0123456789:.-> <vibc/>ăș&;", max_size=200) | st.text(max_size=200))
def test_any_text_is_read_or_refused_and_what_is_read_can_be_written(text):
    try:
        cues = read(text)
    except BadCaptions:
        return
    assert read(write(cues)) == cues
    assert write_srt(cues)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    try:
        cues = read(b"WEBVTT\n\n" + content)
    except BadCaptions as error:
        cues = error.problems
    assert cues
