"""One declared figure: declare, correct, take back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lms.reach.forms.figures import FigureForm, WithdrawForm
from lms.reach.indicators import PrintedIndicator
from lms.reach.models import DeclaredFigure
from lms.reach.selectors.submissions import figure_label
from lms.reach.services.declaring import correct_figure, declare_figure, withdraw_figure
from lms.reach.services.problems import PeriodProblem
from lms.reach.views.access import needs, reporting_period
from lms.reach.views.declaring import own_organisation


@needs("declare_figures")
def declare(request: HttpRequest, year: int) -> HttpResponse:
    """Declare a new figure of the indicator that the address names."""
    period, organisation = reporting_period(year), own_organisation(request)
    indicator = _indicator(request.GET.get("indicator", ""))
    form = FigureForm(request.POST or None, indicator=indicator, organisation=organisation)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        try:
            declare_figure(
                period=period,
                indicator=indicator,
                client_id=cleaned["client_id"] or form.initial["client_id"],
                by=request.user,
                audience=cleaned.get("audience", ""),
                part=cleaned["part"],
                **form.said,
            )
        except PeriodProblem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Cifra este salvată."))
            return redirect("reach:declare_year", year)
    context = {"form": form, "year": year, "name": indicator.printed(year), "label": ""}
    return render(request, "reach/declaring/figure.html", context)


@needs("declare_figures")
def correct(request: HttpRequest, figure: UUID) -> HttpResponse:
    """Say otherwise, with everything that was said before below it."""
    found = _own_or_404(request, figure)
    form = FigureForm(
        request.POST or None,
        indicator=found.indicator,
        organisation=own_organisation(request),
        figure=found,
    )
    if request.method == "POST" and form.is_valid():
        try:
            correct_figure(
                figure=found,
                expected=form.cleaned_data["expected"] or 0,
                by=request.user,
                **form.said,
            )
        except PeriodProblem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Cifra este salvată."))
            return redirect("reach:declare_year", found.year)
    context = {
        "form": form,
        "figure": found,
        "year": found.year,
        "name": _indicator(found.indicator).printed(found.year),
        "label": figure_label(found),
        "history": found.revisions.select_related("recorded_by").order_by("-number"),
    }
    return render(request, "reach/declaring/figure.html", context)


@needs("declare_figures")
def withdraw(request: HttpRequest, figure: UUID) -> HttpResponse:
    """Take a figure back, with a reason."""
    found = _own_or_404(request, figure)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_figure(figure=found, reason=form.cleaned_data["reason"], by=request.user)
        except PeriodProblem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Cifra este luată înapoi. Rămâne în istoric."))
            return redirect("reach:declare_year", found.year)
    context = {
        "form": form,
        "year": found.year,
        "name": _indicator(found.indicator).printed(found.year),
        "label": figure_label(found),
    }
    return render(request, "reach/declaring/withdraw.html", context)


def _indicator(key: str) -> PrintedIndicator:
    try:
        return PrintedIndicator(key)
    except ValueError as error:
        raise Http404 from error


def _own_or_404(request: HttpRequest, public_id: UUID) -> DeclaredFigure:
    """A figure of the officer's own organisation: what others may read is not theirs to write."""
    own = DeclaredFigure.objects.filter(organisation=own_organisation(request))
    return get_object_or_404(own.select_related("latest__project"), public_id=public_id)
