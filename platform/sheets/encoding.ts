import { isUtf8 } from 'node:buffer';
import { sheetFault } from './sheet-fault.ts';
import { type ByteSource, stretch } from './source.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Characters beyond ASCII from which on a line that is sound UTF-8 is not so by chance. */
const notByChance = 4;
const newline = 0x0a;
/** Bytes of a line that are looked at. */
const mostLookedAt = 65_536;

/**
 * Finds out how a text is written, looking at all of it: spreadsheet programs write UTF-8 with or without a mark,
 * UTF-16 with a mark, and in China GB18030 without any.
 */
export async function encodingOf(source: ByteSource): Promise<Encoding> {
  const mark = await stretch(source, 0, 3);
  if (mark[0] === 0xff && mark[1] === 0xfe) return 'utf-16le';
  if (mark[0] === 0xfe && mark[1] === 0xff) return 'utf-16be';
  if (await decodable(source, 'utf-8')) return 'utf-8';
  await requireOneEncoding(source);
  return 'gb18030';
}

/** Whether the whole of it can be read so. */
async function decodable(source: ByteSource, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of source.read(0, source.size)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Looks line by line at what is no UTF-8 throughout: all of it must be GB18030, and none of it plainly UTF-8. */
async function requireOneEncoding(source: ByteSource): Promise<void> {
  const gb = new TextDecoder('gb18030', { fatal: true });
  let plainlyUtf8: number | undefined;
  let notUtf8: number | undefined;
  for await (const { line, number } of linesOf(source)) {
    if (isUtf8(line)) {
      if (plainlyUtf8 === undefined && beyondAscii(line) >= notByChance) plainlyUtf8 = number;
    } else {
      notUtf8 ??= number;
      try {
        gb.decode(line);
      } catch {
        throw sheetFault('SHEET-ENCODING', `line ${number}`, [
          `第 ${number} 行既不是 UTF-8 也不是 GB18030`,
          `line ${number} is neither UTF-8 nor GB18030`,
        ]);
      }
    }
    if (plainlyUtf8 !== undefined && notUtf8 !== undefined)
      throw sheetFault('SHEET-ENCODING', `line ${notUtf8}`, [
        `第 ${plainlyUtf8} 行为 UTF-8，第 ${notUtf8} 行不是`,
        `line ${plainlyUtf8} is UTF-8 and line ${notUtf8} is not`,
      ]);
  }
}

/** Characters of a line of UTF-8 that ASCII does not have. */
function beyondAscii(line: Uint8Array): number {
  let count = 0;
  for (const byte of line) if (byte >= 0xc0) count += 1;
  return count;
}

/** Lines as bytes; of a very long one the beginning, without a character that is cut. */
async function* linesOf(source: ByteSource): AsyncGenerator<{ line: Uint8Array; number: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 1;
  let skipping = false;
  for await (const piece of source.read(0, source.size)) {
    rest = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      if (!skipping) yield { line: rest.subarray(0, end), number };
      rest = rest.subarray(end + 1);
      skipping = false;
      number += 1;
    }
    if (rest.length > mostLookedAt) {
      skipping = true;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0 && !skipping) yield { line: rest, number };
}

/** The text of a file in pieces; a mark at its beginning is left out. */
export async function* textOf(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of source.read(0, source.size)) {
      const text = decoder.decode(piece, { stream: true });
      if (text !== '') yield text;
    }
    const end = decoder.decode();
    if (end !== '') yield end;
  } catch (error) {
    if (error instanceof TypeError) throw sheetFault('SHEET-ENCODING');
    throw error;
  }
}
