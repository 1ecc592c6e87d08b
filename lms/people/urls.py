from django.urls import path, re_path

from lms.people import views

app_name = "people"
urlpatterns = [
    path("", views.home, name="home"),
    # Before allauth's own page of that address: ours asks for the school first.
    path("signup/", views.signup, name="signup"),
    # Before allauth's, whose name it answers to: ours opens no closed account.
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_link,
    ),
    path("profil/", views.profile, name="profile"),
    path("profil/scoala/", views.change_school, name="change_school"),
    path("datele-mele/", views.my_data, name="my_data"),
    path("datele-mele/copie/", views.export_data, name="export_data"),
    path("datele-mele/stergere/", views.erase, name="erase"),
]
