"""Whoever keeps a school of a request, or a school that is merged away, is told here.

Upper apps register in `AppConfig.ready`; what they do runs in the transaction of the change.
"""

from collections.abc import Callable

from lms.organisations.models import School, SchoolRequest

Settled = Callable[..., object]
_settled: list[Settled] = []
_merged: list[Settled] = []


def when_settled(action: Settled) -> None:
    """Call `action(request=…, school=…)` when a request is settled."""
    if action not in _settled:
        _settled.append(action)


def when_merged(action: Settled) -> None:
    """Call `action(duplicate=…, into=…)` when a school is merged into another."""
    if action not in _merged:
        _merged.append(action)


def tell_settled(request: SchoolRequest, school: School) -> None:
    """Tell everyone that the request meant this school."""
    for action in _settled:
        action(request=request, school=school)


def tell_merged(duplicate: School, into: School) -> None:
    """Tell everyone that the duplicate stands for the other school from now on."""
    for action in _merged:
        action(duplicate=duplicate, into=into)
