"""The weekly letter to editors."""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from lms.core import content_checks
from lms.pages.duties import editors
from lms.people.services import is_posted, post_letter


def remind_editors(on: date | None = None) -> int:
    """Write to every editor, once a week and only when something is due; returns to how many."""
    year, week, _day = (on or timezone.localdate()).isocalendar()
    keys = {f"editors:{user.pk}:{year}-{week}": user for user in editors()}
    new = {key: user for key, user in keys.items() if not is_posted(key)}
    if not new:
        return 0
    with translation.override(settings.LANGUAGE_CODE):
        lines = _lines()
        if not lines:
            return 0
        address = f"{settings.SITE_URL}{reverse('pages_content')}"
        subject = _("Ce este de făcut pe site")
        body = _(
            "Bună ziua,\n\nPe site așteaptă:\n\n%(lines)s\n\nLista întreagă: %(address)s\n"
        ) % {"lines": "\n".join(lines), "address": address}
    return sum(post_letter(key=key, subject=subject, body=body, user=u) for key, u in new.items())


def _lines() -> list[str]:
    counts = [(group, len(list(group.find()))) for group in content_checks.groups(cheap_only=True)]
    return [f"- {group.title}: {count}" for group, count in counts if count]
