"""Rules for passwords whose words Django's own Romanian lacks or misspells."""

from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    NumericPasswordValidator,
)
from django.utils.translation import gettext as _


class LongEnoughValidator(MinimumLengthValidator):
    """Says in the reader's language what a longer password looks like."""

    def get_error_message(self) -> str:
        return _("Parola este prea scurtă: scrieți cel puțin %d caractere.") % self.min_length


class NotOnlyDigitsValidator(NumericPasswordValidator):
    """Says what is missing, instead of what the password is made of."""

    def get_error_message(self) -> str:
        return _("Parola are doar cifre: adăugați și litere.")
