"""What is exported and imported again is what it was, for every kind; and the other way round."""

import html
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from media.h5p.content import NEWEST, DragText, MultiChoice, Profile, QuestionSet, TrueFalse, read
from quizzes.enums import Kind
from quizzes.exchange import notes
from quizzes.exchange.packing import NothingToExport, download, pack
from quizzes.exchange.stories import write_story
from quizzes.exchange.writing import write
from tests.media.h5p_content.worlds import record
from tests.quizzes.drafts import SAMPLES
from tests.quizzes.exchange.drafts import drafts_of
from tests.quizzes.exchange.packages import exported, gathered, imported

KINDS = [kind for kind in Kind if kind != Kind.FREE_TEXT]
IN_SETS = [kind for kind in KINDS if kind != Kind.BRANCHING]
SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
profiles = st.sampled_from([Profile(), Profile(NEWEST)])


@pytest.mark.parametrize("kind", KINDS)
@SLOW
@given(data=st.data(), language=st.sampled_from(["ro", "en", "hu"]), profile=profiles)
def test_a_question_comes_back_from_h5p_as_it_was(kind, data, language, profile):
    draft = data.draw(drafts_of(kind))
    found = imported(*exported(draft, language=language, profile=profile), language=language)
    assert [part.draft for part in found.parts] == [draft]


@SLOW
@given(drafts=st.lists(st.one_of(*map(drafts_of, IN_SETS)), min_size=1, max_size=4))
def test_a_quiz_comes_back_in_its_order(drafts):
    found = imported(*exported(*drafts))
    assert [part.draft for part in found.parts] == drafts


def plain(content):
    """The content as far as native questions carry it."""
    (part,) = gathered(content).parts
    return part.draft


@pytest.mark.parametrize("kind", KINDS)
@SLOW
@given(data=st.data())
def test_content_comes_back_from_a_question_as_it_was(kind, data):
    """What was once exported is the content that is exported after an import, byte for byte."""
    draft = data.draw(drafts_of(kind))
    library, params = exported(draft)
    (part,) = gathered(read(library, params).content).parts
    assert exported(part.draft) == (library, params)


# The fields that a native question carries, of the types that it is written as.
SUPPORTED = {
    MultiChoice: ("question", "answers", "feedback", "choose"),
    TrueFalse: ("question", "correct", "said_when_right", "said_when_wrong", "texts"),
    DragText: ("task", "parts", "distractors", "feedback"),
}


@pytest.mark.parametrize("kind", [kind for kind in IN_SETS if kind != Kind.SCALE])
@SLOW
@given(data=st.data())
def test_whatever_else_others_set_the_supported_fields_come_back(kind, data):
    ours = write(data.draw(drafts_of(kind)), "ro").content
    fields = SUPPORTED[type(ours.content)]
    theirs = data.draw(record(type(ours.content)))
    content = replace(theirs, **{name: getattr(ours.content, name) for name in fields})
    gathering = gathered(content, metadata=ours.metadata)
    back = write(gathering.parts[0].draft, "ro").content.content
    assert [getattr(back, name) for name in fields] == [getattr(content, name) for name in fields]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_we_export_is_reported_as_lost_at_the_import(kind):
    content = gathered(read(*exported(SAMPLES[kind])).content)
    assert [str(lost) for part in content.parts for lost in part.losses] == []
    assert content.losses == []


def test_notes_are_read_as_written_and_as_sites_escape_them():
    comment = notes.written(closing="„Da” & <nu> &#1 *")
    for held in (comment, html.escape(comment)):
        assert notes.read({"authorComments": held}) == {"closing": "„Da” & <nu> &#1 *"}
    assert notes.read({"authorComments": "[" * 9000 + "protect-learning"}) == {}
    assert notes.written(closing="a" * 5000) == ""


def test_free_text_has_no_form_in_h5p_and_says_so():
    packed = pack("Testul", [SAMPLES[Kind.FREE_TEXT]], "ro")
    assert write(SAMPLES[Kind.FREE_TEXT], "ro") is None
    assert [one.left_out for one in packed.losses] == [True]
    with pytest.raises(NothingToExport):
        download(packed, "ro", Profile())


def test_a_story_is_text_and_decisions_only():
    story = write_story(SAMPLES[Kind.BRANCHING], "ro")
    kinds = [piece.content.content.LIBRARY for piece in story.pieces]
    assert kinds == ["H5P.BranchingQuestion", "H5P.BranchingQuestion", "H5P.AdvancedText"]
    assert plain(story) == SAMPLES[Kind.BRANCHING]


def test_questions_stand_in_one_set():
    packed = pack("Testul", [SAMPLES[kind] for kind in IN_SETS], "ro")
    ((name, title, content),) = packed.parts
    assert (name, title, type(content)) == ("testul", "Testul", QuestionSet)
    assert len(content.questions) == len(IN_SETS)
