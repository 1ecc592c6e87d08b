"""Learners go a day after their class; who still has something to count of them does it first.

    forgetting.register("quizzes: answers", fold_expired_attempts)   # in AppConfig.ready

What hangs on a learner is deleted with it. An action that fails keeps all learners for the next
time, so nothing is lost that was still to be counted.
"""

from collections.abc import Callable

Action = Callable[[], object]
_actions: dict[str, Action] = {}


def register(name: str, action: Action) -> None:
    """Run this before learners are deleted; registering a name again replaces its action."""
    _actions[name] = action


def count_what_goes() -> None:
    """Run every action, in the order of registration."""
    for action in _actions.values():
        action()
