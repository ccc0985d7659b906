from django.urls import path

from tasks import pages

urlpatterns = [
    path("tasks/", pages.tasks, name="tasks"),
    path("tasks/<uuid:pk>/done/", pages.done, name="task_done"),
]
