"""Age bands are gates: what is for older readers does not open for a younger learner."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from lms.people.learners import learner_of, may_open


def stopped_by_age(request: HttpRequest, band: str) -> HttpResponse | None:
    """The page that a learner gets instead of one for older readers; None when it opens.

    Whoever sits in a class opens what is for the own age or younger, by a link or by typing the
    address. Without a class nobody's age is known.
    """
    learner = learner_of(request)
    if learner is None or may_open(learner, band):
        return None
    response = render(request, "modules/not_yet.html", {"band": learner.age_band}, status=403)
    add_never_cache_headers(response)
    return response
