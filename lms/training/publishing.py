"""What must hold before readers get a programme, by whatever button it is published.

A draft may be unfinished; these rules are asked when it goes out, and not by the models.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from lms.training.models import ProgrammePage


def minutes_errors(duration: int | None, minutes: Iterable[int | None]) -> dict[str, object]:
    """{field: what is wrong} when the agenda does not add up to the stated duration."""
    total = sum(part or 0 for part in minutes)
    if not duration or total == duration:
        return {}
    text = _(
        "Minutele din agendă adună %(total)d, durata scrisă este %(stated)d. "
        "Schimbați durata sau minutele din agendă."
    )
    return {"duration": text % {"total": total, "stated": duration}}


def draft_errors(programme: "ProgrammePage") -> dict[str, object]:
    """The same of a programme's latest draft, when it is published without its form."""
    draft = programme.get_latest_revision_as_object()
    return minutes_errors(draft.duration, (item.minutes for item in draft.agenda.all()))
