"""Two who publish at one short address at the same moment: the second is told in the form."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from lms.campaigns.models import ShortAddressTaken


class ShortAddressMiddleware:
    """Ask the form again: by now it sees the other campaign, and says so with what was written."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The form with what is wrong; Django calls it where a view raised."""
        if not isinstance(exception, ShortAddressTaken) or request.resolver_match is None:
            return None
        view, args, kwargs = request.resolver_match
        return view(request, *args, **kwargs)
