"""What can stand in the way of a write about trainings."""


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


class CertificateSettled(Exception):  # noqa: N818
    """The certificate was replaced or revoked before."""


class NotOpen(Exception):  # noqa: N818
    """These questions are not answered now. `is_over` says whether they were."""

    def __init__(self, *, is_over: bool) -> None:
        super().__init__("over" if is_over else "not yet")
        self.is_over = is_over


class AlreadyAnswered(Exception):  # noqa: N818
    """Somebody with this code has answered before; what they said then stands."""
