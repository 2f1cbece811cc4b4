// Emscripten's older glue takes node's fetch for a browser's and asks it for a file: without it, the file is read.
globalThis.fetch = undefined;
