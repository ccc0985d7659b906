// Talking out loud with the coach: the voice agent in the browser. Whatever fails, one sentence says so, and the typed
// coach stays.

const WORDS = {
  asking: "Your browser asks for the microphone now.",
  connecting: "Connecting you.",
  listening: "I'm listening.",
  speaking: "I'm speaking.",
  over: "Thank you. I'm writing down what we agreed.",
  refused: "I can't use your microphone, so let's type instead.",
  away: "My voice isn't available just now. Let's type instead.",
  dropped: "The line dropped. What you said is kept, and you can go on typing.",
};
const LIVE = ["asking", "connecting", "listening", "speaking", "over"];
const CONNECTS_WITHIN_MS = 15000;

let is = "";
let said = "";
// The talk under way: { session, connected, bound }. What an older one still reports is nobody's.
let talk = null;

// The region may have been drawn anew since by a typed answer.
const place = () => document.querySelector("[data-voice]");

function show(state, words = WORDS[state]) {
  [is, said] = [state, words];
  draw();
}

function draw() {
  const voice = place();
  if (!voice) return;
  const live = LIVE.includes(is);
  voice.hidden = false;
  voice.dataset.is = is;
  voice.querySelector("[data-voice-start]").hidden = live;
  voice.querySelector("[data-voice-before]").hidden = live;
  voice.querySelector("[data-voice-end]").hidden = !["listening", "speaking"].includes(is);
  const state = voice.querySelector("[data-voice-state]");
  if (state.textContent !== said) state.textContent = said;
}

function post(address, fields = {}) {
  const body = new FormData(place());
  Object.entries(fields).forEach(([name, value]) => body.set(name, value));
  return fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
}

// Asked for by itself, so that a refusal is known as one; the client asks again and is let in.
async function microphone() {
  const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
  sound.getTracks().forEach((track) => track.stop());
}

async function ticket() {
  const answer = await post(place().action);
  const told = await answer.json();
  if (!answer.ok) throw Object.assign(new Error("no"), { say: told.say });
  return told;
}

function client() {
  if (window.ElevenLabsClient) return window.ElevenLabsClient;
  return new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = place().dataset.client;
    script.onload = () => loaded(window.ElevenLabsClient);
    script.onerror = failed;
    document.head.append(script);
  });
}

async function start() {
  if (talk) return;
  const mine = (talk = { session: null, connected: false });
  show("asking");
  try {
    await microphone();
  } catch {
    return leave(mine, "refused");
  }
  show("connecting");
  const late = setTimeout(() => mine.connected || leave(mine, "away"), CONNECTS_WITHIN_MS);
  try {
    await connect(mine).catch((error) => {
      // An address may have grown old on the way: one more, in silence.
      if (error?.say || mine.connected || talk !== mine) throw error;
      return connect(mine);
    });
  } catch (error) {
    leave(mine, "away", error?.say);
  } finally {
    clearTimeout(late);
  }
}

async function connect(mine) {
  const { Conversation } = await client();
  const { signed_url: signedUrl, variables } = await ticket();
  const { rawAudio, concatAudio, samplerate } = place().dataset;
  let fail;
  const failed = new Promise((_, reject) => (fail = reject));
  const session = await Promise.race([
    failed,
    Conversation.startSession({
      signedUrl,
      connectionType: "websocket",
      dynamicVariables: variables,
      workletPaths: { rawAudioProcessor: rawAudio, audioConcatProcessor: concatAudio },
      libsampleratePath: samplerate,
      onConnect: ({ conversationId }) => connected(mine, conversationId),
      onDisconnect: ({ reason } = {}) => disconnected(mine, reason),
      onError: (message) => mine.connected || fail(new Error(message)),
      onMessage: (message) => talk === mine && caption(message),
      onModeChange: ({ mode }) => talk === mine && mine.connected && show(mode === "speaking" ? "speaking" : "listening"),
    }),
  ]);
  if (talk === mine) mine.session = session;
  else session.endSession();
}

function connected(mine, conversationId) {
  if (talk !== mine) return;
  mine.connected = true;
  show("listening");
  mine.bound = post(place().dataset.connected, { conversation_id: conversationId }).catch(() => {});
}

async function disconnected(mine, reason) {
  if (talk !== mine || !mine.connected) return;
  if (reason === "error") return leave(mine, "dropped");
  show("over");
  talk = null;
  // A quick goodbye must not overtake the binding: an end that nobody can tie to a conversation is lost.
  await mine.bound;
  await post(place().dataset.ended).catch(() => {});
  location.reload();
}

function leave(mine, state, words) {
  if (talk !== mine) return;
  talk = null;
  mine.session?.endSession();
  show(state, words);
}

// What is said is written along; the opening stands there already.
function caption({ message, role, source }) {
  const bubbles = document.querySelector(".bubbles");
  const isCoach = ["agent", "ai"].includes(role || source);
  const last = bubbles?.lastElementChild;
  if (!bubbles || !message || (isCoach && last?.lastChild.textContent.trim() === message.trim())) return;
  const bubble = document.createElement("li");
  bubble.className = `bubble bubble-${isCoach ? "coach" : "runner"}`;
  const speaker = document.createElement("span");
  speaker.className = "visually-hidden";
  speaker.textContent = isCoach ? "Coach: " : "Runner: ";
  bubble.append(speaker, message);
  bubbles.append(bubble);
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-voice-start]")) start();
  if (event.target.closest("[data-voice-end]")) talk?.session?.endSession();
});
window.addEventListener("pagehide", () => talk?.session?.endSession());
document.addEventListener("htmx:load", draw);
draw();
