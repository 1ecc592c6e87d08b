"""Settings by topic. Everything that differs between installations comes from the environment.

Each module documents its own variables; `docs/settings.md` lists them in one table.
"""

from lms.settings.environment import *  # noqa: F403 I001
from lms.settings.apps import *  # noqa: F403
from lms.settings.database import *  # noqa: F403
from lms.settings.caching import *  # noqa: F403
from lms.settings.authentication import *  # noqa: F403
from lms.settings.internationalisation import *  # noqa: F403
from lms.settings.files import *  # noqa: F403
from lms.settings.cms import *  # noqa: F403
from lms.settings.security import *  # noqa: F403
from lms.settings.mail import *  # noqa: F403
from lms.settings.tasks import *  # noqa: F403
from lms.settings.logs import *  # noqa: F403
