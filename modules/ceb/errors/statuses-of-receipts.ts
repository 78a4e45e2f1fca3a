/** To sender and port: saved, declaring, sent or not sent to customs. */
const TRANSPORT = ['1', '2', '3', '4'] as const;
const CHECKED = [...TRANSPORT, '100', '120', '399'] as const;
/** Papers of import have no "saved" of their own in the text. */
const IMPORT_PAPER = ['2', '3', '4', '100', '120', '399'] as const;
const CONCLUDED = [...TRANSPORT, '100', '399'] as const;

/**
 * Statuses the text names for each receipt, by root. Many of its lists end in "and so on", and other ones are seen
 * (300 and 800 in CEB626, 600 in CEB622): an unknown positive status means in progress.
 */
const STATUSES_OF_RECEIPTS: Readonly<Record<string, readonly string[]>> = {
  CEB214Message: [...TRANSPORT, '100', '120', '300', '500', '505', '600', '800'],
  CEB216Message: CONCLUDED,
  CEB304Message: CHECKED,
  CEB312Message: IMPORT_PAPER,
  CEB404Message: CHECKED,
  CEB412Message: IMPORT_PAPER,
  CEB506Message: CONCLUDED,
  CEB508Message: CONCLUDED,
  CEB510Message: CONCLUDED,
  CEB512Message: IMPORT_PAPER,
  CEB514Message: IMPORT_PAPER,
  CEB604Message: [...TRANSPORT, '100', '120', '300', '399', '500', '800', '899'],
  CEB606Message: CONCLUDED,
  CEB608Message: CHECKED,
  CEB622Message: [
    ...TRANSPORT,
    ...['100', '120', '300', '399', '500', '501', '502', '503', '599', '700', '800', '899'],
  ],
  CEB624Message: CHECKED,
  CEB626Message: CHECKED,
  CEB702Message: CONCLUDED,
  CEB712Message: CHECKED,
};

/** Statuses the text names for a receipt; none for what is no receipt to a document. */
export function statusesOf(root: string): readonly string[] {
  return STATUSES_OF_RECEIPTS[root] ?? [];
}
