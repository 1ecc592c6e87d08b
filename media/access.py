"""What a reader gets instead of a file that is closed to them."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from wagtail.models import CollectionViewRestriction

from media.models import ContentDocument
from media.selectors import Rules

Keeps = Callable[[ContentDocument], bool]
_keepers: list[Keeps] = []


def register_keeper(keeps: Keeps) -> None:
    """Let an app say which documents it keeps itself, by a `before_serve_document` hook that knows
    more than a collection does: who is a facilitator is in no group."""
    _keepers.append(keeps)


def is_kept_by_an_app(document: ContentDocument) -> bool:
    """Whether some app's hook decides who may have this document, wherever it lies."""
    return any(keeps(document) for keeps in _keepers)


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
