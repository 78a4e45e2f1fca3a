/**
 * By what callers from an address are counted: of IPv4 the address, of IPv6 its network of 64 bits, which one customer of a
 * provider has whole.
 */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [left = [], right = []] = address
    .toLowerCase()
    .split('::')
    .map((half) => half.split(':').filter((part) => part !== ''));
  const between = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const four = [...left, ...between, ...right].slice(0, 4);
  return `${four.map((part) => part.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
