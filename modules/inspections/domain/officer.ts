/** An officer who inspects. */
export interface Inspector {
  /** Of the account; what is on record names it. */
  readonly id: string;
  readonly name: string;
  /** Four digits of the customs office; that of the district stands for all of its offices. */
  readonly office: string;
}

/** Whether an officer inspects at an office: of the own one, at the district of all. */
export const inspectsAt = ({ office }: Inspector, customsCode: string): boolean =>
  office === customsCode || (office.endsWith('00') && office.slice(0, 2) === customsCode.slice(0, 2));
