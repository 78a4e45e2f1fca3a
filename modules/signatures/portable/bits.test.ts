import { describe, expect, it } from 'vitest';
import { nodePrimitives } from '../application/node-primitives.ts';
import { VECTOR_TIME, vector, vectorTrust } from '../testing/vectors.ts';
import { verify } from './verify.ts';

const options = { primitives: nodePrimitives, trust: vectorTrust, at: VECTOR_TIME };

/** Where the number of the key stands; nothing vouches for it, and nothing rests on it while a certificate is there. */
function keyName(message: Buffer): [from: number, to: number] {
  return [message.indexOf('<ds:KeyName>') + '<ds:KeyName>'.length, message.indexOf('</ds:KeyName>')];
}

/** Places of the bits that can be turned over without anyone noticing. */
async function unnoticed(message: Buffer, bitsOf: (at: number) => readonly number[]): Promise<number[]> {
  const places: number[] = [];
  for (let at = 0; at < message.length; at++) {
    for (const bit of bitsOf(at)) {
      const changed = Buffer.from(message);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      if ((await verify(changed, options)).verified) places.push(at);
    }
  }
  return places;
}

/** Every bit of every byte in `npm run soak`: eighteen thousand verifications, eight seconds of a processor. */
const everyBit = process.env.CHAMA_EVERY_BIT === '1';
const PATIENCE_MS = 180_000;

describe('a bit turned over anywhere in a signed message is noticed, but in the name of the key', () => {
  it(
    `${everyBit ? 'every bit' : 'a bit of every byte'} of a message signed with RSA`,
    async () => {
      const message = vector('rsa-specification.xml');
      const [from, to] = keyName(message);
      const places = await unnoticed(message, (at) => (everyBit ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8]));
      expect(places.filter((at) => at < from || at >= to)).toEqual([]);
      expect(places.length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it('a bit of every byte of a message signed with SM2, another for each', async () => {
    const message = vector('sm2-specification.xml');
    const [from, to] = keyName(message);
    const places = await unnoticed(message, (at) => [at % 7]);
    expect(places.filter((at) => at < from || at >= to)).toEqual([]);
  });
});
