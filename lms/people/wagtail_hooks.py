"""People in Wagtail's admin: log entries, the invitation once more, no actions on many at once."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry

from lms.people.admin_home import TodoPanel
from lms.people.models import User
from lms.people.views.invitations import invite_again
from lms.people.views.second_factor import ask_second_factor_anew


@hooks.register("register_log_actions")
def name_log_actions(actions: LogActionRegistry) -> None:
    """What the log says of a change of privileges."""
    actions.register_action("people.roles", _("Roluri"), _("Roluri sau organizație schimbate"))
    actions.register_action("people.invite", _("Invitație"), _("Invitat"))
    actions.register_action("people.close", _("Închidere"), _("Contul închis"))
    actions.register_action("people.reopen", _("Redeschidere"), _("Contul deschis din nou"))
    actions.register_action("people.second_factor", _("Al doilea pas"), _("Al doilea pas șters"))


@hooks.register("construct_homepage_panels")
def show_what_waits(request: HttpRequest, panels: list[Component]) -> None:
    """Begin the admin with what waits for whoever signed in."""
    panels.append(TodoPanel())


@hooks.register("before_bulk_action")
def no_bulk_actions_on_people(
    request: HttpRequest, action_type: str, objects: list[object], action: object
) -> None:
    """Wagtail's bulk actions would change an administrator and leave nothing in our log."""
    if objects and isinstance(objects[0], User):
        raise PermissionDenied


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """The invitation once more, the second factor anew."""
    return [
        path("oameni/<int:pk>/invitatie/", invite_again, name="people_invite_again"),
        path(
            "oameni/<int:pk>/al-doilea-pas/",
            ask_second_factor_anew,
            name="people_second_factor_anew",
        ),
    ]


@hooks.register("register_user_listing_buttons")
def invitation_button(user: User, request_user: User) -> Iterator[Button]:
    """Offered while somebody has not set a password yet."""
    if not user.has_usable_password() and request_user.has_perm("people.add_user"):
        url = reverse("people_invite_again", args=[user.pk])
        yield Button(_("Trimiteți invitația din nou"), url, icon_name="mail")
