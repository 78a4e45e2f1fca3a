import fc from 'fast-check';
import type { PayExchangeInfo, PayExchangeInfoHead, RawPayment, UnsignedPaymentData } from '../message.ts';

/** A made-up payment of one order with two goods. */
export const PAYMENT: RawPayment = {
  payExchangeInfoHead: {
    guid: 'E4B7F0C2-5D0A-4C6B-9B1E-3F2A7C8D9E01',
    initalRequest: 'https://pay.example/gateway.do?out_trade_no=D260310S01A&total=5.0&subject=普洱茶 "357克"',
    initalResponse: '{\n "code": "10000",\n "trade_no": "2026031022001"\n}',
    ebpCode: '5301363602',
    payCode: '5301680001',
    payTransactionId: '2026031022001',
    totalAmount: '5.0',
    currency: '142',
    verDept: '3',
    payType: '1',
    tradingTime: '20260310095500',
    note: '',
  },
  payExchangeInfoLists: [
    {
      orderNo: 'D260310S01A',
      goodsInfo: [
        { gname: '普洱茶', itemLink: 'https://shop.example/goods/1' },
        { gname: '咖啡豆', itemLink: 'https://shop.example/goods/2;https://shop.example/m/2' },
      ],
      recpAccount: '6222020000000000001',
      recpCode: '91530100MA0000000X',
      recpName: '昆明示例电子商务有限公司',
    },
  ],
};

export const UNSIGNED: UnsignedPaymentData = {
  sessionID: 'fe2374-8fnejf97-32839218',
  ...PAYMENT,
  serviceTime: '1773107700000',
};

/** Characters that have to survive: quotes, bars, escapes, line ends, Chinese, outside the basic plane. */
const character = fc.constantFrom(
  ...['a', 'Z', '0', ' ', '"', '\\', '/', '|', '{', '}', '[', ']', ':', ',', '&', '=', '+', '%', ';', '<'],
  ...[
    '\t',
    '\n',
    '\r',
    '\b',
    '\f',
    '\u0001',
    '\u007f',
    '\u2028',
    '\ufeff',
    '茶',
    '马',
    '😀',
    '𠮷',
    'é',
    "'",
    '~',
  ],
);

const text = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(character, { minLength: least, maxLength: Math.min(most, least + 24) })
    .map((characters) => characters.join(''));

const maybe = (given: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> =>
  fc.oneof({ arbitrary: given, weight: 3 }, { arbitrary: fc.constant(undefined), weight: 1 });

/** Every way to write a number of the form N19,5: `5`, `5.0`, `5.00000`, `0.10`. */
export const amounts: fc.Arbitrary<string> = fc
  .tuple(fc.bigInt(0n, 10n ** 14n - 1n), fc.option(fc.stringMatching(/^\d{1,5}$/)))
  .map(([whole, decimals]) => (decimals === null ? `${whole}` : `${whole}.${decimals}`));

const heads: fc.Arbitrary<PayExchangeInfoHead> = fc.record({
  guid: fc.constant('E4B7F0C2-5D0A-4C6B-9B1E-3F2A7C8D9E01'),
  initalRequest: text(1, 8000),
  initalResponse: text(1, 8000),
  ebpCode: text(1, 18),
  payCode: text(1, 18),
  payTransactionId: text(1, 60),
  totalAmount: amounts,
  currency: text(1, 4),
  verDept: fc.constantFrom('1', '2', '3'),
  payType: maybe(fc.constantFrom('1', '2', '3', '4', '')),
  tradingTime: fc.constant('20260310095500'),
  note: maybe(text(0, 1000)),
});

const orders: fc.Arbitrary<PayExchangeInfo> = fc.record({
  orderNo: text(1, 60),
  goodsInfo: fc.array(fc.record({ gname: text(1, 250), itemLink: text(1, 3000) }), {
    minLength: 1,
    maxLength: 3,
  }),
  recpAccount: text(1, 60),
  recpCode: maybe(text(0, 18)),
  recpName: text(1, 100),
});

/** Payments of every shape the notice allows. */
export const unsignedData: fc.Arbitrary<UnsignedPaymentData> = fc.record({
  sessionID: fc.stringMatching(/^[0-9A-Za-z-]{1,36}$/),
  payExchangeInfoHead: heads,
  payExchangeInfoLists: fc.uniqueArray(orders, {
    minLength: 1,
    maxLength: 3,
    selector: ({ orderNo }) => orderNo,
  }),
  serviceTime: fc.stringMatching(/^[1-9]\d{12}$/),
});
