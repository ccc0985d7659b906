"""What an app asks to be changed, and what is wrong with it."""

NOBODYS = "00000000-0000-0000-0000-000000000000"
JOG = {"on": "2026-03-01", "distance_km": 4.2, "difficulty": 4}
HOLIDAY = {"kind": "holiday", "starts_on": "2026-03-03", "ends_on": "2026-03-10"}


def run_now(app, run):
    return app.get(f"runs/{run['id']}").json()


def errors(answer):
    """What a problem is about. It has the shape of a problem."""
    assert answer.status_code == 400, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    return answer.json()["errors"]
