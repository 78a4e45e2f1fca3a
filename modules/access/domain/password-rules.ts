import type { Finding } from '#kernel';
import type { Account } from './account.ts';
import { passwordFinding } from './finding-codes.ts';
import type { AccessParameters } from './parameters.ts';

/** Words of the place: whoever guesses here begins with them. */
const wordsOfThePlace: readonly string[] = [
  ...[
    'chama',
    '茶马',
    'customs',
    'haiguan',
    '海关',
    'kuajing',
    '跨境',
    'zongheshiyanqu',
    '综试区',
    '综合试验区',
  ],
  ...['kunming', '昆明', 'yunnan', '云南', 'ruili', '瑞丽', 'eport', 'chinaport', 'dianzikouan', '电子口岸'],
  ...['password', '密码', 'admin', 'administrator', 'guanliyuan', '管理员', 'operator', 'officer', 'welcome'],
];

/** What others would guess first of somebody here. */
export const wordsNear = ({
  login,
  displayName,
}: Pick<Account, 'login' | 'displayName'>): readonly string[] => [
  login,
  ...login.split(/[^\p{L}]+/u),
  displayName,
  ...wordsOfThePlace,
];

/** What a password is for, as far as it counts. */
export interface PasswordUse {
  /** Whether a second factor is asked for besides. */
  readonly withFactor: boolean;
  /** Words about the person or the place, which others would guess first: login, name, enterprise. */
  readonly near: readonly string[];
}

/**
 * What is wrong with a password. There is no rule on which characters it is made of, as length and being unknown to
 * guessers are what counts (NIST SP 800-63B-4, OWASP ASVS 5.0 6.2).
 * @param isCommon whether it is on the list of those known to guessers
 */
export function checkPassword(
  password: string,
  { withFactor, near }: PasswordUse,
  parameters: AccessParameters,
  isCommon: (password: string) => boolean,
): Finding[] {
  const length = [...password].length;
  const least = withFactor ? parameters.passwordLengthWithFactor : parameters.passwordLengthAlone;
  if (length < least) return [passwordFinding('PASSWORD-SHORT', least)];
  if (length > parameters.passwordLengthMost)
    return [passwordFinding('PASSWORD-LONG', parameters.passwordLengthMost)];
  const core = coreOf(password);
  const guessed = near.some((word) => [...word].length >= 3 && core === coreOf(word));
  if (guessed || isCommon(password)) return [passwordFinding('PASSWORD-COMMON')];
  return new Set(password).size < 4 ? [passwordFinding('PASSWORD-COMMON')] : [];
}

/** A word without the digits and signs people put around it. */
const coreOf = (word: string): string => word.toLowerCase().replace(/^[\P{L}]+|[\P{L}]+$/gu, '');
