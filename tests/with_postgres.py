"""Run a command with a throw-away PostgreSQL: `python -m tests.with_postgres COMMAND…`.

The server listens on a unix socket in a temporary folder only and is stopped at the end. As root
it runs under the `postgres` user, because `initdb` refuses root.
"""

import glob
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def main(command: list[str]) -> int:
    """Start the server, run the command, stop the server; return the command's exit code."""
    tools = sorted(glob.glob("/usr/lib/postgresql/*/bin")) or [
        str(Path(found).parent) for found in [shutil.which("initdb")] if found
    ]
    if not tools:
        print("PostgreSQL's initdb was not found: install postgresql.", file=sys.stderr)
        return 1
    folder = Path(tempfile.mkdtemp(prefix="protect-postgres-"))
    as_server_user = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        as_server_user = ["runuser", "-u", "postgres", "--"]

    def tool(name: str, *arguments: str) -> None:
        subprocess.run(
            [*as_server_user, f"{tools[-1]}/{name}", *arguments],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )

    data = str(folder / "data")
    tool(
        "initdb",
        "-D",
        data,
        "--auth",
        "trust",
        "--username",
        "postgres",
        "--encoding",
        "UTF8",
        "--locale",
        "C.UTF-8",
        "--no-sync",
    )
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    tool("pg_ctl", "-D", data, "-w", "-o", options, "-l", str(folder / "log"), "start")
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres:///postgres",
        "PGHOST": str(folder),
        "PGUSER": "postgres",
    }
    try:
        return subprocess.run(command, env=environment).returncode
    finally:
        tool("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
