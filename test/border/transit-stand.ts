import { expect } from 'vitest';
import { openPlatform, type Platform } from '../portal/platform.ts';

/** Platform of the orders, and who applies for transits. */
export const applicant = '5301363602';
export const carrier = '5301963612';
export const stranger = '5301963601';
export const list = { ebpCode: applicant, orderNo: 'D260310S01A' };

interface Answer {
  readonly status: number;
  // Whatever it is: what is looked for is compared.
  readonly body: Record<string, never>;
}

/** The real platform with a released list, and officers of four offices who ask it. */
function askedPlatform() {
  let platform: Platform;
  const offices: Readonly<Record<string, string>> = {
    mohan: '8612',
    zone: '8628',
    airport: '8620',
    district: '8600',
  };
  /** Of officers, until the clock moves: a session does not last through hours of rest. */
  const cookies = new Map<string, Promise<string>>();

  const open = async () => {
    platform = await openPlatform({ portal: false });
    await platform.tell('01-direct-purchase');
  };
  const close = () => platform?.close();
  /** What a test that failed has left behind keeps no other from the list. */
  const freeLists = async () => void (await platform.database.query('update transit.cargo set live = false'));

  const call = async (method: string, path: string, as: string, body?: object): Promise<Answer> => {
    const office = offices[as];
    if (office && !cookies.has(as))
      cookies.set(as, platform.signIn({ role: 'officer', agency: 'customs', office }));
    const cookie = await cookies.get(as);
    const who = cookie
      ? { cookie: `chama_session=${cookie}`, 'sec-fetch-site': 'same-origin' }
      : { authorization: `Bearer ${as === 'operator' ? platform.operatorKey : platform.keyOf(as)}` };
    const answer = await fetch(`${platform.url}/api${path}`, {
      method,
      headers: { ...who, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as never };
  };
  const at = (time: string, month = '2026-03') => {
    platform.setClock(`${month}-${time}+08:00`);
    cookies.clear();
  };
  /** Puts an export list of the applicant's on file as it is to stand. */
  const exported = (orderNo: string, outcome: string, goods: string) =>
    platform.database.query(
      `insert into exports.standing (order_no, ebp_code, ebc_code, attempt, step, outcome, return_status, goods, pre_no, trade_mode,
         statistics_flag, customs_code, port_code, agent_code, recipient, logistics_code, logistics_no, accepted_at, decided_at,
         arrival, arrived_at, departure, departed_at)
       values ($1, $2, $2, 1, 1, $3, '800', $4, 'P', '9610', '', '8628', '8612', $2, $2, $2, 'L', now(), now(),
         case when $4 = 'awaited' then null else 'A' end, now(), case when $4 = 'departed' then 'D' end, now())`,
      [orderNo, applicant, outcome, goods],
    );
  /** Where it is, and the key of a firm. */
  const place = (firm: string) => ({ url: platform.url, key: platform.keyOf(firm) });
  return { open, close, freeLists, call, at, exported, place };
}

/** What is done with transits again and again. */
export function transitStand() {
  const { call, ...platform } = askedPlatform();
  const wish = {
    ...{ direction: 'import', corridor: 'MOHAN-ROAD', carrier, billNo: 'MB260310001', vehicleNo: '云A12345' },
    ...{ packages: 120, grossWeight: '1240.5', lists: [list] },
  };
  const apply = async (more: object = {}): Promise<string> => {
    const made = await call('POST', '/transits', applicant, { ...wish, ...more });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return (made.body.transit as never as { transitNo: string }).transitNo;
  };
  const step = (no: string, path: string, as: string, body: object = {}) =>
    call('POST', `/transits/${no}/${path}`, as, body);
  const stateOf = ({ body }: Answer) =>
    (body.transit as never as { state: string } | undefined)?.state ?? body.code;
  let seals = 0;
  /** Approved, sealed with one new seal and on the road. */
  const sendOff = async (no: string): Promise<string> => {
    seals += 1;
    const sealNo = `YN${String(seals).padStart(6, '0')}`;
    expect(stateOf(await step(no, 'approve', 'mohan'))).toBe('approved');
    expect(stateOf(await step(no, 'seals', 'mohan', { sealNos: [sealNo] }))).toBe('sealed');
    expect(stateOf(await step(no, 'departure', carrier))).toBe('on-the-road');
    return sealNo;
  };
  const bring = async (no: string, sealNo: string, as = 'zone') => {
    await step(no, 'arrival', as);
    await step(no, 'unsealing', as, { seals: [{ sealNo, found: 'intact' }] });
    const open = (await call('GET', `/transits/${no}`, as)).body.alerts as never as {
      kind: string;
      occasion: string;
      resolvedAt?: string;
    }[];
    for (const { kind, occasion, resolvedAt } of open)
      if (!resolvedAt) await step(no, 'alerts/resolve', as, { kind, occasion, reason: '道路施工' });
    expect(stateOf(await step(no, 'write-off', as, { counted: 120 }))).toBe('written-off');
  };
  const alertsOf = async (no: string) =>
    (await call('GET', `/transits/${no}`, 'zone')).body.alerts as never as {
      kind: string;
      occasion: string;
    }[];
  const kindsOf = async (no: string) => (await alertsOf(no)).map(({ kind }) => kind);
  return { ...platform, call, wish, apply, step, stateOf, sendOff, bring, kindsOf };
}
