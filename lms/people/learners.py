"""Who a request comes from, as far as a class knows: the learner of its signed cookie.

The cookie holds a random id and nothing else, ends with the class, and is read by nobody but this
module. `/iesire/` takes it away (`lms.core.views`).
"""

from uuid import UUID

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from lms.core.enums import AgeBand
from lms.core.keyring import BadToken, KeyRing
from lms.people.models import Learner

COOKIE = "clasa"


def learner_of(request: HttpRequest) -> Learner | None:
    """The learner of this request, as a worker read it within the last minute. None without a
    cookie of ours, or when the learner's time has run out."""
    if not hasattr(request, "_learner"):
        request._learner = _read(request.COOKIES.get(COOKIE, ""))  # type: ignore[attr-defined]
    return request._learner  # type: ignore[attr-defined]


def remember(response: HttpResponseBase, learner: Learner) -> None:
    """Let the device stay this learner until the class's answers are deleted."""
    response.set_cookie(
        COOKIE,
        _ring().sign(learner.pk.hex),
        expires=learner.expires_at,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def may_open(learner: Learner | None, band: str) -> bool:
    """Whether what is written for this age opens: for a learner the own age or a younger one.
    Without a class nobody's age is known, and nothing is kept from anybody."""
    if learner is None:
        return True
    bands = AgeBand.values
    return bands.index(band) <= bands.index(learner.age_band)


def _read(token: str) -> Learner | None:
    if not token:
        return None
    try:
        pk = UUID(hex=str(_ring().read(token)))
    except (BadToken, ValueError):
        return None
    row = caches["learners"].get(pk.hex)
    if row is None:
        row = Learner.objects.filter(pk=pk).values_list().first()
        if row is None:
            return None
        caches["learners"].set(pk.hex, row)
    names = [field.attname for field in Learner._meta.concrete_fields]
    learner = Learner.from_db(None, names, row)
    return learner if learner.expires_at > timezone.now() else None


def _ring() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="learner")
