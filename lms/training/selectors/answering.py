"""When the questions of an event are answered."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.training.enums import EventState, QuestionnairePart
from lms.training.models import EventQuestionnaire, TrainingEvent
from lms.training.tokens import evaluation_token, questionnaire_token

# Who goes home before the end answers within two weeks.
ANSWER_DAYS = 14


@dataclass(frozen=True)
class Window:
    """When something is answered. It opens at once where nothing says when."""

    opens_at: datetime | None
    closes_at: datetime
    is_cancelled: bool = False

    @property
    def is_over(self) -> bool:
        """Whether nobody can answer any more."""
        return self.is_cancelled or timezone.now() > self.closes_at

    @property
    def is_coming(self) -> bool:
        """Whether one will be able to answer later."""
        coming = self.opens_at is not None and timezone.now() < self.opens_at
        return coming and not self.is_cancelled

    @property
    def is_open(self) -> bool:
        """Whether one can answer now."""
        return not self.is_coming and not self.is_over


def window_of(questionnaire: EventQuestionnaire, part: QuestionnairePart) -> Window:
    """Before: until the first sitting is over. After: from the start of the last sitting until two
    weeks after it."""
    event = questionnaire.event
    sittings = sorted(event.sittings.all(), key=lambda one: one.number)
    is_cancelled = event.state == EventState.CANCELLED
    if part == QuestionnairePart.BEFORE:
        return Window(None, sittings[0].ends_at, is_cancelled)
    last = sittings[-1]
    return Window(last.starts_at, last.ends_at + timedelta(days=ANSWER_DAYS), is_cancelled)


def evaluation_window(questionnaire: EventQuestionnaire) -> Window:
    """An event is evaluated when it is asked what was learned."""
    return window_of(questionnaire, QuestionnairePart.AFTER)


def questionnaire_of_event(event: TrainingEvent) -> EventQuestionnaire | None:
    """The questionnaire that was prepared for the event, if any."""
    found = EventQuestionnaire.objects.filter(event=event).select_related("event")
    return found.prefetch_related("event__sittings").first()


def is_answered(questionnaire: EventQuestionnaire, window: Window) -> bool:
    """Whether somebody can answer now. Without its salt an event is over for good, whatever its
    sittings say."""
    return window.is_open and bool(questionnaire.salt)


@dataclass(frozen=True)
class AskedPart:
    """One of the three things that participants fill in, as the trainer sees it."""

    slug: str
    name: str
    window: Window
    is_open: bool
    answers: int


def asked_parts(questionnaire: EventQuestionnaire) -> list[AskedPart]:
    """Before and after where there are questions, and the evaluation."""
    before, after = QuestionnairePart.BEFORE, QuestionnairePart.AFTER
    counts = Counter(questionnaire.answers.values_list("part", flat=True))
    parts = [
        ("inainte", _("Înainte de formare"), window_of(questionnaire, before), counts[before]),
        ("dupa", _("După formare"), window_of(questionnaire, after), counts[after]),
    ]
    if not questionnaire.items.exists():
        parts = []
    window, judged = evaluation_window(questionnaire), questionnaire.evaluations.count()
    return [
        AskedPart(slug, name, window, is_answered(questionnaire, window), answers)
        for slug, name, window, answers in [
            *parts, ("parere", _("Părerea despre formare"), window, judged),
        ]
    ]  # fmt: skip


def answer_path(questionnaire: EventQuestionnaire, slug: str) -> str:
    """The public page of a part; `slug` is that of `AskedPart`."""
    key = questionnaire.public_id
    if slug == "parere":
        return reverse("training:evaluation", args=[evaluation_token(key)])
    moment = QuestionnairePart.BEFORE if slug == "inainte" else QuestionnairePart.AFTER
    return reverse("training:questionnaire", args=[questionnaire_token(key, moment)])


def open_address(event: TrainingEvent, slug: str) -> str:
    """The whole address of a part that participants can answer now; "" of one that they cannot."""
    questionnaire = questionnaire_of_event(event)
    if questionnaire is None:
        return ""
    is_open = any(part.is_open for part in asked_parts(questionnaire) if part.slug == slug)
    return settings.SITE_URL + answer_path(questionnaire, slug) if is_open else ""
