"""`manage.py create_first_administrator --email ADDRESS`: the way into a new installation.

Prints a link where the administrator sets a password: no password is typed into a terminal or
kept in a shell's history, and nothing has to be sent by mail before mail is set up.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from lms.people.models import User
from lms.people.services import create_administrator, password_link


class Command(BaseCommand):
    help = "Makes the first administrator and prints a link to set the password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument(
            "--force", action="store_true", help="make another one although there is one already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        email = options["email"].strip().lower()
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"Not an e-mail address: {email}") from error
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"There is already an account with the address {email}.")
        administrators = User.objects.filter(is_superuser=True, is_active=True)
        if administrators.exists() and not options["force"]:
            raise CommandError("There is already an administrator. Use --force to make another.")
        user = create_administrator(email=email)
        self.stdout.write(f"Administrator {user.email}. Set the password within three days at:")
        self.stdout.write(password_link(user=user))
