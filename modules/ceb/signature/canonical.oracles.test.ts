import { describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { spoilCanonical } from '../testing/canonical-mutations.ts';
import { canonicalByLibxml2, canonicalByXmlCrypto } from '../testing/canonical-oracles.ts';
import { sampleMessage } from '../testing/messages.ts';
import type { CebMessage, Root } from '../types.ts';
import { readCanonically } from './canonical-reading.ts';
import { readQuickly } from './quick-reading.ts';
import { locate } from './signed-parts.ts';
import { utf8Bytes } from './utf8.ts';

const COUNT = Number(process.env.CEB_MUTATIONS ?? 1500);
const FIRST = Number(process.env.CEB_SEED ?? 1);

const roots: readonly Root[] = ['CEB311Message', 'CEB411Message', 'CEB621Message', 'CEB312Message'];
const sound = roots.flatMap((root) => {
  const whole = sampleMessage(root, true, 2, 2);
  const { extension, ...plain } = whole as CebMessage & { extension?: unknown };
  return [encode(whole), encode(plain as CebMessage)];
});

const mutated = Array.from({ length: COUNT }, (_, place) => {
  const seed = FIRST + place;
  return { seed, text: spoilCanonical(sound[seed % sound.length] ?? '', seed) };
});

describe('the canonical form of changed messages', () => {
  it('is that of libxml2, and what libxml2 refuses is refused', () => {
    let compared = 0;
    for (const { seed, text } of mutated) {
      const located = locate(utf8Bytes(text));
      const theirs = canonicalByLibxml2(utf8Bytes(text));
      // Entities, document types and other encodings are refused here and read there; decode has the same rule.
      if ('code' in located && (theirs === undefined || /<!DOCTYPE|&\w|encoding="(?!UTF-8")/.test(text)))
        continue;
      // Whether an xml:id stands once is no matter of form; decode sees to it.
      if (theirs === undefined && text.includes('xml:id=')) continue;
      const several = 'signatures' in located && located.signatures.length > 1;
      if (several) continue;
      const ours = {
        content: 'content' in located ? Buffer.concat(located.content).toString() : located.code,
        signedInfo: 'signatures' in located ? (located.signatures[0]?.signedInfo ?? '') : '',
      };
      expect(ours, `seed ${seed}`).toEqual(theirs);
      compared++;
    }
    expect(compared).toBeGreaterThan(COUNT / 2);
  });

  it('is that of xml-crypto, but for what that one is known to have wrong', () => {
    let compared = 0;
    for (const { seed, text } of mutated) {
      const document = readCanonically(text);
      const theirs = 'content' in document ? canonicalByXmlCrypto(text) : undefined;
      if (!('content' in document) || !theirs || document.signatures.length > 1) continue;
      const { content, signatures } = document;
      expect({ content, signedInfo: signatures[0]?.signedInfo ?? '' }, `seed ${seed}`).toEqual(theirs);
      compared++;
    }
    expect(compared).toBeGreaterThan(COUNT / 4);
  });

  it('is the same read quickly and read with care', () => {
    let compared = 0;
    for (const { seed, text } of mutated) {
      const quick = readQuickly(utf8Bytes(text));
      if (!quick) continue;
      const careful = readCanonically(text.replace('\ufeff', ''));
      if (!('content' in careful)) throw new Error(`Seed ${seed} is read quickly, and not at all with care.`);
      const [signature] = careful.signatures;
      expect(Buffer.concat(quick.content).toString(), `seed ${seed}`).toBe(careful.content);
      expect([quick.root, quick.rootTag], `seed ${seed}`).toEqual([careful.root, careful.rootTag]);
      expect(quick.signature?.element, `seed ${seed}`).toEqual(signature?.element);
      expect(quick.signature?.signedInfo, `seed ${seed}`).toBe(signature?.signedInfo);
      compared++;
    }
    expect(compared).toBeGreaterThan(COUNT / 40);
  });
});
