"""What can stand in the way of a change."""


class ComesTooLate(Exception):  # noqa: N818 - named as people say it
    """Somebody changed the session since the form was opened; nothing was saved."""


class NotOpen(Exception):  # noqa: N818
    """The session is void or returned, so this can no longer be done with it."""
