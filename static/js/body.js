// Where it hurts: the picture, the list and the words under the picture say the same. The form works without.

const picture = (form) => form?.querySelector("[data-body]");
const lists = (form) => ["pain_location", "pain_side"].map((name) => form.elements[name]);

function inWords(place, side) {
  const part = place.value && place.selectedOptions[0].text;
  const small = part.startsWith("IT") ? part : part.toLowerCase();
  if (!part || !side.value) return part;
  return side.value === "both" ? `${part}, both sides` : `${side.selectedOptions[0].text} ${small}`;
}

// From the list to the picture: one button is chosen; "both" lights two and chooses none.
function show(form) {
  const [place, side] = lists(form);
  side.disabled = place.dataset.middle.split(" ").includes(place.value);
  if (side.disabled) side.value = "";
  picture(form).querySelectorAll(".spot input").forEach((input) => {
    const [part, half] = input.value.split(" ");
    const here = part === place.value;
    input.checked = here && (!half || half === side.value);
    input.parentElement.classList.toggle("is-hurt", here && side.value === "both");
  });
  const said = picture(form).querySelector("[data-said]");
  const words = inWords(place, side);
  if (said.textContent !== words) said.textContent = words;
}

function choose(form, spot) {
  const [place, side] = lists(form);
  [place.value, side.value = ""] = spot.split(" ");
  show(form);
}

function enhance(root) {
  root.querySelectorAll("[data-body]").forEach((body) => {
    const form = body.closest("form");
    const tapped = form.querySelector(".spot :checked");
    body.dataset.told = "";
    if (tapped && !form.elements.pain_location.value) choose(form, tapped.value);
    else show(form);
  });
}

document.addEventListener("change", (event) => {
  const { form, name, value } = event.target;
  if (!picture(form)) return;
  if (name === "pain_spot") choose(form, value);
  else if (name === "pain_location" || name === "pain_side") show(form);
});
document.addEventListener("htmx:load", (event) => enhance(event.target));
enhance(document);
