"""Install H5P libraries from packages: `manage.py h5p_install FILE…`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from media.services import PackageRefused, install_package


class Command(BaseCommand):
    help = "Installs the libraries of H5P packages and lets them run. Contents are not taken."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("packages", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: object, packages: list[Path], **options: object) -> None:
        refused = [package for package in packages if not self._install(package)]
        if refused:
            names = ", ".join(package.name for package in refused)
            raise CommandError(f"Not installed: {names}")

    def _install(self, package: Path) -> bool:
        try:
            with package.open("rb") as file:
                installed = install_package(file=file)
        except OSError as error:
            self.stderr.write(f"{package}: {error.strerror}")
            return False
        except PackageRefused as refused:
            for problem in refused.problems:
                self.stderr.write(f"{package.name}: {problem.path} {problem.message}")
            return False
        for library in installed.added:
            self.stdout.write(f"{package.name}: new {library}")
        for library in installed.replaced:
            self.stdout.write(f"{package.name}: newer {library}")
        self.stdout.write(f"{package.name}: {len(installed.unchanged)} were here already")
        return True
