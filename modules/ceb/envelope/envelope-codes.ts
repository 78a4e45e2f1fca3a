import { findingCodes } from '#kernel';
import type { EnvelopeCode } from './envelope-findings.ts';

/** What can be wrong with the message in an envelope, or with how the two agree. */
export const ENVELOPE_CODES = findingCodes<EnvelopeCode>({
  'DXP-BASE64-FOREIGN': [
    'field',
    ['Base64 中含有字母表之外的字符', 'Base64 holds characters outside its alphabet'],
    ['只用标准 Base64 字母表，不用 URL 变体', 'Use the standard alphabet of Base64, not the one for URLs'],
  ],
  'DXP-CONTENT': [
    'business',
    ['传输报文中没有可读的报文', 'The envelope holds no message that can be read'],
    ['把 UTF-8 的业务报文编码为 Base64 放入 Data', 'Put the business message in UTF-8 into Data, as Base64'],
  ],
  'DXP-MSGTYPE': [
    'business',
    ['MsgType 与报文的根元素不一致', 'MsgType is not the root of the message'],
    ['把 MsgType 填为报文的根元素', 'Write the root of the message as MsgType'],
  ],
  'DXP-NESTED': [
    'business',
    ['传输报文中又是传输报文', 'An envelope holds another envelope'],
    ['只封装一层，Data 中放业务报文', 'Wrap once; put the business message into Data'],
  ],
  'DXP-RECEIVER': [
    'business',
    ['接收方中没有报文所属的海关节点', 'The receivers do not include the node of customs the message is for'],
    ['填写该报文的海关节点', 'Name the node of customs for this message'],
  ],
  'DXP-RECEIVER-MISSING': [
    'business',
    ['没有接收方', 'There is no receiver'],
    ['给出接收方的 DXP 编号', 'Give the DXP number of the receiver'],
  ],
  'DXP-SENDER': [
    'business',
    ['SenderId 与报文的 dxpId 不一致（-301008）', 'SenderId is not the dxpId of the message (-301008)'],
    [
      '由 dxpId 所指的节点发送，或改正 dxpId 并重新签名',
      'Send it from the node its dxpId names, or correct dxpId and sign anew',
    ],
  ],
  'DXP-SENDER-MISSING': [
    'business',
    ['没有发送方', 'There is no sender'],
    ['给出发送方的 DXP 编号', 'Give the DXP number of the sender'],
  ],
});
