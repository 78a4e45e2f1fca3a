import { type CebMessage, encode } from '#ceb';
import type { Step } from './faults/index.ts';
import { type PaperKind, type Papers, ROOT_OF } from './papers.ts';
import type { Random } from './random.ts';
import type { DemoEnterprise } from './zone.ts';

const DS = 'http://www.w3.org/2000/09/xmldsig#';
const PORT = 'http://www.chinaport.gov.cn/2022/04/xmldsig#';
/** Base64 of "illustration, not a signature". */
const NOT_A_SIGNATURE = 'aWxsdXN0cmF0aW9uLCBub3QgYSBzaWduYXR1cmU=';

/**
 * The element the schema demands in a list, in the right shape. It signs nothing: digest, value and certificate
 * say so in plain words, and no verification may accept it.
 */
const ILLUSTRATIVE_SIGNATURE =
  `<ds:Signature xmlns:ds="${DS}"><ds:SignedInfo>` +
  '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></ds:CanonicalizationMethod>' +
  `<ds:SignatureMethod Algorithm="${PORT}sm2-sm3"></ds:SignatureMethod>` +
  '<ds:Reference URI=""><ds:Transforms>' +
  `<ds:Transform Algorithm="${DS}enveloped-signature"></ds:Transform></ds:Transforms>` +
  `<ds:DigestMethod Algorithm="${PORT}sm3"></ds:DigestMethod>` +
  `<ds:DigestValue>${NOT_A_SIGNATURE}</ds:DigestValue></ds:Reference></ds:SignedInfo>` +
  `<ds:SignatureValue>${NOT_A_SIGNATURE}</ds:SignatureValue>` +
  '<ds:KeyInfo><ds:KeyName>ILLUSTRATION-NOT-A-KEY</ds:KeyName></ds:KeyInfo></ds:Signature>';

/**
 * Puts documents into a message as their sender would transmit it.
 * @param documents 1 to 100 of the kind that is named.
 */
function makeMessage(
  kind: PaperKind,
  documents: readonly Papers[PaperKind][],
  sender: DemoEnterprise,
  random: Random,
): CebMessage {
  return {
    root: ROOT_OF[kind],
    guid: random.guid(),
    version: '1.0',
    documents,
    transfer: {
      copCode: sender.customsCode,
      copName: sender.name,
      dxpMode: 'DXP',
      dxpId: sender.dxpId,
    },
    subscriptions: [],
    ...(kind === 'declaration' ? { signature: ILLUSTRATIVE_SIGNATURE } : {}),
  } as CebMessage;
}

/** The same as the bytes that go over the wire. */
export function writeMessage(
  kind: PaperKind,
  documents: readonly Papers[PaperKind][],
  sender: DemoEnterprise,
  random: Random,
): Buffer {
  return Buffer.from(encode(makeMessage(kind, documents, sender, random)), 'utf8');
}

/**
 * One step of a dossier as the bytes its sender hands in, damage and false claims included.
 * @param layout how the text is laid out before it is damaged; as the encoder writes it where not given.
 */
export function stepBytes(step: Step, random: Random, layout = (xml: string): string => xml): Uint8Array {
  const message = makeMessage(step.paper, [step.document], step.claims ?? step.sender, random);
  const xml = layout(encode(message));
  return step.damage === undefined ? Buffer.from(xml, 'utf8') : step.damage(xml);
}

/** One more declaration about a list on file, e.g. its return, as the bytes its sender hands in. */
export function declarationBytes(
  root: 'CEB623Message' | 'CEB625Message',
  document: { readonly head: object; readonly items: readonly object[] },
  { customsCode, name, dxpId }: DemoEnterprise,
  random: Random,
): Uint8Array {
  const message = {
    ...{ root, guid: random.guid(), version: '1.0', documents: [document], subscriptions: [] },
    transfer: { copCode: customsCode, copName: name, dxpMode: 'DXP', dxpId },
    signature: ILLUSTRATIVE_SIGNATURE,
  };
  return Buffer.from(encode(message as unknown as CebMessage), 'utf8');
}
