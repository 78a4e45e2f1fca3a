/** A whole number of thousandths as canonical decimal text: 7920 → `7.92`, 2000 → `2`. */
export function milliText(thousandths: number): string {
  const whole = Math.floor(thousandths / 1000);
  const rest = thousandths % 1000;
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
}

/** An amount in fen (0.01 CNY) as canonical decimal text in CNY: 12350 → `123.5`. */
export function fenText(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  return sign + milliText(Math.abs(fen) * 10);
}

/** `12.50` → 1250, without passing through a float. @param text CNY, at most two decimals. */
export function readFen(text: string): number {
  const [whole = '0', decimals = ''] = text.split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}
