"""Files of records in the format of the reach rules: read, judged whole, written or left alone."""

from lms.reach.importing.running import FILES, FileOutcome, import_folder, unread_files

__all__ = ["FILES", "FileOutcome", "import_folder", "unread_files"]
