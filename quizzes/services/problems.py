"""What can stand in the way of an answer."""


class TooLate(Exception):  # noqa: N818 - named as people say it
    """The attempt has run out; nothing was saved."""


class TooManyTries(Exception):  # noqa: N818
    """This question was tried often enough; nothing was saved, and what was saved stands."""


class ForeignLaunch(Exception):  # noqa: N818
    """The launch of an activity is not this learner's, or was never made here."""


class StartedOver(Exception):  # noqa: N818
    """The activity was started over since, on another page; this one's statements are of before."""


class TooOften(Exception):  # noqa: N818
    """A state came a moment ago; the newest one may be sent again a little later."""


class BadState(Exception):  # noqa: N818
    """No JSON, larger than 64 KiB, or nested deeper than any player nests."""
