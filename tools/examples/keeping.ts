import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesOfAll, type Recorded } from '#http';
import problems from '../../contracts/problems.json' with { type: 'json' };
import { type Operation, objections, operations } from '../../test/contracts/description.ts';
import { root } from '../root.ts';
import { exampleFrom } from './choosing.ts';
import type { Exchange } from './exchange.ts';

const folder = join(root, 'contracts/examples');
const known = new Set(problems.map(({ code }) => code));

/**
 * Writes an example and the refusals of every operation that was seen. What was seen before stays, as long as the catalogue has the code.
 * @returns names of the operations whose files have changed, and what is still lacking, in words
 */
export function keepExamples(exchanges: readonly Exchange[]): {
  readonly changed: readonly string[];
  readonly lacking: readonly string[];
} {
  mkdirSync(folder, { recursive: true });
  const changed: string[] = [];
  const lacking: string[] = [];
  const names = new Set<string>();
  for (const [, operation] of operations) {
    const name = operation.operationId;
    names.add(`${name}.json`);
    const seen = exchanges.filter(({ operationId }) => operationId === name);
    const before = keptOf(name);
    const after = {
      ...(fits(operation, before) ? exampleIn(before) : (exampleFrom(operation, seen, fits) ?? {})),
      ...refusalsOf(seen, before.refusals ?? {}),
    };
    if (!fits(operation, after)) lacking.push(`${name} has not been answered well: no test asks it so`);
    const text = `${JSON.stringify(after, undefined, 1)}\n`;
    if (text === `${JSON.stringify(before, undefined, 1)}\n`) continue;
    changed.push(name);
    writeFileSync(join(folder, `${name}.json`), text);
  }
  for (const file of readdirSync(folder)) if (!names.has(file)) rmSync(join(folder, file));
  const untold = new Set(exchanges.flatMap(({ code }) => (code !== '' && !known.has(code) ? [code] : [])));
  for (const code of untold) lacking.push(`${code} stands in no catalogue: npm run docs`);
  return { changed, lacking };
}

function keptOf(name: string): Recorded {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  } catch {
    return {};
  }
}

const exampleIn = ({ request, answer }: Recorded): Recorded => ({
  ...(request === undefined ? {} : { request }),
  ...(answer === undefined ? {} : { answer }),
});

/** Whether an example is there as far as an operation can have one, and as it is described. */
function fits({ requestBody, responses }: Operation, { request, answer }: Recorded): boolean {
  const good = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const asked =
    !Object.keys(requestBody?.content ?? {}).some((type) => /csv|urlencoded/.test(type)) || request;
  return Boolean(asked) && holds(requestBody?.content, request) && holds(good?.content, answer);
}

function holds(
  content: NonNullable<Operation['requestBody']>['content'] | undefined,
  value: unknown,
): boolean {
  const media = content?.['application/json'];
  return !media || (value !== undefined && objections(media.schema, value).length === 0);
}

function refusalsOf(seen: readonly Exchange[], before: NonNullable<Recorded['refusals']>): Recorded {
  const all = [
    ...Object.entries(before).flatMap(([status, codes]) =>
      codes.filter((code) => known.has(code)).map((code) => [Number(status), code] as const),
    ),
    ...seen.map(({ status, code }) => [status, code] as const),
  ];
  const own = all.filter(([status, code]) => code !== '' && !codesOfAll(status).includes(code));
  const statuses = [...new Set(own.map(([status]) => status))].sort();
  const refusals = statuses.map((one) => [
    one,
    [...new Set(own.flatMap(([status, code]) => (status === one ? [code] : [])))].sort(),
  ]);
  return refusals.length === 0 ? {} : { refusals: Object.fromEntries(refusals) };
}
