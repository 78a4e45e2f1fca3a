import type { Platform } from './platform.ts';

const declarant = '5301683614';

interface Found {
  readonly returns: readonly {
    readonly returnNo: string;
    readonly state: string;
    readonly revision: number;
  }[];
}

/** A return whose goods are back and wait to be looked at; made once a platform. */
export async function sendBack(platform: Platform): Promise<void> {
  const officer = await platform.signIn({ role: 'officer', agency: 'customs' });
  const call = async (path: string, headers: Readonly<Record<string, string>>, body?: object) => {
    const answer = await fetch(`${platform.url}/api/returns${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const byDeclarant = { authorization: `Bearer ${platform.keyOf(declarant)}` };
  const byOfficer = { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' };
  const look = async (): Promise<Found['returns'][number] | undefined> =>
    ((await call('', byDeclarant)) as Found).returns[0];
  if (await look()) return;
  const lines = [{ gnum: 1, quantity: '1' }];
  const list = { orderNo: 'D260310S01A', ebpCode: '5301363602', reason: '七日内无理由退货' };
  await call('', byDeclarant, { kind: 'return', ...list, lines });
  const until = performance.now() + 30_000;
  let found = await look();
  while (found?.state !== 'accepted') {
    if (performance.now() > until) throw new Error('the return is not accepted');
    await new Promise((resolve) => setTimeout(resolve, 50));
    found = await look();
  }
  const arrival = { revision: found.revision, arrivedOn: '2026-03-10' };
  await call(`/${found.returnNo}/arrival`, byOfficer, arrival);
}
