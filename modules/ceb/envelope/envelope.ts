/** Who sends what to whom: the head of every transport message, under the standard's own names and spellings. */
export interface TransInfo {
  /** The sender's own number of the message, 1 to 255 characters; the same however often it is sent. */
  readonly CopMsgId: string;
  /** DXP number of the sender, 1 to 16 characters; for declarations the `dxpId` of the message inside. */
  readonly SenderId: string;
  /** DXP numbers of 1 to 5 receivers, 1 to 16 characters each. */
  readonly ReceiverIds: readonly string[];
  /** When the message was made, an `xs:dateTime`; the standard spells it so. */
  readonly CreatTime: string;
  /** Root element of the message inside, at most 30 characters. */
  readonly MsgType: string;
}

/** What a client adds for its own use; every part is optional. */
export interface AddInfo {
  readonly FileName?: string | undefined;
  readonly IcCard?: string | undefined;
  /** 1 to 5 keys, `DealFlag`, `RetType`, `SignFlag` in practice. */
  readonly BizKey?: readonly BizKey[] | undefined;
  /** Says that the data are text in this character set. */
  readonly IsText?: string | undefined;
  /** Its text; elements inside are passed over. */
  readonly RecMapId?: string | undefined;
}

export interface BizKey {
  readonly name?: string | undefined;
  readonly value: string;
}

/** The message of a terminal node: one business message in its envelope. */
export interface DxpMsg {
  readonly root: 'DxpMsg';
  readonly Id?: string | undefined;
  readonly TransInfo: TransInfo;
  /** The business message, decoded from Base64. */
  readonly Data: Uint8Array;
  readonly AddInfo?: AddInfo | undefined;
  /** The whole `ds:Signature` element, verbatim. */
  readonly signature?: string | undefined;
}

/** The message between the exchange platform's servers, around the terminal node's. */
export interface DxpMsgSv {
  readonly root: 'DxpMsgSv';
  readonly Id?: string | undefined;
  readonly SvNo: SvNo;
  readonly DxpMsg: DxpMsg;
  readonly signature?: string | undefined;
}

export interface SvNo {
  /** Node (8), time `yyyymmddhhmmss` and sequence (10), 32 characters in all. */
  readonly MsgId: string;
  /** One character, where a message to several receivers was divided. */
  readonly SubMsgId?: string | undefined;
  readonly SendTime: string;
  readonly EndNode: string;
  readonly StaNode: string;
}

/** The exchange platform's own answer to what it was handed. */
export interface DxpRep {
  readonly root: 'DxpRep';
  /** Who receives this; the standard spells it so. */
  readonly RecevierId: string;
  readonly AdNodeId?: string | undefined;
  readonly Response: readonly DxpResponse[];
  readonly signature?: string | undefined;
}

export interface DxpResponse {
  readonly NodeId?: string | undefined;
  /** `0001` to `3999` of the catalogue, up to 9 characters. */
  readonly ResponseCode: string;
  readonly ResponseInfo?: string | undefined;
  /** One for each receiver. */
  readonly Results?: readonly DxpResult[] | undefined;
  /** An `xs:date`. */
  readonly NoticeTime: string;
  readonly Note?: string | undefined;
  /** Head of the message that is answered; its `CopMsgId` tells which. */
  readonly OriHead: TransInfo;
}

export interface DxpResult {
  readonly RecId: string;
  readonly Code: string;
  readonly Info?: string | undefined;
  readonly Note?: string | undefined;
}

/** Any transport message, told apart by `root`. */
export type Envelope = DxpMsg | DxpMsgSv | DxpRep;
