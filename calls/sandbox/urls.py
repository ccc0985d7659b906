from django.urls import path

from calls.sandbox import rest, verify

urlpatterns = [
    path("2010-04-01/Accounts/<str:account>/Calls.json", rest.calls),
    path("2010-04-01/Accounts/<str:account>/Calls/<str:sid>.json", rest.call),
    path("v2/Services/<str:service>/Verifications", verify.verifications),
    path("v2/Services/<str:service>/VerificationCheck", verify.check),
]
