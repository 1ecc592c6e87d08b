"""What the editors' site has of this app."""

from wagtail import hooks

from media.activity_chooser import ActivityChooserViewSet, activity_chooser


@hooks.register("register_admin_viewset")
def _activity_chooser() -> ActivityChooserViewSet:
    return activity_chooser
