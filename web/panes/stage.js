// The one canvas behind the instrument panes: its WebGL2 context and the loss of it, the page's
// geometry for the core, pointers and wheel from the panes, and the frame loop that sleeps.

import { Bits } from '../core/core.js';
import { scaleOf } from '../dom.js';
import { lookOf } from './look.js';

/** @type {PaneName[]} */
const paneNames = ['timeline', 'balance', 'topics'];
const contextAttributes = {
  alpha: true, antialias: false, depth: false, stencil: false, premultipliedAlpha: true,
  preserveDrawingBuffer: false, powerPreference: 'low-power',
};
const framesPerInput = 3;
const Kind = { move: 0, down: 1, up: 2, leave: 3, cancel: 4 };

/** @param {MouseEvent} event */
const mods = event => (event.shiftKey ? 1 : 0) | (event.ctrlKey ? 2 : 0) | (event.altKey ? 4 : 0) | (event.metaKey ? 8 : 0);

export class Stage {
  frames = 0;
  /** @type {number | null} */ lastFrameMs = null;
  /** A pointer is down on a pane: the text follows without gliding. */
  dragging = false;
  /** @type {(drawing: boolean) => void} */ onDrawing = () => {};
  /** @type {(bits: number) => void} */ onChange = () => {};
  /** After each frame. */ onFrame = () => {};
  /** @type {import('../core/core.js').Core | null} */ #core = null;
  /** @type {WebGL2RenderingContext | null} */ #gl = null;
  /** The canvas's own, also while nothing is shown. @type {WebGL2RenderingContext | null} */ #context = null;
  #far = false;
  #canvas; #panes; #host;
  #armed = 0;
  #request = 0;
  #stale = true;
  #origin = { x: 0, y: 0 };
  /** See dom.js. */ #scale = 1;
  /** @type {Map<number, PointerEvent>} */ #touches = new Map();
  #pinch = 0;
  #observer;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Record<PaneName, HTMLElement>} panes
   * @param {HTMLElement} host whose custom properties carry the colours
   */
  constructor(canvas, panes, host) {
    this.#canvas = canvas;
    this.#panes = panes;
    this.#host = host;
    this.#listenTo(canvas);
    for (const name of paneNames) this.#listen(panes[name]);
    this.#observer = new ResizeObserver(() => this.invalidate());
  }

  /** @param {HTMLCanvasElement} canvas */
  #listenTo(canvas) {
    canvas.addEventListener('webglcontextlost', event => {
      if (canvas !== this.#canvas) return; // one that was given back
      event.preventDefault();
      this.#core?.detach();
      this.#gl = null;
      this.onDrawing(false);
    });
    canvas.addEventListener('webglcontextrestored', () => this.#connect());
  }

  /** Far from the viewport the context is given back, and a new one is made on the way in. @param {boolean} near */
  near(near) {
    if (near !== this.#far) return;
    this.#far = !near;
    if (near) this.#connect();
    else if (this.#gl) {
      // A canvas whose context is gone may get none again: the next context is another canvas's.
      const old = this.#canvas, canvas = /** @type {HTMLCanvasElement} */ (old.cloneNode());
      this.#core?.detach();
      this.#gl = null;
      this.#canvas = canvas;
      this.#listenTo(canvas);
      old.replaceWith(canvas);
      this.#observer.unobserve(old);
      this.#observer.observe(canvas);
      this.#giveBack();
    }
  }

  /** Nothing is drawn any more, ever. */
  free() {
    this.use(null);
    this.#giveBack();
  }

  #giveBack() {
    this.#context?.getExtension('WEBGL_lose_context')?.loseContext();
    this.#context = null;
  }

  /** @param {import('../core/core.js').Core | null} core */
  use(core) {
    if (core && core === this.#core) return this.invalidate();
    this.#core?.detach();
    this.#core = core;
    this.#gl = null;
    this.#observer.disconnect();
    this.rest();
    if (!core) return;
    this.#observer.observe(this.#canvas);
    for (const name of paneNames) this.#observer.observe(this.#panes[name]);
    this.#connect();
  }

  #connect() {
    const core = this.#core;
    if (!core || core.dead || this.#far) return;
    const gl = /** @type {WebGL2RenderingContext | null} */ (this.#canvas.getContext('webgl2', contextAttributes));
    if (gl && !gl.isContextLost()) {
      this.#gl = this.#context = gl;
      core.attach(gl);
    }
    this.onDrawing(this.drawing);
    this.invalidate();
  }

  get drawing() { return this.#gl !== null && this.#core !== null && !this.#core.dead; }

  /** No frame until something asks for one. */
  rest() {
    cancelAnimationFrame(this.#request);
    this.#request = this.#armed = 0;
  }

  /** The geometry or the theme changed: tell the core before the next frame. */
  invalidate() {
    this.#stale = true;
    this.arm();
  }

  /** An input asks for a few frames; then nothing is drawn until the next. */
  arm(frames = framesPerInput) {
    this.#armed = Math.max(this.#armed, frames);
    if (!this.#request && this.#core) this.#request = requestAnimationFrame(now => this.#frame(now));
  }

  /** @param {number} now */
  #frame(now) {
    this.#request = 0;
    const core = this.#core;
    if (!core || core.dead) return;
    if (this.#stale) this.#layout(core);
    const before = performance.now();
    const bits = core.frame(now);
    this.lastFrameMs = performance.now() - before;
    this.frames++;
    this.#armed = Math.max(this.#armed - 1, bits & Bits.again ? 1 : 0);
    if (bits & ~Bits.again) this.onChange(bits);
    this.onFrame();
    if (this.#armed > 0) this.arm(this.#armed);
  }

  /** @param {import('../core/core.js').Core} core */
  #layout(core) {
    this.#stale = false;
    const canvas = this.#canvas;
    const box = canvas.getBoundingClientRect();
    const by = this.#scale = scaleOf(canvas);
    const dpr = Math.min(3, Math.max(1, by * (devicePixelRatio || 1)));
    const width = Math.max(1, Math.round(box.width / by * dpr)), height = Math.max(1, Math.round(box.height / by * dpr));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    this.#origin = { x: box.left, y: box.top };
    const lines = [`dpr ${dpr}`, `canvas ${box.width / by} ${box.height / by}`, ...lookOf(this.#host, this.#panes.timeline)];
    for (const name of paneNames) lines.push(`pane ${name} ${this.#rectangles(this.#panes[name], box)}`);
    core.layout(lines.join('\n'));
  }

  /** The pane and the part of it that its scroller shows. @param {HTMLElement} pane @param {DOMRect} box */
  #rectangles(pane, box) {
    const rect = pane.getBoundingClientRect();
    if (!rect.width) return '0 0 0 0 0 0 0 0';
    const clip = (pane.closest('.side,.timeline') ?? pane).getBoundingClientRect();
    const left = Math.max(rect.left, clip.left, box.left), top = Math.max(rect.top, clip.top, box.top);
    const right = Math.min(rect.right, clip.right, box.right), bottom = Math.min(rect.bottom, clip.bottom, box.bottom);
    return [rect.left - box.left, rect.top - box.top, rect.width, rect.height,
      left - box.left, top - box.top, Math.max(0, right - left), Math.max(0, bottom - top)]
      .map(value => Math.round(value / this.#scale * 100) / 100).join(' ');
  }

  /** @param {HTMLElement} pane */
  #listen(pane) {
    const send = (/** @type {number} */ kind) => (/** @type {PointerEvent} */ event) => {
      if (!this.drawing || (kind === Kind.down && event.button > 0)) return;
      if (kind === Kind.leave && pane.hasPointerCapture(event.pointerId)) return;
      if (event.pointerType === 'touch' && this.#pinching(kind, event)) return;
      if (kind === Kind.down) {
        pane.setPointerCapture(event.pointerId);
        this.dragging = true;
      } else if (kind !== Kind.move) this.dragging = false;
      this.point(kind, event.clientX, event.clientY, event.buttons, mods(event));
      this.arm();
    };
    pane.addEventListener('pointermove', send(Kind.move));
    pane.addEventListener('pointerdown', send(Kind.down));
    pane.addEventListener('pointerup', send(Kind.up));
    pane.addEventListener('pointerleave', send(Kind.leave));
    pane.addEventListener('pointercancel', send(Kind.cancel));
    // A plain wheel is the page's: only a zoom, or a sideways pan that the core can use, is taken.
    pane.addEventListener('wheel', event => {
      if (!this.drawing || !(event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))) return;
      const line = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
      if (this.#wheel(event.clientX, event.clientY, event.deltaX * line, event.deltaY * line, mods(event))) event.preventDefault();
    }, { passive: false });
  }

  /** @param {number} kind @param {number} x client coordinates @param {number} y @param {number} buttons @param {number} keys */
  point(kind, x, y, buttons = 0, keys = 0) {
    this.#core?.pointer(kind, (x - this.#origin.x) / this.#scale, (y - this.#origin.y) / this.#scale, buttons, keys);
  }

  /** @param {number} x @param {number} y @param {number} dx @param {number} dy @param {number} keys */
  #wheel(x, y, dx, dy, keys) {
    const used = this.#core?.wheel((x - this.#origin.x) / this.#scale, (y - this.#origin.y) / this.#scale, dx, dy, keys) ?? false;
    if (used) this.arm();
    return used;
  }

  /** Two fingers zoom as a ctrl-wheel does. @param {number} kind @param {PointerEvent} event */
  #pinching(kind, event) {
    const touches = this.#touches;
    if (kind === Kind.down || touches.has(event.pointerId)) touches.set(event.pointerId, event);
    const pair = [...touches.values()];
    if (kind === Kind.up || kind === Kind.cancel) {
      touches.delete(event.pointerId);
      const was = this.#pinch > 0;
      if (!touches.size) this.#pinch = 0;
      return was;
    }
    if (pair.length < 2) return this.#pinch > 0;
    const [a, b] = pair;
    const apart = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    if (this.#pinch && apart) this.#wheel((a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2, 0, Math.log(this.#pinch / apart) * 240, 2);
    else this.#core?.pointer(Kind.cancel, 0, 0, 0, 0);
    this.dragging = false;
    this.#pinch = apart;
    return true;
  }
}
