"""The broker made of files, through Celery itself."""

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


def test_what_is_sent_is_received_whole_and_once(app, tmp_path):
    with app.connection_for_write() as connection:
        connection.SimpleQueue("celery").close()

    def send(number):
        with app.connection_for_write() as connection, connection.SimpleQueue("celery") as queue:
            queue.put({"number": number, "ballast": "x" * 5000})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send, range(60)))
    received = []
    with app.connection_for_read() as connection, connection.SimpleQueue("celery") as queue:
        while len(received) < 60:
            message = queue.get(timeout=5)
            received.append(message.payload["number"])
            message.ack()
    assert sorted(received) == list(range(60))
    assert not list((tmp_path / "q").glob("*.tmp"))
