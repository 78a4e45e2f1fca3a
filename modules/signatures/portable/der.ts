import { joinBytes } from './bytes.ts';

/** The two whole numbers of an ECDSA-shaped signature in DER, as 32 bytes each; undefined where it is not strict DER. */
export function rawSignature(der: Uint8Array): Uint8Array | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const r = integerAt(der, 2);
  const s = r && integerAt(der, r.end);
  return r && s && s.end === der.length ? joinBytes(r.value, s.value) : undefined;
}

function integerAt(der: Uint8Array, at: number): { value: Uint8Array; end: number } | undefined {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  const digits = der.subarray(at + 2, end);
  const [first = 0, second = 0] = digits;
  const padded = first === 0 && digits.length > 1;
  const proper =
    der[at] === 2 && length > 0 && end <= der.length && first < 0x80 && !(padded && second < 0x80);
  const bare = padded ? digits.subarray(1) : digits;
  if (!proper || bare.length > 32) return undefined;
  return { value: joinBytes(new Uint8Array(32 - bare.length), bare), end };
}

/** The DER form of r‖s, as certificates carry it. */
export function derSignature(raw: Uint8Array): Uint8Array {
  const parts = [raw.subarray(0, 32), raw.subarray(32)].map(integer);
  const body = joinBytes(...parts);
  return joinBytes(Uint8Array.of(0x30, body.length), body);
}

function integer(digits: Uint8Array): Uint8Array {
  let from = 0;
  while (from < digits.length - 1 && digits[from] === 0) from++;
  const bare = digits.subarray(from);
  const padding = (bare[0] ?? 0) >= 0x80 ? 1 : 0;
  return joinBytes(Uint8Array.of(2, bare.length + padding), new Uint8Array(padding), bare);
}

/** Whether bytes are one DER value and nothing after it. */
export function isOneValue(der: Uint8Array): boolean {
  const first = der[1] ?? 0;
  if (first < 0x80) return der.length === 2 + first;
  const count = first & 0x7f;
  if (count === 0 || count > 3) return false;
  let length = 0;
  for (let at = 2; at < 2 + count; at++) length = length * 256 + (der[at] ?? 0);
  return der.length === 2 + count + length;
}
