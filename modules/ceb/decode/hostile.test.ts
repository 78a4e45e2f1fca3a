import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { HOSTILE } from '../testing/hostile.ts';
import { sampleMessage } from '../testing/messages.ts';
import type { Measured } from '../testing/work-meter.ts';
import { decode } from './decode.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const order = encode(sampleMessage('CEB311Message', true));
const body = order.slice(order.indexOf('?>') + 2);
const MEGA = 1024 * 1024;

function codesOf(bytes: Uint8Array): string[] {
  const { valid, message, findings } = decode(bytes);
  expect(valid).toBe(false);
  expect(message).toBeUndefined();
  return findings.map((finding) => finding.code);
}

describe('hostile input is refused', () => {
  it.each([
    ['a document type', `<!DOCTYPE x>${body}`],
    [
      'an external entity',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${body.replace('样', '&e;')}`,
    ],
    [
      'a bomb of entities',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${body}`,
    ],
  ])('%s', (_, text) => {
    expect(codesOf(bytesOf(text))).toEqual(['CEB-DOCTYPE']);
  });

  it.each(['e', 'toString', 'constructor', '__proto__'])('an entity without declaration, &%s;', (name) => {
    expect(codesOf(bytesOf(order.replace('样', `&${name};`)))).toEqual(['CEB-ENTITY']);
  });

  it.each([
    [
      'an attribute given twice by two prefixes',
      order.replace('<a b="c">', '<a xmlns:p="urn:p" xmlns:q="urn:p" p:b="1" q:b="2">'),
    ],
    ['a null byte', order.replace('样', '\0')],
    ['a reference to half a character', order.replace('样', '&#xD83C;&#xDF75;')],
    ['an attribute given twice', order.replace(' version=', ' guid="x" version=')],
    ['a message that is not closed', order.replace('</ceb:CEB311Message>', '')],
    ['a second root', `${order}<x/>`],
    ['text after the root', `${order}x`],
    ['a bare ampersand', order.replace('样', 'A&B')],
    ['the end of a CDATA section in text', order.replace('样', ']]>')],
    ['a control character', order.replace('样', '\u0002')],
    ['a reference to a character XML does not have', order.replace('样', '&#xFFFE;')],
    ['no text at all', ''],
    ['only white space', '  \n'],
    ['something else', '{"order": 1}'],
  ])('%s', (_, text) => {
    expect(codesOf(bytesOf(text))).toEqual(['CEB-XML']);
  });

  it('a message cut off anywhere', () => {
    const bytes = bytesOf(order);
    for (let end = 0; end < bytes.length; end += 7) {
      const codes = codesOf(bytes.subarray(0, end));
      expect(
        codes.every((code) => code === 'CEB-XML' || code === 'CEB-ENCODING'),
        String(end),
      ).toBe(true);
    }
  });
});

describe('large input', () => {
  it('over the limit is refused before it is looked at', () => {
    expect(codesOf(new Uint8Array(16 * MEGA + 1))).toEqual(['CEB-SIZE']);
    expect(decode(bytesOf(order), { mostBytes: 100 }).findings[0]?.code).toBe('CEB-SIZE');
  });

  it('nested too deep is refused', () => {
    const deep = order.replace(/<ceb:Message>.*<\/ceb:Message>/, `<ceb:Message>${'<a>'.repeat(100_000)}`);
    expect(codesOf(bytesOf(deep))).toEqual(['CEB-DEPTH']);
    expect(decode(bytesOf(order), { deepest: 3 }).findings[0]?.code).toBe('CEB-DEPTH');
  });

  it('with names up to the bound of libxml2 is read, and not beyond', () => {
    const named = (name: string): Uint8Array => bytesOf(order.replace('<a b="c">d<e/></a>', `<${name}/>`));
    for (const name of ['x'.repeat(50_000), '茶'.repeat(16_666), `a b${'c'.repeat(49_999)}="1"`]) {
      expect(decode(named(name)).valid).toBe(true);
    }
    for (const name of ['x'.repeat(50_001), '茶'.repeat(16_667), `a b${'c'.repeat(50_000)}="1"`]) {
      expect(codesOf(named(name))).toEqual(['CEB-XML']);
    }
    expect(codesOf(bytesOf(order.replace('<ceb:Order>', `<?${'p'.repeat(50_001)}?><ceb:Order>`)))).toEqual([
      'CEB-XML',
    ]);
  });
});

/** Runs the hostile inputs in a process of its own, whose memory is bounded. */
function measured(megabytes: number, ...args: string[]): Measured[] {
  const meter = fileURLToPath(new URL('../testing/work-meter.ts', import.meta.url));
  const options = { encoding: 'utf8', maxBuffer: 16 * MEGA, timeout: 300_000 } as const;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${megabytes}`, meter, ...args],
    options,
  );
  if (status !== 0) throw new Error(`The process ended with ${status}: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('the work', { timeout: 400_000 }, () => {
  let all: Measured[] = [];
  beforeAll(() => {
    all = measured(256, 'metered', '100000', '200000');
  }, 400_000);

  /** No more steps a byte than this, and twice the steps at most for twice the bytes, with some room. */
  const MOST_A_BYTE = 32;
  const MOST_RATIO = 2.3;

  it.each(HOSTILE)('for $name grows with the input and no faster', ({ name, codes }) => {
    const [small, large] = all.filter((one) => one.name === name);
    if (!small || !large) throw new Error('Not measured.');
    expect(large.codes).toEqual(codes);
    expect(large.work).toBeGreaterThan(0);
    expect(large.work / large.bytes).toBeLessThan(MOST_A_BYTE);
    expect(large.work / small.work).toBeLessThan(MOST_RATIO * (large.bytes / small.bytes / 2));
    expect(large.told).toBeLessThan(MEGA);
  });
});

describe('the memory', { timeout: 400_000 }, () => {
  it('for any of these of 4 MB stays within 256 MB', () => {
    const all = measured(256, 'plain', String(4 * MEGA));
    expect(all.map(({ name, codes }) => [name, codes])).toEqual(
      HOSTILE.map(({ name, codes }) => [name, codes]),
    );
  });

  it('for a text of 50 MB and for ten million comments is a few times theirs', () => {
    const long = measured(400, 'plain', String(50 * MEGA), 'one long text');
    expect(long.map(({ codes }) => codes)).toEqual([['CEB-LENGTH']]);
    const comments = measured(400, 'plain', String(70_000_000), 'comments');
    expect(comments.map(({ codes }) => codes)).toEqual([[]]);
    for (const { bytes, mostMegabytes } of [...long, ...comments]) {
      expect(mostMegabytes).toBeLessThan(200 + (6 * bytes) / MEGA);
    }
  });
});
