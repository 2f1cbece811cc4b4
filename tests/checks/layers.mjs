// Holds the layers apart: which folder of src may include which, and where the headers of libraries may be seen.
// Prints every include that breaks a rule.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const source = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "src");

const CORE = ["words", "base", "model", "readers", "writers", "analysis", "scene", "offline", "redaction"];
/** What each layer may include besides itself. */
const MAY_INCLUDE = {
  base: ["words"],
  words: [],
  model: ["base", "words"],
  readers: ["base", "words", "model"],
  writers: ["base", "words", "model", "analysis"],
  analysis: ["base", "model"],
  scene: ["base", "words", "model", "analysis"],
  offline: ["base", "words", "model", "analysis", "scene", "writers"],
  redaction: ["base", "words", "model", "analysis", "scene", "writers", "readers/interview/interview_text.h"], // what no name is
  render: ["base", "scene"],
  ui: ["base", "words", "model", "analysis", "scene", "platform/platform.h", "render/renderer.h"],
  platform: ["base", "ui", "scene/draw.h"], // the colours and points that the interface speaks in
  bridge: [...CORE, "render", "ui", "platform"],
  cli: [...CORE, "render"],
};
/** What each folder of readers may include of the others; what stands beside the folders may include `shared`. */
const READERS = {
  shared: ["reader.h", "catalogue.h"], // what a reader is, and what the program may lack
  interview: ["shared"],
  captions: ["shared"],
  json: ["shared"],
  annotation: ["shared"],
  documents: ["shared"],
  catalogue: ["shared", "interview", "documents"],
};
/** Where a library's header may be seen: a folder, and whether only by its .cpp files. */
const LIBRARIES = [
  { header: /^(imgui|imstb)|imgui\.h$|imgui_internal\.h$/, folders: ["ui", "render", "platform"] },
  { header: /^emscripten/, folders: ["platform/web", "bridge"] },
  { header: /^nlohmann\//, folders: ["readers", "writers", "bridge", "cli"], cpp_only: true },
];

/** @param {string} folder @returns {string[]} */
function files_in(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files_in(path) : /\.(h|cpp)$/.test(entry.name) ? [path] : [];
  });
}

/** @param {string[]} path @param {string[]} included both as parts @returns {string | null} what is wrong between folders of readers */
function complaint_of_reader(path, included) {
  const folder = path.length > 2 ? path[1] : "";
  const target = included.length > 2 ? included[1] : "";
  if (folder === target) return null;
  if (folder === "") return target === "shared" ? null : `what stands beside the folders of readers may not include ${target}`;
  const allowed = READERS[folder];
  if (!allowed) return `src/readers/${folder} is not a folder of readers`;
  if (target === "") return folder !== "shared" || allowed.includes(included[1]) ? null : `shared may not include ${included[1]}`;
  return allowed.includes(target) ? null : `readers/${folder} may not include ${target}`;
}

/** @param {string} path under src @param {string} included as written @returns {string | null} what is wrong */
function complaint(path, included) {
  const layer = path.split("/")[0];
  for (const library of LIBRARIES) {
    if (!library.header.test(included)) continue;
    const allowed = library.folders.some((folder) => path.startsWith(`${folder}/`));
    if (!allowed) return `only ${library.folders.join(", ")} may include it`;
    if (library.cpp_only && !path.endsWith(".cpp")) return "only a .cpp file may include it";
    return null;
  }
  const target = included.split("/")[0];
  if (layer === "readers" && target === "readers") return complaint_of_reader(path.split("/"), included.split("/"));
  if (!(target in MAY_INCLUDE) || target === layer) return null;
  const allowed = MAY_INCLUDE[layer];
  if (!allowed) return `src/${layer} is not a layer`;
  return allowed.includes(target) || allowed.includes(included) ? null : `${layer} may not include ${target}`;
}

let includes = 0;
let broken = 0;
for (const file of files_in(source)) {
  const path = relative(source, file).split(sep).join("/");
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      const included = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/.exec(line)?.[1];
      if (!included) return;
      ++includes;
      const wrong = complaint(path, included);
      if (!wrong) return;
      ++broken;
      console.error(`src/${path}:${index + 1}: #include "${included}": ${wrong}`);
    });
}
console.log(`${includes} includes held against the layer rules, ${broken} break them`);
if (includes === 0) console.error("no include was found: nothing was tested");
process.exitCode = broken > 0 || includes === 0 ? 1 : 0;
