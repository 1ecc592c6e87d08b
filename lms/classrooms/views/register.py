"""Registering one class session, with an account or by a kit's code without one."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from lms.classrooms.enums import Channel
from lms.classrooms.facts import with_requested_school
from lms.classrooms.forms.session import SessionForm, new_client_id
from lms.classrooms.mails import may_write_to, send_confirmation
from lms.classrooms.models import ClassSession
from lms.classrooms.services import register_class_session, registered_before
from lms.classrooms.tokens import receipt_token
from lms.classrooms.views.access import may_name_school, registrar
from lms.classrooms.views.start import class_to_report, start_of
from lms.people.models import User


# Not `no-store`: the browser's Back must bring the same form with the same id, so that sending it
# again registers nothing new.
@cache_control(private=True, max_age=0)
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """The form; a POST answers with the receipt, with what is to be mended, or with schools."""
    author = registrar(request)
    start = start_of(request, author)
    options: dict[str, Any] = {
        "ask_email": author is None,
        "only_public": not request.user.is_authenticated,
        "edition": start.edition,
        "also": start.plan,
        "author": author,
    }
    if request.method != "POST":
        school_class = class_to_report(request, author)
        if school_class and school_class.session:
            return redirect(receipt_address(school_class.session, author, era="deja"))
        initial = {"client_id": new_client_id(), **start.initial}
        return _page(request, SessionForm(initial=initial, **options), start.problem)
    if "search" in request.POST:
        # Not bound: schools are looked for before anything is judged.
        return _page(request, SessionForm(initial=request.POST.dict(), **options))
    form = SessionForm(request.POST, **options)
    try:
        known = _sent_before(request, author)
        if known is not None:
            return redirect(receipt_address(known, author, era="deja"))
        if form.is_valid() and not form.has_new_hints() and may_name_school(request, form):
            return _registered(form, author)
    except PermissionDenied:
        form.add_error(
            None, _("Sesiunea a fost deja înregistrată. Intrați în cont ca să o vedeți.")
        )
    return _page(request, form)


def _page(request: HttpRequest, form: SessionForm, problem: str = "") -> HttpResponse:
    context = {"form": form, "problem": problem}
    return render(request, "classrooms/register.html", context)


def _sent_before(request: HttpRequest, author: User | None) -> ClassSession | None:
    """The session of this very form: a double click, a reload or the Back button."""
    try:
        client_id = UUID(request.POST.get("client_id", ""))
    except ValueError:
        return None
    return registered_before(client_id=client_id, channel=_channel(author), author=author)


def _channel(author: User | None) -> Channel:
    return Channel.ACCOUNT if author else Channel.QR


def _registered(form: SessionForm, author: User | None) -> HttpResponse:
    email = form.cleaned_data.get("email", "")
    with transaction.atomic():
        session = register_class_session(
            client_id=form.cleaned_data["client_id"] or UUID(new_client_id()),
            channel=_channel(author),
            author=author,
            email=email,
            **with_requested_school(form.facts(), form.missing_school()),
        )
    if author is not None:
        return redirect(receipt_address(session, author))
    if not may_write_to(email):
        return redirect(receipt_address(session, None, posta="prea-multe"))
    sent = send_confirmation(session, email)
    return redirect(receipt_address(session, None, posta="trimisa" if sent else "netrimisa"))


def receipt_address(session: ClassSession, author: User | None, **query: str) -> str:
    """Where the receipt is: by its reference in an account, by a signed link without one."""
    key = session.reference if author else receipt_token(session.pk)
    address = reverse("classrooms:session", args=[key])
    return f"{address}?{urlencode(query)}" if query else address
