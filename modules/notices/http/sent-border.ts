type FieldType = 'string' | 'integer' | 'boolean' | 'object' | 'objects' | 'null' | 'kinds';

/** What the events of a group hold in `data`: a type by name, `?` behind what may be left out, and an event as it was sent. */
export interface Told {
  readonly fields: Readonly<Record<string, FieldType>>;
  readonly example: { readonly member: string; readonly data: Readonly<Record<string, unknown>> };
}

const list = { orderNo: 'string', ebpCode: 'string' } as const;
const listShown = { orderNo: 'D260310S01A', ebpCode: '5301363602' };
const instrument = { direction: 'out', lists: 12 } as const;

/** By group: exports, the gate, inspections and other agencies, as `sent.ts` has the rest. */
export const toldOfBorder: Readonly<Record<string, Told>> = {
  export: {
    fields: {
      ...{ ...list, ebcCode: 'string', attempt: 'integer', 'step?': 'integer', returnStatus: 'string' },
      ...{ tradeMode: 'string', customsCode: 'string', 'invtNo?': 'string' },
    },
    example: {
      member: 'released',
      data: {
        ...{ orderNo: 'E260310S01A', ebpCode: 'AMAZON-US', ebcCode: '5301963611', attempt: 1 },
        ...{ returnStatus: '800', tradeMode: '9610', customsCode: '8601', invtNo: '86012026E000000001' },
      },
    },
  },
  checklist: {
    fields: {
      ...{ checklistNo: 'string', bookNo: 'string', direction: 'string', state: 'string', lists: 'integer' },
      ...{ entryNo: 'null', reason: 'string' },
    },
    example: {
      member: 'made',
      data: {
        ...{ checklistNo: 'QD862826E000000001', bookNo: 'T5301W000001', state: 'made', ...instrument },
        ...{ entryNo: null, reason: '' },
      },
    },
  },
  pass: {
    fields: {
      ...{ passNo: 'string', direction: 'string', plate: 'string', checklists: 'integer', lists: 'integer' },
      checkNote: 'string',
    },
    example: {
      member: 'made',
      data: {
        ...{ passNo: 'HF862826E000000001', plate: '云A·D12345', checklists: 1, ...instrument },
        checkNote: '',
      },
    },
  },
  gate: {
    fields: { passNo: 'string', gate: 'string', eventNo: 'string', plate: 'string', reasons: 'kinds' },
    example: {
      member: 'stopped',
      data: {
        ...{ passNo: 'HF862826E000000001', gate: '8628-OUT-1', eventNo: '20260310-000017' },
        ...{ plate: '云A·D12345', reasons: ['GATE-WEIGHT'] },
      },
    },
  },
  inspection: {
    fields: {
      ...{ inspectionId: 'string', 'orderNo?': 'string', 'ebpCode?': 'string', 'agency?': 'string' },
      ...{ 'ground?': 'string', 'siteCode?': 'string', 'startsAt?': 'string', 'conforming?': 'boolean' },
      'results?': 'objects',
    },
    example: {
      member: 'ordered',
      data: {
        ...{ inspectionId: '01a20a6e-7081-7260-9eaa-4f5061728394', ...listShown },
        ...{ agency: 'customs', ground: 'RISK' },
      },
    },
  },
  display: {
    fields: {
      ...{
        displayNo: 'string',
        owner: 'string',
        'shopId?': 'string',
        'dueOn?': 'string',
        'reason?': 'string',
      },
      ...{ 'saleNo?': 'string', 'lists?': 'integer', 'handOver?': 'string', 'closed?': 'boolean' },
      'checklistNo?': 'string',
    },
    example: {
      member: 'overdue',
      data: {
        ...{ displayNo: 'ZS8628260310000001', owner: '5301963611' },
        ...{ shopId: 'KMZS01', dueOn: '2026-03-09' },
      },
    },
  },
  parcel: {
    fields: {
      ...{ parcelNo: 'string', centreCode: 'string', orderNo: 'null', ebpCode: 'null', invtNo: 'null' },
      ...{ 'returnNo?': 'string', 'paper?': 'string', 'bars?': 'string' },
      ...{ recipient: 'null', enterprise: 'null' },
    },
    example: {
      member: 'sorted',
      data: {
        ...{ parcelNo: 'P20260310000000001', centreCode: 'KMRC01', ...listShown },
        ...{ invtNo: '862820261000000001', recipient: '5301983613', enterprise: '5301963604' },
      },
    },
  },
  agency: {
    fields: {
      ...{ ...list, 'ebcCode?': 'string', attempt: 'integer', agency: 'string', 'judge?': 'string' },
      ...{ 'reason?': 'string', 'ground?': 'string', 'inspectionId?': 'string' },
    },
    example: {
      member: 'refused',
      data: {
        ...{ ...listShown, attempt: 1, agency: 'market', judge: 'officer' },
        reason: '保健食品无注册证书',
      },
    },
  },
};
