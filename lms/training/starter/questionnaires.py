"""Questionnaires of the programmes, from their TOML files into the bank: one programme a file."""

import tomllib
from pathlib import Path
from typing import Any

from wagtail.models import Locale

from lms.training.models import ProgrammePage
from quizzes.models import Question, Quiz, QuizQuestion
from quizzes.services import add_question, read_question

FOLDER = Path(__file__).parent / "questionnaires"


def load(folder: Path = FOLDER) -> int:
    """Add the questionnaires that are not in the bank yet and give them to their programmes; return
    how many. A programme that has one keeps it."""
    return sum(
        _load_file(tomllib.loads(path.read_text())) for path in sorted(folder.glob("*.toml"))
    )


def _load_file(data: dict[str, Any]) -> bool:
    locale = Locale.objects.get(language_code=data["locale"])
    if Quiz.objects.filter(title=data["title"], locale=locale).exists():
        return False
    quiz = Quiz.objects.create(title=data["title"], locale=locale)
    for order, row in enumerate(data["questions"]):
        QuizQuestion.objects.create(quiz=quiz, question=_question(row, locale), sort_order=order)
    programme = ProgrammePage.objects.filter(slug=data["programme"], locale=locale).first()
    if programme is not None and programme.questionnaire_id is None:
        programme.questionnaire, programme.risk_signs = quiz, data["risk_signs"]
        published = programme.last_published_at
        programme.save_revision().publish()
        # No word of it changed: its translations are no older than they were.
        ProgrammePage.objects.filter(pk=programme.pk).update(last_published_at=published)
    return True


def _question(row: dict[str, Any], locale: Locale) -> Question:
    """The question of this key; one that another file has brought is named by its key alone."""
    if "kind" not in row:
        return Question.objects.get(key=row["key"], locale=locale)
    asked = {name: value for name, value in row.items() if name != "risk_sign"}
    return add_question(
        key=row["key"],
        locale=locale,
        draft=read_question(asked),
        risk_sign=row.get("risk_sign", False),
    )
