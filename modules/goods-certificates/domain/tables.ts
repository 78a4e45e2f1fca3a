import { type Bilingual, type Dated, type Day, holdsOn } from '#kernel';
import { RowReader, rowDates, type TableRow } from '#tax';

/** A kind of certificate, and which agency accepts it. */
export interface CertificateKind extends Bilingual {
  readonly code: string;
  readonly agency: string;
  /** Whether it is used up by the quantities it answered for. */
  readonly byQuantity: boolean;
  /** How long it may be valid, days. */
  readonly longestDays: number;
}

/** What an accepted certificate may answer: a requirement a list meets, or a ground to inspect it on. */
export type CertificateSubject = 'requirement' | 'ground';

/** A row by which an accepted certificate answers an agency, the same or another. */
export interface CertificateRecognition extends Bilingual {
  readonly code: string;
  readonly kind: string;
  readonly agency: string;
  readonly subject: CertificateSubject;
  /** Id of the row of the table of requirements, or code of the ground of inspections. */
  readonly requirement: string;
}

/** What certificates go by, through time. */
export interface CertificateTables {
  kindsOn(day: Day): readonly CertificateKind[];
  recognitionsOn(day: Day): readonly CertificateRecognition[];
  /** A row by its code, whenever it holds: what it was used for stays explained. */
  recognition(code: string): CertificateRecognition | undefined;
}

/**
 * Reads `contracts/certificate-kinds.csv` and `contracts/certificate-recognition.csv`.
 * @throws RangeError naming the row and column that cannot be read
 */
export function certificateTables(
  kinds: readonly TableRow[],
  recognitions: readonly TableRow[],
): CertificateTables {
  const readKinds = kinds.map((cells, index) => {
    const row = new RowReader('certificate-kinds.csv', index + 2, cells);
    const longestDays = Number(row.text('longest_days'));
    if (!Number.isSafeInteger(longestDays) || longestDays <= 0)
      row.fail('longest_days', 'is no whole number above zero');
    const byQuantity = row.oneOf('by_quantity', ['yes', 'no']) === 'yes';
    return { ...common(row), agency: row.text('agency'), byQuantity, longestDays };
  });
  const known = new Set(readKinds.map(({ code }) => code));
  const readRows = recognitions.map((cells, index) => {
    const row = new RowReader('certificate-recognition.csv', index + 2, cells);
    const kind = row.text('kind');
    if (!known.has(kind)) row.fail('kind', `there is no kind "${kind}"`);
    const { for_requirement: requirement = '', for_ground: ground = '' } = cells;
    if ((requirement === '') === (ground === ''))
      row.fail('for_requirement', 'the row answers a requirement or a ground, one of them');
    const subject = ground === '' ? ('requirement' as const) : ('ground' as const);
    return {
      ...{ ...common(row), kind, agency: row.text('for_agency') },
      ...{ subject, requirement: requirement || ground },
    };
  });
  return {
    kindsOn: (day) => readKinds.filter((one) => holdsOn(one, day)),
    recognitionsOn: (day) => readRows.filter((one) => holdsOn(one, day)),
    recognition: (code) => readRows.find((one) => one.code === code),
  };
}

const common = (row: RowReader): Omit<Dated<never>, 'value'> & Bilingual & { readonly code: string } => ({
  ...{ code: row.text('code'), zh: row.text('zh'), en: row.text('en') },
  ...{ ...rowDates(row), source: row.text('source'), confidence: row.confidence('confidence') },
});
