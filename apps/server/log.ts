import type { Refusal } from '#http';

/** Of one kind from one address as many a minute as tell that somebody is at it; an attack must not fill the disk (D). */
const mostAMinute = 10;
const minuteMs = 60_000;
/** Kinds and addresses that are counted at once. */
const mostCounted = 10_000;

/** What must never stand in a log, whatever text it came in. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[private key]'],
  [/\bchk_[\w.-]+/g, 'chk_…'],
  [/\bwhsec_[\w+/=-]+/g, 'whsec_…'],
  [/\b(Bearer|Basic)\s+[^\s"',;]+/gi, '$1 …'],
  [/\b((?:__Host-)?chama_\w+)=[^\s"',;]+/g, '$1=…'],
  [/(\w+:\/\/[^\s:/@]*):[^\s@/]+@/g, '$1:…@'],
  // Numbers of persons: identity documents, bank cards, mobile telephones.
  [/(?<![\w-])\d{15,19}[\dXx]?(?![\w-])/g, '[number]'],
  [/(?<![\w.-])1[3-9]\d{9}(?![\w-])/g, '[telephone]'],
];

export const withoutSecrets = (text: string): string =>
  secrets.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);

/** The log of a server: a line of JSON for each fault, and for what was refused to whom, on standard error. */
export class Log {
  readonly #write: (line: string) => void;
  readonly #now: () => Date;
  #minute = 0;
  #counts = new Map<string, number>();

  constructor(write = (line: string): void => void process.stderr.write(line), now = () => new Date()) {
    this.#write = write;
    this.#now = now;
  }

  readonly fault = (error: unknown, what: string): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#line('fault', { what, text });
  };

  readonly refused = (refusal: Refusal): void => {
    const minute = Math.floor(this.#now().getTime() / minuteMs);
    if (minute !== this.#minute || this.#counts.size > mostCounted) this.#counts = new Map();
    this.#minute = minute;
    const kind = `${refusal.code} ${refusal.address}`;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count > mostAMinute) return;
    this.#line('refused', {
      ...refusal,
      ...(count === mostAMinute ? { furtherThisMinute: 'not written' } : {}),
    });
  };

  /** JSON keeps line ends and signs that steer terminals inside its quotes: nobody forges a line. */
  #line(level: string, facts: object): void {
    const text = JSON.stringify(
      { time: this.#now().toISOString(), level, ...facts },
      (_key, value: unknown) => (typeof value === 'string' ? withoutSecrets(value) : value),
    );
    this.#write(`${text.replaceAll(/[\u007f-\u009f\u2028\u2029]/g, ' ')}\n`);
  }
}
