"""Settings by topic. Everything that differs between installations comes from the environment.

Each module documents its own variables; `docs/settings.md` lists them in one table.
"""

from lms.settings.environment import *
from lms.settings.apps import *
from lms.settings.database import *
from lms.settings.caching import *
from lms.settings.authentication import *
from lms.settings.internationalisation import *
from lms.settings.files import *
from lms.settings.cms import *
from lms.settings.security import *
from lms.settings.mail import *
from lms.settings.classes import *
from lms.settings.logs import *
