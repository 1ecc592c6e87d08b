"""Demo sign-ins, one for every role. Only on a demonstration (DEMO=1): production has none."""

from django.conf import settings

from lms.core.management.commands.show_addresses import DEMO_PASSWORD
from lms.organisations.models import MemberOrganisation, School
from lms.people.enums import Role
from lms.people.models import User
from lms.people.services import assign_roles, confirm_email, register_teacher

PEOPLE: dict[str, Role] = {
    "profesor": Role.TEACHER,
    "formator": Role.TRAINER,
    "membru": Role.OFFICER,
    "redactor": Role.EDITOR,
    "secretariat": Role.SECRETARIAT,
}
NAMES = {"redactor": ("Redactor", "Demo"), "secretariat": ("Secretariat", "Demo")}


def load() -> str:
    """Add the demo people that are not there yet; nothing at all without DEMO."""
    if not settings.DEMO:
        return "no demo people: this is not a demonstration"
    made = sum(_load(name, role) for name, role in PEOPLE.items())
    return f"{made + _load_administrator()} demo people"


def _address(name: str) -> str:
    return f"{name}@demo.protect.ro"


def _load(name: str, role: Role) -> bool:
    if User.objects.filter(email=_address(name)).exists():
        return False
    first, last = NAMES.get(name, ("", ""))
    user = User.objects.create_user(_address(name), DEMO_PASSWORD, first_name=first, last_name=last)
    confirm_email(user=user)
    speaks_for = {Role.TRAINER, Role.OFFICER}
    organisation = MemberOrganisation.objects.first() if role in speaks_for else None
    assign_roles(user=user, roles={role}, organisation=organisation)
    if role is Role.TEACHER:
        register_teacher(
            user=user, school=School.objects.open().first(), subject=User.Subject.HOMEROOM
        )
    return True


def _load_administrator() -> bool:
    if User.objects.filter(email=_address("admin")).exists():
        return False
    confirm_email(user=User.objects.create_superuser(_address("admin"), DEMO_PASSWORD))
    return True
