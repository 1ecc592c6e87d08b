"""A week of classes in one table."""

from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from lms.classrooms.enums import Channel
from lms.classrooms.facts import with_requested_school
from lms.classrooms.forms.week import MOST_ROWS, STEP, WeekForm, WeekRowForm, judged, week_rows
from lms.classrooms.services import register_class_session
from lms.classrooms.views.access import needs
from lms.classrooms.views.start import start_of


@needs("register_class_sessions")
@cache_control(private=True, max_age=0)
@require_http_methods(["GET", "HEAD", "POST"])
def week(request: HttpRequest) -> HttpResponse:
    """The table. All filled rows are registered together, or none and every error is shown."""
    if request.method != "POST":
        form = WeekForm(initial=start_of(request, request.user).initial)
        return _page(request, form, week_rows(form.row_count))
    if "search" in request.POST or "more" in request.POST:
        typed = request.POST.dict()
        form = WeekForm(initial=typed)
        if "more" in request.POST:
            form = WeekForm(initial={**typed, "rows": form.row_count + STEP})
        return _page(request, form, week_rows(form.row_count, initial=typed))
    form = WeekForm(request.POST)
    rows = week_rows(form.row_count, data=request.POST)
    shared = form.shared_facts() if form.is_valid() else None
    missing = form.missing_school() if form.is_valid() else None
    ready = judged(rows, shared, missing)
    filled = [row for row in rows if not row.is_empty]
    if not filled:
        form.add_error(None, _("Completați cel puțin un rând: data, clasa și câți elevi au fost."))
    elif ready:
        return _registered(request, form, filled)
    return _page(request, form, rows)


def _page(request: HttpRequest, form: WeekForm, rows: list[WeekRowForm]) -> HttpResponse:
    context = {
        "form": form,
        "rows": rows,
        "can_grow": len(rows) < MOST_ROWS,
        "row_errors": [row for row in rows if row.is_bound and not row.is_empty and row.errors],
        "has_hints": any(row.hints and row.hints.codes for row in rows),
    }
    return render(request, "classrooms/week.html", context)


def _registered(request: HttpRequest, form: WeekForm, filled: list[WeekRowForm]) -> HttpResponse:
    try:
        with transaction.atomic():
            shared = with_requested_school(form.shared_facts(), form.missing_school())
            for row in filled:
                register_class_session(
                    client_id=row.cleaned_data["client_id"] or uuid4(),
                    channel=Channel.TABLE,
                    author=request.user,
                    **row.facts(shared),
                )
    except PermissionDenied:
        form.add_error(None, _("Tabelul a fost trimis din alt cont. Deschideți unul nou."))
        return _page(request, form, filled)
    count = len(filled)
    text = ngettext("%d sesiune este înregistrată.", "%d sesiuni sunt înregistrate.", count)
    messages.success(request, text % count)
    return redirect("classrooms:mine")
