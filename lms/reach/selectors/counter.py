"""The public counter: the last published report, and what the running year has so far."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from lms.reach.selectors.provisional import ProvisionalYear, provisional_year
from lms.reach.selectors.published import PublicVersion, last_published


@dataclass(frozen=True, slots=True)
class Headline:
    """The one figure of a picture: participations of pupils in a year. Provisional: at least so
    many, as of the day; otherwise exact, published on the day."""

    pupils: int
    year: int
    day: date
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class PublicCounter:
    """`published` None: no report is published. `running` None: the running year's one is."""

    published: PublicVersion | None
    running: ProvisionalYear | None

    @property
    def headline(self) -> Headline | None:
        """The published figure; the running year's where no class session was published. None
        where there is neither: a year is published, without any."""
        if self.published and (pupils := self.published.figures.get("participari")):
            day = timezone.localdate(self.published.published_at)
            return Headline(pupils, self.published.year, day, is_provisional=False)
        return self.provisional

    @property
    def provisional(self) -> Headline | None:
        """The running year's figure."""
        if self.running is None:
            return None
        pupils = self.running.figures["participari"]
        return Headline(pupils, self.running.year, self.running.day, is_provisional=True)


def public_counter(today: date) -> PublicCounter:
    """The counter of a day. One query, and what is kept of the open year."""
    published = last_published()
    if published is not None and published.year >= today.year:
        return PublicCounter(published, None)
    return PublicCounter(published, provisional_year(today.year, today))
