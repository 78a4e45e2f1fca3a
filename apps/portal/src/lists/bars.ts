import type { Summary } from '../api/types.ts';

type Bucket = Summary['volume']['buckets'][number];

const slotCount = 60;

/** The server leaves out empty buckets: lays what there is on an even line of 60 that ends now. */
export function bars(buckets: readonly Bucket[], bucketSeconds: number, now: string): Bucket[] {
  const lengthMs = bucketSeconds * 1_000;
  const lastMs = Math.floor(Date.parse(now) / lengthMs) * lengthMs;
  const found = new Map(buckets.map((bucket) => [Math.floor(Date.parse(bucket.from) / lengthMs), bucket]));
  return Array.from({ length: slotCount }, (_, place) => {
    const fromMs = lastMs - (slotCount - 1 - place) * lengthMs;
    return (
      found.get(fromMs / lengthMs) ?? {
        from: new Date(fromMs).toISOString(),
        received: 0,
        released: 0,
        held: 0,
        refused: 0,
      }
    );
  });
}
