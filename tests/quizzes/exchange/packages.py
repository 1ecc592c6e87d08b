"""Packages of questions, and what is read from them."""

import io
import json
import zipfile

from media.h5p.content import Profile, Strings, read, write
from media.h5p.package import write_package
from quizzes.exchange.packing import download, pack
from quizzes.exchange.parts import Gathering
from quizzes.exchange.reading import gather


def content_of(body):
    """(main library, parameters) of a package."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        shell = json.loads(archive.read("h5p.json"))
        params = json.loads(archive.read("content/content.json"))
    version = next(
        one for one in shell["preloadedDependencies"] if one["machineName"] == shell["mainLibrary"]
    )
    name = f"{shell['mainLibrary']} {version['majorVersion']}.{version['minorVersion']}"
    return name, params


def exported(*drafts, language="ro", profile=None):
    """(name of the library, parameters) of the one package that these drafts become."""
    packed = pack("Testul", drafts, language)
    return content_of(download(packed, language, profile or Profile()).body)


def gathered(content, language="ro", metadata=None):
    """What this content holds."""
    gathering = Gathering(language)
    gather(content, metadata or {}, gathering)
    return gathering


def imported(library, params, language="ro"):
    """What these parameters hold, none of them unread."""
    reading = read(library, params)
    assert reading.losses == ()
    return gathered(reading.content, language)


def package_of(content, title="Ofertă", language="ro", **more):
    """A package of others: without libraries."""
    return write_package(content, title, language, Profile(), **more)


def written(content, language="ro"):
    """The parameters of a content in the usual versions."""
    return write(content, Profile(), Strings(language))
