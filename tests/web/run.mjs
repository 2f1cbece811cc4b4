// Runs the page's tests, each file in a process of its own, and prints what they print.
//
//   node tests/web/run.mjs [FILE...]    all files of this folder unless some are named
//
// An engine that hangs would hang its file. So each file has a time limit, and one whose engine stopped answering is
// run once more and says so. Every other failure stands, and so does a second silence.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SILENT } from './support.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const LIMIT_MS = 240000;

/** One file's output, whether all passed, and whether an engine fell silent. @param {string} file */
const run = file => new Promise(done => {
  const child = spawn(process.execPath, ['--test-reporter=tap', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '', silent = false;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => { output += text; });
  // An engine is told to end with the process that started it; one that doesn't holds its pipes open, so `exit` counts
  // and not `close`.
  const limit = setTimeout(() => {
    silent = true;
    output += `# ${file} was not done after ${LIMIT_MS / 1000} s\n`;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  }, LIMIT_MS);
  child.on('exit', code => {
    clearTimeout(limit);
    setTimeout(() => done({ output, passed: code === 0, silent: silent || output.includes(SILENT) }), 100);
  });
});

const files = process.argv.length > 2 ? process.argv.slice(2)
  : readdirSync(folder).filter(name => name.endsWith('.test.mjs')).sort().map(name => join(folder, name));
let failed = 0;
for (const file of files) {
  let result = await run(file);
  if (!result.passed && result.silent) {
    console.log(`# notice: an engine stopped answering in ${file}, which is run once more; before that it printed`);
    console.log(result.output.replace(/^/gm, '# | '));
    result = await run(file);
  }
  console.log(result.output);
  if (!result.passed) failed++;
  if (!result.passed && !/^# fail [1-9]/m.test(result.output)) console.log('# fail 1');
}
process.exit(failed ? 1 : 0);
