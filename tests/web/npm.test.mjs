// The npm package: what is in it, that a project takes it in through Vite and a page through a plain script, that a
// server can import it, and that its types are those of the element.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'vite';
import { keeper } from './helpers.mjs';
import { inspect, openPage, root, serveSite } from './support.mjs';

const told = inspect(join(root, 'assets/samples', keeper));
const made = join(root, 'build/npm');
let project, site, page;
/** @param {string} command @param {string[]} words @param {string} cwd */
const run = (command, words, cwd) => {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${words.join(' ')}: ${stderr}${stdout}`);
  return stdout;
};
before(() => {
  run(process.execPath, ['tools/npm.mjs'], root);
  project = mkdtempSync(join(tmpdir(), 'project-'));
  cpSync(made, join(project, 'node_modules/vis-a-vis'), { recursive: true });
});
after(async () => {
  await page?.close();
  await site?.close();
  if (project) rmSync(project, { recursive: true });
});

/** A transcript too long to be read on the page: a worker reads it. */
const long = () => Array.from({ length: 6000 }, (_, at) => `${at % 2 ? 'Grace' : 'Ada'}: This is what was said at number ${at} of them.`).join('\n');
/** Opens the page of a folder and reads a sample and a long transcript in its element. @param {string} folder @param {string} file */
async function works(folder, file) {
  await page?.close();
  await site?.close();
  site = await serveSite({ folder });
  page = await openPage('chromium', `${site.url}${file}`);
  await page.native.evaluate(() => {
    globalThis.workers = 0;
    globalThis.Worker = class extends Worker { constructor(...words) { super(...words); globalThis.workers++; } };
  });
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript && document.querySelector('vis-a-vis').stats.frames > 2);
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.length), told.turns.length);
  const [turns, workers] = await page.evaluate(async text => [(await document.querySelector('vis-a-vis').open(new Blob([text]))).turns.length, globalThis.workers], long());
  assert.deepEqual([turns, workers], [6000, 1]);
  // What is loaded when first used, and what the second module writes.
  assert.ok(await page.evaluate(async () => (await document.querySelector('vis-a-vis').exportAs('webvtt')).size > 1000));
  assert.match(await page.evaluate(() => document.querySelector('vis-a-vis').link({ turns: [2, 4] })), /^https:\/\/example\.org\/viewer\/#doc=z1\./);
  assert.deepEqual(page.problems, []);
}
const element = `<vis-a-vis src="talk.txt" viewer="https://example.org/viewer/"></vis-a-vis>`;

test('npm pack lists the package: modules, types, licence, README, and nothing that runs at installation', () => {
  const [{ files }] = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], made));
  assert.deepEqual(files.map(({ path }) => path).sort(), ['LICENSE', 'README.md', 'index.html', 'package.json', 'vis-a-vis.d.ts',
    ...readdirSync(join(root, 'build/site')).filter(name => /\.(js|wasm|webmanifest)$|^offline/.test(name) && name !== 'service-worker.js'),
    ...readdirSync(join(root, 'assets/icons')).map(name => `icons/${name}`),
    ...readdirSync(join(root, 'assets/samples')).map(name => `samples/${name}`)].sort());
  const { scripts, dependencies, exports, sideEffects, license, type } = JSON.parse(run('cat', ['package.json'], made));
  assert.deepEqual([scripts, dependencies, license, type], [undefined, undefined, 'MIT', 'module']);
  for (const path of [...sideEffects, ...Object.values(exports['.']), './frame-height.js']) assert.ok(files.some(file => `./${file.path}` === path), path);
});

test('a server imports it, and nothing happens', () => {
  writeFileSync(join(project, 'server.mjs'), `import { VisAVis } from 'vis-a-vis'; console.log(typeof VisAVis, VisAVis.observedAttributes.includes('src'));`);
  assert.equal(run(process.execPath, ['server.mjs'], project), 'function true\n');
});

test('a project takes it in through Vite', { timeout: 120_000 }, async () => {
  writeFileSync(join(project, 'index.html'), `<!doctype html><html lang="en"><title>A project</title><link rel="icon" href="data:,"><script type="module" src="main.js"></script>${element}`);
  writeFileSync(join(project, 'main.js'), `import 'vis-a-vis';`);
  mkdirSync(join(project, 'public'), { recursive: true });
  cpSync(join(root, 'assets/samples', keeper), join(project, 'public/talk.txt'));
  /** @type {string[]} */ const warnings = [];
  const logger = { info() {}, warn: text => warnings.push(text), warnOnce: text => warnings.push(text), error: text => warnings.push(text), clearScreen() {}, hasErrorLogged: () => false, hasWarned: false };
  await build({ root: project, base: './', configFile: false, customLogger: logger });
  assert.deepEqual(warnings, []);
  const files = readdirSync(join(project, 'dist/assets'));
  for (const name of [/^visavis-.*wasm$/, /^readers-.*wasm$/, /^offline-.*html$/]) assert.equal(files.filter(file => name.test(file)).length, 1, files.join(' '));
  await works(join(project, 'dist'), 'index.html');
});

test('a copy of it serves a page through a plain script', { timeout: 120_000 }, async () => {
  writeFileSync(join(project, 'plain.html'), `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><script type="module" src="node_modules/vis-a-vis/vis-a-vis.js"></script>${element}`);
  cpSync(join(root, 'assets/samples', keeper), join(project, 'talk.txt'));
  await works(project, 'plain.html');
});

test('its types are those of the element, and of a program that uses it', { timeout: 120_000 }, () => {
  writeFileSync(join(project, 'use.ts'), `import { type Transcript, type Turn, VisAVis } from 'vis-a-vis';
    const element = document.querySelector('vis-a-vis')!;
    element.addEventListener('vis-a-vis:ready', ({ detail }) => { const turns: readonly Turn[] = detail.transcript.turns; void turns; });
    const opened: Promise<Transcript> = element.open(new URL('https://example.org/talk.vtt'));
    const link: Promise<string> = element.link({ turns: [1, 2], passphrase: 'moth' });
    const made: VisAVis = document.createElement('vis-a-vis');
    void [opened, link, made, element.goTo('turn=3'), element.stats.liveBytes, element.exportAs('srt')];\n`);
  const options = { strict: true, noEmit: true, target: 'es2022', module: 'es2022', moduleResolution: 'bundler', lib: ['es2022', 'dom', 'dom.iterable'], types: [] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['use.ts'] }));
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], root);
  // The element as it is written goes where the types promise one.
  writeFileSync(join(project, 'same.ts'), `import { VisAVis as Told } from 'vis-a-vis'; import { VisAVis as Real } from '${root}/web/element/element.js';
    export const element: Told = new Real();\n`);
  writeFileSync(join(project, 'same.json'), JSON.stringify({ compilerOptions: { ...options, allowJs: true, checkJs: true, skipLibCheck: true }, files: ['same.ts', `${root}/web/types.d.ts`] }));
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(project, 'same.json')], root);
});
