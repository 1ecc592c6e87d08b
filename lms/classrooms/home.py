"""What class sessions add to a person's home: the ways on, and what waits for a word."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lms.classrooms.models import ClassSession
from lms.people.links import Link
from lms.people.models import User
from lms.people.todo import TodoItem

_LINKS = (
    ("register_class_sessions", "classrooms:register", "note"),
    ("register_class_sessions", "classrooms:week", "clock"),
    ("register_class_sessions", "classrooms:mine", "people"),
    ("import_class_sessions", "classrooms:import", "file"),
    ("accept_class_sessions", "classrooms:queue", "check"),
)


def session_links(user: User) -> Iterator[Link]:
    """Registering, the own sessions, a file, the queue: each for whoever may."""
    titles = {
        "classrooms:register": _("Înregistrați o sesiune"),
        "classrooms:week": _("O săptămână deodată"),
        "classrooms:mine": _("Sesiunile mele"),
        "classrooms:import": _("Sesiuni dintr-un fișier"),
        "classrooms:queue": _("Sesiuni de confirmat"),
    }
    for permission, name, symbol in _LINKS:
        if user.has_perm(f"classrooms.{permission}"):
            yield titles[name], reverse(name), symbol


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
