import { type Finding, findingCodes } from '#kernel';

/** Why parcels in a return centre may not go on, or what was said of them does not fit. */
export type CentreCode =
  | 'CENTRE-NOT-RELEASED'
  | 'CENTRE-MODE'
  | 'CENTRE-OFFICE'
  | 'CENTRE-TOO-LATE'
  | 'CENTRE-OWNER'
  | 'CENTRE-DAYS'
  | 'CENTRE-LINE'
  | 'CENTRE-QUANTITY'
  | 'CENTRE-NOTHING'
  | 'CENTRE-PARCEL';

/** The codes of findings on parcels in return centres. */
export const CENTRE_CODES = findingCodes<CentreCode>({
  'CENTRE-NOT-RELEASED': [
    'business',
    [
      '清单未放行或已撤销，其商品不能退货',
      'The list is not released, or was cancelled: nothing of it can come back',
    ],
    ['单独存放，复运出区', 'Set it apart and send it out of the zone again'],
  ],
  'CENTRE-MODE': [
    'business',
    [
      '退货中心仓只适用于网购保税进口（1210）商品',
      'A return centre is for bonded retail imports (1210) only',
    ],
    ['直购进口商品退回原监管场所', 'Goods bought direct go back to the site they left'],
  ],
  'CENTRE-OFFICE': [
    'business',
    [
      '清单的申报海关不是本中心仓的主管海关',
      'The list was declared to another office than that of the centre',
    ],
    ['退回原海关特殊监管区域', 'They go back to the zone they left'],
  ],
  'CENTRE-TOO-LATE': [
    'business',
    ['收到时已超过退货运抵期限', 'It came after the last day for goods to be back'],
    ['税款与额度不退；复运出区，退还消费者', 'Nothing is given back; send it out of the zone, to the buyer'],
  ],
  'CENTRE-OWNER': [
    'business',
    ['退货中心仓企业未备案或已停用', 'The enterprise of the centre is not registered or not active'],
    ['先办理企业备案', 'Register the enterprise first'],
  ],
  'CENTRE-DAYS': [
    'field',
    ['停用日早于启用日', 'The last day is before the first'],
    ['核对 openedOn、validTo', 'Check openedOn and validTo'],
  ],
  'CENTRE-LINE': [
    'field',
    ['清单中没有该序号的商品，或同一序号填了两次', 'The list has no such line, or it is given twice'],
    ['gnum 按包裹所属清单填写', 'Give gnum as the list of the parcel has it'],
  ],
  'CENTRE-QUANTITY': [
    'field',
    ['数量超过该项购买数量', 'More than was bought of the line'],
    ['按实际分拣数量填写', 'Give what was really sorted'],
  ],
  'CENTRE-NOTHING': [
    'field',
    ['没有填写任何数量', 'No quantity is given'],
    ['至少填写一项商品的合格或不合格数量', 'Give at least one quantity, fit or unfit'],
  ],
  'CENTRE-PARCEL': [
    'business',
    [
      '包裹未分拣、已申报、不属于同一订单，或不是本企业的',
      'A parcel is not sorted, is on a return already, is of another order, or is not yours',
    ],
    ['选择同一订单已分拣的包裹', 'Choose sorted parcels of one order'],
  ],
});

const KNOWN = new Map(CENTRE_CODES.map((one) => [one.code, one]));

/** A finding on a parcel or centre. */
export function centreFinding(code: CentreCode, path: string): Finding {
  const known = KNOWN.get(code);
  if (!known) throw new RangeError(`no code ${code}`);
  const [level = 'business'] = known.levels;
  return { code, level, path, message: known.text, remedy: known.remedy, rule: 'R-1.44' };
}
