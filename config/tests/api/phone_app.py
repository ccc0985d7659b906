"""A phone app that knows the API, and a goal it sends."""

import json

from django.test import Client

GOAL = {"goal_text": "Run 5 km", "weekly_frequency": 2, "fitness_level": "beginner", "health_concerns": []}


class App:
    """A phone app: JSON and a session token, no cookies."""

    def __init__(self, email, *, sign_up=True):
        self.token = None
        door = "signup" if sign_up else "login"
        answer = self.post(f"auth/app/v1/auth/{door}", {"email": email, "password": "correct horse battery"})
        self.token = answer.json()["meta"]["session_token"]

    def send(self, method, path, body=None):
        headers = {"X-Session-Token": self.token} if self.token else {}
        data = json.dumps(body) if body is not None else ""
        return getattr(Client(), method)(f"/api/{path}", data, content_type="application/json", headers=headers)

    def get(self, path):
        headers = {"X-Session-Token": self.token} if self.token else {}
        return Client().get(f"/api/{path}", headers=headers)

    def post(self, path, body=None):
        return self.send("post", path, body if body is not None else {})

    def delete(self, path):
        return self.send("delete", path)

    def patch(self, path, body):
        return self.send("patch", path, body)
