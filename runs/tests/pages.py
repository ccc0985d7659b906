"""What a page answers, and how it is asked."""

BOOSTED = {"HX-Request": "true", "HX-Boosted": "true"}


def body(answer):
    return answer.content.decode()
