import { bringIn } from './gate-scene.ts';
import type { Actor, BorderStage, Story } from './story.ts';

interface BookItems {
  readonly items: readonly { readonly stock: string; readonly pending: string }[];
}

/** Opens a book for its owner and files what is to lie in it. */
async function openBook(
  { person, zone, today }: BorderStage,
  owner: { readonly customsCode: string; readonly actor: Actor },
  bookNo: string,
): Promise<void> {
  const year = today().slice(0, 4);
  await person('customs').post('/api/bonded/books', {
    ...{ bookNo, owner: owner.customsCode, tradeMode: '1210', customsCode: '8628' },
    ...{
      areaCode: '5301',
      areaName: '昆明综合保税区',
      openedOn: today(),
      validTo: `${Number(year) + 1}-12-31`,
    },
  });
  const goods = zone.goods.find(({ itemRecordNo }) => itemRecordNo !== undefined) ?? zone.goods[0];
  if (!goods) throw new RangeError('the zone has no goods');
  await owner.actor.post(`/api/bonded/books/${bookNo}/items`, {
    items: [
      {
        ...{ itemNo: 1, itemRecordNo: goods.itemRecordNo ?? 'IR1', goodsNo: goods.itemNo },
        ...{ gcode: goods.gcode, gname: goods.gname, unit: goods.unit, unitValue: '80' },
      },
    ],
  });
}

/** Bonded goods change hands within the zone: both books post, or neither. */
export const bondedMove: Story = {
  name: '76-bonded-goods-change-hands',
  title: {
    zh: '保税货物在两家企业的账册之间流转',
    en: 'Bonded goods move from one enterprise’s account book to another’s',
  },
  why: {
    zh: '提出时从转出账册预扣，对方确认后转入；账册数量不得为负，确认只能一次（R-8.5、R-8.6）。',
    en: 'Set aside when proposed, in the other book when accepted; nothing goes below zero, and it is accepted once (R-8.5, R-8.6).',
  },
  play: async (stage) => {
    const [from, to] = [stage.zone.warehouses[0], stage.zone.sellers[1]];
    if (!from || !to) throw new RangeError('the zone has no warehouse');
    const sender = { customsCode: from.customsCode, actor: stage.firm(from.customsCode) };
    const receiver = { customsCode: to.customsCode, actor: stage.firm(to.customsCode) };
    const [fromBook, toBook] = [`T8628W${stage.number('F')}`, `T8628W${stage.number('T')}`];
    await openBook(stage, sender, fromBook);
    await openBook(stage, receiver, toBook);
    await bringIn(stage, sender.actor, { bookNo: fromBook, itemNo: 1, quantity: '120', grossKg: '140' }, 'M');
    const wish = { fromBook, fromItem: 1, toBook, toItem: 1, quantity: '45' };
    const { transferId } = await sender.actor.post<{ transferId: string }>('/api/bonded/transfers', wish);
    await receiver.actor.post(`/api/bonded/transfers/${transferId}/accept`);
    await receiver.actor.refused('POST', `/api/bonded/transfers/${transferId}/accept`);
    await sender.actor.refused('POST', '/api/bonded/transfers', { ...wish, quantity: '76' });
    const [left] = (await sender.actor.get<BookItems>(`/api/bonded/books/${fromBook}/items`)).items;
    const [come] = (await receiver.actor.get<BookItems>(`/api/bonded/books/${toBook}/items`)).items;
    if (left?.stock !== '75' || come?.stock !== '45') throw new Error('the books do not agree');
  },
};
