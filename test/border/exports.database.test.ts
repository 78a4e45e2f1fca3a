import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldOrderNo, keepDearExport, keepExports } from '../portal/kept-exports.ts';
import { openPlatform, type Platform } from '../portal/platform.ts';

let platform: Platform;
let officer: Record<string, string>;
let another: Record<string, string>;
const seller = '5301963604';
const key = (orderNo: string): string => `/api/exports/${seller}/5301963601/${orderNo}`;

beforeAll(async () => {
  platform = await openPlatform({ portal: false });
  officer = await signedIn();
  another = await signedIn();
  await keepExports(platform);
});
afterAll(() => platform.close());

/** A further officer of customs. */
async function signedIn(): Promise<Record<string, string>> {
  const session = await platform.signIn({ role: 'officer', agency: 'customs' });
  return { cookie: `chama_session=${session}`, 'sec-fetch-site': 'same-origin' };
}

async function ask<Body>(
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<{ status: number; body: Body }> {
  const answer = await fetch(`${platform.url}${path}`, {
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
}

interface Detail {
  readonly list: { readonly state: string; readonly step: number; readonly attempt: number };
  readonly goodsPapers: readonly { readonly kind: string }[];
  readonly finish?: { readonly route: string };
}
const own = () => ({ authorization: `Bearer ${platform.keyOf(seller)}` });

test('a seller sees its export list go from its papers to 899, with the way it is finished', async () => {
  await expect
    .poll(async () => (await ask<Detail>(key('EXSHOW0001'), own())).body.list.state, { timeout: 20_000 })
    .toBe('closed');
  const { body } = await ask<Detail>(key('EXSHOW0001'), own());
  expect(body.goodsPapers.map(({ kind }) => kind).sort()).toEqual(['arrival', 'departure', 'master-list']);
  expect(body.finish?.route).toBe('LIST_RELEASE_SUMMARY_DECLARATION');
});

test('another enterprise finds no such list, and none of its own', async () => {
  const stranger = { authorization: `Bearer ${platform.keyOf('5301263606')}` };
  expect(await ask(key('EXSHOW0001'), stranger)).toMatchObject({
    status: 404,
    body: { code: 'EXPORT-NOT-FOUND' },
  });
  expect(await ask('/api/exports', stranger)).toMatchObject({ status: 200, body: { lists: [] } });
});

test('an officer finds the held list, decides it as it was seen, and not twice', async () => {
  const { body: page } = await ask<{ lists: { orderNo: string }[] }>('/api/exports?state=held', officer);
  expect(page.lists.map(({ orderNo }) => orderNo)).toEqual([heldOrderNo]);
  const { body } = await ask<Detail>(key(heldOrderNo), officer);
  const { attempt, step } = body.list;
  const decide = (act: string, seen: object) =>
    ask(`${key(heldOrderNo)}/decision`, officer, {
      ...{ act, reason: act === 'release' ? 'EXREL-PAPERS' : 'EXREF-PAPERS', note: '单证已核', ...seen },
    });
  const other = await ask(`${key(heldOrderNo)}/decision`, officer, {
    ...{ act: 'release', reason: 'EXREF-PAPERS', attempt, step },
  });
  expect(other).toMatchObject({ status: 422, body: { code: 'EXPORT-REASON' } });
  expect(await decide('release', { attempt, step: step + 1 })).toMatchObject({
    status: 409,
    body: { code: 'EXPORT-MOVED-ON' },
  });
  expect(await decide('release', { attempt, step })).toMatchObject({
    status: 200,
    body: { state: 'released' },
  });
  expect(await decide('refuse', { attempt, step })).toMatchObject({
    status: 409,
    body: { code: 'EXPORT-NOT-HELD' },
  });
  const none = await ask(`${key('NOSUCH')}/decision`, officer, {
    act: 'release',
    reason: 'EXREL-PAPERS',
    attempt,
    step,
  });
  expect(none).toMatchObject({ status: 404, body: { code: 'EXPORT-NOT-FOUND' } });
});

test('a list whose value nobody knows is proposed by one officer and decided by another, unseen by its seller', async () => {
  const orderNo = 'EXDEAR0001';
  await keepDearExport(platform, orderNo);
  const { attempt, step } = (await ask<Detail>(key(orderNo), officer)).body.list;
  const propose = () =>
    ask(`${key(orderNo)}/decision`, officer, {
      ...{ act: 'release', reason: 'EXREL-EXPLAINED', note: '袋与盒为同一包装', attempt, step },
    });
  const numbers = async (headers: Record<string, string>) =>
    (await ask<{ proposals?: { number: string }[] }>(key(orderNo), headers)).body.proposals?.map(
      ({ number }) => number,
    );
  expect((await propose()).body).toMatchObject({ state: 'held', fourEyes: 'FE-EXPORT-RELEASE' });
  const [first] = (await numbers(another)) ?? [];
  const rejection = { proposal: first, note: '请附装箱单' };
  expect((await ask(`${key(orderNo)}/rejection`, another, rejection)).status).toBe(204);
  await propose();
  const [second] = (await numbers(another)) ?? [];
  const found = await ask<{ lists: { orderNo: string }[] }>('/api/exports?proposed=true', another);
  expect(found.body.lists.map((list) => list.orderNo)).toEqual([orderNo]);
  expect(await numbers(own())).toBeUndefined();
  expect((await ask('/api/exports?proposed=true', own())).body).toEqual({ lists: [] });
  const confirm = (headers: Record<string, string>) =>
    ask(`${key(orderNo)}/confirmation`, headers, { proposal: second });
  expect((await confirm(own())).status).toBe(403);
  expect(await confirm(officer)).toMatchObject({ status: 409, body: { code: 'EXPORT-SAME-OFFICER' } });
  expect(await confirm(another)).toMatchObject({ status: 200, body: { state: 'released' } });
});

test('an enterprise decides nothing, and a cursor of nobody is none', async () => {
  const act = { act: 'release', reason: 'EXREL-PAPERS', attempt: 1, step: 0 };
  expect((await ask(`${key(heldOrderNo)}/decision`, own(), act)).status).toBe(403);
  expect(await ask('/api/exports?cursor=nonsense', own())).toMatchObject({
    status: 400,
    body: { code: 'CURSOR' },
  });
});
