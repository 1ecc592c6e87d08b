"""Lines of the log without what would let a reader of it find a person or open a session.

Django writes the address of a refused request, PostgreSQL the value that was there already. Such
an address can hold a link that is as good as a key, such a value an e-mail address.
"""

import logging
import re

# Whatever django.core.signing made, with our separator or Django's: a receipt, a confirmation.
_SIGNED = re.compile(r"[\w-]{2,}([.:])[\w-]{5,8}\1[\w-]{27,}")
_PASSWORD_KEY = re.compile(r"(reset/key/)[^\s/\"']+")
_EMAIL = re.compile(r"[^\s@\"'<>()=:,;/]+@[^\s@\"'<>()=:,;/]+")
HIDDEN = "…"


class DiscreetFormatter(logging.Formatter):
    """A line with its traceback, signed links, keys of letters and e-mail addresses left out."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished line."""
        line = super().format(record)
        for pattern in (_SIGNED, _EMAIL):
            line = pattern.sub(HIDDEN, line)
        return _PASSWORD_KEY.sub(rf"\g<1>{HIDDEN}", line)
