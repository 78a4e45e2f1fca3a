import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from '../../modules/ceb/testing/differential.ts';
import { applyChanges, drawChanges } from '../../modules/ceb/testing/mutations.ts';
import type { JudgingSchema } from '../../modules/ceb/testing/official-schema.ts';
import type { Original } from './originals.ts';
import { fewerChanges, shrink } from './shrink.ts';

export interface Run {
  readonly count: number;
  readonly seed: number;
  /** Number of the first case; a single one is played again by its number and a count of 1. */
  readonly from: number;
  readonly schema: JudgingSchema;
  readonly originals: readonly Original[];
  readonly say: (line: string) => void;
}

export interface Summary {
  differences: number;
  readonly byRoot: Map<string, { valid: number; invalid: number; stricter: number }>;
  readonly stricter: Map<string, number>;
  /** Why the official schema refused, how often: to see that the run reaches every kind of fault. */
  readonly made: Map<string, { valid: number; invalid: number }>;
}

/** After so many differences the rest would only repeat them. */
const MOST_TOLD = 20;
const PROGRESS_EVERY = 10_000;

/** Seeds of neighbouring cases, and of the same case under another seed, have nothing in common. */
function caseSeed(seed: number, number: number): number {
  return Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b);
}

export function runFuzz(run: Run): Summary {
  const summary: Summary = { differences: 0, byRoot: new Map(), stricter: new Map(), made: new Map() };
  run.say(`seed ${run.seed}, ${run.count} cases from ${run.from}, ${run.originals.length} originals`);
  for (let number = run.from; number < run.from + run.count; number++) {
    const original = run.originals[number % run.originals.length];
    if (!original) break;
    judge(run, original, number, summary);
    const done = number - run.from + 1;
    if (done % PROGRESS_EVERY === 0) run.say(`${done} of ${run.count}, ${summary.differences} differences`);
    if (summary.differences >= MOST_TOLD) {
      run.say(`Stopped after ${done} cases: ${MOST_TOLD} differences are enough to look at.`);
      break;
    }
  }
  return summary;
}

function judge(run: Run, original: Original, number: number, summary: Summary): void {
  const changes = drawChanges(caseSeed(run.seed, number));
  const bytes = applyChanges(original.text, changes);
  const compared = compare(bytes, run.schema);
  const counts = entry(summary.byRoot, original.root, { valid: 0, invalid: 0, stricter: 0 });
  if (compared.outcome === 'difference') {
    summary.differences++;
    tell(run, original, number);
    return;
  }
  counts[compared.outcome]++;
  if (compared.outcome === 'stricter') {
    summary.stricter.set(compared.point, (summary.stricter.get(compared.point) ?? 0) + 1);
  } else if (changes.length === 1) {
    entry(summary.made, changes[0]?.name ?? '', { valid: 0, invalid: 0 })[compared.outcome]++;
  }
}

function entry<T>(map: Map<string, T>, key: string, fresh: T): T {
  const known = map.get(key) ?? fresh;
  map.set(key, known);
  return known;
}

/** Prints a difference so that it can be played again, and writes the smallest input that still shows it. */
function tell({ say, schema, seed }: Run, original: Original, number: number): void {
  const differs = (bytes: Uint8Array): boolean => compare(bytes, schema).outcome === 'difference';
  const changes = fewerChanges(original.text, drawChanges(caseSeed(seed, number)), differs);
  const smallest = shrink(applyChanges(original.text, changes), differs);
  const compared = compare(smallest, schema);
  const file = join(mkdtempSync(join(tmpdir(), 'chama-fuzz-')), `${original.root}-${seed}-${number}.xml`);
  writeFileSync(file, smallest);
  say(`DIFFERENCE in ${original.root} (${original.source}): --seed ${seed} --from ${number} --count 1`);
  say(`  changes: ${changes.map(({ name }) => name).join(', ')}`);
  if (compared.outcome === 'difference') {
    say(`  ours:    ${compared.ours}`);
    say(`  theirs:  ${compared.theirs}`);
  }
  say(`  input:   ${file} (${smallest.length} bytes)`);
}

/** The counts as lines of a table. */
export function written({ byRoot, stricter, made }: Summary): string[] {
  const row = (name: string, valid: number, invalid: number, more = ''): string =>
    `${name.padEnd(54)}${String(valid).padStart(8)}${String(invalid).padStart(9)}${more}`;
  const roots = [...byRoot].sort(([one], [other]) => one.localeCompare(other));
  const total = { valid: 0, invalid: 0, stricter: 0 };
  for (const [, counts] of roots) {
    total.valid += counts.valid;
    total.invalid += counts.invalid;
    total.stricter += counts.stricter;
  }
  return [
    `${'message'.padEnd(54)}   valid  invalid stricter`,
    ...[...roots, ['all', total] as const].map(([root, counts]) =>
      row(root, counts.valid, counts.invalid, String(counts.stricter).padStart(9)),
    ),
    `${'changed in one way only'.padEnd(54)}   valid  invalid`,
    ...[...made].sort().map(([name, counts]) => row(`  ${name}`, counts.valid, counts.invalid)),
    ...[...stricter].sort().map(([point, times]) => `stricter by intent: ${point}: ${times}`),
  ];
}
