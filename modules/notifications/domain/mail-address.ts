/** ASCII as every mail server takes it; what is stranger is asked for in this form. */
const form =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** Whether mail can be sent there, by its form. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && form.test(text);

/** For others than its owner: `l***@example.com`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}

/** Where people of the zone are, for the hour of their digest. */
export const timeZones = [
  'Asia/Shanghai',
  'Asia/Bangkok',
  'Asia/Ho_Chi_Minh',
  'Asia/Vientiane',
  'Asia/Yangon',
] as const;
export type TimeZone = (typeof timeZones)[number];

/** How often what is not told at once is told. */
export const digests = ['off', 'hourly', 'daily'] as const;
export type Digest = (typeof digests)[number];
