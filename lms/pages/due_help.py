"""Help lines and county services that were last checked too long ago: on the editors' list, and
once a month in a letter."""

from collections.abc import Iterator

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from lms.helplines.models import CountyService, Helpline
from lms.people.models import User
from lms.people.selectors import people_who_may
from lms.people.services import post_letter
from lms.people.todo import TodoItem


def help_todo(user: User) -> Iterator[TodoItem]:
    """What an editor has to check again."""
    for model, title in (
        (Helpline, _("Linii de ajutor de verificat")),
        (CountyService, _("Servicii județene de verificat")),
    ):
        if not user.has_perm(f"helplines.change_{model._meta.model_name}"):
            continue
        if number := model.objects.due().count():
            yield TodoItem(
                title=title,
                text=_("Nu au mai fost verificate de 180 de zile. Sunați sau citiți sursa."),
                url=reverse(f"wagtailsnippets_helplines_{model._meta.model_name}:list"),
                action=_("Deschideți lista"),
                count=number,
                soon=True,
            )


def remind_of_due_help() -> int:
    """Write to the editors what is due, once a month as long as something is; returns how many
    letters were posted."""
    lines = list(Helpline.objects.due().prefetch_related("texts"))
    services = list(CountyService.objects.due().select_related("county"))
    if not lines and not services:
        return 0
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("Linii de ajutor de verificat")
        context = {
            "lines": [(line, _name(line)) for line in lines],
            "services": services,
            "address": f"{settings.SITE_URL}{reverse('wagtailadmin_home')}",
        }
        body = render_to_string("pages/mail/due_help.txt", context)
    month = f"{timezone.localdate():%Y-%m}"
    return sum(
        post_letter(key=f"due-help:{month}:{user.pk}", user=user, subject=subject, body=body)
        for user in people_who_may("helplines.change_helpline")
    )


def _name(line: Helpline) -> str:
    texts = {text.language: text.name for text in line.texts.all()}
    return texts.get(settings.LANGUAGE_CODE, "")
