"""What the invented participants of the demonstration's training answered before and after.

Twelve answered both times, two only before, one only after; nine said what they thought.
"""

import hashlib
from uuid import NAMESPACE_OID, uuid5

from lms.people.models import User
from lms.training.answer_codes import answer_code_hash
from lms.training.enums import CommentKind, QuestionnairePart
from lms.training.models import (
    Evaluation,
    EvaluationComment,
    EventQuestionnaire,
    QuestionnaireAnswer,
    QuestionnaireItem,
    TrainingEvent,
)
from lms.training.services import prepare_questionnaire

_PAIRS, _ONLY_BEFORE, _ONLY_AFTER, _JUDGED = 12, 2, 1, 9
# Of ten who answer, how many know it.
_KNOWN = {QuestionnairePart.BEFORE: 5, QuestionnairePart.AFTER: 8}
_COMMENTS = (
    (CommentKind.KEEP, "Povestea în patru priviri. O folosesc la consiliul profesoral."),
    (CommentKind.KEEP, "Numerele de ajutor, cu cine sună la fiecare."),
    (CommentKind.KEEP, "Ritmul și faptul că am putut tăcea."),
    (CommentKind.CHANGE, "Mai mult timp pentru lucrul în grupuri."),
    (CommentKind.CHANGE, "Aș vrea fișele și pe e-mail."),
)


def load(event: TrainingEvent, trainer: User) -> None:
    """Add them to the event. They are written as rows: its time to answer is over."""
    questionnaire = prepare_questionnaire(event=event, by=trainer)
    items = list(questionnaire.items.select_related("version"))
    day = event.sittings.get().ends_at.date()
    for part, people in _people().items():
        QuestionnaireAnswer.objects.bulk_create(
            QuestionnaireAnswer(
                client_id=uuid5(NAMESPACE_OID, f"{event.pk} {part} {person}"),
                questionnaire=questionnaire,
                part=part,
                code_hash=answer_code_hash(f"AN{person:02d}00", questionnaire.salt),
                responses={
                    str(item.number): _response(item, person, _KNOWN[part]) for item in items
                },
                answered_on=day,
            )
            for person in people
        )
    _judge(questionnaire)


def _people() -> dict[QuestionnairePart, list[int]]:
    pairs = list(range(1, _PAIRS + 1))
    before = [*pairs, *range(20, 20 + _ONLY_BEFORE)]
    return {
        QuestionnairePart.BEFORE: before,
        QuestionnairePart.AFTER: [*pairs, *range(30, 30 + _ONLY_AFTER)],
    }


def _response(item: QuestionnaireItem, person: int, known: int) -> list[str]:
    """All of the solution for so many of ten, one option for the others; on a scale a step more
    for those who know."""
    sheet = item.version.sheet
    chance = hashlib.sha256(f"{person} {item.number}".encode()).digest()[0] % 10
    if sheet.solution and chance < known:
        return list(sheet.solution)
    if not sheet.solution:
        return [sheet.options[min(known // 3 + (chance < 5), len(sheet.options) - 1)].key]
    return [next(one.key for one in sheet.options if one.key not in sheet.solution)]


def _judge(questionnaire: EventQuestionnaire) -> None:
    day = questionnaire.event.sittings.get().ends_at.date()
    Evaluation.objects.bulk_create(
        Evaluation(
            client_id=uuid5(NAMESPACE_OID, f"{questionnaire.pk} opinion {person}"),
            questionnaire=questionnaire,
            usefulness=5 - person % 3 // 2,
            clarity=5 - person % 2,
            trainer=5,
            pace="fast" if person % 4 == 0 else "right",
            will_use="partly" if person % 5 == 0 else "yes",
            given_on=day,
        )
        for person in range(_JUDGED)
    )
    EvaluationComment.objects.bulk_create(
        EvaluationComment(questionnaire=questionnaire, kind=kind, text=text)
        for kind, text in _COMMENTS
    )
