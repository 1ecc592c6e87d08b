"""In which coding an answer travels that lies packed already."""

from django.http import HttpRequest

# Best first.
CODINGS = ("br", "gzip")


def coding_for(request: HttpRequest) -> str:
    """The best coding that the request accepts and does not refuse with q=0; "" for none."""
    offered = {}
    for part in request.META.get("HTTP_ACCEPT_ENCODING", "").split(","):
        name, _, weight = part.replace(" ", "").partition(";")
        offered[name] = weight.rstrip("0.") != "q="
    return next((name for name in CODINGS if offered.get(name)), "")
