"""The files of installed libraries for a package that goes out."""

import pytest

from media.h5p.naming import LibraryName
from media.models import H5PLibrary
from media.selectors import NotInstalled, installed_closure
from tests.media.activities.builders import install_probe
from tests.media.h5p.probe import FOLDER, SCRIPT

pytestmark = [pytest.mark.django_db]
PROBE = LibraryName("H5P.ProtectProbe", 1, 0)


def test_every_file_of_the_library_comes_along():
    install_probe()
    assert dict(installed_closure([PROBE]))[f"{FOLDER}/scripts/probe.js"] == SCRIPT.encode()


def test_a_library_that_is_not_here_is_named():
    with pytest.raises(NotInstalled, match=r"H5P\.ProtectProbe 1\.0"):
        installed_closure([PROBE])


def test_a_library_that_waits_does_not_go_out():
    install_probe()
    H5PLibrary.objects.update(approved_at=None)
    with pytest.raises(NotInstalled):
        installed_closure([PROBE])


def test_a_library_without_what_it_loads_does_not_go_out():
    install_probe()
    row = H5PLibrary.objects.get()
    row.details = {**row.details, "preloaded": ["H5P.Question 9.0"]}
    row.save()
    with pytest.raises(NotInstalled, match=r"H5P\.Question 9\.0"):
        installed_closure([PROBE])
