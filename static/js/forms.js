// Small conveniences for forms. Every form works without them.

const WIDE = "(min-width: 900px)";

function guessZone(root) {
  const select = root.querySelector("select[data-guess-zone]");
  if (!select || select.value) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some((option) => option.value === zone)) select.value = zone;
}

function showValue(input) {
  const output = document.querySelector(`[data-value-of="${input.id}"]`);
  if (output) output.value = input.value;
  const face = document.querySelector(`[data-face-of="${input.id}"]`);
  if (!face) return;
  face.removeAttribute("hidden");
  // From a smile at 1 to a mouth turned down at 10.
  const bend = (5.5 - input.value) * 1.3;
  face.querySelector("[data-mouth]").setAttribute("d", `M13 26Q20 ${26 + bend} 27 26`);
}

// On a phone the check-in asks one question a screen.
function intoScreens(form) {
  if (form.dataset.screens === "on" || matchMedia(WIDE).matches || form.querySelector(".errorlist")) return;
  form.dataset.screens = "on";
  const screens = [...form.querySelectorAll(".screen")];
  const save = form.querySelector(":scope > button");
  const bar = document.createElement("div");
  bar.className = "actions";
  const back = button("Back", "button");
  const next = button("Next", "button button-run button-big");
  bar.append(back, next);
  save.before(bar);
  let at = 0;
  const show = () => {
    screens.forEach((screen, index) => (screen.hidden = index !== at));
    back.hidden = at === 0;
    next.hidden = at === screens.length - 1;
    save.hidden = at !== screens.length - 1;
  };
  back.addEventListener("click", () => ((at -= 1), show()));
  const onwards = () => {
    at += 1;
    show();
    screens[at].querySelector("input, select, textarea")?.focus({ preventScroll: true });
  };
  next.addEventListener("click", onwards);
  // Enter goes to the next question; the hidden Save must not send half of the answers.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.matches("textarea, button") || at === screens.length - 1) return;
    event.preventDefault();
    onwards();
  });
  show();
}

function button(text, name) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = name;
  element.textContent = text;
  return element;
}

// Where a swipe leads: a link by its address, or a button by its id.
function swipeable(region) {
  if (region.dataset.swipe === "on") return;
  region.dataset.swipe = "on";
  const { swipePrevious, swipeNext, swipeFar } = region.dataset;
  let from = null;
  const way = (touch) => {
    const by = touch.clientX - from.clientX;
    if (Math.abs(by) < 80 || Math.abs(by) < 2 * Math.abs(touch.clientY - from.clientY)) return "";
    if (by > 0) return "previous";
    return swipeFar && -by > region.clientWidth * 0.6 ? "far" : "next";
  };
  const rest = () => {
    delete region.dataset.swiping;
    from = null;
  };
  region.addEventListener("touchstart", (event) => (from = event.touches[0]), { passive: true });
  region.addEventListener("touchcancel", rest);
  region.addEventListener("touchend", (event) => {
    const to = from && { previous: swipePrevious, next: swipeNext, far: swipeFar }[way(event.changedTouches[0])];
    rest();
    if (to) document.querySelector(to.startsWith("#") ? to : `a[href="${to}"]`)?.click();
  });
  if (!swipeFar) return;
  const follow = (event) => {
    if (!from) return;
    const towards = way(event.touches[0]);
    if (towards) region.dataset.swiping = towards;
    else delete region.dataset.swiping;
  };
  region.addEventListener("touchmove", follow, { passive: true });
}

// The bars of a long plan scroll sideways; the shown week comes into view.
function centre(bars) {
  const shown = bars.querySelector(".is-shown");
  if (shown) bars.scrollLeft = shown.offsetLeft - bars.offsetLeft - bars.clientWidth / 2;
}

function enhance(root) {
  guessZone(root);
  root.querySelectorAll('input[type="range"]').forEach(showValue);
  root.querySelectorAll("form[data-screens]").forEach(intoScreens);
  root.querySelectorAll("[data-swipe-next]").forEach(swipeable);
  root.querySelectorAll(".plan-bars").forEach(centre);
  // What is to be mended may lie far down the page, which htmx first shows from its top.
  const wrong = root.querySelector('main [aria-invalid="true"]');
  if (wrong) setTimeout(() => wrong.focus(), 100);
}

document.addEventListener("input", (event) => {
  if (event.target.type === "range") showValue(event.target);
});
document.addEventListener("htmx:load", (event) => enhance(event.target));
enhance(document);
