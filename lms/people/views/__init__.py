from lms.people.views.data import erase, export_data, my_data
from lms.people.views.home import home
from lms.people.views.password_link import password_link
from lms.people.views.profile import change_school, profile
from lms.people.views.sign_up import signup

__all__ = [
    "change_school",
    "erase",
    "export_data",
    "home",
    "my_data",
    "password_link",
    "profile",
    "signup",
]
