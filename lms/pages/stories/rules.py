"""What must hold before readers get the story of a person, by whatever way it goes out.

`problems_of` is asked by `PersonStoryPage.publish`, which a workflow, publishing in bulk and by the
clock pass. The editor's form publishes without it: it asks before, at the right field, and after
(lms.pages.stories.hooks).
"""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from lms.core.story_ticks import TICKS
from lms.pages.models.consents import StoryCheck, StoryConsent

if TYPE_CHECKING:
    from lms.pages.models import PersonStoryPage
    from lms.people.models import User

NO_CONSENT = _("Povestea nu are un acord înregistrat. Salvați ciorna și înregistrați acordul.")
TAKEN_BACK = _("Acordul a fost retras. Fără un acord nou povestea nu se mai publică.")
NOT_TRANSLATED = _("Acordul nu cuprinde traduceri.")
NOT_TICKED = _("Textul nu a fost confirmat de un redactor. Publicați-l din formularul lui.")
NEEDED = _("Completați înainte de publicare.")


class StoryRefused(PermissionDenied):
    """A story must not go out; the text says why."""


def is_story(page: "PersonStoryPage", tells_a_story: bool) -> bool:
    """Whether these rules hold for a page. Once somebody agreed to something, unticking a box does
    not end it."""
    return tells_a_story or StoryConsent.objects.of(page.translation_key).exists()


def consent_in_force(page: "PersonStoryPage") -> StoryConsent | None:
    """The consent that holds for this page, the latest if there are several."""
    return StoryConsent.objects.of(page.translation_key).in_force().last()


def consent_problem(page: "PersonStoryPage") -> object | None:
    """What is wrong with the consent behind a page."""
    consent = consent_in_force(page)
    if consent is None:
        withdrawn = StoryConsent.objects.of(page.translation_key).exists()
        return TAKEN_BACK if withdrawn else NO_CONSENT
    is_translation = page.locale.language_code != consent.language
    return NOT_TRANSLATED if is_translation and not consent.covers_translations else None


def digest(page: "PersonStoryPage", content: Mapping[str, Any]) -> str:
    """What tells these words and pictures from others; dates of publishing are no part of it."""
    own = {field.name for field in page._meta.local_fields} - {"page_ptr"}
    told = {name: content.get(name) for name in sorted(own | {"title", "search_description"})}
    plain = json.dumps(told, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(plain.encode()).hexdigest()


def problems_of(page: "PersonStoryPage", content: Mapping[str, Any]) -> list[object]:
    """What stands against publishing this content of a page. Call within a transaction: it waits
    for a consent that is being taken back."""
    StoryConsent.objects.hold(page.translation_key)
    if not is_story(page, bool(content.get("tells_a_story"))):
        return []
    if problem := consent_problem(page):
        return [problem]
    checked = StoryCheck.objects.filter(
        page_number=page.pk, digest=digest(page, content), consent=consent_in_force(page)
    )
    return [] if checked.exists() else [NOT_TICKED]


def note_check(page: "PersonStoryPage", revision: Revision, by: "User | None") -> None:
    """Keep that an editor confirmed all four of this revision. Without a consent there is nothing
    that could be confirmed, and publishing is refused."""
    if consent := consent_in_force(page):
        StoryCheck.objects.create(
            consent=consent,
            page_number=page.pk,
            revision_number=revision.pk,
            digest=digest(page, revision.content),
            checked_by=by,
            **dict.fromkeys(TICKS, True),
        )


def missing_fields(page: "PersonStoryPage", values: Mapping[str, Any]) -> dict[str, object]:
    """{field: what is wrong} where readers would miss something."""
    needed = page.needed + (page.needed_of_a_story if values.get("tells_a_story") else ())
    return {name: NEEDED for name in needed if not values.get(name)}


def draft_errors(page: "PersonStoryPage") -> dict[str, object]:
    """{what: what is wrong} with a page's latest draft when it is published without its form."""
    draft = page.get_latest_revision()
    content = draft.content if draft else page.serializable_data()
    errors = missing_fields(page, content)
    errors |= {f"story-{n}": text for n, text in enumerate(problems_of(page, content))}
    return errors
