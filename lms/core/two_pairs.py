"""Two pairs of eyes: pages that pupils work with are published by an approval, never alone.

A page type says so with `two_pairs_of_eyes = True` (lms.core.models.BasePage). The right to publish
is taken where Wagtail asks for it, so that the form, its buttons, bulk actions, copies and the
scheduled hour all hear the same answer. Taking a page off the site needs nobody else.
"""

from typing import Any

from wagtail.models import Page, PagePermissionTester


class TwoPairsTester(PagePermissionTester):
    """What somebody may do with a page. An administrator may publish alone in an emergency."""

    def can_publish(self) -> bool:
        return self._may_publish_alone(self.page.specific_class) and super().can_publish()

    def can_publish_subpage(self) -> bool:
        below = self.page.specific_class.creatable_subpage_models()
        alone = all(self._may_publish_alone(page_type) for page_type in below)
        return alone and super().can_publish_subpage()

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()

    def _may_publish_alone(self, page_type: type[Page]) -> bool:
        return self.user.is_superuser or not needs_two(page_type)


def needs_two(page_type: Any) -> bool:
    """Whether pages of this type wait for a second person. Wagtail's own types do not."""
    return getattr(page_type, "two_pairs_of_eyes", False)
