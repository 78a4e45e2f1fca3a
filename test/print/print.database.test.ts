import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
});
