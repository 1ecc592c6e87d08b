"""The e-mail link of a session that was registered without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lms.classrooms.enums import CLOSED_STATUSES, Status
from lms.classrooms.forms.small import EmailForm
from lms.classrooms.mails import may_send, may_write_to, send_confirmation
from lms.classrooms.models import ClassSession
from lms.classrooms.selectors import lesson_name, school_name, shown_sessions
from lms.classrooms.services import NotOpen, claim_email, confirm_class_session
from lms.classrooms.tokens import session_of_confirmation
from lms.classrooms.views.access import session_or_404
from lms.classrooms.views.receipt import receipt_page
from lms.classrooms.views.register import receipt_address
from lms.core.keyring import BadToken, ExpiredToken


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show the session and one button. A GET confirms nothing: mail scanners follow links too."""
    try:
        session = _session(token)
        if request.method == "POST":
            confirm_class_session(token=token)
            return redirect(receipt_address(session, None, era="confirmata"))
    except (BadToken, NotOpen) as problem:
        expired = isinstance(problem, ExpiredToken)
        context = {"is_expired": expired, "is_closed": isinstance(problem, NotOpen)}
        return render(request, "classrooms/confirm_problem.html", context, status=410)
    revision = session.latest
    context = {
        "session": session,
        "revision": revision,
        "lesson": lesson_name(revision),
        "school": school_name(revision),
        "is_waiting": revision.status == Status.UNCONFIRMED,
    }
    return render(request, "classrooms/confirm.html", context)


def _session(token: str) -> ClassSession:
    number, claimed = session_of_confirmation(token)
    session = shown_sessions().filter(pk=number).first()
    if session is None or not claimed or not session.claimed_token.startswith(claimed):
        raise BadToken("the session waits for another address")
    if session.latest.status in CLOSED_STATUSES:
        raise NotOpen
    return session


@never_cache
@require_POST
def resend(request: HttpRequest, key: str) -> HttpResponse:
    """Send the confirmation again, to the same address or to the right one."""
    session = session_or_404(request, key)
    form = EmailForm(request.POST)
    if not form.is_valid():
        return receipt_page(request, session, key, email_form=form)
    # Back to where the person came from: somebody who saw the session in an account must not be
    # handed the link that opens it without one.
    page = reverse("classrooms:session", args=[key])
    email = form.cleaned_data["email"]
    if not (may_send(f"session-{session.pk}") and may_write_to(email)):
        return redirect(f"{page}?posta=prea-multe")
    try:
        claim_email(session=session, email=email)
    except NotOpen:
        return redirect(page)
    sent = send_confirmation(session, email)
    return redirect(f"{page}?posta={'trimisa' if sent else 'netrimisa'}")
