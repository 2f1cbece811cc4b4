// A transcript that means harm, in the ways of sharing that have no test of their own for it, in three engines: nothing of it
// runs. (Offline copies: offline; quotes: quotes; pictures: pictures; less: less.)

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ENGINES, inspect, openPage, root, serveSite } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'visavis-hostile-'));
after(() => rmSync(folder, { recursive: true }));

const hostile = `# </title><script>globalThis.ran = 1</script>

</cite><script>globalThis.ran = 3</script>: A name that is markup </p></article></script><script>globalThis.ran = 4</script>

Ada "onclick=globalThis.ran=5": <!-- <script> that never ends <svg onload="globalThis.ran = 6"> <iframe srcdoc="<script>parent.ran=7</script>">

</cite><script>globalThis.ran = 3</script>: javascript:globalThis.ran=8 \${globalThis.ran = 9} <img src=x onerror="globalThis.ran = 10">

Ada "onclick=globalThis.ran=5": </textarea></style><style>*{background:url(//evil.example/)}</style> And so on.
`;
const file = join(folder, 'hostile.txt');
writeFileSync(file, hostile);
const command = (...words) => {
  const { status, stdout, stderr } = spawnSync(join(root, 'build/native/visavis'), words, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim();
};

for (const engine of ENGINES)
  test(`${engine}: a hostile transcript runs nothing in a link, a quote, a search, an element, a frame, and with less of it`, { timeout: 120_000 }, async () => {
    const expected = inspect(file);
    const quote = encodeURIComponent('<img src=x onerror="globalThis.ran = 10">');
    const fragments = [`${command('link', file)}&quote=${quote}&q=${quote}&who=${quote}`, command('link', '--strike', 'and so on', file), `${command('link', '--names', 'persons', file)}&view=${quote}&theme=${quote}`];
    const site = await serveSite();
    const page = await openPage(engine, `${site.url}examples/dark.html`);
    try {
      for (const fragment of fragments) {
        // A page of the same origin, so that the frame can be looked into.
        const found = await page.evaluate(async (links, text) => {
          const until = async body => {
            for (let tries = 0; tries < 600; tries++) {
              const answer = body();
              if (answer) return answer;
              await new Promise(done => setTimeout(done, 50));
            }
            throw new Error(`never: ${body}`);
          };
          const frame = document.createElement('iframe');
          frame.style.cssText = 'width:900px;height:700px';
          frame.src = `../?embed#${links}`;
          document.body.prepend(frame);
          const inner = await until(() => frame.contentDocument?.querySelector('vis-a-vis'));
          await until(() => inner.transcript && inner.shadowRoot.querySelectorAll('.turn').length >= 4);
          const element = document.createElement('vis-a-vis');
          element.setAttribute('height', '500');
          element.textContent = text;
          document.body.prepend(element);
          await until(() => element.transcript && element.shadowRoot.querySelectorAll('.turn').length >= 4);
          const made = where => [...where.querySelectorAll('script:not([src]),img,iframe')].length;
          const answer = { ran: [globalThis.ran ?? 0, frame.contentWindow.ran ?? 0], made: [made(inner.shadowRoot), made(element.shadowRoot)],
            turns: [inner.transcript.turns.length, element.transcript.turns.length], text: element.transcript.turns.map(turn => turn.text) };
          frame.remove();
          element.remove();
          return answer;
        }, fragment, hostile);
        assert.deepEqual({ ...found, text: 0 }, { ran: [0, 0], made: [0, 0], turns: [expected.turns.length, expected.turns.length], text: 0 });
        assert.deepEqual(found.text, expected.turns.map(turn => turn.text));
      }
    } finally {
      await page.close();
      await site.close();
    }
  });
