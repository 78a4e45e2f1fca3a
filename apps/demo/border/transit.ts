import { StoryFault } from './actors.ts';
import { handIn, lineOf, purchaseFor } from './purchase.ts';
import type { Actor, BorderStage, Story } from './story.ts';

interface Seen {
  readonly transit: { readonly transitNo: string; readonly state: string };
  readonly alerts: readonly {
    readonly kind: string;
    readonly occasion: string;
    readonly resolvedAt?: string;
  }[];
}
interface ListSeen {
  readonly list: { readonly state: string };
}
interface TransitsOfList {
  readonly transits: readonly { readonly state: string }[];
}

const MINUTE = 60_000;

/** Where a truck is so many minutes after it has left the airport. */
const fromTheAirport = [
  [0, 102.93, 25.1],
  [20, 102.86, 25.04],
  [40, 102.8, 24.99],
  [52, 102.85, 24.93],
] as const;

/** A transit of a story, and who has to do with it. */
interface Told {
  readonly no: string;
  readonly place: string;
  readonly list: string;
  readonly broker: Actor;
  readonly carrier: Actor;
}

/** Hands a purchase in, and applies for its transfer from the airport to the bonded zone. */
async function apply(stage: BorderStage): Promise<Told> {
  const lines = [lineOf(stage, 'COS-CRM-01', 1, 26_800)];
  const dossier = purchaseFor(stage, 'AIR', { mode: '9610', lines });
  await handIn(stage, dossier);
  const { ebpCode, orderNo, agentCode, logisticsCode } = dossier.declaration.head;
  const broker = stage.firm(agentCode);
  const list = `/api/lists/${ebpCode}/${orderNo}`;
  await stage.until(
    (quiet) => quiet.as(broker).get<ListSeen>(list),
    ({ list: { state } }) => state === 'released',
  );
  const { transit } = await broker.post<Seen>('/api/transits', {
    ...{ direction: 'import', corridor: 'AIRPORT-ROAD', carrier: logisticsCode, billNo: stage.number('MB') },
    ...{ vehicleNo: '云A·K8620', packages: 1, grossWeight: '0.13', lists: [{ orderNo, ebpCode }] },
  });
  const no = transit.transitNo;
  return { no, list, broker, carrier: stage.firm(logisticsCode), place: `/api/transits/${no}` };
}

/** Customs of the airport approves and seals it, and the carrier sets out. */
async function setOut(stage: BorderStage, { place, carrier }: Told, sealNo: string): Promise<void> {
  const airport = stage.person('airport-customs');
  await airport.post(`${place}/approve`, {});
  await airport.post(`${place}/seals`, { sealNos: [sealNo] });
  await carrier.post(`${place}/departure`, {});
}

/** Drives on as far as time may pass: a demo day sees the truck where it sets out. */
async function drive(stage: BorderStage, { no, carrier }: Told): Promise<void> {
  const departed = stage.now().getTime();
  for (const [minutes, lon, lat] of fromTheAirport) {
    if (minutes > 0 && !stage.passTo) return;
    const at = new Date(departed + minutes * MINUTE);
    if (minutes > 0) await stage.passTo?.(at);
    const position = { transitNo: no, at: at.toISOString(), lon, lat, speedKmh: minutes === 0 ? 0 : 60 };
    await carrier.post('/api/transit-positions', { positions: [position] });
  }
}

async function seen(told: Told, state: string): Promise<void> {
  const { transits } = await told.broker.get<TransitsOfList>(`${told.list}/transits`);
  if (transits[0]?.state !== state) throw new StoryFault(`the list shows ${JSON.stringify(transits)}`);
}

/** A batch goes from the airport to the bonded zone under seal, and is written off there. */
const toTheZone: Story = {
  name: '63-direct-transfer',
  title: {
    zh: '直接转关：从机场到综保区，施封、在途、运抵、核销',
    en: 'A direct transfer from the airport to the bonded zone: sealed, on the road, taken in, written off',
  },
  why: {
    zh: '零售进口可以“跨境电子商务商品一批”直接转关，附电子清单（R-8.4）；未核销前清单显示在途；封志逐一核验。',
    en: 'Retail imports may go by direct transfer as one batch with its lists attached (R-8.4); until it is written off the list shows that it is on its way; every seal is looked at.',
  },
  play: async (stage) => {
    const told = await apply(stage);
    const sealNo = stage.number('SEAL');
    await setOut(stage, told, sealNo);
    await seen(told, 'on-the-road');
    await drive(stage, told);
    const zone = stage.person('zone-customs');
    await zone.post(`${told.place}/arrival`, {});
    await zone.post(`${told.place}/unsealing`, { seals: [{ sealNo, found: 'intact' }] });
    await zone.post(`${told.place}/write-off`, { counted: 1 });
    await seen(told, 'written-off');
  },
};

/** A seal breaks on the way: told of, replaced, looked into; nothing is written off before that. */
const brokenSeal: Story = {
  name: '64-broken-seal',
  title: {
    zh: '途中封志破损：报告、换封、查明后才能核销',
    en: 'A seal breaks on the way: reported, replaced, and looked into before the transit is written off',
  },
  why: {
    zh: '封志破损即提出预警；有未办结的预警不得核销；同一清单在核销前不能再申请转关（R-8.4）。',
    en: 'A broken seal raises an alert, and nothing is written off while one is open; the list is in no second transit meanwhile (R-8.4).',
  },
  play: async (stage) => {
    const told = await apply(stage);
    const [sealNo, newSealNo] = [stage.number('SEAL1'), stage.number('SEAL2')];
    await setOut(stage, told, sealNo);
    await told.carrier.post(`${told.place}/broken-seal`, { sealNo, note: '刮断' });
    await stage.person('airport-customs').post(`${told.place}/seal-in-place`, { sealNo, newSealNo });
    await drive(stage, told);
    // On a demo day it stays on the road, with its alert, for whoever looks.
    if (!stage.passTo) return;
    const zone = stage.person('zone-customs');
    await zone.post(`${told.place}/arrival`, {});
    await zone.post(`${told.place}/unsealing`, { seals: [{ sealNo: newSealNo, found: 'intact' }] });
    const barred = await zone.refused('POST', `${told.place}/write-off`, { counted: 1 });
    if (barred !== 'TRANSIT-ALERTS-OPEN') throw new StoryFault(`it was refused by ${barred}`);
    const { alerts } = await zone.get<Seen>(told.place);
    for (const { kind, occasion } of alerts)
      await zone.post(`${told.place}/alerts/resolve`, { kind, occasion, reason: '途中刮断，件数相符' });
    await zone.post(`${told.place}/write-off`, { counted: 1 });
    await seen(told, 'written-off');
  },
};

/** What has been told of a transit, once all of these have been. */
const alerted = (
  stage: BorderStage,
  { place, broker }: Pick<Told, 'place' | 'broker'>,
  kinds: readonly string[],
) =>
  stage.until(
    (quiet) => quiet.as(broker).get<Seen>(place),
    ({ alerts }) => alerts.map(({ kind }) => kind).join() === kinds.join(),
  );

/** Hands a purchase in, and applies for its transfer from Mohan to Kunming: by truck, then by train. */
async function applyByTruckAndTrain(stage: BorderStage) {
  const [truck, train] = stage.zone.carriers;
  if (!truck || !train) throw new RangeError('the zone has no two carriers');
  const lines = [lineOf(stage, 'COS-CRM-01', 1, 26_800)];
  const dossier = purchaseFor(stage, 'MUL', { mode: '9610', lines });
  await handIn(stage, dossier);
  const { ebpCode, orderNo, agentCode } = dossier.declaration.head;
  const broker = stage.firm(agentCode);
  const list = `/api/lists/${ebpCode}/${orderNo}`;
  await stage.until(
    (quiet) => quiet.as(broker).get<ListSeen>(list),
    ({ list: { state } }) => state === 'released',
  );
  const legs = [
    {
      ...{
        mode: 'road',
        carrier: truck.customsCode,
        vehicleNo: '云A·K8512',
        documentNo: stage.number('CMR'),
      },
      ...{ to: 'JINGHONG', cost: '1200.00', co2Kg: '130' },
    },
    {
      ...{
        mode: 'rail',
        carrier: train.customsCode,
        vehicleNo: 'X70-5201',
        documentNo: stage.number('RWB'),
      },
      ...{ to: 'WJY', cost: '2600.00', co2Kg: '45.5' },
    },
  ];
  const { transit } = await broker.post<Seen>('/api/transits', {
    ...{ direction: 'import', corridor: 'MOHAN-RAIL', carrier: truck.customsCode, vehicleNo: '云A·K8512' },
    ...{
      billNo: stage.number('MB'),
      packages: 1,
      grossWeight: '0.13',
      lists: [{ orderNo, ebpCode }],
      legs,
    },
  });
  const place = `/api/transits/${transit.transitNo}`;
  return {
    list,
    place,
    broker,
    byTruck: stage.firm(truck.customsCode),
    byTrain: stage.firm(train.customsCode),
  };
}

/** By truck and by train, with a carrier each: handed over under a new seal, and taken in after its time limit. */
const byTruckAndTrain: Story = {
  name: '85-transit-by-truck-and-train',
  title: {
    zh: '公铁联运转关：途中交接换封，逾期运抵，预警办结后核销',
    en: 'A transit by truck and train: handed over under a new seal, late, and written off once that is looked into',
  },
  why: {
    zh: '一票到底，各程列明方式、承运人、单证号；交接时逐一核封，换封由海关办理并留痕，用时、费用分程计（R-8.8）；逾期与失联即预警，未办结不得核销（R-8.10）。',
    en: 'One number goes through; each leg has its means, carrier and paper. At the handover every seal is looked at, customs alone changes one, and time and cost are split by leg (R-8.8). Late and silent ones are told of, and nothing is written off before that is looked into (R-8.10).',
  },
  play: async (stage) => {
    const of = await applyByTruckAndTrain(stage);
    const { list, place, broker, byTruck, byTrain } = of;
    // At the district, she works for every office of it.
    const customs = stage.person('customs-second');
    const [first, second] = [stage.number('SEAL1'), stage.number('SEAL2')];
    await customs.post(`${place}/approve`, {});
    await customs.post(`${place}/seals`, { sealNos: [first] });
    await byTruck.post(`${place}/departure`, {});
    const seals = [{ sealNo: first, found: 'intact', newSealNo: second }];
    // A seal is changed by customs alone, and only the next carrier or customs takes goods over.
    await byTrain.refused('POST', `${place}/handovers`, { leg: 2, seals });
    await byTruck.refused('POST', `${place}/handovers`, {
      leg: 2,
      seals: [{ sealNo: first, found: 'intact' }],
    });
    if (stage.passTo) {
      await stage.passTo(new Date(stage.now().getTime() + 150 * MINUTE));
      await alerted(stage, of, ['silent']);
    }
    await customs.post(`${place}/handovers`, { leg: 2, seals, note: '汽车换装铁路集装箱' });
    // On a demo day it stays on the rails, for whoever looks.
    if (!stage.passTo) return;
    await stage.passTo(new Date(stage.now().getTime() + 1_000 * MINUTE));
    await alerted(stage, of, ['silent', 'late', 'overdue']);
    await customs.post(`${place}/arrival`, {});
    await customs.post(`${place}/unsealing`, { seals: [{ sealNo: second, found: 'intact' }] });
    const barred = await customs.refused('POST', `${place}/write-off`, { counted: 1 });
    if (barred !== 'TRANSIT-ALERTS-OPEN') throw new StoryFault(`it was refused by ${barred}`);
    const { alerts } = await customs.get<Seen>(place);
    for (const { kind, occasion } of alerts)
      await customs.post(`${place}/alerts/resolve`, { kind, occasion, reason: '线路施工停运，封志完好' });
    await customs.post(`${place}/write-off`, { counted: 1 });
    const { transits } = await broker.get<TransitsOfList>(`${list}/transits`);
    if (transits[0]?.state !== 'written-off')
      throw new StoryFault(`the list shows ${JSON.stringify(transits)}`);
  },
};

export const transitStories: readonly Story[] = [toTheZone, brokenSeal, byTruckAndTrain];
