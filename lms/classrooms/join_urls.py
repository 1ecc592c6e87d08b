from django.urls import path

from lms.classrooms.views import joining

app_name = "joining"
urlpatterns = [
    path("", joining.enter, name="code"),
    path("revin/", joining.rejoin, name="rejoin"),
    path("loc/", joining.seat, name="seat"),
    path("<str:code>/", joining.enter, name="enter"),
]
