"""The check of an offer: questions to post, what the answers leave open, and whom to call.

Nothing is written and no address holds an answer: they are in the body of the form and in the page
that answers it. That is why the form needs no token against forgery, and so sets no cookie.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lms.abroad.offer_check.questions import assess, questions, reply_of
from lms.abroad.views.chosen_country import chosen_country
from lms.helplines.selectors import published_lines

# The line of Romania that stands at the end, as help lines publish it; 112 stands there anyway.
LINE = "0800800678"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The questions, empty or filled in again, or what the answers to them mean."""
    if request.method != "POST":
        return _form(request, request.GET.get("tara", ""), {})
    sent = request.POST.dict()
    shown = _form if "schimba" in sent else _result
    response = shown(request, sent.get("tara", ""), sent)
    response.headers["Cache-Control"] = "no-store"
    return response


def _form(request: HttpRequest, country: str, sent: dict[str, str]) -> HttpResponse:
    language = get_language() or "ro"
    asked = [(one, sent.get(one.key, "")) for one in questions(language)]
    context = chosen_country(country, language) | {"asked": asked}
    return render(request, "abroad/offer_check.html", context)


def _result(request: HttpRequest, country: str, sent: dict[str, str]) -> HttpResponse:
    language = get_language() or "ro"
    asked = questions(language)
    context = chosen_country(country, language) | {
        "assessment": assess(asked, sent),
        "replies": [(one.key, reply_of(sent.get(one.key)).value) for one in asked],
        "lines": [line for line in published_lines(language) if line.dial == LINE],
    }
    return render(request, "abroad/offer_result.html", context)
