import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import type { Goods } from '../domain/goods.ts';
import { loadCodeLists } from '../wiring.ts';
import type { Actor } from './filing-ports.ts';
import { fileGoods, goodsFound, goodsSeenBy, stepGoods } from './goods-filings.ts';
import {
  addGoodsPhoto,
  changeGoodsPhoto,
  type PhotoPorts,
  pictureSeenBy,
  removeGoodsPhoto,
} from './goods-photos.ts';
import { termsOfGoods } from './spelling.ts';

/** A picture of one pixel, of this colour. */
const pixels = [
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
].map((text) => Buffer.from(text, 'base64'));
const [red = Buffer.of(), grey = Buffer.of()] = pixels;

const seller: Actor = { who: 'seller', party: '5301960002' };
const other: Actor = { who: 'other', party: '5301960009' };
const operator: Actor = { who: 'operator', party: undefined };
const tea: Goods = {
  ...{ ebcCode: '5301960002', itemNo: 'TEA', itemName: '茶', gcode: '0902300000', gname: '茶', gmodel: '-' },
  ...{ country: '142', unit: '035', unit1: '035', validFrom: '2026-01-01' },
};
const key = { ebcCode: tea.ebcCode, itemNo: tea.itemNo };

let held: TestDatabase;
let ports: PhotoPorts;
beforeAll(async () => {
  held = await testDatabase();
  const lists = loadCodeLists();
  const facts = { name: { zh: '茶', en: 'Tea' }, unit1: '035', positive: 'yes', bondedOnly: false } as const;
  ports = {
    ...{ database: held.database, now: () => new Date('2026-03-10T10:00:00+08:00'), termsOf: termsOfGoods },
    goodsChecks: () => ({ lists, tariff: () => facts, day: '2026-03-10' }),
    photoLimits: () => ({ most: 2, mostBytes: 1_000, mostPixels: 10 }),
  };
});
beforeEach(async () => {
  await held.owner.run('truncate registry.goods, registry.goods_step, registry.goods_photo');
  await fileGoods(ports, seller, [tea], false);
});
afterAll(() => held.close());

const add = (bytes: Buffer, alt = '茶') => addGoodsPhoto(ports, seller, key, { bytes, alt });
const seen = () => goodsSeenBy(ports, held.database, seller, key);
const refused = (code: string) => ({ code });

describe('photos of goods', () => {
  test('are added, named, put in order and removed by their seller, each on record', async () => {
    await add(red, '正面');
    await add(grey, '背面');
    await add(red, '又是正面');
    const [front, back] = (await seen()).photos;
    expect([front?.alt, back?.alt, (await seen()).photos.length]).toEqual(['正面', '背面', 2]);
    await changeGoodsPhoto(ports, seller, key, back?.photoId ?? '', { place: 1, alt: '包装背面' });
    expect((await seen()).photos.map(({ alt }) => alt)).toEqual(['包装背面', '正面']);
    const [found] = (await goodsFound(held.database, seller, { limit: 1 })).goods;
    expect(found?.photo).toMatchObject({ alt: '包装背面' });
    await removeGoodsPhoto(ports, seller, key, front?.photoId ?? '');
    expect((await seen()).steps.map(({ step, photo }) => `${step} ${photo?.alt ?? ''}`.trim())).toEqual([
      ...['photo-removed 正面', 'photo-changed 包装背面', 'photo-added 背面', 'photo-added 正面', 'file'],
    ]);
    const gone = await held.database.query(
      'select content, length(digest) as digest from registry.goods_photo where removed_at is not null',
    );
    expect(gone).toEqual([{ content: null, digest: 32 }]);
  });

  test('are shown as they were kept, and told apart by their tag', async () => {
    await add(red);
    const [{ photoId } = { photoId: '' }] = (await seen()).photos;
    const picture = await pictureSeenBy(held.database, operator, key, photoId);
    expect([picture.type, (await picture.content()).equals(red)]).toEqual(['image/png', true]);
    expect(picture.tag).toMatch(/^"[\w-]{22}"$/);
    await expect(pictureSeenBy(held.database, other, key, photoId)).rejects.toMatchObject(
      refused('PHOTO-NOT-FOUND'),
    );
  });

  test('have approved goods looked at again', async () => {
    await stepGoods(ports, operator, key, 'approve');
    await add(red);
    expect((await seen()).filed).toMatchObject({ state: 'filed', filedBy: 'seller' });
    await stepGoods(ports, operator, key, 'approve');
    expect((await seen()).filed.state).toBe('approved');
  });

  test('are taken within limits, from their seller, and where they are pictures', async () => {
    await expect(add(Buffer.alloc(1_001))).rejects.toMatchObject(refused('PHOTO-TOO-LARGE'));
    await expect(add(Buffer.from('no picture'))).rejects.toMatchObject(refused('PHOTO-UNSOUND'));
    await expect(addGoodsPhoto(ports, other, key, { bytes: red, alt: '茶' })).rejects.toMatchObject(
      refused('GOODS-NOT-FOUND'),
    );
    await add(red);
    await add(grey);
    const narrow = { ...ports, photoLimits: () => ({ most: 9, mostBytes: 1_000, mostPixels: 0 }) };
    await expect(addGoodsPhoto(narrow, seller, key, { bytes: red, alt: '茶' })).rejects.toMatchObject(
      refused('PHOTO-TOO-WIDE'),
    );
    await held.database.run(
      `update registry.goods_photo set digest = '\\x01' where alt = '茶' and place = 1`,
    );
    await expect(add(red)).rejects.toMatchObject(refused('PHOTO-TOO-MANY'));
    await stepGoods(ports, seller, key, 'withdraw');
    await expect(add(red)).rejects.toMatchObject(refused('GOODS-STATE'));
  });
});
