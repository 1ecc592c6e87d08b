"""What a group learned at an event: counts of answers before and after, never of one person."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from lms.core import facts
from lms.core.numbers import format_decimal
from lms.training.enums import QuestionnairePart
from lms.training.models import EventQuestionnaire, QuestionnaireItem
from quizzes.enums import Kind
from quizzes.selectors import FEWEST, Change, ResponsePair, change_of_pairs, names_enough

Responses = dict[str, list[str]]


@dataclass(frozen=True)
class Moment:
    """One of the two times: its name, the figure in words, the length of its bar from 0 to 100."""

    name: str
    said: str
    width: str


@dataclass(frozen=True)
class LearnedRow:
    """A question, or the signs of risk: of how many people, and the two moments. Without moments
    where fewer than ten answered both times."""

    text: str
    n: int
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True)
class Learned:
    """The figures of one event. `rows` and `signs` are there from ten pairs up."""

    before: int
    after: int
    pairs: int
    wanted: int
    signs: LearnedRow | None = None
    rows: tuple[LearnedRow, ...] = ()

    @property
    def only_before(self) -> int:
        """How many answered before, and not after."""
        return self.before - self.pairs

    @property
    def only_after(self) -> int:
        """How many answered after, and not before."""
        return self.after - self.pairs

    @property
    def missing(self) -> int:
        """How many pairs more it takes until anything is shown."""
        return max(0, FEWEST - self.pairs)


def learned_at(questionnaire: EventQuestionnaire) -> Learned:
    """What the participants of an event answered before and after. Three queries."""
    answers: dict[str, dict[str, Responses]] = defaultdict(dict)
    for part, code, responses in questionnaire.answers.values_list(
        "part", "code_hash", "responses"
    ):
        answers[part][code] = responses
    before, after = answers[QuestionnairePart.BEFORE], answers[QuestionnairePart.AFTER]
    both = before.keys() & after.keys()
    found = Learned(len(before), len(after), len(both), questionnaire.risk_signs)
    if found.missing:
        return found
    items = list(questionnaire.items.select_related("version"))
    pairs = [(before[code], after[code]) for code in both]
    signs = _signs([item for item in items if item.risk_sign], pairs, questionnaire.risk_signs)
    rows = _rows(questionnaire, items, pairs)
    return Learned(found.before, found.after, found.pairs, found.wanted, signs, rows)


def _rows(
    questionnaire: EventQuestionnaire,
    items: list[QuestionnaireItem],
    pairs: list[tuple[Responses, Responses]],
) -> tuple[LearnedRow, ...]:
    answered = {
        item.pk: [
            ResponsePair(item.version, tuple(before[key]), tuple(after[key]))
            for before, after in pairs
            if (key := str(item.number)) in before and key in after
        ]
        for item in items
    }
    changes = {
        change.version_id: change
        for change in change_of_pairs(
            questionnaire.public_id, [pair for found in answered.values() for pair in found]
        )
    }
    return tuple(
        LearnedRow(
            text=facts.replace_tokens(item.version.sheet.text, get_language() or "ro"),
            n=len(answered[item.pk]),
            moments=_moments(changes.get(item.version_id)),
        )
        for item in items
    )


def _moments(change: Change | None) -> tuple[Moment, ...]:
    if change is None:
        return ()
    return (
        _moment(pgettext("de formare", "Înainte"), change, change.before),
        _moment(_("După"), change, change.after),
    )


def _moment(name: str, change: Change, mean: float) -> Moment:
    if change.sheet.kind != Kind.SCALE:
        return _share(name, mean)
    steps = len(change.sheet.options)
    said = _("%(mean)s din %(all)s") % {
        "mean": format_decimal(mean, get_language() or "ro"), "all": steps,
    }  # fmt: skip
    # The lowest step of a scale is where its bar begins.
    return Moment(name, said, f"{100 * (mean - 1) / (steps - 1):.1f}")


def _signs(
    items: list[QuestionnaireItem], pairs: list[tuple[Responses, Responses]], wanted: int
) -> LearnedRow | None:
    """The share that names enough signs, of those who answered every question about them both
    times. None where no question asks for signs."""
    if not items:
        return None
    keys = [str(item.number) for item in items]
    whole = [pair for pair in pairs if all(key in one for one in pair for key in keys)]
    text = ngettext(
        "Numesc cel puțin %(n)d semn de risc", "Numesc cel puțin %(n)d semne de risc", wanted
    ) % {"n": wanted}
    if len(whole) < FEWEST:
        return LearnedRow(text, len(whole))
    shares = [
        sum(_names_enough(items, pair[at], wanted) for pair in whole) / len(whole) for at in (0, 1)
    ]
    moments = (_share(pgettext("de formare", "Înainte"), shares[0]), _share(_("După"), shares[1]))
    return LearnedRow(text, len(whole), moments)


def _names_enough(items: list[QuestionnaireItem], responses: Responses, wanted: int) -> bool:
    given = ((item.version, tuple(responses[str(item.number)])) for item in items)
    return names_enough(given, wanted)


def _share(name: str, share: float) -> Moment:
    return Moment(name, f"{round(100 * share)} %", f"{100 * share:.1f}")
