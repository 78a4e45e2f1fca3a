import { findingCodes } from '#kernel';

type LinkCode =
  | 'LINK-CONTRADICTION'
  | 'LINK-FOREIGN-SENDER'
  | 'LINK-SENDER-ID'
  | 'LINK-SEVERAL-DOCUMENTS'
  | 'LINK-UNKNOWN-DOCUMENT'
  | 'LINK-UNKNOWN-MESSAGE';

/** What can be wrong with what goes to an agency or comes from it. */
export const LINK_CODES = findingCodes<LinkCode>({
  'LINK-CONTRADICTION': [
    'business',
    [
      '回执中的编号与代码分属不同单证',
      'The numbers of the receipt are one document’s and its codes are another’s',
    ],
    [
      '由运营人员与海关核对后人工处理',
      'Have the operator compare it with customs and see to the document by hand',
    ],
  ],
  'LINK-FOREIGN-SENDER': [
    'business',
    ['传输报文的发送方不是海关', 'The sender of the envelope is not customs'],
    ['核对传输通道', 'Check the channel'],
  ],
  'LINK-SENDER-ID': [
    'business',
    [
      'dxpId 未登记，或不是本企业登记的编号（-301008）',
      'dxpId is not registered for the enterprise (-301008)',
    ],
    [
      '填写分配给本企业的编号；未登记的请运营人员登记',
      'Give the number assigned to the enterprise; where none is registered have the operator enter it',
    ],
  ],
  'LINK-SEVERAL-DOCUMENTS': [
    'business',
    ['回执可指多份单证', 'The receipt may speak of several documents'],
    [
      '由运营人员与海关核对；内部编号不要重复使用',
      'Have the operator ask customs; do not use a number of your own twice',
    ],
  ],
  'LINK-UNKNOWN-DOCUMENT': [
    'business',
    ['回执所指的单证不是经本平台转报的', 'The receipt speaks of a document that was not forwarded from here'],
    ['核对回执中的编号', 'Check the numbers of the receipt'],
  ],
  'LINK-UNKNOWN-MESSAGE': [
    'business',
    ['回执所指的传输报文不是本平台发出的', 'The receipt speaks of an envelope that was not sent from here'],
    [
      '核对 oriCopMsgId；如为本平台报文，请与海关核对',
      'Check oriCopMsgId; if the message is ours, ask customs',
    ],
  ],
});
