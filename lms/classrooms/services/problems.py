"""What can stand in the way of a change, or of joining a class."""


class ComesTooLate(Exception):  # noqa: N818 - named as people say it
    """Somebody changed the session since the form was opened; nothing was saved."""


class NotOpen(Exception):  # noqa: N818
    """The session is void or returned, so this can no longer be done with it."""


class OwnSession(Exception):  # noqa: N818
    """Whoever registered a session, or said its numbers, does not verify it."""


class ClassIsOver(Exception):  # noqa: N818
    """The class was closed, by the teacher or by the clock."""


class ClassIsFull(Exception):  # noqa: N818
    """Every place of the class is taken."""


class UnknownCode(Exception):  # noqa: N818
    """No class has this code."""


class UnknownSeat(Exception):  # noqa: N818
    """The class has no such place, or its pictures are others."""


class TooManyGuesses(Exception):  # noqa: N818
    """Too many failures: what was typed was not looked at."""
