import { styleText } from 'node:util';
import {
  type CebMessage,
  type Field,
  meaningOfValue,
  meaningsOf,
  messageTables,
  type ReceiptReading,
  readReturnInfo,
} from '#ceb';
import { maskField } from '#clearance';
import type { Bilingual } from '#kernel';
import type { CodeLists } from '#registry';
import { registerList } from '../../modules/clearance/wiring.ts';
import { aligned, fitted, folded } from './columns.ts';

/** How a message is to be shown. */
export interface Showing {
  readonly language: keyof Bilingual;
  /** Personal data in the clear. */
  readonly full: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly codeLists: CodeLists;
}

type Fields = Readonly<Record<string, string | number | undefined>>;

interface LooseDocument {
  readonly head: Fields;
  readonly items: readonly Fields[];
}

/** Widest cell of a table of items; the head shows a text whole. */
const WIDEST_CELL = 28;

/** A message as lines for people: each document's head as a list, its items as a table, then who sends it. */
export function shownMessage(message: CebMessage, showing: Showing): string[] {
  const table = messageTables[message.root];
  const { language } = showing;
  const documents = message.documents as readonly LooseDocument[];
  const [head, items] = table.groups;
  const lines = [
    `${styleText('bold', message.root)}  ${table[language]}`,
    styleText('dim', `guid ${plain(message.guid)}  version ${plain(message.version)}`),
  ];
  documents.forEach((document, at) => {
    const place = documents.length === 1 ? '' : ` ${at + 1}/${documents.length}`;
    if (head) lines.push('', title(head, language, place), ...headLines(head.fields, document.head, showing));
    if (items && document.items.length > 0) {
      lines.push('', title(items, language, ` (${document.items.length})`));
      lines.push(...itemLines(items.fields, document.items, showing));
    }
  });
  const [transfer, subscription] = table.tail;
  if (transfer && message.transfer) {
    lines.push('', title(transfer, language), ...headLines(transfer.fields, message.transfer, showing));
  }
  if (subscription) {
    for (const one of message.subscriptions)
      lines.push('', title(subscription, language), ...headLines(subscription.fields, one, showing));
  }
  return [...lines, ...rest(message, language)];
}

/**
 * A receipt that deviates from the standard, as far as it could be read: its known fields, what stands in it besides,
 * and how it deviates.
 */
export function shownReceipt({ receipt, deviations, extra }: ReceiptReading, showing: Showing): string[] {
  if (!receipt) return [];
  const { root, guid = '', version = '' } = receipt;
  const documents = receipt.documents.map(({ head, items }) => ({ head, items }));
  const message = { root, guid, version, documents, subscriptions: [] } as unknown as CebMessage;
  const besides = [...receipt.documents.flatMap((document) => document.extra), ...extra];
  const { language } = showing;
  const rows = besides.map(({ path, text }) => [
    '',
    plain(path),
    showing.full ? plain(text) : masked(path, text),
  ]);
  const told = deviations.map(({ code, path, message: text }) => [
    '',
    code,
    plain(path),
    plain(text[language]),
  ]);
  return [
    ...shownMessage(message, showing),
    ...(rows.length === 0 ? [] : ['', styleText('cyan', BESIDES[language]), ...aligned(rows)]),
    '',
    styleText('yellow', `${DEVIATES[language]} (${told.length})`),
    ...aligned(told),
  ];
}

const BESIDES: Bilingual = { zh: '── 其他内容', en: '── What else stands in it' };
const DEVIATES: Bilingual = {
  zh: '── 与标准不符，已按原样读取',
  en: '── Deviates from the standard, read as it stands',
};

/** A field out of place may be personal all the same. */
function masked(path: string, text: string): string {
  const name = path.replace(/^.*[/:]/, '').replace(/\[\d+\]$/, '');
  return plain(maskField(name, text));
}

function title(
  { name, zh, en }: Bilingual & { name: string },
  language: keyof Bilingual,
  place = '',
): string {
  const own = language === 'zh' ? zh : en;
  return styleText('cyan', `── ${own} ${name}${place}`);
}

function headLines(fields: readonly Field[], values: Fields, showing: Showing): string[] {
  const rows = fields.flatMap((field) => {
    const value = values[field.name];
    return value === undefined
      ? []
      : [['', field.name, field[showing.language], told(field, value, showing)]];
  });
  return aligned(rows);
}

function itemLines(fields: readonly Field[], items: readonly Fields[], showing: Showing): string[] {
  const present = fields.filter(({ name }) => items.some((item) => item[name] !== undefined));
  const cell = (text: string): string => fitted(text, WIDEST_CELL);
  const rows = [
    present.map(({ name }) => name),
    present.map((field) => cell(field[showing.language])),
    ...items.map((item) =>
      present.map((field) => {
        const value = item[field.name];
        return value === undefined ? '' : cell(told(field, value, showing));
      }),
    ),
  ];
  const tables = folded(rows, showing.width - 2);
  return tables.flatMap((lines, at) => [...(at === 0 ? [] : ['']), ...lines.map((line) => `  ${line}`)]);
}

/** A value with what its code means, masked where it is personal. */
function told(field: Field, value: string | number, showing: Showing): string {
  const text = plain(String(value));
  const meaning = meaningOf(field, text, showing);
  if (meaning !== undefined) return `${text} ${styleText('green', meaning)}`;
  return showing.full ? text : maskField(field.name, text);
}

function meaningOf({ name, codeList }: Field, value: string, showing: Showing): string | undefined {
  const { language, codeLists } = showing;
  if (codeList) return codeLists.name(registerList(codeList), value, language);
  if (name === 'returnInfo') {
    const results = readReturnInfo(value).flatMap(({ code }) => meaningsOf(code).slice(0, 1));
    const texts = results.map(({ cause }) => cause[language]);
    return texts.length === 0 ? undefined : `← ${texts.join('; ')}`;
  }
  return meaningOfValue(name, value)?.[language];
}

function rest({ extension, signature }: CebMessage, language: keyof Bilingual): string[] {
  const lines: string[] = [];
  if (extension) lines.push('', `── ExtendMessage  ${plain(extension.name)} ${plain(extension.version)}`);
  if (signature !== undefined) {
    const method = /SignatureMethod[^>]*Algorithm="([^"]*)"/.exec(signature)?.[1] ?? '';
    const key = /KeyName>([^<]*)</.exec(signature)?.[1] ?? '';
    const note = language === 'zh' ? '（未验签）' : '(not verified)';
    lines.push('', styleText('cyan', `── ds:Signature  ${plain(method)}  ${plain(key)} ${note}`));
  }
  return lines;
}

/** A message may hold escape sequences; a terminal must not obey them. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, '·');
}
