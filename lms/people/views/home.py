"""What a person sees first after sign-in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lms.people import links, todo


@require_safe
@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """What waits for the signed-in person, then the ways on."""
    context = {"todo": todo.items_for(request.user), "links": links.links_for(request.user)}
    return render(request, "people/home.html", context)
