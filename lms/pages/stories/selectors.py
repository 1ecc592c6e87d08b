"""Stories with what was agreed to, for those who keep the records."""

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from lms.pages.models import MagazineArticlePage, NewsPage, PersonStoryPage, StoryConsent
from lms.people.models import User


@dataclass
class Story:
    """The pages of one story, the original first, and all consents to it."""

    key: UUID
    pages: list[PersonStoryPage] = field(default_factory=list)
    consents: list[StoryConsent] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What it is called; nothing once its pages are erased."""
        return self.pages[0].title if self.pages else ""

    @property
    def in_force(self) -> StoryConsent | None:
        """The consent that holds."""
        held = [one for one in self.consents if not hasattr(one, "withdrawal")]
        return held[-1] if held else None

    @property
    def withdrawn(self) -> StoryConsent | None:
        """The consent taken back last, when none holds."""
        return self.consents[-1] if self.consents and not self.in_force else None

    @property
    def is_live(self) -> bool:
        """Whether readers have it in some language."""
        return any(page.live for page in self.pages)


def stories() -> list[Story]:
    """All stories, those without a consent that holds first."""
    found: dict[UUID, Story] = {}
    consents = defaultdict(list)
    for consent in StoryConsent.objects.select_related("withdrawal", "recorded_by"):
        consents[consent.story].append(consent)
    for model in (MagazineArticlePage, NewsPage):
        told = model.objects.filter(tells_a_story=True) | model.objects.filter(
            translation_key__in=consents
        )
        for page in told.filter(alias_of=None).select_related("locale").order_by("pk"):
            key = page.translation_key
            found.setdefault(key, Story(key, consents=consents.pop(key, []))).pages.append(page)
    for key, left in consents.items():
        found[key] = Story(key, consents=left)
    return sorted(found.values(), key=lambda one: (one.in_force is not None, one.title))


def story_of(key: UUID) -> Story | None:
    """One of them, or None when there is neither a page nor a consent."""
    return next((story for story in stories() if story.key == key), None)


def recorded_by(user: User) -> list[dict[str, object]]:
    """The consents that this person wrote down, for the copy of the own data."""
    return [
        {"version": one.version, "recorded": one.recorded_at.isoformat()}
        for one in StoryConsent.objects.filter(recorded_by=user)
    ]
