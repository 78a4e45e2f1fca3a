import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { chinaStamp, type Day, type Instant } from '#kernel';
import { stories } from './border/stories.ts';
import { createTeller, type Scenario, scenarios, type Told } from './scenarios/index.ts';
import type { Sending } from './scenarios/scenario.ts';
import { registeredEnterprise } from './seed.ts';
import { createZone, demoEnterprises, type Zone } from './zone.ts';

/** All stories play on this day and the ones after it: a Tuesday, no holiday near. */
const DAY: Day = '2026-03-10';
const SAMPLES = new URL('../../contracts/samples/', import.meta.url);

/** A file of the samples: path below the folder of the samples, and content. */
export interface SampleFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
const two = (number: number): string => String(number).padStart(2, '0');

/** `2026-03-10T10:00:00+08:00` */
function chinaTime(instant: Instant): string {
  const [, year, month, day, hour, minute, second] =
    /^(.{4})(.{2})(.{2})(.{2})(.{2})(.{2})$/.exec(chinaStamp(instant)) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`;
}

const HTTP: Readonly<Record<Sending['answer'], number>> = {
  accepted: 200,
  repeated: 200,
  refused: 200,
  unreadable: 422,
  forbidden: 403,
};

function stepOf(sending: Sending, file: string) {
  const { answer, status, findings } = sending;
  const taken = answer === 'accepted' || answer === 'repeated' || answer === 'refused';
  return {
    at: chinaTime(sending.at),
    file,
    as: sending.as,
    valid: answer !== 'unreadable',
    expect: {
      http: HTTP[answer],
      ...(taken ? { verdict: answer, status } : {}),
      findings,
    },
  };
}

/** The files of one story. */
function sampleFiles(zone: Zone, scenario: Scenario, place: number): SampleFile[] {
  const told: Told = scenario.tell(createTeller(zone, scenario, place, DAY));
  const folder = `${two(place)}-${scenario.name}`;
  const names = told.sendings.map(({ paper }, at) => `${two(at + 1)}-${paper}.xml`);
  const description = {
    title: scenario.title,
    why: scenario.why,
    day: DAY,
    mode: scenario.mode,
    steps: told.sendings.map((sending, at) => stepOf(sending, names[at] ?? '')),
    ...(told.until === undefined ? {} : { until: chinaTime(told.until) }),
  };
  return [
    { path: `${folder}/scenario.json`, content: json(description) },
    ...told.sendings.map(({ bytes }, at) => ({ path: `${folder}/${names[at]}`, content: bytes })),
    { path: `${folder}/expected/lists.json`, content: json(told.lists) },
    { path: `${folder}/expected/receipts.json`, content: json(told.receipts) },
  ];
}

function readme(): string {
  const rows = scenarios.map(
    ({ name, title, why, mode }, at) =>
      `| [${two(at + 1)}-${name}](${two(at + 1)}-${name}/scenario.json) | ${mode} | ${title.zh}<br>${title.en} | ${why.zh}<br>${why.en} |`,
  );
  return `# Samples: what comes in, what must go out, and why 报文样例

Each folder tells one story: \`scenario.json\` (title, reason, and the messages with the time they come, the
enterprise that sends them and the answer it must get), the messages themselves, and in \`expected/\` what must be
there in the end: \`lists.json\` (state, deciding findings, tax, allowance used) and \`receipts.json\` (what each
enterprise finds when it fetches its receipts, in order). A message comes when \`at\` says; \`until\` is the time that
has to pass before all is decided. \`test/scenarios\` plays every folder through the real server.

Everything in them is made up: enterprises, buyers, identity numbers (region 530101, which no card carries), bar codes
(prefix 952, set aside for demonstrations). The \`ds:Signature\` of the lists has the right shape and signs nothing.
The enterprises of the stories are in \`enterprises.json\`.

The folder is written by \`node apps/demo/write-samples.ts\`; change the stories in \`apps/demo/scenarios\`, not here.

| folder | mode | what happens | why |
|---|---|---|---|
${rows.join('\n')}

## Stories told over the whole interface 接口全流程

The folders with a \`story.json\` tell what is done over the interface as well: each step is a message or a call, by whom, and how it is
answered. \`{id 1}\` and \`{digest 1}\` stand for what differs each time, counted by first appearance. They are taken down while they are
played (\`npm run stories\`), told in \`apps/demo/border\`, and are part of the demo day.

| folder | what happens | why |
|---|---|---|
${stories.map(({ name, title, why }) => `| [${name}](${name}/story.json) | ${title.zh}<br>${title.en} | ${why.zh}<br>${why.en} |`).join('\n')}
`;
}

/** All files of \`contracts/samples\`, the same every time. */
export function allSampleFiles(): SampleFile[] {
  const zone = createZone();
  return [
    { path: 'README.md', content: readme() },
    { path: 'enterprises.json', content: json(demoEnterprises(zone).map(registeredEnterprise)) },
    ...scenarios.flatMap((scenario, at) => sampleFiles(zone, scenario, at + 1)),
  ];
}

function write(): void {
  for (const name of readdirSync(SAMPLES))
    if (existsSync(new URL(`${name}/scenario.json`, SAMPLES)))
      rmSync(new URL(name, SAMPLES), { recursive: true });
  for (const { path, content } of allSampleFiles()) {
    const file = new URL(path, SAMPLES);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, content);
  }
}

if (import.meta.main) write();
