"""Who may come in, and to which session."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse

from lms.classrooms.forms.fields import SchoolFields
from lms.classrooms.models import ClassSession
from lms.classrooms.selectors import session_of_key
from lms.organisations.services import check_new_school
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


def may_name_school(request: HttpRequest, form: SchoolFields) -> bool:
    """Whether the school of this valid form may go on the secretariat's queue; if not, the form
    says what to do instead. Only for somebody without an account: an account is limit enough."""
    missing = form.missing_school()
    if missing is None or request.user.is_authenticated:
        return True
    try:
        check_new_school(source=get_adapter().get_client_ip(request), **missing)  # type: ignore[arg-type]
    except ValidationError as problem:
        form.add_error("missing_name", problem)
        return False
    return True
