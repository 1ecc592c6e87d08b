"""`manage.py sync_roles`: write the table of roles to groups and permissions."""

from typing import Any

from django.core.management.base import BaseCommand

from lms.people.enums import Role
from lms.people.services import sync_roles


class Command(BaseCommand):
    help = "Writes the table of roles (lms/people/roles.py) to groups and permissions."

    def handle(self, *args: Any, **options: Any) -> None:
        sync_roles()
        self.stdout.write(f"Roles: {', '.join(Role.values)}")
