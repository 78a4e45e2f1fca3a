import { parseArgs } from 'node:util';
import type { AgencyAnswersPage, ArrivalsPage, DispatchesPage, LinkView } from '#links';
import { OperatorError } from '#postgres';
import { aligned } from './columns.ts';
import { Misuse } from './misuse.ts';
import { type Platform, platformOf } from './platform-client.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `links status | dispatches STATE | answers STANDING | unreadable | replay MESSAGE-ID…`, with an operator's key. */
export async function linksCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
      agency: { type: 'string', default: 'customs' },
    },
  });
  const [verb = 'status', ...rest] = positionals;
  const platform = await platformOf(values);
  const ask = asking(platform);
  const base = `/api/links/${encodeURIComponent(values.agency)}`;
  const [subject] = rest;
  if (verb === 'status') return status(await ask('/api/links'), values.json);
  if (verb === 'dispatches' && subject)
    return dispatches(
      await ask(`${base}/dispatches?limit=200&state=${encodeURIComponent(subject)}`),
      values.json,
    );
  if (verb === 'answers' && subject)
    return answers(
      await ask(`${base}/answers?limit=200&standing=${encodeURIComponent(subject)}`),
      values.json,
    );
  if (verb === 'unreadable') return unreadable(await ask(`${base}/unreadable?limit=200`), values.json);
  if (verb === 'replay' && subject) {
    for (const messageId of rest) {
      await ask(`${base}/dispatches/${encodeURIComponent(messageId)}/replay`, 'POST');
      say(`已列入重发 ${messageId}。${messageId} will be sent again.`);
    }
    return 0;
  }
  throw new Misuse({
    zh: '用法：links status | dispatches waiting|sent|answered|lost|failed | answers taken|late|unmatched | unreadable | replay 报文编号…',
    en: 'Usage: links status | dispatches waiting|sent|answered|lost|failed | answers taken|late|unmatched | unreadable | replay MESSAGE-ID…',
  });
}

/** Asks the running platform; what it refuses is said in its own words. */
function asking(platform: Platform) {
  const key = platform.keyFor(undefined);
  const headers = key ? { authorization: `Bearer ${key}` } : {};
  return async <Body>(path: string, method = 'GET'): Promise<Body> => {
    const response = await platform.fetch(path, { method, headers });
    const body = (await response.json()) as Body & { zh?: string; en?: string };
    if (response.ok) return body;
    const { zh = `HTTP ${response.status}`, en = `HTTP ${response.status}` } = body;
    throw new OperatorError({ zh, en });
  };
}

const JUDGES = {
  engine: '平台规则 · the platform’s rules',
  live: '海关 · customs itself',
} as const;

function status({ links }: { readonly links: readonly LinkView[] }, json: boolean): number {
  for (const link of links) {
    if (json) {
      say(JSON.stringify(link));
      continue;
    }
    const { name, judge, channel, dispatches: open, unmatched, unreadable: unread, oldestOpenAt } = link;
    say(`${name.zh} · ${name.en}`);
    const rows = [['判定方 · judge', JUDGES[judge]]];
    if (channel) {
      rows.push(['通道 · channel', `${channel.state}  ${channel.address}`]);
      if (channel.problem) rows.push(['', `${channel.problem.zh} ${channel.problem.en}`]);
      for (const what of ['waiting', 'outgoing', 'failed'] as const)
        if (channel[what] !== undefined) rows.push([`  ${what}`, String(channel[what])]);
    }
    rows.push(
      ['待发 · waiting', String(open.waiting)],
      ['已发未答 · sent, no answer yet', String(open.sent)],
      ['丢失 · lost', String(open.lost)],
      ['失败 · failed', String(open.failed)],
      ['无主回执 · unmatched', String(unmatched)],
      ['不可读 · unreadable', String(unread)],
      ...(oldestOpenAt ? [['最早未结 · oldest open', oldestOpenAt]] : []),
    );
    for (const line of aligned(rows.map((row) => ['', ...row]))) say(line);
  }
  return links.some(
    ({ channel, dispatches: { lost, failed } }) => channel?.state === 'down' || lost + failed > 0,
  )
    ? 1
    : 0;
}

function dispatches({ dispatches: found, next }: DispatchesPage, json: boolean): number {
  if (json) for (const dispatch of found) say(JSON.stringify(dispatch));
  else {
    const rows = found.map(({ messageId, sender, root, documents, tries, madeAt, fault }) => [
      ...[messageId, sender, root, `${documents} 份`, `${tries} ×`, madeAt],
      fault ?? '',
    ]);
    for (const line of aligned(rows)) say(line);
    if (found.length === 0) say('没有。None.');
    if (next) say('只列出最新的 200 份。Only the latest 200 are shown.');
  }
  return 0;
}

function answers({ answers: found }: AgencyAnswersPage, json: boolean): number {
  if (json) for (const one of found) say(JSON.stringify(one));
  else {
    const rows = found.map(({ arrivedAt, type, returnStatus, returnInfo, body, findings }) => [
      ...[arrivedAt, type, returnStatus, numbersOf(body)],
      `${findings.map(({ code }) => code).join(' ')} ${returnInfo}`.trim(),
    ]);
    for (const line of aligned(rows)) say(line);
    if (found.length === 0) say('没有。None.');
  }
  return 0;
}

/** The numbers by which a person looks for what a receipt speaks of. */
const numbersOf = (body: Readonly<Record<string, unknown>>): string =>
  ['orderNo', 'payTransactionId', 'logisticsNo', 'copNo', 'invtNo', 'oriCopMsgId']
    .flatMap((name) => (typeof body[name] === 'string' ? [`${name} ${body[name]}`] : []))
    .join(' ');

function unreadable({ arrivals }: ArrivalsPage, json: boolean): number {
  if (json) for (const one of arrivals) say(JSON.stringify(one));
  else {
    const rows = arrivals.map(({ arrivedAt, name, digest, findings }) => [
      ...[arrivedAt, name, digest.slice(0, 12)],
      findings.map(({ code, message }) => `${code} ${message.zh} ${message.en}`).join(' '),
    ]);
    for (const line of aligned(rows)) say(line);
    if (arrivals.length === 0) say('没有。None.');
  }
  return 0;
}
