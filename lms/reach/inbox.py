"""What waits for a decision, as the inbox shows it: lines of its list, and its drawer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lms.campaigns.models import CampaignRun
from lms.classrooms.selectors import is_said_by
from lms.core.numbers import format_number
from lms.people.models import User
from lms.reach.annual.labels import indicator_label
from lms.reach.counting import Breakdown, Judged
from lms.reach.models import DeclaredFigure
from lms.reach.selectors.inbox import Waiting, sessions_of_pair
from lms.reach.selectors.names import PartNames
from lms.reach.selectors.outliers import year_before
from lms.reach.selectors.submissions import figure_label


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list. `key` names it in addresses; `subject` is what it is a line of."""

    key: str
    title: str
    number: str
    note: str
    subject: DeclaredFigure | CampaignRun | Judged
    is_outlier: bool = False


def entries_of(
    rows: Iterable[DeclaredFigure | CampaignRun | Judged], waiting: Waiting, names: PartNames
) -> list[Entry]:
    """A page of what waits, as lines."""
    return [_entry(row, waiting, names) for row in rows]


def _entry(row: DeclaredFigure | CampaignRun | Judged, waiting: Waiting, names: PartNames) -> Entry:
    if isinstance(row, DeclaredFigure):
        return _of_figure(row, row.pk in waiting.outlying)
    return _of_run(row) if isinstance(row, CampaignRun) else _of_session(row, names)


def drawer_of(entry: Entry, user: User) -> dict[str, Any]:
    """Everything that the drawer shows beside the line, by the kind of the thing."""
    subject = entry.subject
    if isinstance(subject, DeclaredFigure):
        return _drawer_of_figure(subject, user)
    if isinstance(subject, CampaignRun):
        return _drawer_of_run(subject, user)
    pair = sessions_of_pair(subject.fact.reference, subject.counted_instead)
    session = pair[subject.fact.reference]
    return {
        "template": "reach/review/_session.html",
        "address": reverse("reach:decide_session", args=[session.reference]),
        "session": session,
        "judged": subject,
        "other": pair.get(subject.counted_instead),
        "is_own": is_said_by(session, user),
    }


def _of_figure(figure: DeclaredFigure, is_outlier: bool) -> Entry:
    latest = figure.latest
    label = figure_label(figure)
    name = _name(figure)
    value = format_number(latest.value) if latest else ""
    exactness = latest.get_qualifier_display() if latest and latest.qualifier != "exact" else ""
    return Entry(
        key=str(figure.public_id),
        title=figure.organisation.name,
        number=f"{exactness} {value}".strip(),
        note=f"{name}, {label}" if label else name,
        subject=figure,
        is_outlier=is_outlier,
    )


def _of_run(run: CampaignRun) -> Entry:
    latest = run.latest
    return Entry(
        key=str(run.public_id),
        title=run.organisation.name,
        number=format_number(latest.people) if latest else "",
        note=f"{(latest.name if latest else '') or run.event_key}, {run.get_method_display()}",
        subject=run,
    )


def _of_session(row: Judged, names: PartNames) -> Entry:
    fact = row.fact
    reasons = [str(reason.label) for reason in (*row.reasons, *row.warnings)]
    if row.counted_instead:
        reasons.append(_("seamănă cu %(other)s") % {"other": row.counted_instead})
    what = names.of(Breakdown.LESSON, fact.lesson)
    return Entry(
        key=fact.reference,
        title=f"{fact.reference} · {fact.date:%d.%m.%Y}",
        number=format_number(fact.pupils),
        note="; ".join([what, *reasons]),
        subject=row,
    )


def _drawer_of_figure(figure: DeclaredFigure, user: User) -> dict[str, Any]:
    history = list(figure.revisions.select_related("recorded_by").order_by("-number"))
    return {
        "template": "reach/review/_figure.html",
        "address": reverse("reach:decide_figure", args=[figure.public_id]),
        "figure": figure,
        "name": _name(figure),
        "label": figure_label(figure),
        "before": year_before([figure]).get(figure.pk),
        "history": history,
        "is_own": figure.was_said_by(user),
        "siblings": DeclaredFigure.objects.for_user(user)
        .filter(organisation=figure.organisation_id, year=figure.year, latest__status="reported")
        .count(),
    }


def _drawer_of_run(run: CampaignRun, user: User) -> dict[str, Any]:
    history = list(run.revisions.select_related("recorded_by").order_by("-number"))
    together = CampaignRun.objects.filter(event_key=run.event_key, year=run.year).exclude(
        latest__status="void"
    )
    return {
        "template": "reach/review/_run.html",
        "address": reverse("reach:decide_run", args=[run.public_id]),
        "run": run,
        "together": together.exclude(pk=run.pk).select_related("organisation", "latest"),
        "history": history,
        "is_own": run.was_said_by(user),
    }


def _name(figure: DeclaredFigure) -> str:
    return indicator_label(figure.indicator, figure.year)
