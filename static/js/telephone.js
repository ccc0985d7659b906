// The telephone over the page: it rings, it holds the focus, and the page behind it waits.

const BEHIND = "main, .nav, .skip-link";
const RING_EVERY = 2600;
let bell = null;

function ring() {
  navigator.vibrate?.([300, 200, 300]);
  // Two short tones of our own; a browser that has not been touched yet stays silent.
  const audio = (ring.audio ??= new AudioContext());
  [0, 0.4].forEach((after) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 440;
    volume.gain.value = 0.06;
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + after);
    tone.stop(audio.currentTime + after + 0.28);
  });
}

function ringWhile(isRinging) {
  if (isRinging && !bell) {
    ring();
    bell = setInterval(ring, RING_EVERY);
  } else if (!isRinging && bell) {
    clearInterval(bell);
    bell = null;
  }
}

function settle() {
  const telephone = document.querySelector("#telephone .telephone");
  document.querySelectorAll(BEHIND).forEach((element) => (element.inert = Boolean(telephone)));
  const captions = telephone?.querySelector(".captions");
  if (captions) captions.scrollTop = captions.scrollHeight;
  ringWhile(telephone?.dataset.callStatus === "ringing");
  if (telephone && !telephone.contains(document.activeElement)) {
    telephone.querySelector("[autofocus], .button-run, h2")?.focus({ preventScroll: true });
  }
}

// On a page of its own the telephone covers nothing; when the call comes or goes, it comes into view.
let shown = null;
function follow() {
  const telephone = document.querySelector("#telephone .telephone");
  const status = telephone?.dataset.callStatus ?? "";
  if (shown !== null && status && status !== shown) telephone.scrollIntoView({ block: "nearest" });
  shown = status;
}

if (document.querySelector(".telephone-page")) {
  document.addEventListener("htmx:afterSettle", follow);
  follow();
} else {
  document.addEventListener("htmx:afterSettle", settle);
  settle();
}
