import threading

from calls.sandbox.lanes import Lanes

WAITS_S = 60


def test_work_of_one_lane_is_done_in_order():
    lanes, done, over = Lanes(4), [], threading.Event()
    for number in range(200):
        lanes.run("a", done.append, number)
    lanes.run("a", over.set)
    assert over.wait(WAITS_S)
    assert done == list(range(200))


def test_one_lane_does_not_wait_for_another():
    lanes, may_go, over = Lanes(2), threading.Event(), threading.Event()
    for _ in range(5):
        lanes.run("slow", may_go.wait, WAITS_S)
    lanes.run("quick", over.set)
    assert over.wait(WAITS_S)
    may_go.set()


def test_a_lane_goes_on_after_a_failure():
    lanes, over = Lanes(1), threading.Event()
    lanes.run("a", int, "no number")
    lanes.run("a", over.set)
    assert over.wait(WAITS_S)
