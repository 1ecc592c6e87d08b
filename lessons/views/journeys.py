"""Who is on the way through a module: a reader alone, or a learner whose class has rules."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from lessons import selectors
from lessons.models import StepPage
from lessons.places import ClassPlace, place_of
from lessons.selectors.modules import Outline, StepRow
from lms.people.ages import stopped_by_age
from lms.people.learners import learner_of
from lms.people.models import Learner

P = ParamSpec("P")


@dataclass
class Journey:
    """One reader's way through one module."""

    module: Outline
    learner: Learner | None
    place: ClassPlace | None

    @property
    def in_class(self) -> bool:
        """Whether answers are kept: the class of this module is open."""
        return self.place is not None and self.place.open

    @property
    def seat(self) -> str:
        """Whose way this is, as forms and waiting answers say it; empty when nothing is kept."""
        if not self.in_class:
            return ""
        return salted_hmac("journey.seat", self.learner.pk.hex, algorithm="sha256").hexdigest()[:12]

    @cached_property
    def steps(self) -> tuple[StepRow, ...]:
        """The steps of this way, in order: all, or those that the teacher chose."""
        if self.place is None or self.place.steps is None:
            return self.module.steps
        chosen = self._in_this_language(self.place.steps)
        return tuple(row for row in self.module.steps if row.pk in chosen) or self.module.steps

    @cached_property
    def current(self) -> int | None:
        """The place among the steps where the whole class is; None when each goes alone."""
        if not self.in_class or self.place.current is None:
            return None
        now = self._in_this_language((self.place.current,))
        return next((n for n, row in enumerate(self.steps) if row.pk in now), None)

    @cached_property
    def done(self) -> set:
        """The keys of the steps that the learner is done with."""
        return selectors.done_steps(self.learner, self.module) if self.in_class else set()

    def number_of(self, slug: str) -> int:
        """The place of a step among the steps. Raises Http404 for one that is not on this way."""
        for number, row in enumerate(self.steps):
            if row.slug == slug:
                return number
        raise Http404

    def is_ahead(self, number: int) -> bool:
        """Whether the class has not come to this step yet."""
        return self.current is not None and number > self.current

    def state(self, number: int | None = None) -> str:
        """What the class says of itself on this screen: closed, paused, waiting, or nothing."""
        if self.place is None:
            return ""
        if not self.place.open:
            return "closed"
        if self.place.paused:
            return "paused"
        waits = number is not None and number == self.current
        return "waiting" if waits and self.steps[number].key in self.done else ""

    def now(self) -> int:
        """The step to go on with: where the class is, or the first that is not done."""
        if self.current is not None:
            return self.current
        undone = (n for n, row in enumerate(self.steps) if row.key not in self.done)
        return next(undone, 0)

    def _in_this_language(self, ids: tuple[int, ...]) -> set[int]:
        """The steps of this module that these ids mean. A class is opened in one language; who
        reads in another goes through the translations of the same steps."""
        known = {row.pk for row in self.module.steps}
        if known.issuperset(ids):
            return set(ids)
        keys = set(StepPage.objects.filter(pk__in=ids).values_list("translation_key", flat=True))
        return {row.pk for row in self.module.steps if row.key in keys}


View = Callable[Concatenate[HttpRequest, Journey, P], HttpResponseBase]


def on_a_journey(view: View[P]) -> Callable[Concatenate[HttpRequest, str, P], HttpResponseBase]:
    """Give the view the reader's way through the module of this address instead of its slug.

    404 for a module that is not published, our own page for one that is for older pupils. What is
    made for a learner is never kept by anyone.
    """

    @wraps(view)
    def wrapped(
        request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        module = selectors.outline(slug, get_language() or "ro")
        if module is None:
            raise Http404
        if stop := stopped_by_age(request, module.age_band):
            return stop
        response = view(request, _journey(request, module), *args, **kwargs)
        if learner_of(request):
            add_never_cache_headers(response)
        return response

    return wrapped


def _journey(request: HttpRequest, module: Outline) -> Journey:
    learner = learner_of(request)
    place = place_of(learner) if learner else None
    if place and place.module not in (None, module.key):
        place = None
    return Journey(module, learner, place)
