"""The receipt of one session: what was registered, where it stands, correct, void, print."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lms.classrooms.enums import Status
from lms.classrooms.facts import with_requested_school
from lms.classrooms.forms.session import SessionForm
from lms.classrooms.forms.small import EmailForm, ReasonForm
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.receipts import receipt_pdf
from lms.classrooms.selectors import lesson_name, school_name, standings
from lms.classrooms.services import (
    ComesTooLate,
    NotOpen,
    correct_class_session,
    void_class_session,
)
from lms.classrooms.views.access import may_name_school, session_or_404
from lms.classrooms.views.start import school_values


def described(session: ClassSession, key: str) -> dict[str, object]:
    """What every page about one session shows."""
    revision = session.latest
    return {
        "key": key,
        "session": session,
        "revision": revision,
        "lesson": lesson_name(revision),
        "school": school_name(revision),
        "standing": standings([revision])[revision.pk],
        "is_open": revision.status != Status.VOID,
    }


@never_cache
@require_safe
def show(request: HttpRequest, key: str) -> HttpResponse:
    """The receipt."""
    return receipt_page(request, session_or_404(request, key), key)


def receipt_page(
    request: HttpRequest, session: ClassSession, key: str, email_form: EmailForm | None = None
) -> HttpResponse:
    """The receipt with its history, and the row to send the confirmation again."""
    by_link = "." in key  # only who registered it has had a letter, or misses one
    waits = session.latest.status == Status.UNCONFIRMED and session.author_id is None
    decides = request.user.is_authenticated and (
        ClassSession.objects.acceptable_by(request.user).filter(pk=session.pk).exists()
    )
    context = {
        **described(session, key),
        "by_link": by_link,
        "mail": request.GET.get("posta", ""),
        "event": request.GET.get("era", ""),
        "history": session.revisions.order_by("-number"),
        "email_form": (email_form or EmailForm()) if waits and by_link else None,
        "decides": decides,
    }
    return render(request, "classrooms/receipt.html", context)


@never_cache
@require_safe
def pdf(request: HttpRequest, key: str) -> HttpResponse:
    """The receipt to print or to keep."""
    session = session_or_404(request, key)
    revision = session.latest
    standing = standings([revision])[revision.pk]
    body = receipt_pdf(session, lesson_name(revision), school_name(revision), standing)
    response = HttpResponse(body, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="sesiune-{session.reference}.pdf"'
    return response


@cache_control(private=True, max_age=0)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, key: str) -> HttpResponse:
    """The same form with what now holds; what is sent becomes the next revision."""
    session = session_or_404(request, key)
    revision = session.latest
    if revision.status == Status.VOID:
        return redirect("classrooms:session", key)
    options = {
        "only_public": not request.user.is_authenticated,
        "edition": revision.edition,
        "also": revision.plan,
        "lesson_code": "" if revision.plan else revision.lesson_code,
        "author": request.user if request.user.is_authenticated else None,
        "project": revision.project,
    }
    context = described(session, key)
    if request.method != "POST":
        form = SessionForm(initial=_initial(revision), **options)
    elif "search" in request.POST:
        form = SessionForm(initial=request.POST.dict(), **options)
    else:
        form = SessionForm(request.POST, **options)
        hinted = form.is_valid() and form.has_new_hints(session.pk)
        if form.is_valid() and not hinted and may_name_school(request, form):
            return _corrected(request, session, key, form)
    return render(request, "classrooms/correct.html", {**context, "form": form})


def _initial(revision: ClassSessionRevision) -> dict[str, object]:
    names = (
        "date", "class_label", "girls", "boys", "undisclosed", "adults", "duration", "modality",
        "group_type",
    )  # fmt: skip
    initial = {name: getattr(revision, name) for name in names}
    return {
        **initial,
        **school_values(revision.school_id, revision.school_request),
        "plan": revision.plan_id,
        "organisation": revision.organisation_id,
        "project": revision.project_id,
        "expected": revision.number,
    }


def _corrected(
    request: HttpRequest, session: ClassSession, key: str, form: SessionForm
) -> HttpResponse:
    user = request.user if request.user.is_authenticated else None
    expected = form.cleaned_data["expected"] or 0
    try:
        # One transaction: a correction that comes too late leaves no question for the secretariat.
        with transaction.atomic():
            facts = with_requested_school(form.facts(), form.missing_school())
            correct_class_session(session=session, expected=expected, by=user, **facts)
    except ComesTooLate:
        # Nothing typed is lost: it stands in the form beside what now holds.
        context = {**described(session, key), "form": form, "is_late": True}
        return render(request, "classrooms/correct.html", context, status=409)
    except NotOpen:
        return redirect("classrooms:session", key)
    return redirect(f"{_address(key)}?era=corectata")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def void(request: HttpRequest, key: str) -> HttpResponse:
    """Withdraw the session, with a reason."""
    session = session_or_404(request, key)
    form = ReasonForm(request.POST or None)
    done = redirect(f"{_address(key)}?era=anulata")
    if session.latest.status == Status.VOID:
        return done
    if request.method == "POST" and form.is_valid():
        user = request.user if request.user.is_authenticated else None
        try:
            void_class_session(session=session, reason=form.cleaned_data["reason"], by=user)
        except NotOpen:
            return done
        except ComesTooLate:
            return redirect("classrooms:session", key)
        return done
    return render(request, "classrooms/void.html", {**described(session, key), "form": form})


def _address(key: str) -> str:
    return reverse("classrooms:session", args=[key])
