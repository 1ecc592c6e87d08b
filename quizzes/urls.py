from django.urls import path

from quizzes.views.launches import player

app_name = "launches"
urlpatterns = [path("<str:token>/", player, name="player")]
