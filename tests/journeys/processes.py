"""The site in a process of its own, with the settings that `make run` has."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import Client

from tests.bench.places import ROOT, tool


def database_address() -> str:
    """DATABASE_URL of the database that this test uses."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


class Process:
    """One granian worker on a free port, running inside a `with`."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = {
            **os.environ,
            "VAR_DIR": str(folder),
            "DATABASE_URL": database_address(),
            "CACHE_URL": "dbcache://cache_entries",
            "SITE_URL": settings.SITE_URL,
            # Only so that static files are found without having been collected.
            "DEBUG": "1",
            # -X dev of the test run is for our tests, not for a server that is timed.
            "PYTHONDEVMODE": "0",
        }
        del self.environment["DJANGO_SETTINGS_MODULE"]

    def __enter__(self) -> "Process":
        command = [tool("granian"), "--interface", "wsgi", "--workers", "1"]
        command += ["--blocking-threads", "2", "--host", "127.0.0.1", "--port", str(self.port)]
        command += ["--no-ws", "--log-level", "error", "lms.wsgi:application"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)

    def wait(self) -> None:
        """Return once it answers."""
        for _ in range(600):
            assert self.process.poll() is None, "The server did not start."
            try:
                self.read("/healthz")
                return
            except urllib.error.URLError:
                time.sleep(0.1)
        raise AssertionError("The server does not answer.")

    def read(self, path: str) -> str:
        """The page that a visitor without cookies gets."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
            return answer.read().decode()

    def send(self, path: str, client: Client, **fields: str) -> str:
        """Send a form as the one who is signed in with this client; return the page after it."""
        token = "t" * 32
        cookies = f"sessionid={client.cookies['sessionid'].value}; csrftoken={token}"
        data = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token}).encode()
        address = f"http://127.0.0.1:{self.port}{path}"
        request = urllib.request.Request(address, data, {"Cookie": cookies})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.read().decode()
