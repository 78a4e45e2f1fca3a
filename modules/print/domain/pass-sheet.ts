import type { Bilingual } from '#kernel';
import type { Sheet } from './piece.ts';
import { beginning, type Column, facts, heading, note, ruled, signing } from './pieces.ts';
import type { Seal } from './printed-list.ts';

/** What is printed of the pass of a vehicle; nothing of a person. */
export interface PrintedPass {
  readonly passNo: string;
  readonly owner: string;
  readonly customsCode: string;
  readonly direction: 'out' | 'in';
  readonly plate: string;
  readonly state: 'made' | 'stopped' | 'passed' | 'void';
  /** Kilograms: the empty vehicle, pallets and crates, goods. */
  readonly tareKg: string;
  readonly packingKg: string;
  readonly goodsKg: string;
  /** With vehicle, packing and goods. */
  readonly expectedKg: string;
  readonly loaded: readonly {
    readonly checklistNo: string;
    readonly bookNo: string;
    readonly lists: number;
    readonly grossKg: string;
  }[];
  /** Lists bought direct that are on it by themselves. */
  readonly listed: readonly { readonly orderNo: string; readonly invtNo: string; readonly grossKg: string }[];
}

/** The paper of a pass. */
const passSheetName: Bilingual = { zh: '车辆核放单', en: 'Pass of a vehicle' };

const directions: Readonly<Record<PrintedPass['direction'], string>> = {
  out: '二线出区 Out at the second line',
  in: '一线进区或运回 In',
};

const states: Readonly<Record<PrintedPass['state'], string>> = {
  made: '待过卡 To come to the gate',
  stopped: '已拦下 Stopped',
  passed: '已过卡 Passed',
  void: '已作废 Void',
};

const checklistColumns: readonly Column[] = [
  { zh: '核注清单', en: 'Checklist', width: '*' },
  { zh: '账册', en: 'Account book', width: 110 },
  { zh: '清单份数', en: 'Lists', width: 60, number: true },
  { zh: '毛重（公斤）', en: 'Gross kg', width: 80, number: true },
];

const listColumns: readonly Column[] = [
  { zh: '订单编号', en: 'Order number', width: '*' },
  { zh: '清单编号', en: 'List number', width: 150 },
  { zh: '毛重（公斤）', en: 'Gross kg', width: 80, number: true },
];

/** Whether the gate may still let it through. */
const good = ({ state }: PrintedPass): boolean => state === 'made' || state === 'stopped';

/** The pass on paper: its number as a bar code for the scanner of the gate, and what is on the vehicle. */
export function passSheet(pass: PrintedPass, seal: Seal): Sheet {
  const number = { label: { zh: '核放单编号', en: 'Pass number' }, value: pass.passNo };
  return {
    title: `${passSheetName.zh} ${pass.passNo}`,
    ...(good(pass) ? {} : { watermark: '已失效 NOT VALID' }),
    content: [
      ...beginning(passSheetName, number, seal),
      ...(good(pass) ? [] : [{ text: states[pass.state], style: 'warning', margin: [0, 0, 0, 6] } as const]),
      facts([
        [{ zh: '车牌号', en: 'Number plate' }, pass.plate],
        [{ zh: '方向', en: 'Direction' }, directions[pass.direction]],
        [{ zh: '企业', en: 'Enterprise' }, pass.owner],
        [{ zh: '主管海关', en: 'Customs office' }, pass.customsCode],
        [{ zh: '车辆自重（公斤）', en: 'Tare, kg' }, pass.tareKg],
        [{ zh: '托盘箱重（公斤）', en: 'Packing, kg' }, pass.packingKg],
        [{ zh: '货物毛重（公斤）', en: 'Goods, kg' }, pass.goodsKg],
        [{ zh: '过磅应为（公斤）', en: 'To be weighed, kg' }, pass.expectedKg],
        [{ zh: '打印时状态', en: 'State as printed' }, states[pass.state]],
      ]),
      ...(pass.loaded.length === 0
        ? []
        : [
            heading('核注清单', 'Checklists'),
            ruled(
              checklistColumns,
              pass.loaded.map((one) => [one.checklistNo, one.bookNo, String(one.lists), one.grossKg]),
            ),
          ]),
      ...(pass.listed.length === 0
        ? []
        : [
            heading('随车清单', 'Lists on it'),
            ruled(
              listColumns,
              pass.listed.map(({ orderNo, invtNo, grossKg }) => [orderNo, invtNo, grossKg]),
            ),
          ]),
      ...(pass.loaded.length + pass.listed.length > 0 ? [] : [note('空车。', 'An empty vehicle.')]),
      note(
        '仅可过卡一次，以卡口答复为准；清单放行状态在过卡时逐单复核。',
        'Good once. The answer of the gate decides, which looks every list up again.',
      ),
      signing({ zh: '驾驶员（签字）：', en: 'Driver' }, { zh: '卡口（签章）：', en: 'Gate' }),
    ],
    foot: `打印 Printed ${seal.printedAt} 北京时间 Beijing time`,
  };
}
