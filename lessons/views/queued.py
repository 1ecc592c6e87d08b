"""Answers that waited on a device for the network: a script sends them and asks what became of
them."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

HEADER = "X-Queued"


def told_to_scripts(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Tell a script, instead of leading it on, whether what it sent is kept.

    A view that keeps an answer leads to an address without a query; one that comes too late leads
    to the step with the answer in the address, and one that is no answer shows the form again.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if HEADER not in request.headers or response.status_code >= 400:
            return response
        kept = response.status_code == 302 and "?" not in response["Location"]
        return JsonResponse({"kept": kept})

    return wrapped
