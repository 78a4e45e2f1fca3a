/** Head of the raw payment data, field by field as the notice names them, its misspellings included. */
export interface PayExchangeInfoHead {
  /** 36 characters in upper case. */
  readonly guid: string;
  /** What the platform sent to the payment firm, as it was sent. */
  readonly initalRequest: string;
  /** What the payment firm answered, as it was answered. */
  readonly initalResponse: string;
  readonly ebpCode: string;
  readonly payCode: string;
  readonly payTransactionId: string;
  /** N19,5 as it is written: `5.0` and `5` are the same amount and two texts, and the text is what is signed. */
  readonly totalAmount: string;
  readonly currency: string;
  /** 1 UnionPay, 2 NetsUnion, 3 other. */
  readonly verDept: string;
  /** 1 app, 2 computer, 3 scanned code, 4 other. */
  readonly payType?: string | undefined;
  /** YYYYMMDDhhmmss on China's clock. */
  readonly tradingTime: string;
  readonly note?: string | undefined;
}

export interface GoodsInfo {
  readonly gname: string;
  /** One link, or several joined by `;`. */
  readonly itemLink: string;
}

/** One order the payment paid for. */
export interface PayExchangeInfo {
  readonly orderNo: string;
  readonly goodsInfo: readonly GoodsInfo[];
  readonly recpAccount: string;
  /** Unified social credit code of the payee; firms abroad have none. */
  readonly recpCode?: string | undefined;
  readonly recpName: string;
}

/** A payment with all the orders it paid for. */
export interface RawPayment {
  readonly payExchangeInfoHead: PayExchangeInfoHead;
  readonly payExchangeInfoLists: readonly PayExchangeInfo[];
}

/** What a platform sends to customs, before it is signed. */
export interface UnsignedPaymentData extends RawPayment {
  /** The session of customs' request. */
  readonly sessionID: string;
  /** Milliseconds since 1970 as digits. */
  readonly serviceTime: string;
}

/** `realTimeDataUp` as it is sent. */
export interface RealTimeDataUp extends UnsignedPaymentData {
  readonly certNo: string;
  /** Base64: r‖s of SM2, or an RSA signature. */
  readonly signValue: string;
}

/** `platDataOpen`: customs asks for the payment of an order. */
export interface PaymentDataRequest {
  readonly orderNo: string;
  readonly sessionID: string;
  /** Milliseconds since 1970 by customs' clock, as digits. */
  readonly serviceTime: string;
}

/** How each side answers the other. */
export interface PaymentDataAnswer {
  readonly code: string;
  readonly message: string;
  /** Milliseconds since 1970 as digits; some answers go without. */
  readonly serviceTime?: string | undefined;
}
