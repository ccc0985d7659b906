"""What a page answers."""


def body(answer):
    return answer.content.decode()
