"""What can stand in the way of an answer."""


class TooLate(Exception):  # noqa: N818 - named as people say it
    """The attempt has run out; nothing was saved."""


class TooManyTries(Exception):  # noqa: N818
    """This question was tried often enough; nothing was saved, and what was saved stands."""
