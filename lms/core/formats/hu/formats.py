"""Hungarian writes the year first: 2026. 11. 30. Numbers are the platform's."""

from lms.core.formats.ro import formats as platform
from lms.core.formats.ro.formats import (  # noqa: F401
    DECIMAL_SEPARATOR,
    NUMBER_GROUPING,
    THOUSAND_SEPARATOR,
)

DATE_FORMAT = SHORT_DATE_FORMAT = "Y. m. d."
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "Y. m. d. H:i"
DATE_INPUT_FORMATS = ["%Y. %m. %d.", "%Y.%m.%d.", *platform.DATE_INPUT_FORMATS]
