"""One question and its options: MultiChoice, TrueFalse, SingleChoiceSet and Summary."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from media.h5p.content import MultiChoice, SingleChoiceSet, Summary, TrueFalse
from media.h5p.content.multi_choice import Answer
from media.h5p.content.profiles import CONSERVATIVE, Library
from media.h5p.content.strings import LANGUAGES, table
from quizzes.drafts import ChoiceDraft, QuestionDraft, shuffled
from quizzes.enums import Kind
from quizzes.exchange import notes
from quizzes.exchange.losses import Lost, if_set, joined
from quizzes.exchange.parts import Gathering
from quizzes.exchange.surroundings import closing_of, losses_around, picture_of
from quizzes.exchange.texts import formatting, lines, one_line, paragraph_lines

FORMATTING = _("formatarea textului")
TIP = _("indiciul")


def read_choice(content: MultiChoice, metadata: Mapping[str, Any], gathering: Gathering) -> None:
    """One right option, several, or a scale in which all are."""
    kind = _kind(content)
    closing, ranges = closing_of(content.feedback)
    choices = tuple(
        ChoiceDraft(
            one_line(answer.text),
            paragraph_lines(answer.chosen),
            correct=answer.correct and kind != Kind.SCALE,
        )
        for answer in content.answers
    )
    draft = QuestionDraft(kind, one_line(content.question), closing, choices)
    losses = [ranges, *_of_choice(content, kind), *losses_around(content, metadata)]
    gathering.add(content.KIND, draft, losses, picture_of(content.media))


def _kind(content: MultiChoice) -> Kind:
    right = sum(answer.correct for answer in content.answers)
    if right > 1 and right == len(content.answers) and content.choose == "single":
        return Kind.SCALE
    if right > 1 and content.choose != "single":
        return Kind.MULTIPLE
    # Two options of which one fits: the kind with two options, whatever they say.
    return Kind.TRUE_FALSE if len(content.answers) == 2 else Kind.SINGLE


def _of_choice(content: MultiChoice, kind: Kind) -> Iterator[Lost | None]:
    yield if_set(FORMATTING, formatting(content.question, *map(_shown, content.answers)))
    yield if_set(TIP, joined(lines(answer.tip) for answer in content.answers))
    not_chosen = joined(lines(answer.not_chosen) for answer in content.answers)
    yield if_set(_("ce se spune când o variantă nu este aleasă"), not_chosen)
    one_right = sum(answer.correct for answer in content.answers) < 2
    ticked = content.choose == "multi" and one_right
    yield if_set(_("se puteau bifa mai multe variante"), ticked)
    several = content.choose == "single" and not one_right and kind != Kind.SCALE
    yield if_set(_("oricare dintre variantele potrivite era de ajuns"), several)
    single_point = content.single_point and kind == Kind.MULTIPLE
    yield if_set(_("punctajul: un singur punct pentru toate"), single_point)
    passing = content.pass_percentage
    yield if_set(_("pragul de trecere"), "" if passing == 100 else f"{passing:g} %")
    order = _("La noi ordinea este cea din listă.")
    yield if_set(_("ordinea amestecată a variantelor"), content.shuffle, order)


def _shown(answer: Answer) -> str:
    return answer.text + answer.chosen


def read_truth(content: TrueFalse, metadata: Mapping[str, Any], gathering: Gathering) -> None:
    """A statement with the two words that the package itself has for its answers."""
    language = gathering.language if gathering.language in LANGUAGES else "en"
    usual = table(Library(content.LIBRARY, CONSERVATIVE[content.LIBRARY]), language)
    words = {**usual, **content.texts}
    right, wrong, closing = _without_closing(content, metadata)
    said = (right, wrong) if content.correct else (wrong, right)
    choices = (
        ChoiceDraft(one_line(words["l10n.trueText"]), said[0], correct=content.correct),
        ChoiceDraft(one_line(words["l10n.falseText"]), said[1], correct=not content.correct),
    )
    draft = QuestionDraft(Kind.TRUE_FALSE, one_line(content.question), closing, choices)
    lost = if_set(FORMATTING, formatting(content.question))
    gathering.add(
        content.KIND, draft, [lost, *losses_around(content, metadata)], picture_of(content.media)
    )


def _without_closing(content: TrueFalse, metadata: Mapping[str, Any]) -> tuple[str, str, str]:
    """What is said of the right and the wrong answer, and the closing that follows both."""
    right, wrong = lines(content.said_when_right), lines(content.said_when_wrong)
    closing = notes.read(metadata).get("closing")
    if isinstance(closing, str) and closing:
        end = f"\n{closing}"
        if right.endswith(end) and wrong.endswith(end):
            return right.removesuffix(end), wrong.removesuffix(end), closing
    return right, wrong, ""


def read_quick(content: SingleChoiceSet, metadata: Mapping[str, Any], gathering: Gathering) -> None:
    """Quick questions. The format stores the right answer first; here it must not stand there."""
    closing, ranges = closing_of(content.feedback)
    whole = if_set(_("mesajul de la sfârșit"), closing)
    gathering.lose(*losses_around(content, metadata), ranges, whole)
    gathering.lose(
        if_set(_("sunetele"), content.sounds),
        if_set(_("trecerea automată la întrebarea următoare"), content.auto_continue),
    )
    for question in content.questions:
        _right_first(content.KIND, question.question, question.answers, (), gathering)


def read_summary(content: Summary, metadata: Mapping[str, Any], gathering: Gathering) -> None:
    """Each group of statements is a question: which of them is true."""
    closing, ranges = closing_of(content.feedback)
    whole = if_set(_("mesajul de la sfârșit"), closing)
    gathering.lose(*losses_around(content, metadata), ranges, whole)
    scoring = _("punctajul: la rezumat scădeau încercările greșite, la noi se socotește prima")
    gathering.lose(Lost(scoring))
    for group in content.groups:
        tip = if_set(TIP, lines(group.tip))
        _right_first(content.KIND, content.intro, group.options, (tip,), gathering)


def _right_first(
    kind: str,
    question: str,
    options: tuple[str, ...],
    lost: Iterable[Lost | None],
    gathering: Gathering,
) -> None:
    text = one_line(question)
    told = [one_line(option) for option in options]
    choices = tuple(
        ChoiceDraft(option, "", correct=option == told[0]) for option in shuffled(told, seed=text)
    )
    native = Kind.TRUE_FALSE if len(told) == 2 else Kind.SINGLE
    formatted = if_set(FORMATTING, formatting(question, *options))
    gathering.add(kind, QuestionDraft(native, text, "", choices), [*lost, formatted])
