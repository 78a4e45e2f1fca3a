import { parseArgs } from 'node:util';
import {
  officialPresent,
  officialSchema,
  schemaOfTables,
} from '../../modules/ceb/testing/official-schema.ts';
import { understood } from '../understood.ts';
import { originals } from './originals.ts';
import { runFuzz, written } from './run-fuzz.ts';

// `npm run fuzz`: spoils messages in many ways and compares the decoder with libxml2 on each of them, by the official
// schema where it is at hand, else by the schema written from the tables.

const { count, seed, from } = understood(() => {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
      from: { type: 'string', default: '0' },
    },
  });
  const whole = (name: 'count' | 'seed' | 'from', least: number): number => {
    const value = values[name];
    if (!/^\d{1,10}$/.test(value) || Number(value) < least)
      throw new RangeError(`--${name} is a whole number from ${least}, not ${value}.`);
    return Number(value);
  };
  return { count: whole('count', 1), seed: whole('seed', 0), from: whole('from', 0) };
});

const schema = officialPresent ? officialSchema() : schemaOfTables();
console.error(officialPresent ? 'Judged by the official schema.' : 'Judged by the schema of our own tables.');
const summary = runFuzz({
  ...{ count, seed, from, schema },
  originals: originals(schema),
  say: (line) => console.error(line),
});
schema.dispose();
for (const line of written(summary)) console.log(line);
console.log(`${summary.differences} differences`);
process.exitCode = summary.differences === 0 ? 0 : 1;
