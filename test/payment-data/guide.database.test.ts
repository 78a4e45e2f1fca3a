import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePorts } from '../../platform/channels/testing/free-ports.ts';
import { root, textOf } from '../architecture/tree.ts';

/** The commands of the page in their order; the two that go on running stand behind the others. */
function scriptOf(
  page: string,
  folder: string,
  ports: { readonly sandbox: number; readonly platform: number },
): string {
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  const waiting = (port: number): string =>
    `running="$! \${running:-}"\nuntil curl -sf localhost:${port}/api/health > ${folder}/health; do sleep 0.1; done`;
  const script = blocks
    .join('')
    .replaceAll('require("./.chama/try/', `require("${folder}/`)
    .replaceAll('.chama/try', folder)
    .replaceAll('localhost:8090', `localhost:${ports.sandbox}`)
    .replaceAll('localhost:8080', `localhost:${ports.platform}`)
    .replaceAll('npx chama', `"${process.execPath}" bin/chama.mjs`)
    .replace(
      /^(.*chama\.mjs) sandbox$/m,
      `$1 sandbox --port ${ports.sandbox} --data ${folder}/sandbox > ${folder}/sandbox.log &\n${waiting(ports.sandbox)}`,
    )
    .replace(
      /^(CHAMA_PAYMENT_DATA=.*)$/m,
      `CHAMA_PORT=${ports.platform} $1 > ${folder}/platform.log &\n${waiting(ports.platform)}`,
    );
  return `set -eu\ntrap 'kill $running; wait' EXIT\nrunning=''\n${script}`;
}

test('the guide to raw payment data, followed to the letter, ends with data customs has taken', {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chama-payment-data-guide-'));
  const [sandbox = 0, platform = 0] = await freePorts(2);
  const ports = { sandbox, platform };
  const script = scriptOf(textOf('docs/guides/payment-data.md'), folder, ports);
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME };
  const { output, complaint } = await new Promise<{ output: string; complaint: string }>((resolve) => {
    execFile('bash', ['-c', script], { cwd: root, env: environment, timeout: 170_000 }, (_fault, out, err) =>
      resolve({ output: out, complaint: err }),
    );
  });
  expect(output, complaint).toContain('"accepted":1,"repeated":0,"refused":0');
  expect(output).toContain('Form, fields, formats and signature are right');
  expect(output).toContain('"state":"answered"');
  expect(output).toMatch(/✓ .*signed\.json {2}realTimeDataUp/);
  expect(output).toContain('Past their time: 0 payments, 0 requests');
  await rm(folder, { recursive: true, force: true });
});
