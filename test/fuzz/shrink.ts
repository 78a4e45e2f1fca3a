import { applyChanges, type Change } from '../../modules/ceb/testing/mutations.ts';

/** Enough for a message of a few thousand characters; beyond, what is left is small enough to look at. */
const MOST_TRIALS = 4000;

/** Leaves out every change that the difference does not need. */
export function fewerChanges(
  message: string,
  changes: readonly Change[],
  differs: (bytes: Uint8Array) => boolean,
): readonly Change[] {
  for (const [at] of changes.entries()) {
    const fewer = changes.toSpliced(at, 1);
    if (fewer.length > 0 && differs(applyChanges(message, fewer))) {
      return fewerChanges(message, fewer, differs);
    }
  }
  return changes;
}

/** Takes stretches of bytes out, long ones first, as long as the difference remains. */
export function shrink(bytes: Uint8Array, differs: (bytes: Uint8Array) => boolean): Uint8Array {
  let smallest = bytes;
  let trials = 0;
  for (let length = bytes.length >> 1; length > 0; length >>= 1) {
    for (let at = 0; at + length <= smallest.length && trials < MOST_TRIALS; trials++) {
      const shorter = new Uint8Array(smallest.length - length);
      shorter.set(smallest.subarray(0, at));
      shorter.set(smallest.subarray(at + length), at);
      if (differs(shorter)) smallest = shorter;
      else at += length;
    }
  }
  return smallest;
}
