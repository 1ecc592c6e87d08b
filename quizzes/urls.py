from django.urls import path

from quizzes.activity_views import player

app_name = "launches"
urlpatterns = [path("<str:token>/", player, name="player")]
