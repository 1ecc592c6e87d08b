"""The file of an import."""

from django.core.exceptions import ValidationError

from lms.classrooms.importing.reading import UnreadableFile, read_rows
from lms.core.tables.forms import TableFileForm


class UploadForm(TableFileForm):
    """A CSV or XLSX file; what it is gets told by its content. `rows` once it is valid."""

    def clean_file(self) -> object:
        """Read it, so that what cannot be read is said at the field."""
        file = super().clean_file()
        try:
            self.rows = read_rows(file.read())  # type: ignore[attr-defined]
        except UnreadableFile as problem:
            raise ValidationError(str(problem)) from problem
        return file
