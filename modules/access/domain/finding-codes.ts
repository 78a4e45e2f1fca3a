import { type Finding, type FindingCodeTable, findingCodes } from '#kernel';

type PasswordCode = 'PASSWORD-SHORT' | 'PASSWORD-LONG' | 'PASSWORD-COMMON';

const table: FindingCodeTable<PasswordCode | 'LOGIN-FORM'> = {
  'LOGIN-FORM': [
    'field',
    [
      '账号名须为 3 至 64 个小写字母、数字或 . _ @ -，以字母或数字开头',
      'A login is 3 to 64 small letters, digits or . _ @ -, and begins with a letter or a digit',
    ],
    ['换一个账号名', 'Take another'],
  ],
  'PASSWORD-SHORT': [
    'field',
    ['密码太短', 'The password is too short'],
    ['用更长的密码，例如几个词连成的短句', 'Take a longer one, such as a phrase of several words'],
  ],
  'PASSWORD-LONG': [
    'field',
    ['密码太长', 'The password is too long'],
    ['用短一些的密码', 'Take a shorter one'],
  ],
  'PASSWORD-COMMON': [
    'field',
    [
      '密码在已泄露或常用密码之列，或与账号名相近',
      'The password is among those guessers know, or is close to the login',
    ],
    ['换一个别人没有用过的密码', 'Take one that nobody has used before'],
  ],
};

/** Codes of what is wrong with a login or a password. */
export const ACCESS_CODES = findingCodes(table);

/** A login that is none. */
export function loginFinding(code: 'LOGIN-FORM'): Finding {
  const [, text, remedy] = table[code];
  return {
    ...{ code, level: 'field', path: 'login', rule: 'R-10.4' },
    message: { zh: text[0], en: text[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
  };
}

/** @param limit the number of characters that was broken */
export function passwordFinding(code: PasswordCode, limit?: number): Finding {
  const [, text, remedy] = table[code];
  const most = code === 'PASSWORD-LONG';
  const bound =
    limit === undefined
      ? { zh: '', en: '' }
      : {
          zh: `，${most ? '至多' : '至少'} ${limit} 个字符`,
          en: `: ${most ? 'at most' : 'at least'} ${limit} characters`,
        };
  return {
    ...{ code, level: 'field', path: 'password' },
    message: { zh: `${text[0]}${bound.zh}`, en: `${text[1]}${bound.en}` },
    remedy: { zh: remedy[0], en: remedy[1] },
    rule: 'R-10.4',
  };
}
