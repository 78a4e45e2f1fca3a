import type { CebMessage, TransInfo, Unwrapped } from '#ceb';
import { deskOf, scriptedNumber } from '../scheme/desks.ts';
import { transportCodeOf } from '../scheme/plan.ts';

/** Codes of the exchange platform for envelopes it does not deliver. */
const CODES: Readonly<Record<string, string>> = {
  'DXP-NESTED': '0999',
  'DXP-CONTENT': '0001',
  'DXP-MSGTYPE': '2999',
  'DXP-RECEIVER': '2001',
};

/** Why the exchange platform does not deliver an envelope: what is wrong with it, or what a script asks for. */
export function envelopeCode(
  { findings }: Unwrapped,
  message: CebMessage | undefined,
): { readonly code: string; readonly text: string } | undefined {
  for (const { code, message: said } of findings) {
    const known = CODES[code];
    if (known) return { code: known, text: said.zh };
  }
  const desk = message && deskOf(message.root);
  for (const { head } of desk ? message.documents : []) {
    const number = desk && scriptedNumber(desk, head);
    const code = number === undefined ? undefined : transportCodeOf(number);
    if (code) return { code, text: `沙箱按编号 ${number} 答复` };
  }
  return undefined;
}

/** The head of an envelope that breaks its schema, as far as it can be told; undefined when its sender cannot. */
export function headIn(text: string): TransInfo | undefined {
  const value = (name: string): string | undefined =>
    new RegExp(`<(?:\\w+:)?${name}>([\\w.:-]{1,255})</`).exec(text)?.[1];
  const [CopMsgId, SenderId] = [value('CopMsgId'), value('SenderId')];
  if (!CopMsgId || !SenderId || SenderId.length > 16) return undefined;
  const [CreatTime = UNKNOWN_TIME] = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.exec(value('CreatTime') ?? '') ?? [];
  const ReceiverIds = [(value('ReceiverId') ?? UNKNOWN).slice(0, 16)];
  return { CopMsgId, SenderId, ReceiverIds, CreatTime, MsgType: (value('MsgType') ?? UNKNOWN).slice(0, 30) };
}

/** An answer quotes the head it answers, and its schema leaves no part of a head out. */
const UNKNOWN = 'Unknown';
const UNKNOWN_TIME = '2000-01-01T00:00:00';
