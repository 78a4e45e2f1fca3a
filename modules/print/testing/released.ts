import type { PrintedList } from '../domain/printed-list.ts';

/** A released list of one pillow, as it is shown. */
export const released = {
  list: {
    ...{ orderNo: 'D260310S01A', ebpCode: '5301363602', invtNo: '530120261000000123' },
    ...{ copNo: 'C260310S01A', state: 'released', statusCode: '800' },
  },
  papers: {
    declaration: {
      head: {
        ...{
          orderNo: 'D260310S01A',
          ebcName: '昆明示例春城优品贸易有限公司',
          agentName: '昆明示例通达报关有限公司',
        },
        ...{ logisticsNo: 'W260310S01A', buyerName: '沈*', country: '136', packNo: '1', grossWeight: '1.2' },
      },
      headFields: [
        { name: 'orderNo', zh: '订单编号', en: 'Order number' },
        { name: 'buyerName', zh: '订购人姓名', en: 'Name of the buyer' },
        { name: 'country', zh: '起运国（地区）', en: 'Country of departure' },
      ],
      items: [
        {
          ...{
            gnum: '1',
            gcode: '9404210090',
            gname: '天然乳胶枕',
            gmodel: '60x40x10cm|高低枕',
            country: '136',
          },
          ...{ qty: '1', unit: '011', qty1: '1.2', unit1: '035', price: '228', totalPrice: '228' },
        },
      ],
      codes: { country: { '136': { zh: '泰国', en: 'Thailand' } } },
    },
  },
  tax: {
    ...{ decision: 'ACCEPT', dutiableValue: '228.00', duty: '0.00', consumptionTax: '0.00' },
    ...{ vat: '20.75', taxTotal: '20.75' },
    lines: [
      {
        ...{ gnum: 1, gcode: '9404210090', gname: '天然乳胶枕', dutiableValue: '228.00', duty: '0.00' },
        ...{ consumptionTax: '0.00', vat: '20.75', tax: '20.75' },
      },
    ],
    steps: [{ gnum: 1, zh: '完税价格', en: 'Dutiable value', formula: '228 + 0 + 0', result: '228.00' }],
  },
  decision: {
    ...{ zh: '放行', en: 'Released', judge: 'engine', rulebookVersion: '2026.1' },
    ...{ decidedAt: '2026-03-10T02:03:00.486Z', returnInfo: '[Code:2600;Desc:放行]' },
  },
} as const satisfies PrintedList;
