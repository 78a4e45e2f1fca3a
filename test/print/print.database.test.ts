import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOver } from '../machines/asking.ts';
import { openPlatform, type Platform } from '../portal/platform.ts';

const released = { ebpCode: '5301363602', orderNo: 'D260310S01A' };
const refused = { ebpCode: '5301363602', orderNo: 'D260310S11A' };

describe('printing, on the real platform', { timeout: 60_000 }, () => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await openPlatform({ portal: false });
    await platform.tell('01-direct-purchase');
    await platform.tell('11-paid-amount-differs');
  });
  afterAll(() => platform?.close());

  const ask = (path: string, key: string | undefined, init: RequestInit = {}): Promise<Response> =>
    fetch(`${platform.url}${path}`, {
      ...init,
      headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), 'content-type': 'application/json' },
    });
  const sheet = (key: { ebpCode: string; orderNo: string }, kind: string, as: string) =>
    ask(`/api/lists/${key.ebpCode}/${key.orderNo}/print/${kind}`, as);
  const read = async (answer: Response): Promise<string> => {
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
    return (await extractText(pdf, { mergePages: true })).text.replaceAll(/\s+/g, '');
  };
  const problem = async (answer: Response) => ({
    status: answer.status,
    code: ((await answer.json()) as { code: string }).code,
  });

  it('a released list prints as list, tax and note of release, personal data masked', async () => {
    const list = await read(await sheet(released, 'list', platform.operatorKey));
    expect(list).toContain('跨境电子商务零售进口商品申报清单');
    expect(list).toContain('**');
    const tax = await read(await sheet(released, 'tax', platform.operatorKey));
    expect(tax).toContain('116.13');
    expect(await read(await sheet(released, 'release', platform.operatorKey))).toContain('放行通知');
  });

  it('a list that was returned has no note of release, and says so on its paper', async () => {
    expect(await problem(await sheet(refused, 'release', platform.operatorKey))).toEqual({
      status: 409,
      code: 'PRINT-NOT-RELEASED',
    });
    expect(await read(await sheet(refused, 'list', platform.operatorKey))).toContain('未放行');
  });

  it('a paper bears no address its caller has made up, and may be looked at in a browser but not framed', async () => {
    const path = `/api/lists/${released.ebpCode}/${released.orderNo}/print/list`;
    const asked = (host: string) =>
      askOver(platform.url, '', path, { key: platform.operatorKey, headers: { host } });
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost@evil.example'])
      expect((await asked(host)).body.code, host).toMatch(/^(PRINT-ADDRESS-UNSET|HTTP-)/);
    const { headers } = await sheet(released, 'list', platform.operatorKey);
    expect(headers.get('content-security-policy')).toBe("base-uri 'none'; frame-ancestors 'none'");
  });

  it('an enterprise prints its own lists and no other', async () => {
    const own = await sheet(released, 'list', platform.keyOf(released.ebpCode));
    expect(own.status).toBe(200);
    const stranger = await sheet(released, 'list', platform.keyOf('5301263603'));
    expect(await problem(stranger)).toEqual({ status: 404, code: 'LIST-NOT-FOUND' });
  });

  it('many lists go into one file, all of them or none', async () => {
    const prints = (kind: string, lists: unknown) =>
      ask('/api/papers', platform.operatorKey, { method: 'POST', body: JSON.stringify({ kind, lists }) });
    expect(await read(await prints('list', [released, refused]))).toContain('2/2');
    expect(await problem(await prints('release', [released, refused]))).toEqual({
      status: 409,
      code: 'PRINT-NOT-RELEASED',
    });
    expect(
      await problem(
        await prints(
          'list',
          Array.from({ length: 101 }, () => released),
        ),
      ),
    ).toEqual({
      status: 422,
      code: 'PRINT-TOO-MANY',
    });
  });

  it('anybody may check a paper, and a paper that is made up is not ours', async () => {
    const paper = await sheet(released, 'release', platform.operatorKey);
    const pdf = await getDocumentProxy(new Uint8Array(await paper.arrayBuffer()));
    const links = await (await pdf.getPage(1)).getAnnotations();
    const address = new URL(links.find(({ url }) => url)?.url);
    expect(address.origin).toBe(platform.url);
    const seal = address.pathname.replace('/papers/', '');
    const checked = await ask(`/api/papers/${seal}`, undefined);
    expect(await checked.json()).toMatchObject({
      ...{ kind: 'release', ...released, statusCode: '800', taxTotal: '116.13', holds: true },
      now: { state: 'released' },
    });
    expect(await problem(await ask(`/api/papers/${seal.slice(0, -1)}`, undefined))).toEqual({
      status: 404,
      code: 'PAPER-NOT-OURS',
    });
  });

  it('the pass of a vehicle is printed for its enterprise and no other, and its paper says when it has been voided', async () => {
    const mine = platform.keyOf(released.ebpCode);
    const vehicle = { direction: 'out', customsCode: '8628', plate: '云A·D12345', tareKg: '4200' };
    const made = await ask('/api/passes', mine, { method: 'POST', body: JSON.stringify(vehicle) });
    const { passNo } = (await made.json()) as { passNo: string };
    const path = `/api/passes/${passNo}/print`;
    expect(await problem(await ask(path, platform.keyOf('5301263603')))).toEqual({
      status: 404,
      code: 'PASS-NOT-FOUND',
    });
    const paper = await ask(path, mine);
    const pdf = await getDocumentProxy(new Uint8Array(await paper.arrayBuffer()));
    const links = await (await pdf.getPage(1)).getAnnotations();
    const seal = new URL(links.find(({ url }) => url)?.url).pathname.replace('/papers/', '');
    const check = async () => (await ask(`/api/papers/${seal}`, undefined)).json();
    const printed = { kind: 'pass', ebpCode: released.ebpCode, orderNo: passNo, statusCode: 'made' };
    expect(await check()).toMatchObject({ ...printed, holds: true, now: { state: 'made' } });
    await ask(`/api/passes/${passNo}/void`, mine, { method: 'POST', body: '{}' });
    expect(await check()).toMatchObject({ ...printed, holds: false, now: { state: 'void' } });
    expect(await read(await ask(path, mine))).toContain('已失效');
  });
});
