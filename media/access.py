"""What a reader gets instead of a file that is closed to them."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from wagtail.models import CollectionViewRestriction

from media.models import ContentDocument
from media.selectors import Rules

Opens = Callable[[ContentDocument, HttpRequest], bool]
_openers: list[Opens] = []


def also_opens(opens: Opens) -> None:
    """Let an app open single documents of closed collections to whom it knows. It still keeps
    them by a `before_serve_document` hook of its own."""
    _openers.append(opens)


def is_opened(document: ContentDocument, request: HttpRequest) -> bool:
    """Whether some app opens this document to this reader, whatever its collection says."""
    return any(opens(document, request) for opens in _openers)


def refused(request: HttpRequest, rules: Rules) -> HttpResponse | None:
    """None for a reader whom all rules let in; sign-in for a stranger.

    Raises:
        PermissionDenied: somebody who signed in and may not have it.
    """
    broken = [rule for rule in rules if not rule.accept_request(request)]
    if not broken:
        return None
    asked = any(rule.restriction_type != CollectionViewRestriction.PASSWORD for rule in broken)
    if request.user.is_authenticated or not asked:
        raise PermissionDenied
    answer = redirect_to_login(request.get_full_path())
    add_never_cache_headers(answer)
    return answer
