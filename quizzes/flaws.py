"""What keeps a question from being used: rules for each kind, with a sentence for the editor."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quizzes.drafts import QuestionDraft
from quizzes.enums import Kind
from quizzes.sheets import GAP, Scene

# The fewest and the most options of each kind: what a pupil can weigh on one screen.
OPTIONS: dict[Kind, tuple[int, int]] = {
    Kind.SINGLE: (3, 4),
    Kind.MULTIPLE: (4, 6),
    Kind.TRUE_FALSE: (2, 2),
    Kind.ORDER: (3, 6),
    Kind.MATCH: (3, 5),
    Kind.FILL: (2, 8),
    Kind.SCALE: (4, 5),
    Kind.BRANCHING: (2, 40),
}
MOST_CHOICES_OF_A_SCENE = 4
_SCENE_KEY = re.compile(r"[a-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing to mend: `place` is the option or scene it is about (from 1), 0 for the whole."""

    message: str | Promise
    place: int = 0
    of_scene: bool = False

    def __str__(self) -> str:
        if not self.place:
            return str(self.message)
        about = {"place": self.place, "message": self.message}
        if self.of_scene:
            return gettext("Scena %(place)d: %(message)s") % about
        return gettext("Varianta %(place)d: %(message)s") % about


def flaws_of(draft: QuestionDraft) -> list[Flaw]:
    """Everything that keeps this question from being used; nothing when it is whole."""
    return [*_common(draft), *_RULES[draft.kind](draft)]


def _common(draft: QuestionDraft) -> Iterator[Flaw]:
    if not draft.text.strip():
        yield Flaw(_("Scrieți întrebarea."))
    if draft.kind != Kind.FREE_TEXT:
        yield from _count(draft)
    for place, choice in enumerate(draft.choices, start=1):
        if not choice.text.strip():
            yield Flaw(_("scrieți textul."), place)
        if not choice.feedback.strip():
            yield Flaw(_("scrieți explicația. Fiecare răspuns primește una, oricare ar fi."), place)
    texts = Counter((choice.scene, choice.text.strip()) for choice in draft.choices)
    if max(texts.values(), default=0) > 1:
        yield Flaw(_("Două variante au același text. Schimbați una dintre ele."))


def _count(draft: QuestionDraft) -> Iterator[Flaw]:
    least, most = OPTIONS[draft.kind]
    if least <= len(draft.choices) <= most:
        return
    if least == most:
        yield Flaw(_("Sunt necesare exact %(least)d variante.") % {"least": least})
    else:
        yield Flaw(
            _("Sunt necesare cel puțin %(least)d și cel mult %(most)d variante.")
            % {"least": least, "most": most}
        )


def _one_correct(draft: QuestionDraft) -> Iterator[Flaw]:
    if sum(choice.correct for choice in draft.choices) != 1:
        yield Flaw(_("Bifați „potrivită” la o singură variantă."))


def _several_correct(draft: QuestionDraft) -> Iterator[Flaw]:
    right = sum(choice.correct for choice in draft.choices)
    if right < 2:
        yield Flaw(_("Bifați „potrivită” la cel puțin două variante."))
    elif right == len(draft.choices):
        yield Flaw(_("Lăsați cel puțin o variantă nebifată: altfel nu este nimic de ales."))


def _whole_pairs(draft: QuestionDraft) -> Iterator[Flaw]:
    for place, choice in enumerate(draft.choices, start=1):
        if not choice.match.strip():
            yield Flaw(_("scrieți perechea ei."), place)
    if len({choice.match.strip() for choice in draft.choices}) == 1 < len(draft.choices):
        yield Flaw(_("Toate variantele au aceeași pereche: nu este nimic de potrivit."))


def _filled_gaps(draft: QuestionDraft) -> Iterator[Flaw]:
    found = [int(number) for number in GAP.findall(draft.text)]
    if not found or found != list(range(1, len(found) + 1)):
        yield Flaw(_("Marcați locurile goale în text cu {1}, {2} și așa mai departe, în ordine."))
    for place, choice in enumerate(draft.choices, start=1):
        if choice.gap is None:
            yield Flaw(_("scrieți numărul locului gol sau 0 pentru un cuvânt în plus."), place)
        elif choice.gap not in (0, *found):
            yield Flaw(_("în text nu există locul gol cu acest număr."), place)
    if missing := set(found) - {choice.gap for choice in draft.choices}:
        yield Flaw(
            _("Niciun cuvânt nu se potrivește în locul gol %(gap)s.")
            % {"gap": ", ".join(map(str, sorted(missing)))}
        )


def _whole_story(draft: QuestionDraft) -> Iterator[Flaw]:
    scenes = {scene.key: scene for scene in draft.scenes}
    if len(scenes) < 2:
        yield Flaw(_("O poveste are nevoie de cel puțin două scene."))
    if len(scenes) != len(draft.scenes):
        yield Flaw(_("Două scene au același nume scurt. Schimbați unul dintre ele."))
    for place, scene in enumerate(draft.scenes, start=1):
        yield from (Flaw(message, place, of_scene=True) for message in _of_scene(scene, draft))
    for place, choice in enumerate(draft.choices, start=1):
        if choice.scene not in scenes:
            yield Flaw(_("alegeți scena în care apare."), place)
        if choice.leads_to not in scenes:
            yield Flaw(_("alegeți scena la care duce."), place)
    yield from _ways(draft)


def _of_scene(scene: Scene, draft: QuestionDraft) -> Iterator[str | Promise]:
    choices = sum(choice.scene == scene.key for choice in draft.choices)
    if not _SCENE_KEY.fullmatch(scene.key):
        yield _("numele scurt are litere mici fără diacritice, cifre și cratime.")
    if not scene.text.strip():
        yield _("scrieți ce se întâmplă.")
    if scene.ending and choices:
        yield _("este un final, deci nu poate avea variante.")
    if not scene.ending and not choices:
        yield _("adăugați variante sau bifați „final”.")
    if choices > MOST_CHOICES_OF_A_SCENE:
        yield _("are prea multe variante pentru un ecran; cel mult patru.")


def _ways(draft: QuestionDraft) -> Iterator[Flaw]:
    """Every scene is on some way from the first one, and every way ends."""
    leads: dict[str, list[str]] = {scene.key: [] for scene in draft.scenes}
    for choice in draft.choices:
        if choice.scene in leads and choice.leads_to in leads:
            leads[choice.scene].append(choice.leads_to)
    if not leads:
        return
    reached, on_the_way = set[str](), set[str]()

    def comes_back(key: str) -> bool:
        if key in on_the_way:
            return True
        if key in reached:
            return False
        reached.add(key)
        on_the_way.add(key)
        # All of them, also after one that comes back: what they reach is asked for below.
        onward = [comes_back(following) for following in leads[key]]
        on_the_way.discard(key)
        return any(onward)

    if comes_back(draft.scenes[0].key):
        yield Flaw(
            _("Povestea se poate învârti în cerc. Fiecare drum trebuie să ajungă la un final.")
        )
    for place, scene in enumerate(draft.scenes, start=1):
        if scene.key not in reached:
            yield Flaw(_("nicio variantă nu duce aici."), place, of_scene=True)


def _only_closing(draft: QuestionDraft) -> Iterator[Flaw]:
    if draft.choices:
        yield Flaw(_("Textul liber nu are variante. Ștergeți-le."))
    if not draft.closing.strip():
        yield Flaw(_("Scrieți încheierea: este tot ce primește cine a scris."))


def _nothing_more(draft: QuestionDraft) -> Iterator[Flaw]:
    return iter(())


_RULES: dict[Kind, Callable[[QuestionDraft], Iterator[Flaw]]] = {
    Kind.SINGLE: _one_correct,
    Kind.MULTIPLE: _several_correct,
    Kind.TRUE_FALSE: _one_correct,
    Kind.ORDER: _nothing_more,
    Kind.MATCH: _whole_pairs,
    Kind.FILL: _filled_gaps,
    Kind.SCALE: _nothing_more,
    Kind.BRANCHING: _whole_story,
    Kind.FREE_TEXT: _only_closing,
}
