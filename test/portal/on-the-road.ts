import type { Platform } from './platform.ts';

const applicant = '5301363602';
const carrier = '5301963612';

/** Where the truck was, from Mohan on: it strays from its route at last. */
const driven: readonly (readonly [time: string, lon: number, lat: number])[] = [
  ...([
    ['11:00', 101.69, 21.2],
    ['11:01', 101.56, 21.48],
    ['11:02', 100.82, 22.02],
  ] as const),
  ...([
    ['11:03', 100.97, 22.79],
    ['11:04', 101.69, 23.43],
    ['11:05', 103.36, 23.37],
  ] as const),
];

/** A transit on the road with a broken seal and off its route, and one that is applied for; the clock of the platform stands still. */
export async function sendOnTheRoad(platform: Platform): Promise<void> {
  platform.setClock('2026-03-10T11:00:00+08:00');
  const officer = await platform.signIn({ role: 'officer', agency: 'customs', office: '8600' });
  const customs = { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' };
  const by = (code: string) => ({ authorization: `Bearer ${platform.keyOf(code)}` });
  const send = async (path: string, headers: Readonly<Record<string, string>>, body: object) => {
    const answer = await fetch(`${platform.url}/api${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json', ...headers },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { readonly transit: { readonly transitNo: string } };
  };
  const apply = async (orderNo: string, ebpCode: string, corridor: string, vehicleNo: string) => {
    const wish = { direction: 'import', corridor, carrier, billNo: `MB-${orderNo}`, vehicleNo };
    const goods = { packages: 120, grossWeight: '1240.5', lists: [{ orderNo, ebpCode }] };
    return (await send('/transits', by(ebpCode), { ...wish, ...goods })).transit.transitNo;
  };
  const no = await apply('D260310S01A', applicant, 'MOHAN-ROAD', '云A12345');
  await send(`/transits/${no}/approve`, customs, {});
  await send(`/transits/${no}/seals`, customs, { sealNos: ['YN0012345', 'YN0012346'] });
  await send(`/transits/${no}/departure`, by(carrier), {});
  platform.setClock('2026-03-10T11:10:00+08:00');
  const positions = driven.map(([time, lon, lat]) => ({
    ...{ transitNo: no, at: `2026-03-10T${time}:00+08:00`, lon, lat, speedKmh: 72 },
  }));
  await send('/transit-positions', by(carrier), { positions });
  await send(`/transits/${no}/broken-seal`, by(carrier), { sealNo: 'YN0012346', note: '刮断' });
  const further = await apply('D260310S22A', '5301963601', 'RUILI-ROAD', '云N88001');
  await send(`/transits/${further}/approve`, customs, {});
}
