// Opening and drawing in Chromium, from a thousand turns to a million: each as a ratio to the run's own row of ten thousand
// turns, and as an exponent over the number of turns.

import { openPage, serveSite } from "../web/support.mjs";
import { median, print_table } from "./table.mjs";

const SIZES = (process.env.VISAVIS_BENCH_TURNS ?? "1000,10000,100000,1000000").split(",").map(Number), SPEAKERS = 200;

/** In the page: so many turns are opened; what that takes, and what frames take then. */
async function measure(turns, speakers) {
  const words = "river lamp harbour letter tide bread winter engine ledger street because nobody wrote anything down".split(" ");
  const name = (i) => `Person ${String.fromCharCode(65 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}`;
  let parts = [];
  const blobs = [];
  for (let i = 0; i < turns; i++) {
    const said = Array.from({ length: 9 + (i % 11) }, (_, at) => words[(i * 7 + at * 5) % words.length]).join(" ");
    parts.push(`${name(i % speakers)}: ${said}${i % 3 ? "." : "?"}\n\n`);
    if (parts.length === 20_000) blobs.push(new Blob(parts)), (parts = []);
  }
  const blob = new Blob([...blobs, ...parts]), element = document.querySelector("vis-a-vis");
  // What is loaded and compiled once is none of a transcript's.
  await element.open("Ada: Was it so?\n\nGrace: It was so.\n");
  for (const shown = element.stats.frames; element.stats.frames < shown + 3; ) await new Promise((done) => requestAnimationFrame(done));
  let longest = 0;
  const observer = new PerformanceObserver((list) => { for (const one of list.getEntries()) longest = Math.max(longest, one.duration); });
  observer.observe({ type: "longtask" });
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const began = performance.now();
  let first = 0; // of a large file the beginning is there before the whole is read
  const coming = new MutationObserver(() => { if (!first && element.shadowRoot.querySelector(".beginning .turn")) first = performance.now() - began; });
  coming.observe(element.shadowRoot.querySelector(".root"), { subtree: true, childList: true });
  await element.open(blob);
  const text = performance.now() - began, before = element.stats.frames;
  coming.disconnect();
  while (element.stats.frames === before) await frame();
  const painted = performance.now() - began;
  for (let i = 0; i < 20; i++) await frame();
  const opening = longest;
  const pane = element.shadowRoot.querySelector("[part=timeline] .pane"), box = pane.getBoundingClientRect();
  const pointer = (type, x, buttons) => pane.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, pointerType: "mouse",
    clientX: box.left + x * box.width, clientY: box.top + box.height * 0.6, buttons, button: type === "pointermove" ? -1 : 0 }));
  pane.setPointerCapture = () => {};
  const hover = [], brush = [], zoom = [], pan = [];
  const noted = async (frames) => {
    const drawn = element.stats.frames;
    await frame(); await frame();
    if (element.stats.frames === drawn) throw new Error("nothing was drawn");
    frames.push(element.stats.lastFrameMs);
  };
  for (let i = 0; i < 24; i++) { pointer("pointermove", 0.3 + i / 80, 0); await noted(hover); }
  pointer("pointerdown", 0.3, 1);
  for (let i = 0; i < 24; i++) { pointer("pointermove", 0.35 + i / 80, 1); await noted(brush); }
  pointer("pointerup", 0.65, 0);
  for (let i = 0; i < 8; i++) {
    pane.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, ctrlKey: true, deltaY: -60, clientX: box.left + box.width * 0.6, clientY: box.top + box.height * 0.6 }));
    await noted(zoom);
  }
  for (let i = 0; i < 24; i++) {
    pane.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, deltaX: i < 12 ? 20 : -20, clientX: box.left + box.width * 0.6, clientY: box.top + box.height * 0.6 }));
    await noted(pan);
  }
  longest = 0;
  const asked = performance.now();
  element.goTo("q=nobody wrote zebras");
  let search = 0;
  while (!search && performance.now() - asked < 120_000) {
    await frame();
    if (/no hits/.test(element.shadowRoot.querySelector(".search").textContent)) search = performance.now() - asked;
  }
  await new Promise((done) => setTimeout(done, 200));
  observer.disconnect();
  return { first: first || text, text, painted, opening, hover, brush, zoom, pan, search, searching: longest, bytes: blob.size, live: element.stats.liveBytes,
    nodes: element.shadowRoot.querySelectorAll("*").length };
}

const rows = [];
const figures = [];
for (const turns of SIZES) {
  const site = await serveSite();
  const page = await openPage("chromium", site.url, { reducedMotion: true });
  await page.waitFor(() => document.querySelector("vis-a-vis")?.shadowRoot.querySelector(".samples a"));
  const all = await page.native.evaluate(`(${measure})(${turns}, ${SPEAKERS})`);
  figures.push({ ...all, hover: median(all.hover), brush: median(all.brush), zoom: median(all.zoom), pan: median(all.pan) });
  await page.close();
  await site.close();
}
const base = figures[Math.min(1, figures.length - 1)];
SIZES.forEach((turns, i) => {
  const is = figures[i], ratio = (of) => `${is[of].toFixed(0)} (${(is[of] / base[of]).toFixed(1)})`;
  rows.push([String(turns), ratio("first"), ratio("text"), ratio("painted"), is.opening.toFixed(0),
    ...["hover", "brush", "zoom", "pan"].map((of) => `${is[of].toFixed(1)} (${(is[of] / base[of]).toFixed(1)})`), ratio("search"), is.searching.toFixed(0), (is.live / is.bytes).toFixed(1), String(is.nodes)]);
});
print_table("In Chromium: ms (and the ratio to the second row); longest tasks in ms; memory of the module that shows, per byte of the file",
  ["turns", "to first text", "to whole", "to painted", "longest task", "hover", "brush", "zoom", "pan", "search", "its longest", "live", "nodes"], rows);
const [first, last] = [figures[0], figures[figures.length - 1]];
const over = (of) => (Math.log(last[of] / first[of]) / Math.log(SIZES[SIZES.length - 1] / SIZES[0])).toFixed(2);
console.log(`\nExponents over the turns: first text ${over("first")}, whole ${over("text")}, painted ${over("painted")}, hover ${over("hover")}, brush ${over("brush")}, zoom ${over("zoom")}, pan ${over("pan")}, search ${over("search")}, nodes ${over("nodes")}`);
