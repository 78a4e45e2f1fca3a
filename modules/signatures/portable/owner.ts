import type { CertificateFacts } from './certificate.ts';

/** The codes of an enterprise a certificate may name. */
export interface Owner {
  /** Customs code, 10 characters. */
  readonly customsCode?: string;
  /** Unified social credit code, 18 characters. */
  readonly socialCreditCode?: string;
}

/** Finds in a certificate the codes of the enterprise it belongs to. */
export type OwnersOf = (certificate: CertificateFacts) => readonly string[];

/**
 * Our own default (D): how the E-Port names the enterprise in its certificates is not published, so every word of the
 * subject that has the shape of a customs code or a social credit code counts as one. Where certificates name none,
 * the operator pins them to their enterprises, or gives a reader of his own.
 */
export const ownersInSubject: OwnersOf = ({ subject }) => [
  ...new Set(subject.flatMap(({ value }) => value.toUpperCase().match(CODE) ?? [])),
];

/** A social credit code or a customs code, not as part of a longer word. */
const CODE = /(?<![0-9A-Z])(?:[0-9A-HJ-NPQRTUWXY]{18}|[0-9]{4}[0-9A-Z]{6})(?![0-9A-Z])/g;
