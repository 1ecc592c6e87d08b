"""What must hold before readers get a plan, by whatever button it is published.

A draft may be unfinished; these rules are asked when it goes out, and not by the models.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from lessons.models import LessonPlanPage

# The plan's minutes, and the minutes of a step that add up to them.
SUMS = {"duration": "minutes", "short_duration": "short_minutes"}


def minutes_errors(
    stated: Mapping[str, int | None], steps: Sequence[Mapping[str, int | None]]
) -> dict[str, object]:
    """{field: what is wrong} where the steps do not add up to the stated minutes."""
    errors: dict[str, object] = {}
    for field, part in SUMS.items():
        total = sum(step.get(part) or 0 for step in steps)
        if stated.get(field) and total != stated[field]:
            errors[field] = _(
                "Minutele pașilor adună %(total)d, durata scrisă este %(stated)d. "
                "Schimbați durata sau minutele pașilor."
            ) % {"total": total, "stated": stated[field]}
    return errors


def change_note_errors(plan: "LessonPlanPage", note: str) -> dict[str, object]:
    """{field: what is wrong} when the note says nothing new."""
    # Compared with what readers have, not with the draft: the editor saves drafts by itself.
    live = plan.live_revision
    published = live.content.get("change_note") if live else None
    if note and note != published:
        return {}
    return {"change_note": _("Scrieți ce s-a schimbat față de ediția publicată.")}


def article_errors(how_many: int) -> dict[str, object]:
    """{field: what is wrong} of a plan that carries no article of the Convention."""
    if how_many:
        return {}
    return {"articles": _("Alegeți cel puțin un articol din Convenție.")}


def draft_errors(plan: "LessonPlanPage") -> dict[str, object]:
    """The same of a plan's latest draft, when it is published without its form. Nothing when
    readers have that draft already."""
    if plan.live and plan.latest_revision_id == plan.live_revision_id:
        return {}
    draft = plan.get_latest_revision_as_object()
    stated = {field: getattr(draft, field) for field in SUMS}
    steps = [{part: getattr(step, part) for part in SUMS.values()} for step in draft.steps.all()]
    return {
        **minutes_errors(stated, steps),
        **change_note_errors(plan, draft.change_note),
        **article_errors(draft.articles.count()),
    }
