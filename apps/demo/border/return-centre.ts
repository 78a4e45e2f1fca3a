import { bookFor } from './returns.ts';
import { type SoldList, sellList } from './sold-list.ts';
import type { BorderStage, Story } from './story.ts';

interface ParcelAnswer {
  readonly parcel: { readonly parcelNo: string; readonly revision: number; readonly state: string };
}

interface Case {
  readonly returnNo: string;
  readonly revision: number;
  readonly state: string;
}

const centre = '/api/return-centres/KMRC01';

/** The park has filed a centre in the zone of a list, kept by the warehouse its goods left from. */
async function openCentre(stage: BorderStage, { dossier }: SoldList): Promise<string> {
  const { emsNo, customsCode } = dossier.declaration.head;
  const [warehouse] = stage.zone.warehouses.filter((one) => one.emsNo === emsNo);
  if (!warehouse) throw new RangeError('no warehouse keeps the goods');
  await stage.person('operator').put(centre, {
    ...{ nameZh: '昆明综保区退货中心仓', nameEn: 'Return centre of Kunming bonded zone', customsCode },
    ...{ owner: warehouse.customsCode, address: '综保大道1号', openedOn: '2026-01-01' },
  });
  return warehouse.customsCode;
}

/** The return of a list once its goods are back. */
async function arrived(stage: BorderStage, { dossier, declarant }: SoldList): Promise<Case> {
  const path = `/api/returns?orderNo=${dossier.declaration.head.orderNo}`;
  const of = (body: { returns: readonly Case[] }) => body.returns.find(({ state }) => state === 'arrived');
  const body = await stage.until(
    (quiet) => quiet.as(declarant).get<{ returns: readonly Case[] }>(path),
    (answer) => of(answer) !== undefined,
  );
  const found = of(body);
  if (!found) throw new RangeError('the return is not back');
  return found;
}

const sorted: Story = {
  name: '80-return-centre',
  title: {
    zh: '退货中心仓：区内分拣后申报退货',
    en: 'A return centre: parcels are sorted in the zone, then their return is declared',
  },
  why: {
    zh: '退货包裹先在区内收件、分拣，合格的申报退货，不合格的复运出区；分拣记录即为运抵（2021年第70号公告，R-1.44）。',
    en: 'Parcels are received and sorted in the zone; what is fit is declared, what is not leaves again. The record of the sorting is the arrival (announcement 2021 No. 70, R-1.44).',
  },
  play: async (stage) => {
    const bought = { mode: '1210', itemNo: 'BAB-FML-13', quantity: 2, price: '300' } as const;
    const sold = await sellList(stage, { tail: 'C0', buyer: 8, ...bought });
    await bookFor(stage, sold);
    const keeper = stage.firm(await openCentre(stage, sold));
    const { orderNo, ebpCode } = sold.dossier.declaration.head;
    const label = stage.number('RW1');
    await sold.declarant.post(`${centre}/announcements`, { scanned: label, orderNo, ebpCode });
    const { parcel } = await keeper.post<ParcelAnswer>(`${centre}/scans`, { scanned: label });
    if (parcel.state !== 'identified') throw new Error('what was announced is not known');
    const lost = await keeper.post<ParcelAnswer>(`${centre}/scans`, { scanned: stage.number('RW2') });
    if (lost.parcel.state !== 'unidentified') throw new Error('a label nobody knows is known');
    const one = `/api/return-parcels/${parcel.parcelNo}`;
    // One tin is as it was, the other is dented.
    const lines = [{ gnum: 1, fit: '1', unfit: '1' }];
    await keeper.post(`${one}/sorting`, { revision: parcel.revision, lines });
    const { parcels } = await keeper.get<{ parcels: readonly ParcelAnswer['parcel'][] }>(
      `/api/return-parcels?orderNo=${orderNo}&state=set-apart`,
    );
    const [apart] = parcels;
    const out = { revision: 1, way: 'sent-back', paper: 'SF1400000001' };
    await keeper.post(`/api/return-parcels/${apart?.parcelNo}/end`, out);
    await sold.declarant.post('/api/return-parcels/returns', {
      ...{ parcels: [parcel.parcelNo], reason: '七日内无理由退货' },
    });
    const { returnNo, revision } = await arrived(stage, sold);
    await stage.person('customs').post(`/api/returns/${returnNo}/inspection`, {
      ...{ revision, lines: [{ gnum: 1, original: true, saleable: true }], note: '' },
    });
    const { parcel: listed } = await keeper.get<{ parcel: { returnState?: string } }>(one);
    if (listed.returnState !== 'inspected') throw new Error('the parcel is not on its return');
  },
};

/** Return centres. */
export const returnCentreStories: readonly Story[] = [sorted];
