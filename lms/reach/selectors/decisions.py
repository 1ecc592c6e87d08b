"""Who decided what, when and why, as it is read."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
    """The decisions of a page, with their subjects named. One query for the figures."""
    rows = list(events)
    wanted = [ref for kind, _colon, ref in map(_parts, rows) if kind == "figure"]
    figures = {
        str(figure.public_id): figure
        for figure in DeclaredFigure.objects.filter(public_id__in=wanted).select_related(
            "organisation"
        )
    }
    return [_decision(row, figures) for row in rows]


def _parts(event: AuditEvent) -> tuple[str, str, str]:
    return event.subject.partition(":")


def _decision(event: AuditEvent, figures: dict[str, DeclaredFigure]) -> Decision:
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
    elif kind == "figure" and ref in figures:
        subject = figure_name(figures[ref])
    elif kind == "run":
        subject = _("o campanie")
    return Decision(event, who, subject, url)


def figure_name(figure: DeclaredFigure) -> str:
    """Whose figure it is, of which year and of what."""
    name = indicator_label(figure.indicator, figure.year)
    return f"{figure.organisation.code} {figure.year}: {name}"
