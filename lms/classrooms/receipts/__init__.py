"""Documents that a teacher keeps: the receipt of a session, the yearly activity certificate, the
diploma of a class."""

from lms.classrooms.receipts.diploma import diploma_pdf
from lms.classrooms.receipts.documents import activity_pdf, receipt_pdf

__all__ = ["activity_pdf", "diploma_pdf", "receipt_pdf"]
