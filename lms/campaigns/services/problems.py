"""What can stand in the way of a change to a run."""


class RunMovedOn(Exception):  # noqa: N818 - named as people say it
    """Somebody changed the run since the page was opened; nothing was saved."""


class RunExists(Exception):  # noqa: N818
    """The organisation has reported this event, counted this way, already."""


class OwnRun(Exception):  # noqa: N818
    """Whoever reported a run does not verify it."""
