"""What classes and class sessions add to a person's home: the ways on, and what waits."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lms.classrooms.models import ClassSession, SchoolClass
from lms.classrooms.selectors.classes import classes_to_report, open_classes
from lms.people.links import Link
from lms.people.models import User
from lms.people.todo import TodoItem

_LINKS = (
    ("register_class_sessions", "classrooms:classes", "device"),
    ("register_class_sessions", "classrooms:register", "note"),
    ("register_class_sessions", "classrooms:week", "clock"),
    ("register_class_sessions", "classrooms:mine", "people"),
    ("import_class_sessions", "classrooms:import", "file"),
    ("accept_class_sessions", "classrooms:queue", "check"),
)


def session_links(user: User) -> Iterator[Link]:
    """Registering, the own sessions, a file, the queue: each for whoever may."""
    titles = {
        "classrooms:classes": _("Clasele mele"),
        "classrooms:register": _("Înregistrați o sesiune"),
        "classrooms:week": _("O săptămână deodată"),
        "classrooms:mine": _("Sesiunile mele"),
        "classrooms:import": _("Sesiuni dintr-un fișier"),
        "classrooms:queue": _("Sesiuni de confirmat"),
    }
    for permission, name, symbol in _LINKS:
        if user.has_perm(f"classrooms.{permission}"):
            yield titles[name], reverse(name), symbol
    # The secretariat, of no organisation, has the report for that.
    if user.organisation_id and user.has_perm("classrooms.accept_class_sessions"):
        yield _("Sesiunile organizației"), reverse("classrooms:organisation"), "people"


def classes_todo(user: User) -> Iterator[TodoItem]:
    """The classes that run now, and those held lately that are no class session yet."""
    for running in open_classes(user):
        yield TodoItem(
            title=_("Clasă deschisă: %(name)s") % {"name": _name(running)},
            text=_("Elevii pot intra cu codul și lucrează acum."),
            url=reverse("classrooms:live", args=[running.public_id]),
            action=_("Mergeți la clasă"),
            soon=True,
        )
    for held in classes_to_report(user).select_related("module"):
        yield TodoItem(
            title=_("Sesiune de confirmat: %(name)s") % {"name": _name(held)},
            text=_("Clasa s-a încheiat. Formularul este completat; verificați-l și trimiteți-l."),
            url=f"{reverse('classrooms:register')}?clasa={held.public_id}",
            action=_("Confirmați"),
        )


def _name(school_class: SchoolClass) -> str:
    parts = (school_class.class_label, school_class.module.title)
    return ", ".join(part for part in parts if part)


def sessions_todo(user: User) -> Iterator[TodoItem]:
    """The unconfirmed sessions that this user may decide on: exactly those of the queue."""
    waiting = ClassSession.objects.acceptable_by(user).unconfirmed().count()
    if waiting:
        yield TodoItem(
            title=_("Sesiuni neconfirmate"),
            text=_("Elevii lor nu intră în cifre până când cineva le acceptă."),
            url=reverse("classrooms:queue"),
            action=_("Hotărâți"),
            count=waiting,
            soon=True,
        )
