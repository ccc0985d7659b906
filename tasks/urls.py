from django.urls import path

from tasks import pages

urlpatterns = [
    path("tasks/", pages.tasks, name="tasks"),
    path("tasks/add/", pages.add, name="task_add"),
    path("tasks/<uuid:pk>/", pages.task, name="task"),
    path("tasks/<uuid:pk>/done/", pages.done, name="task_done"),
    path("tasks/<uuid:pk>/dismiss/", pages.dismiss, name="task_dismiss"),
    path("tasks/<uuid:pk>/snooze/", pages.snooze, name="task_snooze"),
    path("tasks/<uuid:pk>/reopen/", pages.reopen, name="task_reopen"),
]
