import { encode } from '../encode/encode.ts';
import { encodeEnvelope } from '../envelope/encode-envelope.ts';
import type { DxpMsg, DxpMsgSv, DxpRep, TransInfo } from '../envelope/envelope.ts';
import type { Root } from '../types.ts';
import { SIGNATURE, sampleMessage } from './messages.ts';

export const SENDER = 'DXPENT0000012345';
export const CREATED = '2026-07-01T08:30:00';

/** A sound message of a kind, its `dxpId` that of the sample envelopes, in bytes. */
export function sampleBytes(root: Root): Uint8Array {
  const message = sampleMessage(root, true);
  const transfer = message.transfer && { ...message.transfer, dxpId: SENDER };
  return new TextEncoder().encode(encode({ ...message, transfer } as typeof message));
}

export const TRANS_INFO: TransInfo = {
  CopMsgId: '4CDE1CFD-EDED-46B1-946C-B8022E42FC94',
  SenderId: SENDER,
  ReceiverIds: ['DXPEDCCEB0000002'],
  CreatTime: CREATED,
  MsgType: 'CEB311Message',
};

/** A transport message with every optional part. */
export const FULL_MSG: DxpMsg = {
  root: 'DxpMsg',
  Id: 'envelope',
  TransInfo: { ...TRANS_INFO, ReceiverIds: ['DXPEDCCEB0000002', 'DXPENT0000054321'] },
  Data: sampleBytes('CEB311Message'),
  AddInfo: {
    FileName: '订单 & 报文.xml',
    IcCard: '0000000000001',
    BizKey: [{ name: 'SignFlag', value: '1' }, { value: '<2>' }],
    IsText: 'UTF-8',
    RecMapId: 'map',
  },
  signature: SIGNATURE.replace(/<ds:X509Data>.*<\/ds:X509Data>/, ''),
};

export const FULL_SV: DxpMsgSv = {
  root: 'DxpMsgSv',
  SvNo: {
    MsgId: '00000001202607010830000000000001',
    SubMsgId: '1',
    SendTime: '2026-07-01T08:30:01+08:00',
    EndNode: '00000002',
    StaNode: '00000001',
  },
  DxpMsg: { ...FULL_MSG, Id: undefined },
};

export const FULL_REP: DxpRep = {
  root: 'DxpRep',
  RecevierId: SENDER,
  AdNodeId: '00000001',
  Response: [
    {
      NodeId: '00000001',
      ResponseCode: '2001',
      ResponseInfo: '指定的接收方不存在',
      Results: [
        { RecId: 'DXPENT0000054321', Code: '2001', Info: '不存在', Note: '' },
        { RecId: 'DXPEDCCEB0000002', Code: '0000' },
      ],
      NoticeTime: '2026-07-01',
      Note: '',
      OriHead: TRANS_INFO,
    },
    { ResponseCode: '0001', NoticeTime: '2026-07-01+08:00', OriHead: TRANS_INFO },
  ],
};

/** The least each kind may have. */
export const LEAN_MSG: DxpMsg = { root: 'DxpMsg', TransInfo: TRANS_INFO, Data: new Uint8Array() };

export const SAMPLE_ENVELOPES: readonly string[] = [FULL_MSG, LEAN_MSG, FULL_SV, FULL_REP].map(
  encodeEnvelope,
);
