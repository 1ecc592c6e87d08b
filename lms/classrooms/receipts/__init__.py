"""Documents that a teacher keeps: the receipt of a session, the yearly activity certificate."""

from lms.classrooms.receipts.documents import activity_pdf, receipt_pdf

__all__ = ["activity_pdf", "receipt_pdf"]
