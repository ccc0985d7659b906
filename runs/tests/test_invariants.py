"""Every plan keeps every invariant, whatever is asked; where two cannot both hold, the verdict says so.

The judge in `invariants/` knows nothing of the planner: it reads requests and answers as JSON. 2,000 requests in every
run, 20,000 with `PLANS=20000` in the environment.
"""

import json
import os

from hypothesis import HealthCheck, given, settings

from runs.tests.invariants import broken
from runs.tests.strategies import consistent, insisted, requests
from runs.training import contract, feasibility, plan

PLANS = os.environ.get("PLANS")
many = settings(
    max_examples=int(PLANS or "2000"),
    suppress_health_check=[HealthCheck.too_slow],
)
# These protect the runner, and give way to nothing.
ABSOLUTE = {"P1", "P2", "P4", "P8", "P9", "P11", "P13", "P15"}


def answered(request):
    """As it comes out of the command."""
    return json.loads(json.dumps(contract.answer(contract.request(request))))


def names(faults):
    return {fault.split()[0] for fault in faults}


@many
@given(insisted())
def test_every_plan_keeps_every_invariant_or_says_which_it_cannot(request):
    answer = answered(request)
    faults = broken(request, answer)
    assert not names(faults) & ABSOLUTE, faults
    if answer["feasibility"]["verdict"] == "ok":
        assert faults == []
    if faults:
        assert answer["feasibility"]["reasons"]


@many
@given(consistent(insist=True))
def test_who_declares_what_fits_together_gets_a_plan_within_all_limits(request):
    answer = answered(request)
    verdict = answer["feasibility"]
    if verdict["verdict"] == "unsafe":
        return
    faults = broken(request, answer)
    # With a race in a few days there is no first week and no last long run; the shortest runs of the fast take less
    # than ten minutes; a few kilometres a week are not to be shared out. All that is said.
    few = (request["current_weekly_km"] or 99) < 2.5 * request["weekly_frequency"]
    excused = {"P16", "P14"} if few else {"P16"}
    # So short a plan has no block of building to speak of.
    if faults and len(answer["weeks"]) > 6:
        assert names(faults) <= excused, faults
    assert verdict["reasons"] or not faults


@given(requests())
def test_what_is_unsafe_has_no_weeks_and_two_ways_out_that_are_safe(request):
    answer = answered(request)
    verdict = answer["feasibility"]
    assert bool(answer["weeks"]) == (verdict["verdict"] != "unsafe")
    if verdict["verdict"] != "unsafe":
        return
    assert {"later_date", "shorter_race"} <= {option["kind"] for option in verdict["options"]}
    for option in verdict["options"]:
        other = contract.request({**request, "goal": option["goal"]})
        assert feasibility.judge(other).verdict != "unsafe", option["text"]


@given(requests())
def test_the_same_request_gives_the_same_plan(request):
    assert plan.build(contract.request(request)) == plan.build(contract.request(request))
