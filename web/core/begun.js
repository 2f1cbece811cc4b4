// A module's instance by its glue, the JavaScript that Emscripten writes.

/** @param {(options: object) => Promise<any>} create the glue @param {WebAssembly.Module} wasm @returns {Promise<any>} */
export const begun = (create, wasm) => new Promise((done, failed) => {
  const instantiateWasm = (/** @type {WebAssembly.Imports} */ imports, /** @type {(made: WebAssembly.Instance) => void} */ use) => {
    WebAssembly.instantiate(wasm, imports).then(use, failed);
    return {};
  };
  create({ instantiateWasm }).then(done, failed);
});
