"""What can stand in the way of a write about trainings."""

from collections.abc import Mapping

from lms.core.audiences import Audience


class EventMovedOn(Exception):  # noqa: N818 - named as people say it
    """Somebody decided something of the event since the page was opened; nothing was saved."""


class EventSettled(Exception):  # noqa: N818
    """The event is closed or cancelled: nothing of it may change before it is opened again."""


class EnrolmentClosed(Exception):  # noqa: N818
    """One can no longer, or not yet, enrol."""


class OutsideWindow(Exception):  # noqa: N818
    """The check-in of this sitting is not open now. `is_over` says whether it was."""

    def __init__(self, *, is_over: bool) -> None:
        super().__init__("over" if is_over else "not yet")
        self.is_over = is_over


class RequestMovedOn(Exception):  # noqa: N818
    """Somebody decided something of the request since; nothing was saved."""


class SittingsUnclear(Exception):  # noqa: N818
    """An event needs at least one sitting, and no two of them at the same time."""


class FacilitatorSettled(Exception):  # noqa: N818
    """Something was decided of the facilitator since the page was opened; nothing was saved."""


class NoAddress(Exception):  # noqa: N818
    """The participant gave no e-mail address, so nobody can be told."""


class LinkUsed(Exception):  # noqa: N818
    """The link of a letter does not hold any more, or another account has used it."""


class CertificateSettled(Exception):  # noqa: N818
    """The certificate was replaced or revoked before."""


class HeadsMovedOn(Exception):  # noqa: N818
    """Another trainer counted meanwhile; nothing was saved. `now` is what was counted, by
    audience."""

    def __init__(self, now: Mapping[Audience, int]) -> None:
        super().__init__(", ".join(now))
        self.now = now


class NotHeldYet(Exception):  # noqa: N818
    """The last sitting has not begun: an event is closed when it was held."""


class HasAttended(Exception):  # noqa: N818
    """Whoever was there, or whose event is over, does not withdraw from it."""


class ListMovedOn(Exception):  # noqa: N818
    """The event's list changed since a file was compared with it; nothing was saved."""


class NotOpen(Exception):  # noqa: N818
    """These questions are not answered now. `is_over` says whether they were."""

    def __init__(self, *, is_over: bool) -> None:
        super().__init__("over" if is_over else "not yet")
        self.is_over = is_over


class AlreadyAnswered(Exception):  # noqa: N818
    """Somebody with this code has answered before; what they said then stands."""
