from django.urls import path

from lms.selfcheck import views

app_name = "selfcheck"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:key>/", views.opening, name="opening"),
    path("<slug:key>/pas/", views.step, name="step"),
]
