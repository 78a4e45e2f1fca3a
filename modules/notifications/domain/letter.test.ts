import { describe, expect, test } from 'vitest';
import { afterSending, type MailOutcome } from './after-sending.ts';
import { notificationKinds } from './kinds.ts';
import { codeLetter, type LetterLine, tellingLetter } from './letter.ts';
import { isMailAddress, maskedAddress } from './mail-address.ts';
import { notificationParameters } from './parameters.ts';
import { letterLanguages, wordsOf } from './words/index.ts';

const line: LetterLine = {
  ...{ kind: 'list.held', count: 1, about: 'D<1>', place: '/lists/5301960001/D%3C1%3E' },
  happenedAt: new Date('2026-11-26T20:30:00Z'),
};
const frame = { language: 'en', timeZone: 'Asia/Yangon', site: 'https://zone.example' } as const;
const leave = 'https://zone.example/unsubscribe/t';

describe('a letter', () => {
  test('says what it is about, when that was for its reader, and where it is seen', () => {
    const { subject, text } = tellingLetter(frame, 'digest', [line], 0, leave);
    expect(subject).toBe('[Chama] Notification: Lists held for inspection or review');
    expect(text).toContain('- Lists held for inspection or review · D<1> · 2026-11-27 03:00');
    expect(text).toContain('https://zone.example/lists/5301960001/D%3C1%3E');
    expect(text).toContain(`No more e-mail: ${leave}`);
  });

  test('is the same as HTML, in which nothing is markup that was a word, and nothing comes from elsewhere', () => {
    const { html } = tellingLetter(frame, 'digest', [line], 0, leave);
    expect(html).toContain('D&lt;1&gt;');
    expect(html).not.toMatch(/<(script|img|link|style)|src=|D<1>/);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links.every((href) => href?.startsWith('https://zone.example/'))).toBe(true);
  });

  test('counts what it does not name', () => {
    const { subject, text } = tellingLetter(frame, 'digest', [{ ...line, count: 7 }], 41, leave);
    expect(subject).toBe('[Chama] Notifications: 42');
    expect(text).toContain('7 events');
    expect(text).toContain('And 41 more');
  });

  test.each(letterLanguages)('has every word in %s, and leaves no place unfilled', (language) => {
    const words = wordsOf(language);
    for (const { kind } of notificationKinds) expect(words.kinds[kind], kind).toMatch(/\S/);
    const letters = [
      tellingLetter({ ...frame, language }, 'immediate', [{ ...line, count: 2 }], 3, leave),
      codeLetter(language, '012345', 30),
    ];
    for (const { subject, text, html } of letters)
      expect(`${subject}${text}${html}`).not.toMatch(/\{\{|undefined/);
    expect(letters[1]?.text).toContain('012345');
  });
});

test('an address is one that every mail server takes, and is shown to others by its ends', () => {
  for (const good of ['a@b.cn', 'li.lei+chama@mail.firm-1.example', `${'a'.repeat(64)}@b.cn`])
    expect(isMailAddress(good), good).toBe(true);
  for (const bad of [
    'a@b',
    '@b.cn',
    'a b@c.cn',
    'a@-b.cn',
    `${'a'.repeat(65)}@b.cn`,
    'a@b.cn\n',
    'a@b..cn',
    '李@b.cn',
  ])
    expect(isMailAddress(bad), bad).toBe(false);
  expect(maskedAddress('li.lei@firm.example')).toBe('l***@firm.example');
});

describe('after a sending', () => {
  const { mail: parameters } = notificationParameters((key) =>
    key.endsWith('most_tries') ? '3' : key.endsWith('first_pause_seconds') ? '60' : '100',
  );
  const failed = (more: Partial<MailOutcome>): MailOutcome => ({
    ...{ fault: 'EENVELOPE', begun: false, recipient: false },
    ...more,
  });

  test('a refusal for now is tried again, later each time, and given up at last', () => {
    const step = (tries: number) => afterSending(failed({ smtpStatus: 451 }), tries, parameters);
    expect([1, 2].map((tries) => step(tries))).toMatchObject([
      { state: 'waiting', pauseMs: 60_000 },
      { state: 'waiting', pauseMs: 100_000 },
    ]);
    expect(step(3)).toMatchObject({ state: 'failed', refused: false });
  });

  test('a refusal of the recipient for good is one of the address; of anything else it is not', () => {
    const step = (recipient: boolean) => afterSending(failed({ smtpStatus: 550, recipient }), 1, parameters);
    expect([step(true), step(false)]).toMatchObject([
      { state: 'failed', refused: true },
      { state: 'failed', refused: false },
    ]);
  });

  test('a line that broke before the text had gone is no reason not to try again; afterwards it is', () => {
    const step = (begun: boolean) => afterSending(failed({ fault: 'ECONNECTION', begun }), 1, parameters);
    expect([step(false).state, step(true).state]).toEqual(['waiting', 'uncertain']);
  });
});
