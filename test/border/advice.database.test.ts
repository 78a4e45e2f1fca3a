import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatform, type Platform } from '../portal/platform.ts';

interface Answered {
  readonly modes: readonly unknown[];
  readonly findings: readonly { readonly path: string }[];
}

describe('advice on supervision modes, on the real platform', { timeout: 60_000 }, () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await openPlatform({ portal: false });
  });
  afterAll(() => platform?.close());

  const ask = async (question: unknown) => {
    const answer = await fetch(`${platform.url}/api/modes/advice`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    return { status: answer.status, body: (await answer.json()) as Answered };
  };

  it('is given to anybody, with the criteria and what each mode costs', async () => {
    const { status, body } = await ask({
      ...{
        direction: 'export',
        buyer: 'consumer',
        stock: 'china',
        platformOrder: true,
        registered: true,
        licence: false,
      },
      ...{ refund: false, zoneRegistered: true, goods: { hs: '0902303100', value: '4800' } },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ advised: '9610', day: '2026-03-10' });
    expect(body.modes[0]).toMatchObject({
      mode: '9610',
      verdict: 'lawful',
      finish: { hsDigits: 4 },
      exportTax: { route: 'exempt' },
    });
  });

  it('a question with something wrong in it gets all findings', async () => {
    const { status, body } = await ask({ direction: 'up', goods: { value: 'much' } });
    expect(status).toBe(422);
    expect(body.findings.map(({ path }) => path)).toEqual(['direction', 'goods.value']);
  });
});
