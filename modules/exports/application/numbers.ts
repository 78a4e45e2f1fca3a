const marks = { order: 'o', waybill: 'w', arrival: 'a', departure: 'd' } as const;

type Kind = keyof typeof marks;

/** What a conductor of exports is told of: an order, a waybill, or a paper of the goods, each by its number. */
export const numbers: Readonly<Record<Kind, (number: string) => string>> = {
  order: (number) => marks.order + number,
  waybill: (number) => marks.waybill + number,
  arrival: (number) => marks.arrival + number,
  departure: (number) => marks.departure + number,
};

/** The numbers of one kind among what a conductor is told of. */
export const numbered = (kind: Kind, told: readonly string[]): string[] =>
  told.filter((one) => one.startsWith(marks[kind])).map((one) => one.slice(1));
