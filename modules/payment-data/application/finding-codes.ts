import { findingCodes } from '#kernel';

/** Why a payment that is sound in itself is not kept. */
export const PAYMENT_RECORD_CODES = findingCodes<'PAYDATA-CONFLICT' | 'PAYDATA-RIGHT'>({
  'PAYDATA-CONFLICT': [
    'business',
    ['同一交易流水号已有不同内容的记录', 'The payment is on file with other content'],
    [
      '核对交易流水号和内容；另一笔支付用它自己的流水号',
      'Check number and content; another payment has a number of its own',
    ],
  ],
  'PAYDATA-RIGHT': [
    'business',
    ['电商平台代码不是本密钥的企业', 'The platform is not the enterprise of the key'],
    [
      '由该平台用自己的密钥报送，或更正 ebpCode',
      'Let that platform hand it in with its own key, or correct ebpCode',
    ],
  ],
});
