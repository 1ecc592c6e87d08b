from lms.pages.selectors.members import MemberList, member_list
from lms.pages.selectors.resources import ResourceList, resource_list

__all__ = ["MemberList", "ResourceList", "member_list", "resource_list"]
