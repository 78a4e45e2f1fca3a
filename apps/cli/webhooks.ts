import { parseArgs } from 'node:util';
import type { WebhookDeliveriesPage, WebhookDeliveryStory, WebhooksPage, WebhookView } from '#notices';
import { type Ask, asking } from './asking.ts';
import { aligned } from './columns.ts';
import { Misuse } from './misuse.ts';
import { platformOf } from './platform-client.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What a verb needs: its words, how to ask, and how answers are shown. */
interface Call {
  readonly ask: Ask;
  readonly id: string;
  readonly rest: readonly string[];
  readonly events: readonly string[];
  readonly label: string | undefined;
  readonly state: string | undefined;
  readonly json: boolean;
}

/** `webhooks VERB …`, with a key of the enterprise whose webhooks they are. */
export async function webhooksCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      enterprise: { type: 'string' },
      events: { type: 'string', default: '' },
      label: { type: 'string' },
      state: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb = '', id = '', ...rest] = positionals;
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  const { label, state, json } = values;
  const events = values.events.split(',').flatMap((kind) => kind.trim() || []);
  const needsMore =
    (id === '' && !['list', 'kinds'].includes(verb)) || (verb === 'create' && events.length === 0);
  if (!run || needsMore) throw usage();
  const ask = asking(await platformOf(values), values.enterprise);
  return run({ ask, id: verb === 'create' ? id : encodeURIComponent(id), rest, events, label, state, json });
}

const usage = (): Misuse =>
  new Misuse({
    zh: '用法：webhooks list | kinds | create 地址 --events 事件,… | show|test|log|replay|pause|resume|rotate|remove 编号 | delivery 编号 序号',
    en: 'Usage: webhooks list | kinds | create ADDRESS --events KIND,… | show|test|log|replay|pause|resume|rotate|remove ID | delivery ID NUMBER',
  });

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  list: async ({ ask, json }) => {
    const { webhooks } = await ask<WebhooksPage>('/api/webhooks');
    for (const each of webhooks) show(each, json);
    if (!json && webhooks.length === 0) say('没有订阅。None.');
    return webhooks.some(({ state }) => state === 'disabled') ? 1 : 0;
  },
  kinds: async ({ ask, json }) => {
    const { kinds } = await ask<WebhooksPage>('/api/webhooks');
    for (const kind of kinds) {
      if (json) say(JSON.stringify(kind));
      else {
        const { group, members = ['CEBnnn'], text } = kind;
        say(
          `${[...members, '*'].map((member) => `${group}.${member}`).join('  ')}\n  ${text.zh}\n  ${text.en}`,
        );
      }
    }
    return 0;
  },
  create: async ({ ask, id, events, label, json }) => {
    const wish = { address: id, events, ...(label === undefined ? {} : { label }) };
    const { secret, ...made } = await ask<WebhookView & { secret: string }>('/api/webhooks', 'POST', wish);
    if (json) say(JSON.stringify({ ...made, secret }));
    else {
      show(made, false);
      tellSecret(secret);
    }
    return 0;
  },
  show: async ({ ask, id, json }) => show(await ask<WebhookView>(`/api/webhooks/${id}`), json),
  pause: async ({ ask, id, json }) =>
    show(await ask<WebhookView>(`/api/webhooks/${id}`, 'PATCH', { state: 'paused' }), json),
  resume: async ({ ask, id, json }) =>
    show(await ask<WebhookView>(`/api/webhooks/${id}`, 'PATCH', { state: 'active' }), json),
  rotate: async ({ ask, id, json }) => {
    const answer = await ask<{ secret: string; formerSecretUntil: string }>(
      `/api/webhooks/${id}/secret`,
      'POST',
    );
    if (json) say(JSON.stringify(answer));
    else {
      tellSecret(answer.secret);
      const until = answer.formerSecretUntil;
      process.stderr.write(`旧密钥继续签名至 ${until}。The former secret signs beside it until ${until}.\n`);
    }
    return 0;
  },
  remove: async ({ ask, id }) => {
    await ask(`/api/webhooks/${id}`, 'DELETE');
    say(`已删除 ${id}。Removed.`);
    return 0;
  },
  test: async ({ ask, id, json }) =>
    story(await ask<WebhookDeliveryStory>(`/api/webhooks/${id}/test`, 'POST'), json),
  delivery: async ({ ask, id, rest: [number], json }) => {
    if (number === undefined) throw usage();
    const path = `/api/webhooks/${id}/deliveries/${encodeURIComponent(number)}`;
    return story(await ask<WebhookDeliveryStory>(path), json);
  },
  log: async ({ ask, id, state, json }) => {
    const query = state === undefined ? '' : `&state=${encodeURIComponent(state)}`;
    const page = await ask<WebhookDeliveriesPage>(`/api/webhooks/${id}/deliveries?limit=100${query}`);
    return log(page, json);
  },
  replay: async ({ ask, id, rest }) => {
    const wish = rest.length > 0 ? { numbers: rest } : {};
    const { replayed } = await ask<{ replayed: number }>(`/api/webhooks/${id}/replay`, 'POST', wish);
    say(`已列入重发 ${replayed} 个事件。${replayed} events will be sent again.`);
    return 0;
  },
};

/** The secret alone goes to the output, so that it can be put where it belongs. */
function tellSecret(secret: string): void {
  process.stderr.write('密钥，只显示这一次。The secret, shown only now:\n');
  say(secret);
}

function show(webhook: WebhookView, json: boolean): number {
  if (json) {
    say(JSON.stringify(webhook));
    return 0;
  }
  const { webhookId, address, events, label, state, notice, waiting, failed, lastDeliveredAt } = webhook;
  say(`${webhookId}  ${state}  ${label}`.trimEnd());
  const rows = [
    ['地址 · address', address],
    ['事件 · events', events.join(' ')],
    ['待推送 · waiting', String(waiting)],
    ['失败 · failed', String(failed)],
    ...(lastDeliveredAt ? [['最近送达 · last delivered', lastDeliveredAt]] : []),
    ...(notice ? [['注意 · notice', `${notice.zh} ${notice.en}`]] : []),
  ];
  for (const line of aligned(rows.map((row) => ['', ...row]))) say(line);
  return 0;
}

function log({ deliveries, next }: WebhookDeliveriesPage, json: boolean): number {
  if (json) for (const each of deliveries) say(JSON.stringify(each));
  else {
    const rows = deliveries.map(({ number, happenedAt, kind, state, tries, eventId }) => [
      ...[number, happenedAt, kind, state, `${tries} ×`, eventId],
    ]);
    for (const line of aligned(rows)) say(line);
    if (deliveries.length === 0) say('没有。None.');
    if (next) say('只列出最新的 100 条。Only the latest 100 are shown.');
  }
  return 0;
}

/** One delivery with its sendings; exit code 1 if it has not arrived. */
function story(delivery: WebhookDeliveryStory, json: boolean): number {
  const arrived = delivery.state === 'delivered';
  if (json) say(JSON.stringify(delivery));
  else {
    say(
      `${arrived ? '✓' : '✗'} ${delivery.number}  ${delivery.kind}  ${delivery.state}  ${delivery.eventId}`,
    );
    say(delivery.body);
    const rows = delivery.attempts.map(({ number, beganAt, tookMs, httpStatus, fault, answer }) => [
      ...[`  ${number}`, beganAt, `${tookMs} ms`, String(httpStatus ?? ''), fault ?? ''],
      JSON.stringify(answer ?? ''),
    ]);
    for (const line of aligned(rows)) say(line);
  }
  return arrived ? 0 : 1;
}
