import { type LetterLanguage, wordsOf } from './words/index.ts';

/** A line of a letter: what somebody was told. */
export interface LetterLine {
  readonly kind: string;
  readonly count: number;
  readonly about: string;
  readonly place: string;
  readonly happenedAt: Date;
}

/** What a letter is made of besides its lines. */
export interface LetterFrame {
  readonly language: LetterLanguage;
  readonly timeZone: string;
  /** Where the platform is reached, without a slash at the end. */
  readonly site: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * A letter that tells what has happened: plain, and as simple HTML without pictures, scripts or anything from elsewhere.
 * @param lines the newest first
 * @param rest how many there are besides
 * @param leave the address by which its reader gets no more of them
 */
export function tellingLetter(
  { language, timeZone, site }: LetterFrame,
  kind: 'immediate' | 'digest',
  lines: readonly LetterLine[],
  rest: number,
  leave: string,
): Letter {
  const words = wordsOf(language);
  const shown = lines.map((line) => ({
    title: words.kinds[line.kind] ?? line.kind,
    more: [
      line.count > 1 ? fill(words.several, { count: line.count }) : line.about,
      momentIn(line.happenedAt, timeZone),
    ].filter(Boolean),
    href: `${site}${line.place}`,
  }));
  const [first] = shown;
  const count = lines.length + rest;
  const subject =
    count === 1 && first ? fill(words.one, { title: first.title }) : fill(words.many, { count });
  const intro = kind === 'digest' ? words.digest : words.now;
  const further = rest > 0 ? [fill(words.rest, { count: rest })] : [];
  const ways: readonly [string, string][] = [
    [words.all, `${site}/notifications`],
    [words.settings, `${site}/notifications/settings`],
    [words.leave, leave],
  ];
  return {
    subject: `[${words.name}] ${subject}`,
    text: [
      intro,
      '',
      ...shown.flatMap(({ title, more, href }) => [`- ${[title, ...more].join(' · ')}`, `  ${href}`]),
      ...further,
      '',
      ...ways.map(([name, href]) => `${name}: ${href}`),
      '',
      words.why,
      '',
    ].join('\n'),
    html: page(language, [
      `<p>${safe(intro)}</p>`,
      '<ul>',
      ...shown.map(({ title, more, href }) => `<li>${link(title, href)} ${safe(more.join(' · '))}</li>`),
      '</ul>',
      ...further.map((sentence) => `<p>${safe(sentence)}</p>`),
      `<p>${ways.map(([name, href]) => link(name, href)).join(' · ')}</p>`,
      `<p>${safe(words.why)}</p>`,
    ]),
  };
}

/** A letter with the code that proves whose address it is. */
export function codeLetter(language: LetterLanguage, code: string, minutes: number): Letter {
  const words = wordsOf(language);
  const said = fill(words.code, { code });
  const hint = fill(words.codeHint, { minutes });
  return {
    subject: `[${words.name}] ${words.codeSubject}`,
    text: [said, '', hint, '', words.why, ''].join('\n'),
    html: page(language, [
      `<p><strong>${safe(said)}</strong></p>`,
      `<p>${safe(hint)}</p>`,
      `<p>${safe(words.why)}</p>`,
    ]),
  };
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

const page = (language: string, parts: readonly string[]): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>\n${parts.join('\n')}\n</body></html>\n`;

const link = (text: string, href: string): string => `<a href="${safe(href)}">${safe(text)}</a>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** `2026-11-26 13:10` where the reader is. */
function momentIn(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit' },
    ...{ day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
