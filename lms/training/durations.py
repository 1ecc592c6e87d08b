"""Minutes as people say them: "4 ore", "3 ore și 30 de minute"."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def duration_label(minutes: int) -> str:
    """The minutes as hours and what is left of them, in the reader's language."""
    whole, rest = divmod(minutes, 60)
    hours = ngettext("%(hours)d oră", "%(hours)d ore", whole) % {"hours": whole}
    left = ngettext("%(minutes)d minut", "%(minutes)d minute", rest) % {"minutes": rest}
    if not whole:
        return left
    return _("%(hours)s și %(minutes)s") % {"hours": hours, "minutes": left} if rest else hours
