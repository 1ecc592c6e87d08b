"""Who else writes down what is decided on a session. Upper apps register, without being known:

    decisions.when_decided("reach audit", note)   # in AppConfig.ready

A listener is called in the transaction of the decision: both hold, or neither does.
"""

from collections.abc import Callable

from lms.classrooms.enums import Decision
from lms.classrooms.models import ClassSession
from lms.people.models import User

Listener = Callable[[ClassSession, Decision, User, str], None]
_listeners: dict[str, Listener] = {}


def when_decided(name: str, listener: Listener) -> None:
    """Add a listener under a name of its own; registering a name again replaces it."""
    _listeners[name] = listener


def tell(session: ClassSession, decision: Decision, by: User, reason: str = "") -> None:
    """Tell everybody who wants to know."""
    for listener in _listeners.values():
        listener(session, decision, by, reason)
