"""The collection of the media library that only trainers and those beside them may open."""

from django.contrib.auth.models import Group
from wagtail.models import Collection, CollectionViewRestriction

from lms.people.enums import Role

NAME = "Numai formatori"
# Beside it Wagtail's own name of the root would say nothing, and in English.
OPEN_NAME, WAGTAILS_NAME = "Deschis tuturor", "Root"
# The roles that have training.read_trainers_part: a test holds the two together.
READERS = (Role.TRAINER, Role.OFFICER, Role.EDITOR, Role.SECRETARIAT)


def load() -> None:
    """Add the collection and close it to everybody else, and name what is open; what is there is
    left alone."""
    library = Collection.get_first_root_node()
    if library.name == WAGTAILS_NAME:
        library.name = OPEN_NAME
        library.save()
    if Collection.objects.filter(name=NAME).exists():
        return
    kept = library.add_child(instance=Collection(name=NAME))
    restriction = CollectionViewRestriction.objects.create(
        collection=kept, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.set(Group.objects.get_or_create(name=role.value)[0] for role in READERS)
