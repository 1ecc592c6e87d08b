from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "lms.core"
    label = "core"
    verbose_name = _("Bază")

    def ready(self) -> None:
        from wagtail.models import PageViewRestriction
        from wagtail.signals import (
            page_published,
            page_slug_changed,
            page_unpublished,
            post_page_move,
        )

        from lms.core import admin_dates, admin_exports, checks, generation  # noqa: F401

        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            generation.follow(signal)
        # A page that is kept must not outlive the word that it is for some only.
        generation.watch(PageViewRestriction)
        admin_exports.make_safe()
        admin_dates.register()
