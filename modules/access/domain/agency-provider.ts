import { type Agency, agencies } from './agencies.ts';

/** Which claim of an agency's own sign-in says what of an officer. */
export interface ClaimNames {
  /** Left out where all its people are of one agency. */
  readonly agency?: string | undefined;
  readonly office: string;
  /** Staff number, by which one person has one account. */
  readonly officer: string;
  readonly name: string;
  /** A claim that has to hold a value for somebody to come in at all. */
  readonly right?: { readonly claim: string; readonly value: string } | undefined;
}

/** What is set of an agency that signs its own people in. */
export interface ProviderSettings {
  readonly name: { readonly zh: string; readonly en: string };
  readonly scopes: readonly string[];
  /** Whether claims are also asked for with the access token, where the ID token does not hold them. */
  readonly userInfo: boolean;
  readonly claims: ClaimNames;
  /** Agency by the value of its claim; where no claim says it, the one under `*`. */
  readonly agencies: Readonly<Record<string, Agency>>;
  /** Values of `acr`, or of `amr`, any of which says that two factors were shown there. None: ours is asked for. */
  readonly twoFactors: { readonly acr: readonly string[]; readonly amr: readonly string[] };
  /** Others an ID token may be for besides us. */
  readonly audiences: readonly string[];
}

/** What an agency says of one of its people. */
export interface Vouched {
  readonly agency: Agency;
  readonly office: string;
  readonly staffNumber: string;
  readonly name: string;
}

/** Why settings will not do; stable. */
export type ProviderFault = 'AGENCY-ISSUER' | 'AGENCY-MAPPING' | 'AGENCY-SCOPES';

/** What is wrong with settings; undefined for nothing. */
export function faultOfProvider(
  issuer: string,
  { claims, agencies: mapped, scopes }: ProviderSettings,
): ProviderFault | undefined {
  if (!/^https?:\/\/[^\s?#@]+$/.test(issuer)) return 'AGENCY-ISSUER';
  const values = Object.keys(mapped);
  const fits = claims.agency === undefined ? values.length === 1 && values[0] === '*' : !values.includes('*');
  const known = Object.values(mapped).every((agency) => agency in agencies);
  if (values.length === 0 || !fits || !known) return 'AGENCY-MAPPING';
  return scopes.includes('openid') ? undefined : 'AGENCY-SCOPES';
}

type Claims = Readonly<Record<string, unknown>>;

const textOf = (claims: Claims, name: string, most: number): string | undefined => {
  const value = claims[name];
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text !== '' && text.length <= most ? text : undefined;
};

/** The values of a claim that is a list, or words with spaces between. */
const valuesOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value, ...value.split(' ')]
    : Array.isArray(value)
      ? value.filter((one) => typeof one === 'string')
      : [];

/** Reads what an agency says of somebody; or the claims that are missing or say what is not known here. */
export function readVouched(
  { claims: names, agencies: mapped }: Pick<ProviderSettings, 'claims' | 'agencies'>,
  claims: Claims,
): { readonly vouched: Vouched } | { readonly lacking: readonly string[] } {
  const said = names.agency === undefined ? '*' : textOf(claims, names.agency, 200);
  const agency = said !== undefined && Object.hasOwn(mapped, said) ? mapped[said] : undefined;
  const office = textOf(claims, names.office, 20);
  const staffNumber = textOf(claims, names.officer, 40);
  const name = textOf(claims, names.name, 100);
  const right = !names.right || valuesOf(claims[names.right.claim]).includes(names.right.value);
  if (agency && office && staffNumber && name && right)
    return { vouched: { agency, office, staffNumber, name } };
  const lacking = [
    ...(agency ? [] : [names.agency ?? 'agency']),
    ...(office ? [] : [names.office]),
    ...(staffNumber ? [] : [names.officer]),
    ...(name ? [] : [names.name]),
    ...(right ? [] : [names.right?.claim ?? '']),
  ];
  return { lacking };
}

/** Whether what was shown there counts as two factors here. */
export function countsAsTwo({ twoFactors }: Pick<ProviderSettings, 'twoFactors'>, claims: Claims): boolean {
  const acr = typeof claims.acr === 'string' && twoFactors.acr.includes(claims.acr);
  return acr || valuesOf(claims.amr).some((one) => twoFactors.amr.includes(one));
}

/** The login of an account that an agency asks for: its staff number, at the agency's short name. */
export function loginFor(staffNumber: string, shortName: string): string {
  const own = staffNumber
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[^a-z0-9]+/g, '');
  return `${own || 'officer'}@${shortName}`.slice(0, 64);
}
