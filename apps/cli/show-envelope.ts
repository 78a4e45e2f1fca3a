import { styleText } from 'node:util';
import { type DxpRep, ENVELOPE_WORDS, meaningsOf, type TransInfo, type Unwrapped } from '#ceb';
import type { Bilingual } from '#kernel';
import { plain } from './check-words.ts';
import { aligned } from './columns.ts';

type Language = keyof Bilingual;

/** What is on a transport message, as lines for people; the message in it is shown by itself. */
export function shownEnvelope(
  { root = '', envelope, dxpMsg, dxpRep }: Unwrapped,
  language: Language,
): string[] {
  const lines = [`${styleText('bold', root)}  ${called(root, language)}`];
  if (envelope?.root === 'DxpMsgSv') lines.push(...part('SvNo', { ...envelope.SvNo }, language));
  if (dxpMsg) {
    const { BizKey = [], ...added } = dxpMsg.AddInfo ?? {};
    const keys = BizKey.map(({ name = '', value }) => `${name}=${value}`).join(', ');
    lines.push(...part('TransInfo', transmission(dxpMsg.TransInfo), language));
    lines.push(...part('AddInfo', { ...added, BizKey: keys }, language));
  }
  return dxpRep ? [...lines, ...answers(dxpRep, language)] : lines;
}

const called = (name: string, language: Language): string => ENVELOPE_WORDS.get(name)?.[language] ?? '';

type Words = Readonly<Record<string, string | undefined>>;

const transmission = ({ ReceiverIds, ...rest }: TransInfo): Words => ({
  ...rest,
  ReceiverIds: ReceiverIds.join(', '),
});

/** A part of the envelope under its name; nothing where it says nothing. */
function part(name: string, words: Words, language: Language): string[] {
  const rows = Object.entries(words).flatMap(([field, value]) =>
    value ? [['', field, called(field, language), plain(value)]] : [],
  );
  const title = styleText('cyan', `── ${called(name, language)} ${name}`);
  return rows.length === 0 ? [] : ['', title, ...aligned(rows)];
}

function answers({ Response }: DxpRep, language: Language): string[] {
  return Response.flatMap(({ OriHead, Results = [], ResponseCode, ...rest }) => [
    ...part('Response', { ...rest, ResponseCode: explained(ResponseCode, language) }, language),
    ...Results.flatMap(({ Code, ...result }) =>
      part('Result', { ...result, Code: explained(Code, language) }, language),
    ),
    ...part('OriHead', transmission(OriHead), language),
  ]);
}

function explained(code: string, language: Language): string {
  const meaning = meaningsOf(code).find(({ family }) => family === 'transport');
  return meaning ? `${code} ${meaning.text[language]}` : code;
}
