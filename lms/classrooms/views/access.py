"""Who may come in, and to which session."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse

from lms.classrooms.models import ClassSession
from lms.classrooms.selectors import session_of_key
from lms.people.models import User

View = Callable[..., HttpResponse]


def needs(permission: str) -> Callable[[View], View]:
    """Sign-in first, then this permission or 403."""

    def wrap(view: View) -> View:
        checked = permission_required(f"classrooms.{permission}", raise_exception=True)(view)
        return login_required(checked)

    return wrap


def registrar(request: HttpRequest) -> User | None:
    """The account that registers, or None for somebody who registers without one."""
    user = request.user
    if user.is_authenticated and user.has_perm("classrooms.register_class_sessions"):
        return user
    return None


def session_or_404(request: HttpRequest, key: str) -> ClassSession:
    """The session behind a receipt's link or behind a reference of the reader's own sessions."""
    session = session_of_key(key, request.user)
    if session is None:
        raise Http404
    return session
