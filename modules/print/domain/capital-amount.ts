const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/**
 * An amount in the capital figures of Chinese bills, which cannot be altered by a stroke: `20.75` → 贰拾元柒角伍分.
 * @param amount CNY as decimal text, not negative, at most two decimals and sixteen digits before them
 * @throws RangeError for anything else
 * Source: 支付结算办法 (银发[1997]393号), annex 1, on writing amounts.
 */
export function capitalAmount(amount: string): string {
  const [, whole, fraction = ''] = /^(\d{1,16})(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  if (whole === undefined) throw new RangeError(`not an amount that can be written out: ${amount}`);
  const yuan = wholeInCapitals(whole);
  const [jiao, fen] = [Number(fraction[0] ?? 0), Number(fraction[1] ?? 0)];
  const head = yuan === '' ? '' : `${yuan}元`;
  if (jiao === 0 && fen === 0) return `${head || '零元'}整`;
  // A nought stands for the missing jiao, but not where nothing comes before it.
  const tenths = jiao > 0 ? `${digits[jiao]}角` : head && '零';
  return `${head}${tenths}${fen > 0 ? `${digits[fen]}分` : ''}`;
}

/** Digits by fours; noughts between two figures are one nought, those at the end of a four none. */
function wholeInCapitals(whole: string): string {
  const figures = whole.replace(/^0+/, '');
  let text = '';
  let nought = false;
  for (const [index, figure] of [...figures].entries()) {
    const place = figures.length - 1 - index;
    if (figure === '0') nought = true;
    else {
      text += `${nought ? '零' : ''}${digits[Number(figure)]}${places[place % 4]}`;
      nought = false;
    }
    const four = figures.slice(Math.max(0, index - 3), index + 1);
    if (place % 4 === 0 && place > 0 && /[1-9]/.test(four)) text += groups[place / 4];
  }
  return text;
}
