import type { Recorded } from '#http';
import type { Operation } from '../../test/contracts/description.ts';
import type { Exchange } from './exchange.ts';

/** Characters of an answer that shows enough; of a text in it; things of a list in it. */
const ENOUGH = 2_000;
const LONGEST_TEXT = 300;
const MOST_THINGS = 2;

/** The exchange that shows most of an operation without being long, with secrets and accidents taken out. */
export function exampleFrom(
  operation: Operation,
  seen: readonly Exchange[],
  fits: (operation: Operation, example: Recorded) => boolean,
): Recorded | undefined {
  const good = seen
    .filter(({ status }) => status >= 200 && status < 300)
    .map(shown)
    .filter((example) => fits(operation, example));
  return good.sort((one, other) => worth(other) - worth(one))[0];
}

function shown({ request, type, answer }: Exchange): Recorded {
  const isJson = type === 'application/json';
  const seen = isJson ? JSON.parse(answer ?? 'null') : answer;
  return {
    ...(request === undefined ? {} : { request: plain(request, Number.POSITIVE_INFINITY) }),
    ...(answer === undefined || answer === '' ? {} : { answer: plain(seen, MOST_THINGS) }),
  };
}

function worth(example: Recorded): number {
  const { length } = JSON.stringify(example);
  return length <= ENOUGH ? length : ENOUGH - (length - ENOUGH) / 4;
}

/** A value without what is secret, long, or only of the machine it was seen on. */
function plain(value: unknown, most: number): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.slice(0, most).map((one) => plain(one, most));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, most)]));
}

function text(value: string): string {
  const told = value
    .replaceAll(/chk_[0-9a-f]{32}_[\w-]{43}/g, `chk_${'0'.repeat(32)}_${'A'.repeat(43)}`)
    .replaceAll(/whsec_[\w+/=-]+/g, `whsec_${'A'.repeat(43)}=`)
    .replaceAll(/secret=[A-Z2-7]+/g, `secret=${'A'.repeat(32)}`)

    .replaceAll(/\/tmp\/[\w./-]+/g, '/var/lib/chama')
    .replaceAll(/(127\.0\.0\.1|localhost):\d{4,5}/g, '127.0.0.1:8080');
  return told.length > LONGEST_TEXT && !told.startsWith('<') ? `${told.slice(0, LONGEST_TEXT)}…` : told;
}
