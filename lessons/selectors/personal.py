"""What lessons hold of one person, for the copy of the own data."""

from lessons.models import DownloadReminder
from lms.people.models import User


def reminder_data(user: User) -> list[dict[str, str]]:
    """The reminders that the user asked for and has not had yet."""
    reminders = DownloadReminder.objects.filter(user=user)
    return [
        {"plan": title, "due": due_on.isoformat()}
        for title, due_on in reminders.values_list("plan__title", "due_on")
    ]
