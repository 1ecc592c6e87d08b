"""What holds of every answer of the API: it only reads, bounds how often, speaks JSON."""

from collections.abc import Callable
from functools import wraps

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from lms.core import limits

View = Callable[..., HttpResponse]
# A report is one request: whoever needs more than one a second reads it over and over.
MOST_REQUESTS = 60
PER_SECONDS = 60
METHODS = ("GET", "HEAD")


def problem(status: int, message: str, **headers: str) -> JsonResponse:
    """An error as the API says it."""
    return JsonResponse({"message": message}, status=status, headers=headers)


def guarded(view: View) -> View:
    """A view of the API: GET and HEAD only, so many a minute from one address, readable by the
    scripts of any site."""

    # Nothing is written here: a POST is to read that in JSON, not a page about forms.
    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = _answer(view, request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return answer


def _answer(view: View, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    if request.method not in METHODS:
        message = "This API only reads: use GET or HEAD."
        return problem(405, message, Allow=", ".join(METHODS))
    if not limits.may("api", _source(request), most=MOST_REQUESTS, seconds=PER_SECONDS):
        message = f"Too many requests: {MOST_REQUESTS} in {PER_SECONDS} seconds. Wait, then go on."
        return problem(429, message, **{"Retry-After": str(PER_SECONDS)})
    # The answer to HEAD is that to GET; the server leaves its body out.
    asked, request.method = request.method, "GET"
    try:
        return view(request, *args, **kwargs)
    finally:
        request.method = asked


def _source(request: HttpRequest) -> str:
    """The address that asks. Those whose address the server does not tell share one limit."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return "unknown"
