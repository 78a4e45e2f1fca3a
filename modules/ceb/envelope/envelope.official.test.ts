import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareVerdicts } from '../testing/differential.ts';
import { CREATED, FULL_MSG, FULL_REP, FULL_SV, SAMPLE_ENVELOPES } from '../testing/envelopes.ts';
import { mutate } from '../testing/mutations.ts';
import { OfficialEnvelopeSchema } from '../testing/official-envelope-schema.ts';
import { OFFICIAL, officialPresent } from '../testing/official-schema.ts';
import { DECIMALS, TEXTS } from '../testing/spoilers.ts';
import { decodeEnvelope } from './decode-envelope.ts';
import { encodeEnvelope } from './encode-envelope.ts';

/** Mutations to try: 2,000 in the usual run, more in `npm run soak`, others by `CEB_SEED`. */
const MUTATIONS = Number(process.env.CEB_MUTATIONS ?? 2000);
const SEED = Number(process.env.CEB_SEED ?? 1);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const full = encodeEnvelope(FULL_MSG);
const answer = encodeEnvelope(FULL_REP);

const MOMENTS = [
  ...[CREATED, '2026-07-01T24:00:00', '2026-07-01T24:00:01', '2026-07-01T24:00:00.0', '-0004-02-29T00:00:00'],
  ...['2024-02-29T00:00:00', '2026-02-29T00:00:00', '2100-02-29T00:00:00', '0000-01-01T00:00:00', ''],
  ...['10000-01-01T00:00:00', '010000-01-01T00:00:00', '2026-07-01T00:00:00+14:00', '2026-07-01', 'x'],
  ...['2026-07-01T00:00:00-14:01', '2026-07-01T00:00:00+08:60', '2026-07-01T00:00:00+0800', ' 2026-07-01 '],
  ...[
    '2026-07-01T00:00:59.',
    '2026-07-01T00:00:59.9',
    '2026-07-01T00:00:60',
    '2026-07-01t00:00:00',
    '2026-07',
  ],
  ...[` ${CREATED}`, `${CREATED}&#32;`, `<![CDATA[${CREATED}]]>`, '2026<!--c-->-07-01T00:00:00', '2026-7-1'],
  ...['2026-07-01Z', '2026-07-01-14:00', '2026-07-01+14:01', '2026-13-01', '2026-04-31', '-2026-01-01'],
];

const SPACED = ['Z ', '+08:00\n\t ', '.5Z\r\n', 'Z x', ' Z', 'Z&#160;', 'Z<!-- --> '].map(
  (end) => CREATED + end,
);

const FREE = [
  ...['<x y="z" xmlns=""/>', 'a<DxpMsg/>', '<DxpRep/>', '<DxpMsgSv/>', '<TransInfo/>', '<x><DxpMsg/></x>'],
  ...['<ds:KeyName xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><x/></ds:KeyName>', '<![CDATA[<]]>'],
  ...['<x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>'],
];

describe.skipIf(!officialPresent)('the official schemas of transport messages', () => {
  let schema: OfficialEnvelopeSchema;
  beforeAll(() => {
    schema = new OfficialEnvelopeSchema();
  });
  afterAll(() => {
    schema.dispose();
  });

  function agree(text: string): boolean | undefined {
    const compared = compareVerdicts(bytesOf(text), schema, decodeEnvelope);
    expect(compared, text).not.toHaveProperty('theirs');
    return compared.outcome === 'stricter' ? undefined : compared.outcome === 'valid';
  }

  it('accept what is written here, and the samples at hand, and so does the decoder', () => {
    for (const text of SAMPLE_ENVELOPES) expect(agree(text)).toBe(true);
    const samples = readdirSync(join(OFFICIAL, 'samples')).filter((name) => name.startsWith('Dxp'));
    expect(samples.length).toBeGreaterThan(1);
    for (const name of samples)
      expect(agree(readFileSync(join(OFFICIAL, 'samples', name), 'utf8'))).toBe(true);
  });

  it('and the decoder agree on every odd value in every kind of place', () => {
    const between = (text: string, from: string, to: string) => (value: string) =>
      text.replace(new RegExp(`(${from})[^<"]*(${to})`), (_, before, after) => before + value + after);
    const odd = [...DECIMALS, ...TEXTS].filter((value) => !value.includes('"'));
    const kinds: readonly (readonly [put: (value: string) => string, values: readonly string[]])[] = [
      [between(full, '<CopMsgId>', '<'), odd],
      [between(full, '<SenderId>', '<'), odd],
      [between(full, '<MsgType>', '<'), odd],
      [between(full, '<Data>', '<'), odd],
      [between(full, '<Key>', '<'), odd],
      [between(full, '<IsText Encode="', '"'), odd],
      [between(full, '<IsText Encode="UTF-8">', '<'), odd],
      [between(full, '<Key name="', '"'), odd],
      [between(full, ' ver="', '"'), [...odd, '1.0', ' 1.0', '1.&#48;', '1.0&#9;']],
      [between(full, ' Id="', '"'), odd],
      [between(full, '<CreatTime>', '<'), [...odd, ...MOMENTS, ...SPACED]],
      [between(answer, '<NoticeTime>', '<'), [...odd, ...MOMENTS]],
      [between(full, '<RecMapId>', '<'), [...odd, ...FREE]],
      [between(encodeEnvelope(FULL_SV), '<SubMsgId>', '<'), odd],
    ];
    for (const [put, values] of kinds) for (const value of values) agree(put(value));
  });

  it(`and the decoder agree on ${MUTATIONS} spoilt messages`, { timeout: 600_000 }, () => {
    let valid = 0;
    for (let seed = SEED; seed < SEED + MUTATIONS; seed++) {
      if (agree(mutate(SAMPLE_ENVELOPES[seed % SAMPLE_ENVELOPES.length] ?? '', seed))) valid++;
    }
    expect(valid).toBeGreaterThan(MUTATIONS / 20);
  });
});
