import { parseArgs } from 'node:util';
import type { DelegationsPage, DelegationView } from '#delegations';
import { type Ask, asking } from './asking.ts';
import { aligned } from './columns.ts';
import { Misuse } from './misuse.ts';
import { platformOf } from './platform-client.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Call {
  readonly ask: Ask;
  readonly subject: string;
  readonly json: boolean;
  readonly given: Readonly<
    Record<'kinds' | 'from' | 'to' | 'paper' | 'place' | 'reason' | 'standing', string>
  >;
}

/** `delegations VERB …`, with a key of the enterprise that delegates or acts. */
export async function delegationsCommand(args: readonly string[]): Promise<number> {
  const text = { type: 'string', default: '' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ url: { type: 'string' }, key: { type: 'string' }, enterprise: { type: 'string' } },
      ...{ kinds: text, from: text, to: text, paper: text, place: text, reason: text, standing: text },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb = '', subject = ''] = positionals;
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run || (subject === '' && verb !== 'list')) throw usage();
  const ask = asking(await platformOf(values), values.enterprise);
  return run({ ask, subject, json: values.json, given: values });
}

const usage = (): Misuse =>
  new Misuse({
    zh: '用法：delegations list [given|received] | give 受托企业 --kinds 单证,… --from 日期 --to 日期 --paper 编号 | show|accept|withdraw 编号 | decline|end 编号 --reason 理由',
    en: 'Usage: delegations list [given|received] | give AGENT --kinds KIND,… --from DAY --to DAY --paper NUMBER | show|accept|withdraw ID | decline|end ID --reason TEXT',
  });

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  list: async ({ ask, subject, json, given: { standing } }) => {
    const query = new URLSearchParams({
      ...{ limit: '200' },
      ...(subject ? { side: subject } : {}),
      ...(standing ? { standing } : {}),
    });
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: DelegationsPage = await ask(
        `/api/delegations?${query}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      for (const each of page.delegations) show(each, json);
      if (!json && cursor === '' && page.delegations.length === 0) say('没有委托。None.');
      cursor = page.next;
    }
    return 0;
  },
  give: async ({ ask, subject, json, given: { kinds, from, to, paper, place } }) => {
    const list = kinds.split(',').flatMap((kind) => kind.trim() || []);
    if (list.length === 0 || !from || !to || !paper) throw usage();
    const wish = { agent: subject, kinds: list, fromDay: from, toDay: to, paperNo: paper };
    const made = await ask<DelegationView>('/api/delegations', 'POST', {
      ...wish,
      ...(place ? { paperPlace: place } : {}),
    });
    return show(made, json);
  },
  show: async ({ ask, subject, json }) => {
    const found = await ask<DelegationView>(`/api/delegations/${encodeURIComponent(subject)}`);
    return show(found, json);
  },
  accept: (call) => act(call, 'accept'),
  withdraw: (call) => act(call, 'withdraw'),
  decline: (call) => act(call, 'decline'),
  end: (call) => act(call, 'end'),
};

async function act({ ask, subject, json, given: { reason } }: Call, what: string): Promise<number> {
  if ((what === 'decline' || what === 'end') && !reason) throw usage();
  const path = `/api/delegations/${encodeURIComponent(subject)}/${what}`;
  return show(await ask<DelegationView>(path, 'POST', reason ? { reason } : {}), json);
}

function show(delegation: DelegationView, json: boolean): number {
  if (json) {
    say(JSON.stringify(delegation));
    return 0;
  }
  const {
    delegationId,
    standing,
    principal,
    agent,
    kinds,
    fromDay,
    toDay,
    paperNo,
    paperPlace,
    steps = [],
  } = delegation;
  say(`${delegationId}  ${standing}`);
  const rows = [
    ['委托企业 · principal', `${principal.code} ${principal.name}`],
    ['受托企业 · agent', `${agent.code} ${agent.name}`],
    ['单证 · kinds', kinds.join(' ')],
    ['期限 · term', `${fromDay} … ${toDay}`],
    ['依据 · paper', [paperNo, paperPlace].filter(Boolean).join('  ')],
    ...steps.map(({ at, act, enterprise, reason }) => [
      `  ${at}`,
      `${act}  ${enterprise}  ${reason}`.trimEnd(),
    ]),
  ];
  for (const line of aligned(rows.map((row) => ['', ...row]))) say(line);
  return 0;
}
