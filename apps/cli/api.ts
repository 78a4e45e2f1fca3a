import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { OperatorError } from '#postgres';
import { aligned } from './columns.ts';
import { Misuse } from './misuse.ts';
import { type Operation, operations } from './operations.ts';
import { type Platform, platformOf } from './platform-client.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Wishes {
  readonly body: string | undefined;
  readonly once: string | undefined;
  readonly all: boolean;
  readonly key: string | undefined;
}

/** `api [OPERATION] [NAME=VALUE…]`: whatever the interface does, by the names of its description. */
export async function apiCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      enterprise: { type: 'string' },
      body: { type: 'string' },
      once: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  const [name, ...given] = positionals;
  if (name === undefined) return list();
  const operation = operations().find((one) => one.name === name);
  if (!operation)
    throw new Misuse({
      zh: `接口没有 ${name}；不带参数运行 chama api 可列出全部。`,
      en: `The interface has no ${name}; chama api alone lists what there is.`,
    });
  const platform = await platformOf(values);
  const { body, once, all } = values;
  const key = platform.keyFor(values.enterprise);
  return call(platform, operation, wordsOf(given), { body, once, all, key });
}

function list(): number {
  const rows = operations().map(({ tag, name, method, path, summary }) => [
    tag,
    name,
    `${method} ${path}`,
    summary,
  ]);
  for (const line of aligned(rows)) say(line);
  return 0;
}

/** `name=value` pairs; `name:=json` gives numbers, lists and the like to a body. */
function wordsOf(given: readonly string[]): ReadonlyMap<string, { text: string; json: boolean }> {
  return new Map(
    given.map((word) => {
      const [, name, sign, value] = /^([\w-]+)(:?=)([\s\S]*)$/.exec(word) ?? [];
      if (name === undefined || value === undefined)
        throw new Misuse({ zh: `${word} 应写作 名称=值。`, en: `${word} is written NAME=VALUE.` });
      return [name, { text: value, json: sign === ':=' }];
    }),
  );
}

async function call(
  platform: Platform,
  operation: Operation,
  words: ReadonlyMap<string, { text: string; json: boolean }>,
  wishes: Wishes,
): Promise<number> {
  const rest = new Map(words);
  const taken = (where: string): [string, string][] =>
    operation.parameters
      .filter((parameter) => parameter.in === where)
      .flatMap(({ name, required }) => {
        const word = rest.get(name);
        rest.delete(name);
        if (!word && required && where !== 'header') throw missing(operation, name);
        return word ? [[name, word.text] as [string, string]] : [];
      });
  const inPath = new Map(taken('path'));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(inPath.get(name) ?? ''),
  );
  const query = new URLSearchParams(taken('query'));
  const headers = new Headers(taken('header'));
  if (wishes.key) headers.set('authorization', `Bearer ${wishes.key}`);
  if (wishes.once) headers.set('idempotency-key', wishes.once);
  const body = await bodyOf(operation, rest, wishes.body);
  if (body !== undefined && operation.bodyType) headers.set('content-type', operation.bodyType);
  const init = { method: operation.method, headers, ...(body === undefined ? {} : { body }) };
  for (let address = query.size > 0 ? `${path}?${query}` : path; ; ) {
    const response = await platform.fetch(address, init);
    await print(response);
    const next = /<(.*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    if (!response.ok) return 1;
    // The cursor of receipts stands also where there is no more: a page that gave nothing is the last.
    if (!wishes.all || !operation.paged || next === undefined || next === address) return 0;
    address = next;
  }
}

const missing = ({ name: operation }: Operation, name: string): Misuse =>
  new Misuse({ zh: `${operation} 需要 ${name}=…。`, en: `${operation} needs ${name}=….` });

/** The body as a file has it, or an object of the words that are no parameters. */
async function bodyOf(
  { name: operation, bodyType }: Operation,
  rest: ReadonlyMap<string, { text: string; json: boolean }>,
  file: string | undefined,
): Promise<string | Uint8Array<ArrayBuffer> | undefined> {
  const [unknown] = rest.keys();
  if (unknown !== undefined && (bodyType !== 'application/json' || file !== undefined))
    throw new Misuse({ zh: `${operation} 没有参数 ${unknown}。`, en: `${operation} has no ${unknown}.` });
  if (file === '-') return text(process.stdin);
  if (file !== undefined)
    return new Uint8Array(
      await readFile(file).catch((fault: Error) => {
        throw new OperatorError({ zh: `无法读取 ${file}。`, en: `${file} cannot be read.` }, fault);
      }),
    );
  if (bodyType === 'application/json')
    return JSON.stringify(
      Object.fromEntries(
        [...rest].map(([name, { text: word, json }]) => [name, json ? jsonOf(name, word) : word]),
      ),
    );
  return undefined;
}

function jsonOf(name: string, word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    throw new Misuse({ zh: `${name}:= 之后应为 JSON。`, en: `After ${name}:= stands JSON.` });
  }
}

/** What was answered goes to the output as it is, a refusal to the complaints; JSON so that people can read it. */
async function print(response: Response): Promise<void> {
  const out = response.ok ? process.stdout : process.stderr;
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) out.write(`${JSON.stringify(await response.json(), undefined, 2)}\n`);
  else out.write(new Uint8Array(await response.arrayBuffer()));
}
