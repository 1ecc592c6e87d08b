"""Contacts, and two countries beside each other: GET forms that work without scripts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lms.abroad.countries import COUNTRIES, in_order
from lms.abroad.selectors import compare, contact_list
from lms.abroad.selectors.guides import eures_address


@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """Whom to call, narrowed to a country and to a language that is spoken there."""
    language = get_language() or "ro"
    found = contact_list(
        country=request.GET.get("tara", ""), spoken=request.GET.get("limba", ""), language=language
    )
    context = {"found": found, "eures_address": eures_address(language)}
    return render(request, "abroad/contacts.html", context)


@require_safe
def comparison(request: HttpRequest) -> HttpResponse:
    """Two countries side by side; without two that we know, the form alone."""
    language = get_language() or "ro"
    one, other = request.GET.get("a", ""), request.GET.get("b", "")
    context = {
        "countries": [(place.code, place.name(language)) for place in in_order(language)],
        "a": one,
        "b": other,
        "is_incomplete": "b" in request.GET,
        "eures_address": eures_address(language),
    }
    if one in COUNTRIES and other in COUNTRIES and one != other:
        context["comparison"] = compare(one, other, language)
        context["is_incomplete"] = False
    return render(request, "abroad/compare.html", context)
