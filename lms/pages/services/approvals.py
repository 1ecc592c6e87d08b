"""Approval by a second person: the way of a draft, and what is said when it was passed by."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Task, Workflow, WorkflowPage, WorkflowTask

from lms.pages.models import SecondPersonTask
from lms.people.enums import Role
from lms.people.models import User
from lms.people.services import post_letter

NAME = "Două perechi de ochi"
TASK_NAME = "Aprobarea celei de-a doua persoane"
# Who may be the second person. The secretariat is, so that one editor alone is not stuck.
REVIEWERS = (Role.EDITOR, Role.SECRETARIAT)
# What Wagtail's first migration puts at the root; ours stands in its place.
OF_WAGTAIL = "Moderators approval"


@transaction.atomic
def prepare_approvals() -> bool:
    """Put the way of two pairs of eyes at the root of the pages, once; True when it was put.

    What an administrator has changed in it since is left alone.
    """
    if SecondPersonTask.objects.exists():
        return False
    task = SecondPersonTask.objects.create(name=TASK_NAME)
    task.groups.set(Group.objects.get_or_create(name=role.value)[0] for role in REVIEWERS)
    workflow = Workflow.objects.create(name=NAME)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for theirs in Workflow.objects.active().filter(name=OF_WAGTAIL):
        theirs.deactivate()
    for their_task in Task.objects.active().filter(name=OF_WAGTAIL):
        their_task.deactivate()
    WorkflowPage.objects.get_or_create(
        page=Page.get_first_root_node(), defaults={"workflow": workflow}
    )
    return True


@transaction.atomic
def tell_of_publishing_alone(*, page: Page, by: User) -> None:
    """Note that an administrator published without a second person, and write to the secretariat:
    somebody reads the page now, after it went out."""
    log(instance=page, action="pages.published_alone", user=by)
    with translation.override(settings.LANGUAGE_CODE):
        address = f"{settings.SITE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}"
        subject = _("Publicat fără a doua persoană: %(page)s") % {"page": page.title}
        body = _(
            "%(person)s a publicat pagina „%(page)s” fără aprobarea altcuiva, cum se poate numai "
            "la urgență.\n\nCineva care nu a scris la ea o citește acum: %(address)s\n"
        ) % {"person": by.get_full_name() or by.email, "page": page.title, "address": address}
    post_letter(
        key=f"published-alone:{page.pk}:{page.live_revision_id}",
        subject=subject,
        body=body,
        address=settings.SECRETARIAT_EMAIL,
    )
