"""Who decided what, when and why, as it is read."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.campaigns.models import CampaignRun
from lms.reach.annual.labels import indicator_label
from lms.reach.models import AuditEvent, DeclaredFigure

ROLES = {
    "secretariat": gettext_lazy("secretariat"),
    "officer": gettext_lazy("responsabilul organizației"),
    "teacher": gettext_lazy("profesorul"),
    "system": gettext_lazy("platforma"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision with its subject in words; `url` is empty where there is no page of it."""

    event: AuditEvent
    who: str
    subject: str
    url: str


def decisions(events: Iterable[AuditEvent]) -> list[Decision]:
    """The decisions of a page, with their subjects named. Two queries at most, for the figures and
    for the runs."""
    rows = list(events)
    wanted: dict[str, list[str]] = {"figure": [], "run": []}
    for kind, _colon, ref in map(_parts, rows):
        wanted.get(kind, []).append(ref)
    figures = DeclaredFigure.objects.filter(public_id__in=wanted["figure"])
    runs = CampaignRun.objects.filter(public_id__in=wanted["run"])
    names = {
        f"figure:{figure.public_id}": figure_name(figure)
        for figure in figures.select_related("organisation")
    } | {f"run:{run.public_id}": _run(run) for run in runs.select_related("organisation", "latest")}
    return [_decision(row, names) for row in rows]


def _parts(event: AuditEvent) -> tuple[str, str, str]:
    return event.subject.partition(":")


def _decision(event: AuditEvent, names: dict[str, str]) -> Decision:
    kind, _colon, ref = _parts(event)
    who = str(event.actor) if event.actor else str(ROLES.get(event.role, event.role))
    subject, url = event.subject, ""
    if kind == "period":
        subject, url = _("anul %s") % ref, reverse("reach:period", args=[ref])
    elif kind == "submission":
        year, _mark, code = ref.partition(":")
        subject = _("cifrele %(year)s ale %(code)s") % {"year": year, "code": code}
        url = f"{reverse('reach:completeness')}?an={year}"
    elif kind == "session":
        subject, url = _("sesiunea %s") % ref, reverse("reach:session", args=[ref])
    return Decision(event, who, names.get(event.subject, subject), url)


def _run(run: CampaignRun) -> str:
    name = (run.latest.name if run.latest else "") or run.event_key
    return f"{run.organisation.code} {run.year}: {name}"


def figure_name(figure: DeclaredFigure) -> str:
    """Whose figure it is, of which year and of what."""
    name = indicator_label(figure.indicator, figure.year)
    return f"{figure.organisation.code} {figure.year}: {name}"
