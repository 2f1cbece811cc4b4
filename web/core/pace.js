// Long work in small pieces: between them the browser paints and answers.

/** Lets everything that waits go first. Not a timer: those are slowed down in a page out of sight. */
export const pause = () => /** @type {Promise<void>} */ (new Promise(done => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    done();
  };
  port2.postMessage(0);
}));

/** Until what was changed is painted; a page out of sight paints nothing, and goes on after a moment. */
export const painted = () => /** @type {Promise<void>} */ (new Promise(done => {
  requestAnimationFrame(() => { void pause().then(done); });
  setTimeout(done, 150);
}));

const sliceMs = 12;

/**
 * A function to call after each piece: it takes a pause when enough time has gone by since the last.
 * @param {AbortSignal} [signal] ends the work: then it answers false
 * @returns {() => Promise<boolean>}
 */
export function pacer(signal) {
  let began = performance.now();
  return async () => {
    if (performance.now() - began > sliceMs) {
      await pause();
      began = performance.now();
    }
    return !signal?.aborted;
  };
}
