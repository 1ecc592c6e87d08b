"""Pages that belong to no app: quick exit, health, errors."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

# Whoever asks below this is a program: errors come as JSON.
FOR_PROGRAMS = "/api/"


@require_GET
def quick_exit(request: HttpRequest) -> HttpResponse:
    """End the pupil's class cookie and go to a neutral site. One of two GETs that may change
    something (ARCHITECTURE.md): whoever needs it must not have to wait for a form."""
    response = HttpResponse(status=303, headers={"Location": settings.EXIT_URL})
    response.headers["Cache-Control"] = "no-store"
    response.delete_cookie("clasa")
    return response


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """The process answers and its database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long: say so, and that going back keeps what was typed."""
    return render(request, "errors/csrf.html", status=403)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 in the reader's language."""
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 in the reader's language; a program gets a message that it can read."""
    if request.path.startswith(FOR_PROGRAMS):
        return JsonResponse({"message": "There is nothing at this address."}, status=404)
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a template that needs neither database nor session."""
    if request.path.startswith(FOR_PROGRAMS):
        return JsonResponse({"message": "Our mistake. Ask again in a minute."}, status=500)
    return render(request, "errors/500.html", status=500)
