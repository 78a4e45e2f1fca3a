import type { Bilingual } from '#kernel';

/** How a parcel stands, in the words of whoever waits for it. */
export type ParcelState =
  | 'announced'
  | 'checking'
  | 'with-customs'
  | 'held'
  | 'released'
  | 'returned'
  | 'withdrawn';

/** State of a list, or undefined where there is none yet, as a parcel's. */
export function parcelStateOf(listState: string | undefined): ParcelState {
  switch (listState) {
    case 'waiting':
      return 'checking';
    case 'forwarded':
      return 'with-customs';
    case 'held':
      return 'held';
    case 'released':
      return 'released';
    case 'refused':
      return 'returned';
    case 'withdrawn':
      return 'withdrawn';
    default:
      return 'announced';
  }
}

export const parcelWords: Readonly<Record<ParcelState, Bilingual>> = {
  announced: {
    zh: '卖家或快递已报来单证，尚未向海关申报。',
    en: 'The seller or the carrier has announced it; it is not declared to customs yet.',
  },
  checking: {
    zh: '已申报，正在核对单证，通常几分钟内有结果。',
    en: 'Declared; its papers are being compared. That usually takes minutes.',
  },
  'with-customs': { zh: '已报海关，等待海关决定。', en: 'With customs, who will decide.' },
  held: {
    zh: '海关正在查验。您无需办理任何手续；如需补充资料，卖家会联系您。',
    en: 'Customs is looking at it. You need do nothing; if something is missing the seller will contact you.',
  },
  released: { zh: '海关已放行，正在配送。', en: 'Released by customs and on its way to you.' },
  returned: {
    zh: '申报未通过，卖家需改正后重报；如已付款，请向卖家询问。',
    en: 'The declaration was sent back: the seller has to mend it. Ask the seller if you have paid.',
  },
  withdrawn: {
    zh: '申报已撤回，包裹不再入境；额度已退回。',
    en: 'The declaration was withdrawn: the parcel does not come in, and your allowance was given back.',
  },
};

/** The last four digits of a telephone number; undefined where it has fewer. */
export const lastFour = (phone: string | undefined): string | undefined =>
  /(\d)\D*(\d)\D*(\d)\D*(\d)\D*$/
    .exec(phone ?? '')
    ?.slice(1)
    .join('');

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s·.．•]/g, '')
    .toUpperCase();

/** Whether two writings are of one name: blanks, dots and case do not count. */
export const sameName = (one: string, other: string): boolean =>
  plain(one) !== '' && plain(one) === plain(other);

/** Digits of a telephone number without the prefix of the country. */
export const phoneDigits = (phone: string): string =>
  phone.replace(/\D/g, '').replace(/^(0086|86)(?=\d{11}$)/, '');
