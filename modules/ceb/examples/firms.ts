/** A firm as messages name it. */
export interface Firm {
  /** Customs registration code, 10 characters. */
  readonly code: string;
  readonly name: string;
  /** Its address on the exchange platform: `DXPENT` and 10 digits. */
  readonly dxpId: string;
}

/** Who takes part; one firm may play several parts. */
export interface Firms {
  readonly platform: Firm;
  readonly seller: Firm;
  readonly paymentFirm: Firm;
  readonly carrier: Firm;
  /** Files the lists for the seller. */
  readonly declarant: Firm;
  /** Runs the supervised site. */
  readonly siteOperator: Firm;
}

/** Firms of the demo zone: their names say that they are examples, and a running demo knows them. */
export const EXAMPLE_FIRMS: Firms = {
  platform: { code: '5301963601', name: '昆明示例云茶电子商务有限公司', dxpId: 'DXPENT9936000001' },
  seller: { code: '5301963604', name: '昆明示例彩云国际贸易有限公司', dxpId: 'DXPENT9936000004' },
  paymentFirm: { code: '5301963609', name: '昆明示例云付支付服务有限公司', dxpId: 'DXPENT9936000009' },
  carrier: { code: '5301963612', name: '昆明示例中老快运有限公司', dxpId: 'DXPENT9936000012' },
  declarant: { code: '5301983613', name: '昆明示例通达报关有限公司', dxpId: 'DXPENT9936000013' },
  siteOperator: { code: '5301663615', name: '昆明示例综保仓储有限公司', dxpId: 'DXPENT9936000015' },
};
