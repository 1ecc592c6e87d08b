"""Rules for passwords whose words Django's own Romanian lacks."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnoughValidator(MinimumLengthValidator):
    """Says in the reader's language what a longer password looks like."""

    def get_error_message(self) -> str:
        return _("Parola este prea scurtă: scrieți cel puțin %d caractere.") % self.min_length
