"""Decisions from the inbox's drawer. Each goes on to the next thing that waits."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.campaigns.services import OwnRun, RunMovedOn
from lms.classrooms.models import ClassSession
from lms.classrooms.selectors import chosen_sessions
from lms.classrooms.services import ComesTooLate, NotOpen, OwnSession, accept_class_sessions
from lms.reach.selectors.inbox import Kind
from lms.reach.services.problems import FigureMovedOn, OwnFigure, PeriodProblem
from lms.reach.services.reviewing import accept_figure, accept_figures, return_figure
from lms.reach.services.runs import accept_run, send_back_run
from lms.reach.services.sessions import (
    accept_session,
    count_both,
    merge_sessions,
    return_session,
    verify_session,
)
from lms.reach.views.access import needs
from lms.reach.views.review import (
    back_to,
    done,
    no_reason,
    reason_of,
    refuse,
    sent_figures,
    sent_runs,
)

ACCEPT, ACCEPT_ALL, RETURN, MERGE, BOTH, VERIFY = (
    "accepta", "accepta_tot", "returneaza", "uneste", "ambele", "verifica",
)  # fmt: skip


@needs("review_figures", methods=("POST",))
def decide_figure(request: HttpRequest, figure: UUID) -> HttpResponse:
    """Accept a declared figure, or all of its organisation's; or return it with a reason."""
    found = get_object_or_404(sent_figures(request), public_id=figure)
    decision = request.POST.get("decizie")
    if decision == RETURN and not reason_of(request):
        return refuse(request, Kind.FIGURES, no_reason())
    try:
        if decision == RETURN:
            return_figure(
                figure=found, expected=_seen(request), reason=reason_of(request), by=request.user
            )
            return done(request, Kind.FIGURES, _("Cifra este returnată, cu motivul scris."))
        if decision not in (ACCEPT, ACCEPT_ALL):
            raise Http404
        # Whatever is taken back and handed in again moves every figure of the organisation on.
        if found.latest is None or found.latest.number != _seen(request):
            raise FigureMovedOn
        if decision == ACCEPT:
            accepted = [accept_figure(figure=found, expected=_seen(request), by=request.user)]
        else:
            own = sent_figures(request).filter(organisation=found.organisation, year=found.year)
            accepted = accept_figures(figures=own, by=request.user)
    except PeriodProblem as problem:
        return refuse(request, Kind.FIGURES, str(problem))
    text = ngettext("O cifră este acceptată.", "%(n)s cifre sunt acceptate.", len(accepted))
    return done(request, Kind.FIGURES, text % {"n": len(accepted)})


@needs("review_figures", methods=("POST",))
def decide_run(request: HttpRequest, run: UUID) -> HttpResponse:
    """Verify a campaign run, or return it with a reason."""
    found = get_object_or_404(sent_runs(request), public_id=run)
    decision, reason = request.POST.get("decizie"), reason_of(request)
    if decision == RETURN and not reason:
        return refuse(request, Kind.RUNS, no_reason())
    try:
        if decision == RETURN:
            send_back_run(run=found, expected=_seen(request), reason=reason, by=request.user)
            return done(request, Kind.RUNS, _("Campania este returnată, cu motivul scris."))
        if decision != ACCEPT:
            raise Http404
        accept_run(run=found, expected=_seen(request), by=request.user)
    except RunMovedOn:
        return refuse(request, Kind.RUNS, str(FigureMovedOn()))
    except OwnRun:
        return refuse(request, Kind.RUNS, str(OwnFigure()))
    return done(request, Kind.RUNS, _("Campania este acceptată."))


@needs("review_figures", methods=("POST",))
def decide_session(request: HttpRequest, reference: str) -> HttpResponse:
    """Decide on one class session: accept, verify, return, merge, or count both."""
    session = _session_or_404(request, reference)
    decision = request.POST.get("decizie", "")
    kind = Kind(request.POST["fel"]) if request.POST.get("fel") in Kind.values else Kind.OUTLIERS
    reason = reason_of(request)
    if decision in (RETURN, MERGE) and not reason:
        return refuse(request, kind, no_reason())
    try:
        text = _decided(request, session, decision, reason)
    except (NotOpen, ComesTooLate):
        return refuse(
            request,
            kind,
            _(
                "Cineva a schimbat sesiunea între timp. Nu s-a salvat nimic: uitați-vă "
                "cum este acum și decideți din nou."
            ),
        )
    except OwnSession:
        return refuse(request, kind, str(OwnFigure()))
    return done(request, kind, text)


@needs("review_figures", methods=("POST",))
def accept_many(request: HttpRequest) -> HttpResponse:
    """Accept the ticked unconfirmed sessions, many at once."""
    try:
        seen = chosen_sessions(request.POST.getlist("session"))
    except ValueError as error:
        raise Http404 from error
    sessions = ClassSession.objects.acceptable_by(request.user).filter(reference__in=seen)
    if sessions.count() != len(seen):
        raise Http404
    if not seen:
        return refuse(
            request, Kind.UNCONFIRMED, _("Bifați cel puțin o sesiune, apoi apăsați din nou.")
        )
    accepted = accept_class_sessions(sessions=sessions, by=request.user, seen=seen)
    if not accepted:
        return back_to(request, Kind.UNCONFIRMED)
    text = ngettext(
        "O sesiune a fost acceptată.", "%(total)s sesiuni au fost acceptate.", len(accepted)
    )
    return done(request, Kind.UNCONFIRMED, text % {"total": len(accepted)})


def _decided(request: HttpRequest, session: ClassSession, decision: str, reason: str) -> str:
    by, seen = request.user, _seen(request)
    if decision == ACCEPT:
        accept_session(session=session, expected=seen, by=by)
        return _("Sesiunea este acceptată.")
    if decision == VERIFY:
        verify_session(session=session, expected=seen, by=by)
        return _("Sesiunea este verificată.")
    if decision == RETURN:
        return_session(session=session, expected=seen, reason=reason, by=by)
        return _("Sesiunea este returnată, cu motivul scris.")
    if decision == BOTH:
        count_both(session=session, expected=seen, by=by)
        return _("Se numără amândouă.")
    if decision == MERGE:
        into = _session_or_404(request, request.POST.get("cu", ""))
        if into.pk == session.pk:
            raise Http404
        merge_sessions(
            session=session,
            into=into,
            expected=seen,
            expected_into=_seen(request, "revizia_cu"),
            reason=reason,
            by=by,
        )
        return _("Sesiunile sunt unite: una este anulată și arată spre cealaltă.")
    raise Http404


def _session_or_404(request: HttpRequest, reference: str) -> ClassSession:
    if not request.user.has_perm("classrooms.accept_class_sessions"):
        raise PermissionDenied
    return get_object_or_404(ClassSession.objects.acceptable_by(request.user), reference=reference)


def _seen(request: HttpRequest, field: str = "revizia") -> int:
    text = request.POST.get(field, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
