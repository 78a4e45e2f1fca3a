import type { Format } from '../tables/row.ts';

/** An edition of the standard this module knows: the one in force, and the one before. */
export interface Edition {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** First day in force, or the day it was published where the former is not known. */
  readonly from: string;
  readonly source: string;
}

export const PRESENT: Edition = {
  name: '202205',
  zh: '202205 版',
  en: 'edition 202205',
  from: '2022-07-01',
  source: '中国电子口岸数据中心 2022-05-17, in force from 2022-07-01 (V)',
};

export const FORMER: Edition = {
  name: '2018-113',
  zh: '2018 年第 113 号公告版',
  en: 'the edition of announcement 2018 No. 113',
  from: '2018-09-04',
  source: '海关总署公告 2018 年第 113 号, published 2018-09-04 (H)',
};

/** How one group of fields stood in the former edition; what is not named was as it is now. */
export interface GroupChanges {
  /** Other lengths. */
  readonly formats?: Readonly<Record<string, Format>>;
  /** Text that had to have at least one character. */
  readonly nonEmpty?: readonly string[];
  /** Text whose white space counted as it stood. */
  readonly plain?: readonly string[];
  /** Fields whose value was not yet fixed. */
  readonly free?: readonly string[];
  /** What an empty element stood for. */
  readonly byDefault?: Readonly<Record<string, string>>;
  /** Fields that were not there. */
  readonly added?: readonly string[];
  /** How many of the group a document had. */
  readonly times?: { readonly least: number; readonly most: number };
}

/** Messages that came with the present edition. */
export const NEW_MESSAGES: ReadonlySet<string> = new Set([
  'CEB213Message',
  'CEB214Message',
  'CEB215Message',
  'CEB216Message',
]);

/**
 * What edition 202205 changed, by message and group, found by comparing the official schemas of both editions. Messages
 * that are not named are the same in both.
 */
export const CHANGES: Readonly<Record<string, Readonly<Record<string, GroupChanges>>>> = {
  CEB303Message: {
    OrderHead: {
      formats: { ebpCode: 'C1..50' },
      nonEmpty: ['orderNo', 'ebpName', 'ebcCode', 'ebcName'],
      byDefault: { appStatus: '2' },
    },
    OrderList: { nonEmpty: ['itemNo', 'itemName'] },
  },
  CEB304Message: { OrderReturn: { formats: { ebpCode: 'C1..50' } } },
  CEB403Message: {
    Receipts: {
      formats: { ebpCode: 'C1..50' },
      nonEmpty: ['ebpName', 'ebcCode', 'ebcName', 'orderNo', 'payName'],
      byDefault: { appStatus: '2' },
    },
  },
  CEB505Message: {
    Logistics: {
      formats: { logisticsNo: 'C1..80' },
      nonEmpty: ['logisticsCode', 'logisticsName', 'goodsInfo'],
      plain: ['goodsInfo'],
    },
  },
  CEB506Message: { LogisticsReturn: { formats: { logisticsNo: 'C..80' } } },
  CEB507Message: {
    ArrivalHead: {
      nonEmpty: ['copNo', 'operatorCode', 'operatorName', 'domesticTrafNo', 'logisticsCode', 'logisticsName'],
      plain: ['trafMode', 'domesticTrafNo'],
    },
    ArrivalList: { formats: { logisticsNo: 'C1..80' } },
  },
  CEB509Message: {
    DepartureHead: { nonEmpty: ['copNo', 'logisticsCode', 'logisticsName'], plain: ['trafMode'] },
    DepartureList: { formats: { logisticsNo: 'C1..80' }, times: { least: 1, most: 100 } },
  },
  CEB510Message: { DepartureReturn: { formats: { returnStatus: 'C..10' } } },
  CEB603Message: {
    InventoryHead: {
      formats: { ebpCode: 'C1..50', logisticsNo: 'C1..80', invtNo: 'C18', totalPackageNo: 'C..60' },
      nonEmpty: [
        ...['ebpName', 'orderNo', 'logisticsCode', 'logisticsName', 'copNo', 'agentCode', 'agentName'],
        ...['ebcCode', 'ebcName', 'ownerCode', 'ownerName'],
      ],
      plain: ['trafMode', 'POD', 'wrapType'],
      free: ['fFlag', 'iFlag'],
    },
    InventoryList: {
      formats: { unit2: 'C3' },
      nonEmpty: ['itemNo', 'gname', 'gmodel', 'barCode'],
      plain: ['gmodel', 'barCode'],
    },
  },
  CEB604Message: { InventoryReturn: { formats: { invtNo: 'C18', ebpCode: 'C1..50' } } },
  CEB605Message: {
    InvtCancel: {
      formats: { invtNo: 'C18' },
      nonEmpty: ['copNo', 'reason', 'agentCode', 'agentName', 'ebcCode', 'ebcName'],
      plain: ['reason'],
    },
  },
  CEB606Message: { InvtCancelReturn: { formats: { invtNo: 'C18' } } },
  CEB607Message: {
    WayBillHead: {
      nonEmpty: [
        ...['copNo', 'agentCode', 'agentName', 'trafName', 'voyageNo', 'billNo'],
        ...['logisticsCode', 'logisticsName'],
      ],
      plain: ['trafMode', 'trafName', 'voyageNo'],
    },
    WayBillList: {
      formats: { logisticsNo: 'C1..80', invtNo: 'C18' },
      times: { least: 1, most: 100 },
    },
  },
  CEB621Message: { InventoryList: { formats: { itemNo: 'C..30', tradeCountry: 'C3' } } },
  CEB701Message: {
    SummaryApplyHead: {
      nonEmpty: [
        ...['copNo', 'agentCode', 'agentName', 'ebcCode', 'ebcName'],
        ...['declAgentCode', 'declAgentName'],
      ],
    },
    SummaryApplyList: { formats: { invtNo: 'C18' }, times: { least: 1, most: 100 } },
  },
  CEB792Message: {
    SummaryResultList: {
      formats: { invtNo: 'C18', logisticsNo: 'C..80' },
      added: ['gseqno'],
      times: { least: 0, most: 100 },
    },
  },
};
