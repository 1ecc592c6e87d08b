"""What was noticed in a package that was taken all the same, told to whoever sent it."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest

from media.h5p.errors import Problem
from media.problems import sentence


def tell(request: HttpRequest, warnings: Iterable[Problem]) -> None:
    """Say each kind of warning once, by the first place where it was noticed: a package of a
    Macintosh has a hundred files that are left out."""
    first = {one.code: one for one in reversed(tuple(warnings))}
    for one in sorted(first.values(), key=lambda warning: warning.code):
        messages.warning(request, sentence(one))
