"""Database constraints that several models share."""

from django.db.models import CheckConstraint, Choices, Q


def only_known(field: str, choices: type[Choices], *, name: str) -> CheckConstraint:
    """The column holds a value of these choices and nothing else, whoever writes it: `choices`
    on a field are looked at by forms, and most facts come in by services, imports and commands."""
    return CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=name)
