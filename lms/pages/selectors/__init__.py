from lms.pages.selectors.members import MemberList, member_list
from lms.pages.selectors.resources import ResourceList, resource_list
from lms.pages.selectors.search import search_pages

__all__ = ["MemberList", "ResourceList", "member_list", "resource_list", "search_pages"]
