import { chinaStamp } from '#kernel';
import type { SampleFile } from '../write-samples.ts';
import type { Exchange } from './actors.ts';
import type { Story } from './story.ts';

/** One step of a story as its folder keeps it. */
interface RecordedStep {
  /** ISO 8601, China time. */
  readonly at: string;
  readonly as: string;
  readonly call: string;
  readonly body?: unknown;
  /** The message handed in, beside this file. */
  readonly file?: string;
  readonly expect: { readonly status: number; readonly body: unknown };
}

const identity = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The number of a paper written here: its kind, the minute and three bytes by chance. */
const madeNumber = /(?<![0-9A-Z])[RC]\d{12}[0-9A-F]{6}(?![0-9A-Z])/g;

const two = (number: number): string => String(number).padStart(2, '0');

/** Takes a story down while it is played: what is made by chance gets a name by its first appearance. */
export class StoryRecord {
  readonly #now: () => Date;
  readonly #steps: RecordedStep[] = [];
  readonly #files: SampleFile[] = [];
  readonly #names = new Map<string, string>();
  /** Identities of the papers handed in: they stand in the files beside, and are the same at every playing. */
  readonly #given = new Set<string>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  readonly heard = ({ as, method, path, body, message, upload, status, answer }: Exchange): void => {
    for (const [guid] of (message ? Buffer.from(message.bytes).toString() : '').matchAll(identity))
      this.#given.add(guid);
    const file = message && `${two(this.#files.length + 1)}-${message.name}.xml`;
    if (message && file) this.#files.push({ path: file, content: message.bytes });
    this.#steps.push({
      at: chinaTime(this.#now()),
      as,
      call: `${method} ${this.#named(path)}`,
      ...(body ? { body: this.#masked(body) } : {}),
      ...(upload ? { body: { 'content-type': upload.type, text: upload.text } } : {}),
      ...(file ? { file } : {}),
      expect: { status, body: this.#masked(answer) },
    });
  };

  /** The files of the story's folder. */
  files({ name, title, why }: Story): SampleFile[] {
    const story = { title, why, steps: this.#steps };
    return [
      { path: `${name}/story.json`, content: `${JSON.stringify(story, undefined, 2)}\n` },
      ...this.#files.map(({ path, content }) => ({ path: `${name}/${path}`, content })),
    ];
  }

  #masked(value: unknown): unknown {
    if (typeof value === 'string') return this.#named(value);
    if (Array.isArray(value)) return value.map((one) => this.#masked(one));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      // Any change of a figure makes another edition of the rules, of which no story tells.
      Object.entries(value).map(([key, one]) => [
        key,
        key === 'rulebookVersion' || key === 'rulebook' ? '{edition}' : this.#masked(one),
      ]),
    );
  }

  /** Identities, digests and secrets differ from one playing to the next: `{id 1}` stands for the first there was. */
  #named(text: string): string {
    return text
      .replace(identity, (id) => (this.#given.has(id) ? id : this.#nameOf('id', id)))
      .replace(madeNumber, (number) => this.#nameOf('number', number))
      .replace(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, (digest) => this.#nameOf('digest', digest));
  }

  #nameOf(kind: string, value: string): string {
    const known = this.#names.get(value);
    if (known) return known;
    const place = [...this.#names.values()].filter((name) => name.startsWith(`{${kind} `)).length + 1;
    const name = `{${kind} ${place}}`;
    this.#names.set(value, name);
    return name;
  }
}

/** `2026-03-10T10:00:00+08:00` */
function chinaTime(at: Date): string {
  const stamp = chinaStamp(at.getTime());
  const [, year, month, day, hour, minute, second] =
    /^(.{4})(.{2})(.{2})(.{2})(.{2})(.{2})$/.exec(stamp) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`;
}
