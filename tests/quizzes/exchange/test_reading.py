"""Packages of others as questions: what comes, and that each thing that does not is named."""

import json

import pytest

from media.h5p.content import (
    AdvancedText,
    Blank,
    Blanks,
    BranchingQuestion,
    BranchingScenario,
    DragText,
    Drop,
    Library,
    MultiChoice,
    Nested,
    Other,
    QuestionSet,
    SingleChoiceSet,
    Summary,
    TrueFalse,
    Version,
)
from media.h5p.content.branching import Alternative, EndScreen, Piece, Screen
from media.h5p.content.multi_choice import Answer
from media.h5p.content.parts import Feedback
from media.h5p.content.single_choice_set import QuickQuestion
from media.h5p.content.summary import Statements
from quizzes.enums import Kind
from quizzes.flaws import flaws_of
from tests.quizzes.exchange.packages import gathered

VIDEO = Other(Library("H5P.Video", Version(1, 6)), {"sources": [{"path": "videos/a.mp4"}]})
UNCHOSEN = Other(Library("H5P.Video", Version(1, 6)), {"l10n": {"name": "Video"}})
IMAGE = Other(
    Library("H5P.Image", Version(1, 1)), {"file": {"path": "images/a.png"}, "alt": "Un zmeu"}
)
OPTIONS = (
    Answer(text="<div>da</div>", correct=True, chosen="<p>De ce da.</p>", tip="<p>Hm</p>"),
    Answer(text="nu", not_chosen="<p>De ce nu.</p>"),
    Answer(text="<strong>poate</strong>"),
)


def one(content, **metadata):
    (part,) = gathered(content, metadata=metadata).parts
    return part


def lost(content, **metadata):
    return [str(loss) for loss in one(content, **metadata).losses]


def test_multiple_choice_keeps_what_is_said_of_each_option_and_names_the_rest():
    part = one(MultiChoice(question="<p>Ce  faci?</p>", answers=OPTIONS, shuffle=False))
    assert (part.draft.kind, part.draft.text) == (Kind.SINGLE, "Ce faci?")
    assert [(c.text, c.correct, c.feedback) for c in part.draft.choices] == [
        ("da", True, "De ce da."),
        ("nu", False, ""),
        ("poate", False, ""),
    ]
    assert [str(loss) for loss in part.losses] == [
        "formatarea textului: „strong”.",
        "indiciul: „Hm”.",
        "ce se spune când o variantă nu este aleasă: „De ce nu.”.",
    ]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"confirm_check": True}, "întrebarea de confirmare înainte de verificare."),
        ({"confirm_retry": True}, "întrebarea de confirmare înainte de reluare."),
        ({"auto_check": True}, "verificarea automată."),
        ({"retry": False}, "„fără încă o încercare”. La noi se poate încerca mereu din nou."),
        ({"solutions": False}, "„fără soluție”."),
        ({"check": False}, "„fără butonul Verifică”."),
        ({"shuffle": True}, "ordinea amestecată a variantelor. La noi ordinea este cea din listă."),
        ({"pass_percentage": 60}, "pragul de trecere: „60 %”."),
        ({"choose": "multi"}, "se puteau bifa mai multe variante."),
        (
            {"feedback": (Feedback(low=0, high=50, text="Hm"), Feedback(low=51, text="Bine"))},
            "mesajele după punctaj: „0–50 %: Hm · 51–100 %: Bine”.",
        ),
        (
            {"feedback": (Feedback(text="@score din @total"),)},
            "mesajele după punctaj: „0–100 %: @score din @total”.",
        ),
        (
            {"media": Nested(VIDEO)},
            "filmul sau sunetul de deasupra întrebării. Păstrați pachetul ca activitate H5P.",
        ),
    ],
)
def test_each_setting_that_has_no_place_is_named(fields, sentence):
    plain = (Answer(text="a", correct=True), Answer(text="b"), Answer(text="c"))
    content = MultiChoice(question="?", answers=plain, **{"shuffle": False, **fields})
    assert lost(content) == [sentence]


def test_a_medium_that_was_never_chosen_is_no_loss():
    plain = (Answer(text="a", correct=True), Answer(text="b"), Answer(text="c"))
    content = MultiChoice(question="?", answers=plain, shuffle=False, media=Nested(UNCHOSEN))
    assert lost(content) == []


def test_an_image_comes_with_its_description_and_licence():
    metadata = {"license": "CC BY", "licenseVersion": "4.0", "authors": [{"name": "Ana"}]}
    part = one(TrueFalse(question="?", correct=True, media=Nested(IMAGE, metadata=metadata)))
    assert (part.picture.path, part.picture.description) == ("images/a.png", "Un zmeu")
    assert part.picture.credit == "Ana · CC BY 4.0"


def test_the_licence_and_a_comment_of_a_question_are_named():
    said = lost(TrueFalse(correct=True), license="CC BY-SA", authorComments="Pentru clasa a V-a")
    assert said == [
        "autorii și licența: „CC BY-SA”. Scrieți-le unde se folosesc întrebările.",
        "comentariul autorului: „Pentru clasa a V-a”.",
    ]


def test_several_right_ones_are_ticked_and_all_right_ones_are_a_scale():
    two = (Answer(text="a", correct=True), Answer(text="b", correct=True), Answer(text="c"))
    all_right = tuple(Answer(text=text, correct=True) for text in "abcd")
    assert one(MultiChoice(answers=two)).draft.kind == Kind.MULTIPLE
    assert one(MultiChoice(answers=all_right, choose="single")).draft.kind == Kind.SCALE
    several = MultiChoice(answers=two, choose="single", shuffle=False)
    assert lost(several) == ["oricare dintre variantele potrivite era de ajuns."]


def test_nothing_is_made_up_where_an_explanation_is_missing():
    part = one(TrueFalse(question="?", correct=False))
    assert [(c.text, c.correct, c.feedback) for c in part.draft.choices] == [
        ("Adevărat", False, ""),
        ("Fals", True, ""),
    ]
    assert len(flaws_of(part.draft)) == 2


def test_the_right_answer_of_quick_questions_does_not_stand_first():
    questions = tuple(
        QuickQuestion(question=f"<p>{n}?</p>", answers=("<p>bun</p>", "<p>rău</p>", "<p>alt</p>"))
        for n in range(12)
    )
    found = gathered(SingleChoiceSet(questions=questions))
    right = [[c.correct for c in part.draft.choices].index(True) for part in found.parts]
    assert {part.draft.kind for part in found.parts} == {Kind.SINGLE}
    assert len(set(right)) > 1
    assert "sunetele." in [str(loss) for loss in found.losses]


def test_each_group_of_a_summary_is_a_question():
    groups = (
        Statements(options=("<p>bun</p>", "<p>rău</p>", "<p>alt</p>"), tip="Hm"),
        Statements(options=("<p>da</p>", "<p>nu</p>")),
    )
    first, second = gathered(Summary(intro="<p>Care?</p>", groups=groups)).parts
    assert (first.draft.kind, second.draft.kind) == (Kind.SINGLE, Kind.TRUE_FALSE)
    assert [str(loss) for loss in first.losses] == ["indiciul: „Hm”."]


def test_blanks_become_a_text_with_gaps_and_a_list():
    line = ("<p>Sun la ", Blank(("112", "unu-unu-doi"), "scurt"), " și {3}.</p>")
    part = one(Blanks(task="<p>Scrie.</p>", lines=(line,), accept_misspelled=True))
    assert part.draft.text == "Scrie. Sun la {1} și (3)."
    assert {(c.text, c.gap) for c in part.draft.choices} == {("112", 1), ("unu-unu-doi", 1)}
    assert [str(loss) for loss in part.losses] == [
        "elevii scriau cuvintele; la noi le aleg dintr-o listă.",
        "indiciul: „scurt”.",
        "greșelile mici de scriere erau primite.",
        "se ținea seama de litere mari și mici.",
        "cifra dintre acolade, care la noi este un loc gol: „3”.",
    ]


def test_blanks_that_do_not_fit_on_a_screen_are_a_question_for_each_block():
    lines = tuple((f"<p>{'a' * 150} ", Blank((word,)), "</p>") for word in ("unu", "doi", "trei"))
    first, second, third = gathered(Blanks(lines=lines)).parts
    assert [(c.text, c.gap) for c in first.draft.choices] == [("unu", 1), ("doi", 0)]
    assert any(str(loss).startswith("textul întreg.") for loss in first.losses)
    assert second.losses == third.losses == ()


def test_words_to_drag_come_in_an_order_that_does_not_tell():
    content = DragText(
        task="<p>Trage.</p>",
        parts=("Albastru: ", Drop("cer", "sus", "Da.", "Nu."), "\nVerde: ", Drop("iarbă")),
        distractors=("sare",),
    )
    part = one(content)
    assert part.draft.text == "Trage. Albastru: {1} Verde: {2}"
    assert {(c.text, c.gap, c.feedback) for c in part.draft.choices} == {
        ("cer", 1, "Da."),
        ("iarbă", 2, ""),
        ("sare", 0, ""),
    }
    assert [str(loss) for loss in part.losses] == [
        "indiciul: „sus”.",
        "ce se spune după un cuvânt nepotrivit: „Nu.”.",
    ]


def test_the_note_of_an_export_is_not_believed_after_somebody_changed_the_words():
    note = '{"protect-learning": {"words": [["cer", 1, "Vechi"], ["mare", 0, "Altul"]]}}'
    content = DragText(parts=("E ", Drop("soare")), distractors=("mare",))
    part = one(content, authorComments=note)
    assert {(c.text, c.gap, c.feedback) for c in part.draft.choices} == {
        ("soare", 1, ""),
        ("mare", 0, ""),
    }


@pytest.mark.parametrize("word", [["mare", 0, "Altul"], ["lac", 2, "Altul"]])
def test_the_note_brings_no_word_back_that_somebody_took_out(word):
    note = json.dumps({"protect-learning": {"words": [["cer", 1, "Vechi"], word]}})
    part = one(DragText(parts=("E ", Drop("cer"))), authorComments=note)
    assert [(c.text, c.gap, c.feedback) for c in part.draft.choices] == [("cer", 1, "")]


def test_a_question_set_is_gone_through_and_names_what_is_its_own():
    inner = QuestionSet(questions=(Nested(TrueFalse(question="<p>Da?</p>", correct=True)),))
    essay = Other(Library("H5P.Essay", Version(1, 5)), {})
    content = QuestionSet(
        introduction="<p>Bun venit</p>",
        shuffle=True,
        pool_size=3,
        pass_percentage=80,
        questions=(Nested(inner), Nested(essay, metadata={"title": "Eseu"})),
    )
    found = gathered(content)
    assert [(part.kind, part.draft is None) for part in found.parts] == [
        ("True/False Question", False),
        ("H5P.Essay", True),
    ]
    assert str(found.parts[1].losses[0]) == (
        "acest tip nu are o formă la noi: „H5P.Essay”. Păstrați pachetul ca activitate H5P."
    )
    assert [str(loss) for loss in found.losses] == [
        "introducerea: „Bun venit”. Puneți-o în pasul modulului.",
        "ordinea amestecată a întrebărilor.",
        "câte întrebări se trag la sorți: „3”. La noi se pun toate.",
        "pragul de trecere: „80 %”.",
    ]


def story(**fields):
    ask = BranchingQuestion(
        question="<p><strong>Vlad</strong></p><p>Vii?</p>",
        alternatives=(
            Alternative(text="Da", next_id=2, feedback=Screen(title="Stai", subtitle="Hm")),
            Alternative(text="Nu", next_id=-2),
        ),
    )
    pieces = (
        Piece(
            content=Nested(AdvancedText(text="<p>Un mesaj.</p>")), next_id=1, proceed="Mai departe"
        ),
        Piece(content=Nested(ask, metadata={"title": "Titlu cu spații"})),
        Piece(content=Nested(AdvancedText(text="<p>Spui cuiva.</p>")), next_id=-1),
    )
    ends = (
        EndScreen(title="Gata", subtitle="119 te ajută."),
        EndScreen(title="Ai spus nu", end_id=-2),
    )
    return BranchingScenario(title="Vlad", start_title="Vlad", pieces=pieces, ends=ends, **fields)


def test_a_scenario_of_texts_and_decisions_is_a_story_with_choices():
    draft = one(story()).draft
    assert {(s.key, s.speaker, s.text, s.ending) for s in draft.scenes} == {
        ("scena-1", "", "Un mesaj.", False),
        ("scena-2", "Vlad", "Vii?", False),
        ("scena-3", "", "Spui cuiva.", True),
        ("final", "", "Ai spus nu", True),
    }
    assert [(c.scene, c.text, c.feedback, c.leads_to) for c in draft.choices] == [
        ("scena-1", "Mai departe", "", "scena-2"),
        ("scena-2", "Da", "Stai\nHm", "scena-3"),
        ("scena-2", "Nu", "", "final"),
    ]
    assert draft.closing == "Gata\n119 te ajută."
    assert draft.scenes[0].key == "scena-1"


def test_a_scenario_with_a_film_stays_an_activity():
    film = Piece(content=Nested(VIDEO), next_id=-1)
    part = one(BranchingScenario(title="Vlad", pieces=(film,)))
    assert part.draft is None
    assert "H5P.Video" in str(part.losses[0])


def test_the_score_of_a_scenario_is_named():
    assert "punctajul poveștii: „static-end-score”. La noi o poveste nu are punctaj." in lost(
        story(scoring="static-end-score")
    )
