// Follows the newest page: shows it in a frame, keeps the reader's place, and marks what has changed.
"use strict";

const byId = (id) => document.getElementById(id);
const frame = () => byId("report").querySelector("iframe:not(.next)");
const spoken = () => (frame()?.dataset.language ?? navigator.language).startsWith("zh") ? "zh" : "en";
const BLOCKS = "h1, h2, h3, p, li, td, th, dd, figcaption, text";
let shown = 0;
let last = null;
// The texts of the page before a save, by block.
let base = { save: 0, language: "", texts: new Map(), sections: new Set() };

function words() {
  const language = spoken();
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll("[data-en]")) one.textContent = one.dataset[language];
  const groups = last?.changes[frame()?.dataset.language] ?? Object.values(last?.changes ?? {})[0] ?? [];
  const list = groups.map((group) => {
    const [heading, lines] = [document.createElement("h2"), document.createElement("ul")];
    heading.textContent = group.heading;
    lines.append(...group.lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
    return [heading, lines];
  });
  byId("changes").querySelector("div").replaceChildren(...list.flat());
  byId("changes").hidden = list.length === 0;
}

// The blocks of a page by the section they are in and their place there.
function blocks(page) {
  const found = new Map();
  for (const section of page.querySelectorAll("section[id]")) {
    const counts = {};
    for (const block of section.querySelectorAll(BLOCKS)) {
      const place = counts[block.localName] = (counts[block.localName] ?? 0) + 1;
      found.set(`${section.id} ${block.localName} ${place}`, block);
    }
  }
  return found;
}

// A page without robustness checks and the whole one after it are both compared with the page before the save. In another
// language that page is asked for.
async function compare(old, next, save) {
  const { language } = next.dataset;
  if (base.save === save && base.language === language) return;
  const isBefore = base.save !== save && old.dataset.language === language;
  const before = isBefore ? old.contentDocument
    : new next.contentWindow.DOMParser().parseFromString(await (await fetch(`before/${language}`)).text(), "text/html");
  const texts = new Map([...blocks(before)].map(([place, block]) => [place, block.textContent]));
  const sections = new Set([...before.querySelectorAll("section[id]")].map((section) => section.id));
  base = { save, language, texts, sections };
}

function mark(after) {
  for (const [place, block] of blocks(after)) {
    if (base.sections.has(place.split(" ")[0]) && base.texts.get(place) !== block.textContent) {
      block.dataset.changed = "";
      block.style.outline = "2px solid #d60";
      block.style.outlineOffset = "1px";
    }
  }
}

// The reader's place: the last section that begins above the middle of the window, and how far into it. Its name is the
// same in every language.
function place({ contentWindow: view, dataset: { language } }) {
  const middle = view.innerHeight / 2;
  const above = [...view.document.querySelectorAll("section[id]")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.height > 0 && box.top <= middle;
  });
  const section = above.at(-1);
  return section ? { name: section.id.slice(language.length), top: section.getBoundingClientRect().top } : { y: view.scrollY };
}

// How long the page has shown what is in view before the rest is laid out.
const IN_VIEW = 100;

// Until it is laid out, a section has the height that it had.
function keepHeights(old, next) {
  for (const section of old.contentDocument.querySelectorAll("section[id]")) {
    const same = next.contentDocument.getElementById(next.dataset.language + section.id.slice(old.dataset.language.length));
    if (same) same.style.containIntrinsicHeight = `auto ${section.getBoundingClientRect().height}px`;
  }
}

function restore({ contentWindow: view, dataset: { language } }, was) {
  const section = was.name && view.document.getElementById(language + was.name);
  const top = section ? view.scrollY + section.getBoundingClientRect().top - was.top : was.y ?? 0;
  view.scrollTo({ top, behavior: "instant" });
}

// The language of an address: the study's first one, unless another is named.
function languageOf(hash) {
  const tag = hash.slice(1).split("-")[0];
  return last.languages.includes(tag) ? tag : last.languages[0];
}

function turn() {
  const { version, save } = last;
  const frames = byId("report");
  for (const waiting of frames.querySelectorAll(".next")) waiting.remove();
  const [old, next] = [frame(), document.createElement("iframe")];
  const hash = old ? old.contentWindow.location.hash : location.hash;
  const language = languageOf(hash);
  next.className = "next";
  next.title = "Report";
  next.dataset.language = language;
  next.src = `report/${language}?${version}${hash}`;
  next.addEventListener("load", async () => {
    if (old) {
      const [before, after] = [old.contentDocument, next.contentDocument];
      const open = new Set([...before.querySelectorAll("details")].flatMap((one, at) => (one.open ? [at] : [])));
      after.querySelectorAll("details").forEach((one, at) => { one.open = open.has(at) || one.open; });
      await compare(old, next, save);
      mark(after);
      keepHeights(old, next);
    }
    // The browser itself scrolls to the part of the address, a moment later.
    setTimeout(() => {
      // A newer page may have come.
      if (!next.isConnected) return;
      if (old) restore(next, place(old));
      next.className = "";
      old?.remove();
      // A page holds one language; the choice of another one asks for it.
      const view = next.contentWindow;
      view.addEventListener("hashchange", () => { if (languageOf(view.location.hash) !== language) turn(); });
      document.title = next.contentDocument.title;
      document.body.dataset.version = version;
      words();
      setTimeout(() => {
        if (!next.isConnected) return;
        const was = place(next);
        view.document.documentElement.classList.add("whole");
        restore(next, was);
      }, IN_VIEW);
    });
  });
  frames.append(next);
}

const events = new EventSource("events");
events.addEventListener("message", (event) => {
  last = JSON.parse(event.data);
  byId("waiting").hidden = last.version > 0 || last.problem !== null;
  byId("provisional").hidden = !last.provisional || last.problem !== null;
  byId("problem").hidden = last.problem === null;
  byId("problem").querySelector("pre").textContent = last.problem ?? "";
  if (last.version !== shown) {
    shown = last.version;
    turn();
  }
  words();
});
events.addEventListener("error", () => {
  byId("ended").hidden = false;
});
events.addEventListener("open", () => {
  byId("ended").hidden = true;
});
words();
