"""Who has reported and who has not, and writing to those who have not."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.reach.models import ReportingPeriod
from lms.reach.selectors.submissions import completeness_of, organisations_of_year
from lms.reach.services.reminding import remind
from lms.reach.views.access import needs, reporting_period


@needs("review_figures")
def completeness(request: HttpRequest) -> HttpResponse:
    """The matrix of organisations and periods; a POST reminds those that are ticked."""
    if request.method == "POST":
        return _remind(request)
    newest = ReportingPeriod.objects.order_by("-year").first()
    year = _year(request.GET.get("an", ""))
    chosen = reporting_period(year) if year else newest
    context = {
        "chosen": chosen,
        "matrix": completeness_of(chosen) if chosen else None,
        "all_ticked": request.GET.get("bifate") == "toate",
    }
    return render(request, "reach/periods/completeness.html", context)


def _remind(request: HttpRequest) -> HttpResponse:
    period = reporting_period(_year(request.POST.get("an", "")) or 0)
    codes = request.POST.getlist("org")
    organisations = organisations_of_year(period.year).filter(code__in=codes)
    address = f"{reverse('reach:completeness')}?an={period.year}"
    if not codes:
        messages.error(request, _("Bifați cel puțin o organizație, apoi apăsați din nou."))
        return redirect(address)
    posted = remind(period=period, organisations=organisations, by=request.user)
    letters = sum(posted.values())
    if letters:
        text = ngettext(
            "Un memento pleacă în câteva minute.",
            "%(n)s mementouri pleacă în câteva minute.",
            letters,
        )
        messages.success(request, text % {"n": letters})
    silent = [one.name for one in organisations if posted.get(one.code) == 0]
    if silent:
        text = _(
            "Fără memento: %(names)s. Au primit deja unul astăzi sau nu au niciun cont de "
            "responsabil."
        )
        messages.warning(request, text % {"names": ", ".join(silent)})
    if not posted:
        messages.warning(request, _("Organizațiile bifate au trimis deja cifrele."))
    return redirect(address)


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None
