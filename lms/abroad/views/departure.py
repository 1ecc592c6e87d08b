"""Before leaving: a list to tick, on paper; with the numbers of a country where one is chosen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lms.abroad.departure.checklist import checklist
from lms.abroad.views.chosen_country import chosen_country


@require_safe
def before_leaving(request: HttpRequest) -> HttpResponse:
    """The list, one sheet when it is printed."""
    language = get_language() or "ro"
    context = chosen_country(request.GET.get("tara", ""), language)
    return render(request, "abroad/departure.html", context | {"sections": checklist(language)})
