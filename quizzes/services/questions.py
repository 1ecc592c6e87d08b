"""The bank: questions that come from files, and the versions of all."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Locale

from quizzes.drafts import QuestionDraft
from quizzes.flaws import flaws_of
from quizzes.models import Choice, Question, QuestionVersion, Scene
from quizzes.selectors.questions import latest_version, sheet_of
from quizzes.sheets import digest_of, to_json

_MOST_TRIES = 5


@transaction.atomic
def add_question(
    *,
    key: str,
    locale: Locale,
    draft: QuestionDraft,
    translation_key: UUID | None = None,
    risk_sign: bool = False,
) -> Question:
    """Put a question into the bank, or return the one of this key and language as it stands.

    Without a `translation_key` it joins the question of the same key in another language. The
    fitting options of one with `risk_sign` are signs of risk.

    Raises:
        ValidationError: the question is not whole; every sentence says what is missing.
    """
    known = Question.objects.filter(key=key, locale=locale).first()
    if known is not None:
        return known
    if flaws := flaws_of(draft):
        raise ValidationError([f"{key}: {flaw}" for flaw in flaws])
    question = Question(
        key=key,
        locale=locale,
        kind=draft.kind,
        text=draft.text,
        closing=draft.closing,
        risk_sign=risk_sign,
    )
    kin = translation_key or _kin(key)
    if kin is not None:
        question.translation_key = kin
    _write_parts(question, draft)
    question.full_clean()
    question.save()
    return question


def _write_parts(question: Question, draft: QuestionDraft) -> None:
    """Give an unsaved question the options and scenes of its draft."""
    question.choices = [
        Choice(
            sort_order=place,
            text=choice.text,
            is_correct=choice.correct,
            feedback=choice.feedback,
            match=choice.match,
            gap=choice.gap,
            scene=choice.scene,
            leads_to=choice.leads_to,
        )
        for place, choice in enumerate(draft.choices)
    ]
    question.scenes = [
        Scene(
            sort_order=place,
            key=scene.key,
            speaker=scene.speaker,
            text=scene.text,
            ending=scene.ending,
        )
        for place, scene in enumerate(draft.scenes)
    ]


def _kin(key: str) -> UUID | None:
    return Question.objects.filter(key=key).values_list("translation_key", flat=True).first()


def current_version(*, question: Question) -> QuestionVersion:
    """The version that says what the question says now, made when the latest one does not."""
    sheet = sheet_of(question)
    digest = digest_of(sheet)
    for _ in range(_MOST_TRIES):
        latest = latest_version(question)
        if latest is not None and latest.digest == digest:
            return latest
        number = latest.number + 1 if latest else 1
        content: dict[str, Any] = to_json(sheet)
        try:
            with transaction.atomic():
                return QuestionVersion.objects.create(
                    question=question, number=number, content=content, digest=digest
                )
        except IntegrityError:
            # Somebody was faster with this number: look again, it may say the same.
            continue
    raise IntegrityError("no free number for a version")
