"""Figures with their sources."""

from lessons.models import LessonPlanPage, Statistic
from lms.core import facts, generation
from lms.core.facts import Fact


def resolve_statistic(key: str, language: str) -> Fact | None:
    """Return a lesson's figure in this language, or None. All figures are read at once and kept
    for as long as nothing changes: a page may show a dozen."""
    known = generation.kept(
        f"statistics:{language}",
        lambda: {row.key: _fact(row, language) for row in Statistic.objects.all()},
    )
    return known.get(key)


def _fact(row: Statistic, language: str) -> Fact:
    english = language == "en"
    return Fact(
        key=row.key,
        value=row.value_en if english else row.value,
        label=row.label_en if english else row.label,
        period=row.period,
        source_title=row.source_title,
        source_address=row.source_address,
        checked_on=row.checked_on,
    )


def facts_of(plan: LessonPlanPage, language: str) -> list[Fact]:
    """The figures that a plan's texts name, each once, for its list of sources."""
    texts = [getattr(plan, name) for name in plan.figure_fields]
    texts += [step.body for step in plan.steps.all()]
    texts += [str(block.get_prep_value()) for block in plan.body]
    found = (facts.resolve(key, language) for key in facts.keys_in(*texts))
    return [fact for fact in found if fact]
