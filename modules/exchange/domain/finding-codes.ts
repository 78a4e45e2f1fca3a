import { findingCodes } from '#kernel';

type ExchangeCode =
  | 'EXCHANGE-DELEGATION'
  | 'EXCHANGE-EXISTS'
  | 'EXCHANGE-LOCKED'
  | 'EXCHANGE-NOT-FOUND'
  | 'EXCHANGE-NOT-TAKEN'
  | 'EXCHANGE-RIGHT'
  | 'EXCHANGE-SENDER'
  | 'EXCHANGE-STALE'
  | 'EXCHANGE-WHOLE';

/** Why the access point refuses a message or a document that is sound in itself. */
export const EXCHANGE_CODES = findingCodes<ExchangeCode>({
  'EXCHANGE-DELEGATION': [
    'business',
    [
      '委托企业的委托不适用于此单证',
      'The delegation by the enterprise it is sent for does not cover the document',
    ],
    [
      '查看收到的委托；请委托企业新建委托并接受，或由其自行报送',
      'See the delegations received; have the enterprise delegate anew and accept it, or let it send itself',
    ],
  ],
  'EXCHANGE-EXISTS': [
    'business',
    ['同一编号已有内容不同的单证', 'A document with this number but other content is on file'],
    [
      '核对编号；确要修改请用 appType=2 变更',
      'Check the number; to change the document send it with appType 2',
    ],
  ],
  'EXCHANGE-LOCKED': [
    'business',
    ['对应清单已申报，不能变更或删除', 'Its list is declared, so nothing can be changed or deleted'],
    [
      '等待清单结果；退单后可改，放行后走撤单或退货',
      'Wait for the outcome: a returned list can be mended, a released one goes by cancellation or return',
    ],
  ],
  'EXCHANGE-NOT-FOUND': [
    'business',
    ['没有可变更或删除的单证', 'There is no document to change or delete'],
    ['先以 appType=1 新增，或核对编号', 'Send it first with appType 1, or check its number'],
  ],
  'EXCHANGE-NOT-TAKEN': [
    'business',
    ['本平台不接收此类报文', 'Messages of this type are not taken in'],
    ['发送本平台接收的报文', 'Send a message of a type that is taken in'],
  ],
  'EXCHANGE-RIGHT': [
    'business',
    ['企业无权报送、变更或删除该单证', 'The enterprise has no right to send, change or delete the document'],
    [
      '由有权的企业报送，或核对编号和企业代码',
      'Let the enterprise entitled send it, or check numbers and codes',
    ],
  ],
  'EXCHANGE-SENDER': [
    'business',
    ['传输企业代码与密钥的企业不一致', 'copCode is not the enterprise of the key'],
    ['改正 copCode，或换用该企业的密钥', 'Correct copCode, or use a key of that enterprise'],
  ],
  'EXCHANGE-STALE': [
    'business',
    ['报送时间不晚于已收单证', 'appTime is not later than that of the document on file'],
    ['以更晚的 appTime 重新报送', 'Send it again with a later appTime'],
  ],
  'EXCHANGE-WHOLE': [
    'business',
    [
      '同一报文中有其他单证未被接收，整份不转报',
      'Another document of the message is refused, so none is forwarded',
    ],
    [
      '改正或去掉未被接收的单证，整份重新签名发送',
      'Mend or leave out the refused documents, sign the message again and send it whole',
    ],
  ],
});
