import { expect, it } from 'vitest';
import { type Decoded, decode } from '../decode/decode.ts';
import type { DecodeLimits } from '../decode/limits.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const read = (text: string, limits?: DecodeLimits): Decoded => decode(bytesOf(text), limits);
export const codes = (decoded: Decoded): string[] => decoded.findings.map((one) => `${one.code} ${one.path}`);

/** One change to a sound message and what is said of it; nothing for changes that leave it sound. */
export function verdicts(
  cases: readonly (readonly [name: string, text: string, ...expected: string[]])[],
): void {
  it.each(cases)('%s', (_, text, ...expected) => {
    const decoded = read(text);
    expect(codes(decoded)).toEqual(expected);
    expect(decoded.valid).toBe(expected.length === 0);
    expect(decoded.message === undefined).toBe(expected.length > 0);
  });
}
