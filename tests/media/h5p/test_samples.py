"""The check of packages made by others, from the folder that H5P_SAMPLES names; without it nothing
here is collected."""

import os
from pathlib import Path

from media.h5p import check
from tests.media.h5p.packages import codes


def test_packages_made_by_others_are_good():
    packages = sorted(Path(os.environ["H5P_SAMPLES"]).glob("*.h5p"))
    refused = {file.name: codes(verdict) for file in packages if not (verdict := check(file)).ok}
    assert packages
    assert refused == {}
