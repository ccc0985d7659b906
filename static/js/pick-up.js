// Picking a run up and putting it down, by keyboard and by dragging. The page does all of it without this, too:
// ?move=<run> draws the calendar with a button on every day that can take the run.

const [LONG_PRESS, SLIP] = [400, 8]; // ms, px
const STAYS = "Left where it was.";
const STEPS = { ArrowLeft: () => -1, ArrowRight: () => 1, ArrowUp: (week) => -week, ArrowDown: (week) => week };
let [held, swallowing] = [null, false];
const calendar = () => document.querySelector("[data-calendar]");
const runOf = (event) => event.target.closest?.("[data-run]");
const dayAt = (x, y) => document.elementFromPoint(x, y)?.closest("[data-day]");
const draw = (target, verb, url, values) => htmx.ajax(verb, url, { target, swap: "outerHTML", source: target, values });

function say(text, shown = true) {
  const said = document.getElementById("said");
  said.textContent = text;
  said.classList.toggle("is-shown", shown);
  clearTimeout(say.timer);
  say.timer = setTimeout(() => said.classList.remove("is-shown"), 5000);
}

// Picked up: the server draws the calendar, the keys walk on it.
const pickUp = (run) => draw(calendar(), "GET", `${calendar().dataset.url}?move=${run.dataset.run}`);

async function leave(region) {
  await draw(region, "GET", region.dataset.url);
  history.replaceState(history.state, "", region.dataset.url);
  document.getElementById(`run-${region.dataset.carried}`)?.focus();
  say(STAYS);
}

function step(region, by) {
  const days = [...region.querySelectorAll("[data-day]")];
  const from = days.indexOf(document.activeElement.closest("[data-day]"));
  const day = days[Math.min(days.length - 1, Math.max(0, from + by))];
  (day.querySelector(".put-here") ?? day).focus();
  say(day.dataset.say);
}

document.addEventListener("keydown", (event) => {
  const [region, run, key] = [calendar(), runOf(event), event.key];
  if (!region || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
  if (held && key === "Escape") letGo(STAYS);
  else if (region.dataset.carried && key === "Escape") leave(region);
  else if (region.dataset.carried && key === "Enter" && event.target.matches("[data-day]")) say(event.target.dataset.say);
  else if (region.dataset.carried && STEPS[key]) step(region, STEPS[key](Number(region.dataset.columns)));
  else if (run && [" ", "m", "M"].includes(key)) pickUp(run);
  else return;
  event.preventDefault();
});

// What the server drew is said, and the focus goes where the run is.
function tell() {
  const region = calendar();
  if (!region?.dataset.say) return;
  const answer = region.querySelector(".answer");
  say(region.dataset.say, !region.querySelector(".answer, .carried"));
  delete region.dataset.say;
  answer?.scrollIntoView({ block: "nearest" });
  if (region.dataset.carried && !answer) region.querySelector(".is-carried")?.closest("[data-day]").focus();
}
document.addEventListener("htmx:afterSettle", tell);
tell();

// Dragged: the run stays where it is and its ghost follows the hand.
async function lift() {
  const [mine, box] = [held, held.run.getBoundingClientRect()];
  mine.ghost = Object.assign(mine.run.cloneNode(true), { id: "" });
  mine.ghost.classList.add("ghost");
  mine.ghost.style.inlineSize = `${box.width}px`;
  mine.offset = [mine.x - box.left, mine.y - box.top];
  document.body.append(mine.ghost);
  mine.region.classList.add("is-dragging");
  navigator.vibrate?.(15);
  say(`Picked up ${mine.run.dataset.name}.`);
  // Which days can take it is asked once. An answer that does not come leaves it to the server.
  const days = [...mine.region.querySelectorAll("[data-day]")];
  const span = new URLSearchParams({ from: days[0].dataset.day, to: days.at(-1).dataset.day });
  const answer = await fetch(`${mine.run.dataset.move}days/?${span}`).catch(() => null);
  if (!answer?.ok || held !== mine) return;
  mine.verdicts = await answer.json();
  mine.region.classList.add("is-judged");
  days.forEach((day) => {
    day.classList.toggle("cannot", Boolean(mine.verdicts[day.dataset.day].objection));
    day.classList.toggle("asks", mine.verdicts[day.dataset.day].warnings.length > 0);
  });
}

function follow(x, y) {
  held.ghost.style.translate = `${x - held.offset[0]}px ${y - held.offset[1]}px`;
  if (y < 60 || y > innerHeight - 90) scrollBy(0, y < 60 ? -8 : 8);
  const day = dayAt(x, y);
  if (day === held.over) return;
  held.over?.classList.remove("is-over");
  day?.classList.add("is-over");
  held.over = day;
  const { objection, warnings = [] } = held.verdicts?.[day?.dataset.day] ?? {};
  if (day) say(objection ? `Can't: ${objection}` : [`${day.dataset.name}.`, ...warnings].join(" "));
}

function letGo(words) {
  const { ghost, region, timer } = held;
  clearTimeout(timer);
  held = null;
  if (!ghost) return;
  swallowing = true;
  ghost.remove();
  region.classList.remove("is-dragging", "is-judged");
  region.querySelectorAll("[data-day]").forEach((day) => day.classList.remove("cannot", "asks", "is-over"));
  say(words);
}

function putDown(x, y) {
  const { run, region, verdicts, moved } = held;
  const day = dayAt(x, y);
  const stays = !day || day === run.closest("[data-day]");
  const objection = !stays && verdicts?.[day.dataset.day]?.objection;
  letGo(objection ? `Can't: ${objection}` : stays ? STAYS : "Moving\u2026");
  // A long press that went nowhere leaves the run in the hand.
  if (!moved) pickUp(run);
  if (stays || objection) return;
  const token = region.querySelector("[name=csrfmiddlewaretoken]").value;
  const to = { on: day.dataset.day, at: run.dataset.at, shown: region.dataset.calendar, csrfmiddlewaretoken: token };
  draw(region, "POST", run.dataset.move, to);
}

document.addEventListener("pointerdown", (event) => {
  const run = runOf(event);
  swallowing = false;
  if (!run || !event.isPrimary || event.button || held) return;
  held = { run, region: calendar(), id: event.pointerId, x: event.clientX, y: event.clientY };
  if (event.pointerType === "touch") held.timer = setTimeout(lift, LONG_PRESS);
});
document.addEventListener("pointermove", (event) => {
  if (held?.id !== event.pointerId) return;
  held.moved ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > SLIP;
  // A finger that slides at once scrolls the page.
  if (held.moved && !held.ghost && event.pointerType === "touch") return letGo();
  if (held.moved && !held.ghost) lift();
  if (held.ghost) follow(event.clientX, event.clientY);
});
document.addEventListener("pointerup", ({ pointerId, clientX, clientY }) => {
  if (held?.id === pointerId) held.ghost ? putDown(clientX, clientY) : letGo();
});
["pointercancel", "blur"].forEach((name) => addEventListener(name, () => held && letGo(STAYS)));

// What the browser does with the same gestures: drags the link, opens its menu, scrolls, swipes, follows it.
const stop = (event, when) => when && (event.preventDefault(), event.stopPropagation());
document.addEventListener("dragstart", (event) => stop(event, runOf(event)));
document.addEventListener("contextmenu", (event) => stop(event, held));
document.addEventListener("touchmove", (event) => stop(event, held?.ghost), { passive: false });
document.addEventListener("touchend", (event) => stop(event, swallowing), { capture: true });
document.addEventListener("click", (event) => stop(event, swallowing && event.detail > 0), { capture: true });
