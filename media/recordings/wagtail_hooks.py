"""Recordings in Wagtail's admin: wagtailmedia's own screens, with our rules."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from media.models import Recording
from media.recordings.selectors import users_of
from media.recordings.services import StillUsed, delete_recording


def delete(request: HttpRequest, media_id: int) -> HttpResponse:
    """Instead of wagtailmedia's view: a recording that a page shows is not deleted."""
    policy = policy_registry.get_by_type(Recording)
    if not policy.user_has_permission(request.user, "delete"):
        raise PermissionDenied
    recording = get_object_or_404(Recording, pk=media_id)
    if not policy.user_has_permission_for_instance(request.user, "delete", recording):
        raise PermissionDenied
    if request.method == "POST":
        title = recording.title
        try:
            delete_recording(recording=recording)
        except StillUsed:
            messages.error(
                request,
                _(
                    "Înregistrarea apare pe pagini și nu se poate șterge. Scoateți-o întâi "
                    "de acolo."
                ),
            )
            return redirect("wagtailmedia:media_usage", recording.pk)
        messages.success(request, _("„%(title)s” a fost ștearsă.") % {"title": title})
        return redirect("wagtailmedia:index")
    context = {"media": recording, "users": users_of(recording)}
    return render(request, "wagtailmedia/media/confirm_delete.html", context)


# Before those of wagtailmedia, which has the same address.
@hooks.register("register_admin_urls", order=-1)
def admin_urls() -> list[URLPattern]:
    """Deleting, with a look at what shows it."""
    return [path("media/delete/<int:media_id>/", delete, name="media_delete_recording")]


@hooks.register("construct_media_chooser_queryset")
def only_published(recordings: Any, request: HttpRequest) -> Any:
    """On a page only what readers can see."""
    return recordings.filter(published=True)


@hooks.register("construct_main_menu")
def named_as_people_say_it(request: HttpRequest, items: Sequence[MenuItem]) -> None:
    """The library of recordings is of video and audio: images are media as well."""
    for item in items:
        if item.name == "media":
            item.label = _("Video și audio")
