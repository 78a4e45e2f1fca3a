import { createHash } from 'node:crypto';

const PURPOSES = { key: 1, iv: 2, mac: 3 } as const;

/** Bytes of a block of each hash's input, and of its result. */
const SIZES: Readonly<Record<string, { readonly block: number; readonly result: number }>> = {
  sha1: { block: 64, result: 20 },
  sha256: { block: 64, result: 32 },
  sha384: { block: 128, result: 48 },
  sha512: { block: 128, result: 64 },
  sm3: { block: 64, result: 32 },
};

/** Bytes derived from a password as PKCS#12 has it (RFC 7292, appendix B), for a key, a vector or a seal. */
export function pkcs12Bytes(
  hash: string,
  password: string,
  salt: Uint8Array,
  rounds: number,
  purpose: keyof typeof PURPOSES,
  length: number,
): Uint8Array {
  const { block, result } = SIZES[hash] ?? { block: 64, result: 20 };
  const spread = new Uint8Array(block).fill(PURPOSES[purpose]);
  const input = Buffer.concat([filled(salt, block), filled(wide(password), block)]);
  const output = new Uint8Array(Math.ceil(length / result) * result);
  for (let at = 0; at < length; at += result) {
    let digest = createHash(hash).update(spread).update(input).digest();
    for (let round = 1; round < rounds; round++) digest = createHash(hash).update(digest).digest();
    output.set(digest, at);
    addToBlocks(input, filled(digest, block), block);
  }
  return output.subarray(0, length);
}

/** The password in UTF-16, high byte first, with a zero character at its end. */
function wide(password: string): Uint8Array {
  const bytes = new Uint8Array(password.length * 2 + 2);
  for (let at = 0; at < password.length; at++) {
    const unit = password.charCodeAt(at);
    bytes[at * 2] = unit >> 8;
    bytes[at * 2 + 1] = unit & 0xff;
  }
  return bytes;
}

/** Bytes repeated until whole blocks are full. */
function filled(bytes: Uint8Array, block: number): Uint8Array {
  const length = Math.ceil(bytes.length / block) * block;
  return Uint8Array.from({ length }, (_, at) => bytes[at % bytes.length] ?? 0);
}

/** Adds a number and one to every block of the input, each taken as a number. */
function addToBlocks(input: Uint8Array, number: Uint8Array, block: number): void {
  for (let from = 0; from < input.length; from += block) {
    let carry = 1;
    for (let at = block - 1; at >= 0; at--) {
      carry += (input[from + at] ?? 0) + (number[at] ?? 0);
      input[from + at] = carry & 0xff;
      carry >>= 8;
    }
  }
}
