"""The secretariat's inbox: a list of what waits and a drawer with the one thing to decide on."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.campaigns.models import CampaignRun
from lms.reach.inbox import Entry, drawer_of, entries_of
from lms.reach.models import DeclaredFigure
from lms.reach.querysets import DeclaredFigureQuerySet
from lms.reach.selectors import names_of, report_years
from lms.reach.selectors.inbox import Kind, waiting_for
from lms.reach.views.access import needs, period_of

PER_PAGE = 30
# Where a reason waits that was typed for a decision which could not be taken.
TYPED = "review-reason"


@needs("review_figures", methods=("GET", "HEAD"))
def inbox(request: HttpRequest) -> HttpResponse:
    """What waits in one year. The drawer shows the chosen thing, or the first of the page."""
    year = wanted_year(request)
    waiting = waiting_for(request.user, year)
    kind = _kind(request, waiting)
    page = Paginator(waiting.rows(kind), PER_PAGE).get_page(request.GET.get("pagina"))
    entries = entries_of(page.object_list, waiting, names_of())
    chosen = _chosen(entries, request.GET.get("ales", ""))
    context = {
        "year": year,
        "years": report_years(timezone.localdate()),
        "kind": kind,
        "tabs": [
            {"kind": one, "count": waiting.count(one), "current": one is kind} for one in Kind
        ],
        "page_obj": page,
        "entries": entries,
        "chosen": chosen,
        "drawer": drawer_of(chosen, request.user) if chosen else None,
        "following": _following(entries, chosen),
        "typed": request.session.pop(TYPED, "") if TYPED in request.session else "",
        "all_ticked": request.GET.get("bifate") == "toate",
    }
    return render(request, "reach/review/inbox.html", context)


def wanted_year(request: HttpRequest) -> int:
    """The year of the address or of the form; the running one without it. Raises Http404."""
    today = timezone.localdate()
    text = request.POST.get("an") or request.GET.get("an") or str(today.year)
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    period_of(year, today)
    return year


def back_to(request: HttpRequest, kind: Kind, key: str = "urmatorul") -> HttpResponse:
    """Back to the inbox; the form's field `key` names what the drawer shows, the next thing."""
    shown = {"an": wanted_year(request), "fel": kind.value, "ales": request.POST.get(key, "")[:80]}
    query = urlencode({name: value for name, value in shown.items() if value})
    return redirect(f"{reverse('reach:inbox')}?{query}#sertar")


def refuse(request: HttpRequest, kind: Kind, problem: str) -> HttpResponse:
    """Back to the same thing, with what is to be done about it; what was typed comes back."""
    messages.error(request, problem)
    request.session[TYPED] = reason_of(request)
    return back_to(request, kind, key="ales")


def done(request: HttpRequest, kind: Kind, text: str) -> HttpResponse:
    """Say what was decided and go on to the next thing."""
    messages.success(request, text)
    return back_to(request, kind)


def sent_figures(request: HttpRequest) -> DeclaredFigureQuerySet:
    """The figures that this reviewer may decide on."""
    return DeclaredFigure.objects.for_user(request.user).select_related("organisation", "latest")


def sent_runs(request: HttpRequest) -> QuerySet[CampaignRun]:
    """The runs that this reviewer may decide on."""
    return CampaignRun.objects.for_user(request.user).select_related("organisation", "latest")


def reason_of(request: HttpRequest) -> str:
    """The typed reason, at most as long as its column."""
    return request.POST.get("motiv", "").strip()[:300]


def no_reason() -> str:
    """What to say when a decision needs a reason."""
    return _(
        "Scrieți motivul, apoi apăsați din nou: rămâne în istoric și îl citește cine a trimis."
    )


def _kind(request: HttpRequest, waiting: Any) -> Kind:
    """The kind of the address; without one the first of which anything waits."""
    wanted = request.GET.get("fel", "")
    if wanted in Kind.values:
        return Kind(wanted)
    return next((kind for kind in Kind if waiting.count(kind)), Kind.FIGURES)


def _chosen(entries: list[Entry], key: str) -> Entry | None:
    return next((one for one in entries if one.key == key), entries[0] if entries else None)


def _following(entries: list[Entry], chosen: Entry | None) -> str:
    """The key of the entry after the chosen one; the one before it at the end of the page."""
    if chosen is None or len(entries) < 2:
        return ""
    at = entries.index(chosen)
    return entries[at + 1 if at + 1 < len(entries) else at - 1].key
