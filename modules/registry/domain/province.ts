/**
 * The first two digits of region codes (GB/T 2260), with 81 to 83 also used by residence permits of Hong Kong, Macao
 * and Taiwan residents. Confidence H.
 */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

/** Whether a region code begins with a province, municipality or region of China. */
export function beginsWithProvince(regionCode: string): boolean {
  return PROVINCES.has(regionCode.slice(0, 2));
}
