"""Every type speaks Romanian and English in every version that is written."""

import re

import pytest

from media.h5p.content import (
    CONSERVATIVE,
    Library,
    Profile,
    Strings,
    TrueFalse,
    UnknownLanguageError,
    UnknownVersionError,
    Version,
    library_texts,
    write,
)
from media.h5p.content.strings import known_paths, table, words

NAMED = {
    "H5P.MultiChoice": "UI: checkAnswerButton submitAnswerButton showSolutionButton tryAgainButton "
    "tipsLabel scoreBarLabel tipAvailable feedbackAvailable readFeedback wrongAnswer correctAnswer "
    "shouldCheck shouldNotCheck noInput a11yCheck a11yShowSolution a11yRetry; confirmCheck: header "
    "body cancelLabel confirmLabel; confirmRetry: header body cancelLabel confirmLabel",
    "H5P.TrueFalse": "l10n: trueText falseText score checkAnswer submitAnswer showSolutionButton "
    "tryAgain wrongAnswerMessage correctAnswerMessage scoreBarLabel a11yCheck a11yShowSolution "
    "a11yRetry; confirmCheck: header body; confirmRetry: header body",
    "H5P.Blanks": "showSolutions tryAgain checkAnswer submitAnswer notFilledOut answerIsCorrect "
    "answerIsWrong answeredCorrectly answeredIncorrectly solutionLabel inputLabel inputHasTipLabel "
    "tipLabel scoreBarLabel",
    "H5P.DragText": "checkAnswer submitAnswer tryAgain showSolution dropZoneIndex empty contains "
    "ariaDraggableIndex tipLabel correctText incorrectText resetDropTitle resetDropDescription "
    "grabbed cancelledDragging correctAnswer feedbackHeader scoreBarLabel",
    "H5P.Summary": "solvedLabel scoreLabel resultLabel labelCorrect labelIncorrect "
    "labelCorrectAnswers tipButtonLabel scoreBarLabel progressText",
    "H5P.SingleChoiceSet": "l10n: nextButtonLabel showSolutionButtonLabel retryButtonLabel "
    "solutionViewTitle correctText incorrectText muteButtonLabel closeButtonLabel slideOfTotal "
    "scoreBarLabel",
    "H5P.QuestionSet": "introPage: startButtonText; endGame: noResultMessage message scoreBarLabel "
    "solutionButtonText retryButtonText finishButtonText submitButtonText skipButtonText "
    "amountCorrect scoreHeader; texts: prevButton nextButton finishButton submitButton "
    "textualProgress jumpToQuestion questionLabel readSpeakerProgress unansweredText answeredText "
    "currentQuestionText previous next navigationLabel",
}
NEWEST = {
    "H5P.QuestionSet": "1.21",
    "H5P.CoursePresentation": "1.27",
    "H5P.InteractiveVideo": "1.28",
}
PLACEHOLDER = re.compile(r"[@:%][a-zA-Z]+")
WITHOUT = {"H5P.AdvancedText", "H5P.BranchingQuestion"}
TYPES = sorted(CONSERVATIVE.keys() - WITHOUT)


def _paths(named: str) -> set[str]:
    found = set()
    for group in named.split("; "):
        head, colon, keys = group.rpartition(":")
        found |= {f"{head}.{key}" if colon else key for key in keys.split()}
    return found


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("language", ["ro", "en"])
def test_the_profile_has_every_named_string(name, language):
    texts = table(Profile().library(name), language)
    assert _paths(NAMED[name]) - texts.keys() == set()
    assert all(texts.values())


@pytest.mark.parametrize("name", TYPES)
def test_both_languages_have_the_same_strings_with_the_same_placeholders(name):
    newest = Library.parse(f"{name} {NEWEST.get(name, '1.99')}")
    romanian, english = table(newest, "ro"), table(newest, "en")
    assert romanian.keys() == english.keys()
    assert {path: sorted(PLACEHOLDER.findall(text)) for path, text in romanian.items()} == {
        path: sorted(PLACEHOLDER.findall(text)) for path, text in english.items()
    }


@pytest.mark.parametrize("name", TYPES)
def test_no_string_has_an_exclamation_mark(name):
    library = Profile().library(name)
    texts = [*table(library, "ro").values(), *table(library, "en").values()]
    assert [text for text in texts if "!" in text] == []


def test_a_minor_version_has_its_own_strings():
    def texts(version: str) -> set[str]:
        return set(table(Library.parse(f"H5P.QuestionSet {version}"), "ro"))

    assert texts("1.21") - texts("1.20") == {"texts.questionSetInstruction"}
    assert {"texts.navigationLabel", "endGame.scoreHeader"} <= texts("1.20") - texts("1.19")
    assert texts("1.30") == texts("1.21") == known_paths("H5P.QuestionSet")
    with pytest.raises(UnknownVersionError):
        texts("1.2")


def test_a_language_without_a_table_is_refused():
    with pytest.raises(UnknownLanguageError):
        Strings("hu")


def test_the_twin_has_the_same_words_in_both_languages():
    assert words("ro").keys() == words("en").keys()


def test_content_wins_over_the_library_and_the_library_over_the_table():
    content = TrueFalse(question="?", correct=True, texts={"l10n.trueText": "Așa e"})
    installed = {"H5P.TrueFalse": {"l10n.trueText": "Da", "l10n.falseText": "Nu", "x.y": "z"}}
    params = write(content, Profile(), Strings("ro", installed))
    assert params["l10n"]["trueText"] == "Așa e"
    assert params["l10n"]["falseText"] == "Nu"
    assert params["l10n"]["checkAnswer"] == "Verifică"
    assert "x" not in params


def test_an_older_target_gets_no_string_that_it_does_not_know():
    content = TrueFalse(question="?", correct=True)
    params = write(content, Profile({"H5P.TrueFalse": Version(1, 6)}), Strings("ro"))
    assert "submitAnswer" not in params["l10n"]


def test_defaults_of_a_library_are_read_along_its_translation():
    semantics = [
        {"name": "question", "type": "text"},
        {
            "name": "l10n",
            "type": "group",
            "fields": [
                {"name": "trueText", "type": "text", "default": "True"},
                {"name": "falseText", "type": "text", "default": "False"},
            ],
        },
    ]
    translation = [{"label": "Întrebare"}, {"fields": [{"default": "Adevărat"}, {}]}]
    assert library_texts(semantics, translation) == {
        "l10n.trueText": "Adevărat",
        "l10n.falseText": "False",
    }
