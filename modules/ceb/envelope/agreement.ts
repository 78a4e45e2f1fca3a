import type { Finding } from '#kernel';
import type { Content } from './content.ts';
import type { TransInfo } from './envelope.ts';
import { envelopeFinding } from './envelope-findings.ts';

/** The standard's code for a message whose sender is not who its envelope says; seen in receipts of orders. */
const SENDER_REFUSED = '-301008';

/** Longest stretch of a name from inside that is quoted. */
const QUOTED = 60;

/** Where an envelope and the message in it disagree; `path` is the path of the TransInfo in the envelope. */
export function disagreements(info: TransInfo, content: Content, path: string): Finding[] {
  return [
    ...notReadable(content, path),
    ...senderDiffers(info.SenderId, content, path),
    ...typeDiffers(info.MsgType, content, path),
    ...receiverDiffers(info.ReceiverIds, content, path),
  ];
}

/** SenderId must equal the `dxpId` of the message, where it has one. */
export function senderDiffers(
  SenderId: string | undefined,
  { dxpId }: Content,
  path = 'TransInfo',
): Finding[] {
  if (SenderId === undefined || dxpId === undefined || SenderId === dxpId) return [];
  return [
    envelopeFinding(
      'DXP-SENDER',
      'business',
      `${path}/SenderId`,
      [
        `发送方 ${SenderId} 与报文中的 dxpId“${dxpId.slice(0, QUOTED)}”不一致（${SENDER_REFUSED}）`,
        `The sender ${SenderId} is not the dxpId "${dxpId.slice(0, QUOTED)}" of the message (${SENDER_REFUSED})`,
      ],
      [
        '由 dxpId 所指的传输节点发送，或改正 BaseTransfer/dxpId 并重新签名',
        'Send it from the node its dxpId names, or correct BaseTransfer/dxpId and sign anew',
      ],
      SENDER_REFUSED,
    ),
  ];
}

function notReadable({ root, enveloped, refusal }: Content, path: string): Finding[] {
  const data = path.replace(/TransInfo$/, 'Data');
  if (enveloped) {
    return [
      envelopeFinding(
        'DXP-NESTED',
        'business',
        data,
        [`Data 中又是一份传输报文 ${root}`, `Data holds another transport message, ${root}`],
        ['只封装一层，Data 中放业务报文', 'Wrap once; put the business message into Data'],
      ),
    ];
  }
  if (root !== undefined) return [];
  return [
    envelopeFinding(
      'DXP-CONTENT',
      'business',
      data,
      [
        `Data 解码后不是可读的报文：${refusal?.message.zh ?? ''}`,
        `Decoded, Data is no message that can be read: ${refusal?.message.en ?? ''}`,
      ],
      [
        '把 UTF-8 的业务报文编码为 Base64 放入 Data',
        'Put the business message in UTF-8 into Data, as Base64',
      ],
    ),
  ];
}

function typeDiffers(MsgType: string, { root }: Content, path: string): Finding[] {
  if (root === undefined || MsgType === root) return [];
  return [
    envelopeFinding(
      'DXP-MSGTYPE',
      'business',
      `${path}/MsgType`,
      [
        `报文类型 ${MsgType} 与报文的根元素 ${root.slice(0, QUOTED)} 不一致`,
        `The type ${MsgType} is not the root ${root.slice(0, QUOTED)} of the message`,
      ],
      [`把 MsgType 填为 ${root.slice(0, QUOTED)}`, `Write ${root.slice(0, QUOTED)} as MsgType`],
    ),
  ];
}

function receiverDiffers(ReceiverIds: readonly string[], { receiver }: Content, path: string): Finding[] {
  if (receiver === undefined || ReceiverIds.includes(receiver)) return [];
  return [
    envelopeFinding(
      'DXP-RECEIVER',
      'business',
      `${path}/ReceiverIds`,
      [`接收方中没有海关 ${receiver}`, `Customs, ${receiver}, are not among the receivers`],
      [
        '进口报文发往 DXPEDCCEB0000002，出口报文发往 DXPEDCCEB0000003',
        'Imports go to DXPEDCCEB0000002, exports to DXPEDCCEB0000003',
      ],
    ),
  ];
}
