"""Attempts that have run out: counted into tallies that name nobody, then deleted."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from quizzes.activity_tallying import activity_amounts
from quizzes.models import (
    ActivityLaunch,
    ActivityResult,
    ActivityTally,
    Answer,
    Attempt,
    OptionTally,
    PairTally,
    QuestionTally,
)
from quizzes.tallying import option_counts, pair_amounts, pairs_of, question_amounts

# What fits well into one transaction: a class or three.
BATCH = 100
Key = tuple[tuple[str, Hashable], ...]
Sums = dict[Key, Counter[str]]


def fold_expired_attempts(now: datetime | None = None) -> int:
    """Count and delete the attempts whose time has come; return how many.

    Each batch is one transaction, so whatever stops it, nothing is counted twice or lost: what was
    not deleted is counted by the next run, however late.
    """
    now, folded = now or timezone.now(), 0
    while number := _fold_batch(now):
        folded += number
    return folded


@transaction.atomic
def _fold_batch(now: datetime) -> int:
    # An answer that is being saved waits for this lock and then finds its attempt gone.
    attempts = list(Attempt.objects.run_out(now).select_for_update(of=("self",))[:BATCH])
    answers: dict[object, list[Answer]] = defaultdict(list)
    for answer in (
        Answer.objects.filter(attempt__in=attempts).first_tries().select_related("version")
    ):
        answers[answer.attempt_id].append(answer)
    questions: Sums = defaultdict(Counter)
    options: Sums = defaultdict(Counter)
    pairs: Sums = defaultdict(Counter)
    for attempt in attempts:
        _add_questions(questions, attempt, answers[attempt.pk])
        _add_options(options, attempt, answers[attempt.pk])
        _add_pairs(pairs, attempt, answers[attempt.pk])
    told = (
        (questions, QuestionTally),
        (options, OptionTally),
        (pairs, PairTally),
        (_activities(attempts), ActivityTally),
    )
    for sums, model in told:
        for key, amounts in sums.items():
            model.objects.add_up(dict(key), dict(amounts))
    Attempt.objects.filter(pk__in=[attempt.pk for attempt in attempts]).delete()
    return len(attempts)


def _key(**parts: Hashable) -> Key:
    return tuple(parts.items())


def _add_questions(sums: Sums, attempt: Attempt, answers: Iterable[Answer]) -> None:
    for answer, amounts in question_amounts(answers):
        key = _key(version_id=answer.version_id, group=attempt.group, step=answer.step)
        sums[key].update(amounts)


def _add_options(sums: Sums, attempt: Attempt, answers: Iterable[Answer]) -> None:
    for answer in answers:
        counts = option_counts(answer.version.sheet, [(tuple(answer.response), 1)])
        for option, number in counts.items():
            key = _key(
                version_id=answer.version_id,
                group=attempt.group,
                step=answer.step,
                option=option,
            )
            sums[key]["n"] += number


def _add_pairs(sums: Sums, attempt: Attempt, answers: Iterable[Answer]) -> None:
    for pair in pairs_of(answers):
        key = _key(version_id=pair.version_id, group=attempt.group, activity=attempt.activity)
        sums[key].update(pair_amounts(pair))


def _activities(attempts: list[Attempt]) -> Sums:
    groups = {attempt.pk: attempt.group for attempt in attempts}
    opened = ActivityLaunch.objects.filter(attempt__in=attempts).opened()
    ended = ActivityResult.objects.filter(attempt__in=attempts).ended() if opened else []
    sums: Sums = defaultdict(Counter)
    for one, amounts in activity_amounts(opened, ended):
        key = _key(revision_id=one.revision, group=groups[one.attempt], step=one.step)
        sums[key].update(amounts)
    return sums
