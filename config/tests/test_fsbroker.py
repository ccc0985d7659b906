"""The broker made of files, through Celery itself."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from celery import Celery

from config import fsbroker


@pytest.fixture
def app(tmp_path):
    fsbroker.register()
    app = Celery("t", broker="coachfs://localhost/")
    for folder in ("q", "c"):
        (tmp_path / folder).mkdir()
    app.conf.broker_transport_options = {
        "data_folder_in": str(tmp_path / "q"), "data_folder_out": str(tmp_path / "q"),
        "control_folder": str(tmp_path / "c"), "store_processed": False,
    }  # fmt: skip
    return app


@pytest.fixture
def queue_name():
    """Its own: kombu remembers for the whole process which queues it has bound."""
    return f"test-{uuid.uuid4()}"


def test_what_is_sent_is_received_whole_and_once(app, tmp_path, queue_name):
    with app.connection_for_write() as connection:
        connection.SimpleQueue(queue_name).close()

    def send(number):
        with app.connection_for_write() as connection, connection.SimpleQueue(queue_name) as queue:
            queue.put({"number": number, "ballast": "x" * 5000})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send, range(60)))
    received = []
    with app.connection_for_read() as connection, connection.SimpleQueue(queue_name) as queue:
        while len(received) < 60:
            message = queue.get(timeout=60)
            received.append(message.payload["number"])
            message.ack()
    assert sorted(received) == list(range(60))
    assert not list((tmp_path / "q").glob("*.tmp"))
