"""The abstract page that may tell the story of a person."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.log_actions import log
from wagtail.models import PagePermissionTester, Revision

from lms.core.story_ticks import tick_panels
from lms.pages.panels import ConsentPanel
from lms.pages.stories import rules
from lms.pages.stories.forms import PersonStoryForm
from media.models import StoryPage

BY_THE_CLOCK = "wagtail.publish.scheduled"


class ClosedPermissions(PagePermissionTester):
    """What may be done with a story that was taken back: delete it, and nothing else. Its words
    are shown to nobody, in no revision."""

    def can_edit(self) -> bool:
        return False

    def can_publish(self) -> bool:
        return False


class PersonStoryPage(StoryPage):
    """Abstract: readers get a person's story with a consent and an editor's four ticks, or not at
    all."""

    tells_a_story = models.BooleanField(
        _("spune povestea unei persoane"),
        default=False,
        help_text=_("Și când numele este schimbat. Un exemplu inventat nu este povestea cuiva."),
    )
    source = models.CharField(_("sursa"), max_length=200, blank=True)

    # Fields that readers would miss: always, and of a story.
    needed: tuple[str, ...] = ()
    needed_of_a_story: tuple[str, ...] = ()
    # Set by the form, until the revision that was confirmed is saved.
    ticked = False

    story_panels = [
        FieldPanel("body"),
        FieldPanel("source"),
        tick_panels(FieldPanel("tells_a_story"), ConsentPanel()),
    ]
    base_form_class = PersonStoryForm

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        # A copy has no consent of its own, and an alias would stay behind where a story is taken
        # down: neither is published by being made.
        if self.live and (self.pk is None or self.alias_of_id) and self.tells_a_story:
            self.live = False
            self.has_unpublished_changes = True
        return super().save(*args, **kwargs)

    def save_revision(self, user: Any = None, **kwargs: Any) -> Revision:
        with transaction.atomic():
            revision: Revision = super().save_revision(user=user, **kwargs)
            if self.ticked:
                rules.note_check(self, revision, user)
                self.ticked = False
        return revision

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> Any:
        """Publish a revision, or refuse.

        Raises StoryRefused; by the clock it only drops the date, so that the pages after it in
        the queue go out.
        """
        with transaction.atomic():
            problems = rules.problems_of(self, revision.content)
            if not problems:
                return super().publish(revision, user=user, **kwargs)
        if kwargs.get("log_action") != BY_THE_CLOCK:
            raise rules.StoryRefused(" ".join(str(problem) for problem in problems))
        self.revisions.update(approved_go_live_at=None)
        log(instance=self, action="pages.refused")
        return None

    def is_withdrawn(self) -> bool:
        """Whether the consent behind it was taken back and no other one given."""
        return rules.consent_problem(self) is rules.TAKEN_BACK

    def permissions_for_user(self, user: AbstractBaseUser) -> PagePermissionTester:
        if self.is_withdrawn():
            return ClosedPermissions(user, self)
        return super().permissions_for_user(user)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if kwargs.pop("gone", False):
            return render(request, "pages/withdrawn.html", status=410)
        return super().serve(request, *args, **kwargs)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if self.is_withdrawn():
            return render(request, "pages/withdrawn.html", status=410)
        return super().serve_preview(request, mode_name)

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.source]
