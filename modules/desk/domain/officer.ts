/** An officer of customs who works at the desk. */
export interface Officer {
  /** Of the account; what is on record names it. */
  readonly id: string;
  readonly name: string;
  /** Four digits of the customs office; that of the district stands for all of its offices. */
  readonly office: string;
}

/** Whether an officer decides on lists declared at an office: those of the own one, at the district those of all. */
export const worksOn = ({ office }: Officer, customsCode: string): boolean =>
  office === customsCode || (office.endsWith('00') && office.slice(0, 2) === customsCode.slice(0, 2));
