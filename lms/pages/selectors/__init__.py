from lms.pages.selectors.members import MemberList, member_list
from lms.pages.selectors.search import search_pages

__all__ = ["MemberList", "member_list", "search_pages"]
