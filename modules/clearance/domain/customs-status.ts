type Decided = 'released' | 'held' | 'refused';

/**
 * What a returnStatus of customs decides of a list (standard 202205, §3). What is not named here, and every code
 * nobody knows, is in progress: many texts of the standard end in 等.
 */
const decided: Readonly<Record<string, Decided>> = {
  // 发送海关失败: it has not come to customs, and is to be declared again.
  '4': 'refused',
  '100': 'refused',
  '300': 'held',
  '500': 'held',
  '501': 'held',
  '502': 'held',
  '503': 'held',
  '505': 'held',
  '599': 'held',
  '600': 'held',
  // 退运: the goods leave the country.
  '700': 'refused',
  '800': 'released',
  '899': 'released',
};

/** Undefined while the list is in progress; a negative status is a processing error and sends it back. */
export const decidedBy = (returnStatus: string): Decided | undefined =>
  /^-\d+$/.test(returnStatus) ? 'refused' : decided[returnStatus];
