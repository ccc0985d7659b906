// The browser's own voice: speaking the coach's words, and listening to the runner's.

const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
const spoken = new Set();
let muted = false;
// Who speaks to the coach is spoken to; who types reads, unless they ask to hear it.
const ALOUD = "second-wind-aloud";
let isSpokenTo = sessionStorage.getItem(ALOUD) === "yes";

function say(text) {
  if (muted || !("speechSynthesis" in window)) return;
  const words = new SpeechSynthesisUtterance(text);
  words.lang = "en-GB";
  speechSynthesis.speak(words);
}

// Each caption of a call is spoken once, however often the telephone is drawn anew.
function speakCaptions(root) {
  const telephone = root.querySelector?.("[data-call]") || root.closest?.("[data-call]");
  if (!telephone) return;
  telephone.querySelectorAll(".bubble-coach[data-caption]").forEach((caption) => {
    const key = `${telephone.dataset.call}-${caption.dataset.caption}`;
    if (spoken.has(key)) return;
    spoken.add(key);
    say(caption.textContent);
  });
  const mute = telephone.querySelector("[data-mute]");
  if (mute && "speechSynthesis" in window) {
    mute.hidden = false;
    mute.setAttribute("aria-pressed", String(muted));
  }
}

function listen(microphone) {
  const field = document.getElementById(microphone.dataset.microphone);
  const recognition = new Recognition();
  recognition.lang = navigator.language || "en-GB";
  microphone.setAttribute("aria-pressed", "true");
  window.speechSynthesis?.cancel();
  recognition.onresult = (event) => {
    const heard = event.results[event.results.length - 1][0].transcript;
    isSpokenTo = true;
    field.value = "send" in microphone.dataset ? heard : [field.value, heard].filter(Boolean).join(" ");
    if ("send" in microphone.dataset) field.form.requestSubmit();
    else field.focus();
  };
  recognition.onend = recognition.onerror = () => microphone.setAttribute("aria-pressed", "false");
  recognition.start();
}

function speakLast(root) {
  const bubbles = root.querySelector?.("[data-speak-last]") || root.closest?.("[data-speak-last]");
  const last = bubbles && [...bubbles.querySelectorAll(".bubble-coach")].at(-1);
  if (!last || !isSpokenTo || spoken.has(last.textContent)) return;
  spoken.add(last.textContent);
  say(last.lastChild.textContent);
}

function drawAloud(root) {
  root.querySelectorAll?.("[data-speak-aloud]").forEach((button) => {
    button.hidden = !("speechSynthesis" in window);
    button.setAttribute("aria-pressed", String(isSpokenTo));
  });
}

function readAloud(wanted) {
  isSpokenTo = wanted;
  sessionStorage.setItem(ALOUD, wanted ? "yes" : "no");
  if (wanted) speakLast(document);
  else speechSynthesis.cancel();
  drawAloud(document);
}

function enhance(root) {
  drawAloud(root);
  speakLast(root);
  if (Recognition) {
    root.querySelectorAll?.("[data-microphone], [data-microphone-note]").forEach((element) => (element.hidden = false));
  }
  speakCaptions(root);
}

document.addEventListener("click", (event) => {
  const microphone = event.target.closest("[data-microphone]");
  if (microphone) listen(microphone);
  if (event.target.closest("[data-speak-aloud]")) readAloud(!isSpokenTo);
  const mute = event.target.closest("[data-mute]");
  if (mute) {
    muted = !muted;
    mute.setAttribute("aria-pressed", String(muted));
    if (muted) speechSynthesis.cancel();
  }
});
document.addEventListener("htmx:load", (event) => enhance(event.target));
enhance(document);
