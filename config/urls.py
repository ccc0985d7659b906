from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("coach.urls")),
    path("", include("runs.urls")),
    path("", include("tasks.urls")),
    path("", include("calls.urls")),
    path("account/", include("allauth.account.urls")),
    path("api/", include("config.api")),
    path("admin/", admin.site.urls),
]
