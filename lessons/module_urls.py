from django.urls import path

from lessons.views import (
    module_activities,
    module_sharing,
    module_steps,
    modules,
    offline,
    packs,
)

app_name = "modules"
# What is not a step comes first; the words are kept from becoming the slug of one.
urlpatterns = [
    path("", modules.index, name="index"),
    path("dispozitiv/", offline.device, name="device"),
    path("<slug:slug>/", modules.module, name="module"),
    path("<slug:slug>/acum/", modules.now, name="now"),
    path("<slug:slug>/recapitulare/", modules.review, name="review"),
    path("<slug:slug>/plan/", modules.pledge, name="pledge"),
    path("<slug:slug>/partajare/", module_sharing.sharing, name="sharing"),
    path("<slug:slug>/partajare/card/", module_sharing.card, name="card"),
    path("<slug:slug>/offline.json", offline.offline_list, name="offline"),
    path("<slug:slug>/pachet/", packs.pack, name="pack"),
    path("<slug:slug>/intrebari.gift", module_sharing.questions, name="gift"),
    path("<slug:slug>/intrebari.h5p", module_sharing.questions_as_h5p, name="h5p"),
    path("<slug:slug>/<slug:step>/", module_steps.step, name="step"),
    path("<slug:slug>/<slug:step>/raspuns/", module_steps.answer, name="answer"),
    path("<slug:slug>/<slug:step>/inainte/", module_steps.onward, name="onward"),
    path(
        "<slug:slug>/<slug:step>/activitate/spus/",
        module_activities.tell,
        name="activity_tell",
    ),
    path(
        "<slug:slug>/<slug:step>/activitate/stare/",
        module_activities.state,
        name="activity_state",
    ),
    path(
        "<slug:slug>/<slug:step>/activitate/<uuid:key>/",
        module_activities.launch,
        name="activity_launch",
    ),
    path("<slug:slug>/<slug:step>/sunet", module_sharing.sound, name="sound"),
]
