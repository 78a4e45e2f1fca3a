import { ChannelError } from './channel.ts';

/** How a channel receives. Every default is a design decision (D); an address may set each by its query. */
export interface ReceivingSettings {
  /** Pieces handled at the same time. `at-once`, default 1, which alone keeps the order. */
  readonly atOnce: number;
  /** Tries before a piece is set aside. `tries`, default 5. */
  readonly tries: number;
  /** Pause after the first failed try, milliseconds; doubled after each further one. `pause`, default 1,000. */
  readonly pauseMs: number;
  /** Largest piece taken, bytes; a larger one is set aside at once. `most-bytes`, default 64 MiB. */
  readonly mostBytes: number;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** Longest pause between two tries, milliseconds (D). */
const LONGEST_PAUSE_MS = 60_000;

/** The pause after so many failed tries. */
export function pauseAfter(failures: number, pauseMs: number): number {
  return Math.min(LONGEST_PAUSE_MS, pauseMs * 2 ** Math.min(Math.max(failures - 1, 0), 30));
}

export function receivingSettings(address: Address): ReceivingSettings {
  return {
    atOnce: address.number('at-once', 1, 1),
    tries: address.number('tries', 5, 1),
    pauseMs: address.number('pause', 1000, 0),
    mostBytes: address.number('most-bytes', MOST_BYTES, 1),
  };
}

/** An address of a channel and the settings in its query. */
export class Address {
  readonly url: URL;
  readonly #asked = new Set<string>();

  constructor(text: string) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined) {
      throw new ChannelError({
        zh: '通道地址不合规；形如 folder:/目录?out=send&in=recv 或 amqp://用户:密码@主机/?out=队列&in=队列。',
        en: 'This is no address of a channel; write folder:/path?out=send&in=recv or amqp://user:password@host/?out=queue&in=queue.',
      });
    }
    this.url = url;
  }

  /** The address as it may be shown: without its password. */
  get shown(): string {
    const shown = new URL(this.url);
    if (shown.password !== '') shown.password = '***';
    return shown.href;
  }

  /** The address without its settings, password and all: for the medium alone, never to be shown. */
  get bare(): string {
    const bare = new URL(this.url);
    bare.search = '';
    return bare.href;
  }

  text(name: string): string | undefined {
    this.#asked.add(name);
    const value = this.url.searchParams.get(name);
    return value === null || value === '' ? undefined : value;
  }

  number(name: string, byDefault: number, least: number): number {
    const text = this.text(name);
    const value = text === undefined ? byDefault : Number(text);
    if (!Number.isSafeInteger(value) || value < least) {
      throw new ChannelError({
        zh: `通道地址中 ${name}=${text} 须是不小于 ${least} 的整数。`,
        en: `${name}=${text} in the address of the channel must be a whole number of at least ${least}.`,
      });
    }
    return value;
  }

  /** To be called when every setting has been asked for: a misspelt one must not pass for its default. */
  refuseUnknown(): void {
    const unknown = [...this.url.searchParams.keys()].filter((name) => !this.#asked.has(name));
    if (unknown.length > 0) {
      throw new ChannelError({
        zh: `通道地址中有不认识的设置：${unknown.join('、')}；可用：${[...this.#asked].join('、')}。`,
        en: `The address of the channel has unknown settings: ${unknown.join(', ')}. There are: ${[...this.#asked].join(', ')}.`,
      });
    }
  }
}
