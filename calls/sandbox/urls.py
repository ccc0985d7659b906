from django.urls import path

from calls.sandbox import rest

urlpatterns = [
    path("2010-04-01/Accounts/<str:account>/Calls.json", rest.calls),
    path("2010-04-01/Accounts/<str:account>/Calls/<str:sid>.json", rest.call),
]
