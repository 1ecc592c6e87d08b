"""Activities for tests, around the probe library."""

import io
import uuid
from typing import Any

from media.models import Activity
from media.services import Judged, add_activity, install_package, judge
from tests.media.h5p.packages import archive, files


def package(**changes: Any) -> bytes:
    """A package of the probe; `manifest`, `content` and `library` change its JSON files."""
    return archive(files(**changes))


def package_of_the_next_probe() -> bytes:
    """A package of the probe's next minor version, which is a library of its own."""
    needed = {"machineName": "H5P.ProtectProbe", "majorVersion": 1, "minorVersion": 1}
    data = package(manifest={"preloadedDependencies": [needed]}, library={"minorVersion": 1})
    return data.replace(b"H5P.ProtectProbe-1.0", b"H5P.ProtectProbe-1.1")


def judged(**changes: Any) -> Judged:
    """A package of the probe that was found well."""
    return judge(io.BytesIO(package(**changes)))


def install_probe(**changes: Any) -> None:
    """Install the probe library and let it run."""
    install_package(file=io.BytesIO(package(**changes)))


def make_activity(**changes: Any) -> Activity:
    """An activity that can play, with a text that an editor wrote."""
    install_probe()
    return add_activity(
        key=uuid.uuid4(),
        package=judged(**changes),
        language="ro",
        alternative_text="O întrebare cu da și nu",
        twin="Îți cere să nu spui nimănui. E în regulă? Nu.",
    )
