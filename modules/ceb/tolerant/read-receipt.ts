import type { Finding } from '#kernel';
import { checkFields } from '../check/check-fields.ts';
import { type RootDeclaration, rootDeclarations } from '../decode/declarations.ts';
import { decode } from '../decode/decode.ts';
import { DEFAULT_LIMITS, type DecodeLimits } from '../decode/limits.ts';
import * as say from '../decode/sequence-findings.ts';
import { structureFinding } from '../decode/structure-finding.ts';
import { CEB_NAMESPACE } from '../tables/tables.ts';
import type { CebMessage } from '../types.ts';
import { type LenientElement, readLeniently } from './lenient-xml.ts';
import { flatten, type LenientGroup, readGroup } from './read-group.ts';
import { readText } from './read-text.ts';
import type { ExtraText, ReadDocument, ReadReceipt, ReceiptReading, ReceiptRoot } from './receipt.ts';
import { isExplained, readStatus } from './status.ts';

/** A design limit (D): 100 documents of 99 items have some 70,000 elements. */
const MOST_ELEMENTS = 200_000;

/** How far into a start tag its attributes are looked for (D). */
const ATTRIBUTES = 4096;
const AS_READ = {
  zh: '已按原样读取，无需处理；如有疑问请联系发送方',
  en: 'It was read as it stands; nothing to do, or turn to its sender when in doubt',
} as const;

/**
 * Reads a receipt, a push of customs or a format receipt (CEB900) as it comes in practice: mandatory fields left
 * out, fields in another order, under another prefix or none, unknown fields, codes and statuses, other lengths and
 * encodings, markup in texts, a text cut short. Everything that can be read is kept, known fields by name and type, the
 * rest as text with its path; every deviation from the standard is a finding. Never throws on bad input.
 */
export function readReceipt(bytes: Uint8Array, limits: DecodeLimits = {}): ReceiptReading {
  const decoded = decode(bytes, limits);
  if (bytes.length > (limits.mostBytes ?? DEFAULT_LIMITS.mostBytes)) {
    return { strict: false, encoding: 'utf-8', deviations: decoded.findings, extra: [] };
  }
  if (decoded.message && isReceipt(decoded.message)) {
    return strictly(decoded.message);
  }
  const { text, encoding, deviations } = readText(bytes);
  const found = readLeniently(text, {
    deepest: limits.deepest ?? DEFAULT_LIMITS.deepest,
    mostElements: MOST_ELEMENTS,
  });
  const tolerant = new TolerantReading(text, limits.mostFindings ?? DEFAULT_LIMITS.mostFindings);
  for (const deviation of [...deviations, ...found.deviations]) tolerant.report(deviation);
  const receipt = tolerant.message(found.top);
  return {
    ...{ strict: false, encoding },
    ...(receipt && { receipt }),
    ...{ deviations: tolerant.deviations, extra: tolerant.extra },
  };
}

function isReceipt(message: CebMessage): boolean {
  return rootDeclarations.get(message.root)?.table.kind !== 'declaration';
}

function strictly(message: CebMessage): ReceiptReading {
  const documents = (message.documents as readonly Loose[]).map(({ head, items }) =>
    documentOf(head, items, []),
  );
  const receipt = { ...message, documents } as unknown as ReadReceipt;
  const deviations = [...checkFields(message).map(({ finding }) => finding), ...unexplained(receipt)];
  return { strict: true, encoding: 'utf-8', receipt: onlyRead(receipt), deviations, extra: [] };
}

type Loose = Pick<ReadDocument<ReceiptRoot>, 'head' | 'items'>;

function onlyRead({ root, guid, version, documents }: ReadReceipt): ReadReceipt {
  return { root, guid, version, documents } as ReadReceipt;
}

class TolerantReading {
  readonly deviations: Finding[] = [];
  readonly extra: ExtraText[] = [];
  private readonly text: string;
  private readonly mostFindings: number;

  constructor(text: string, mostFindings: number) {
    this.text = text;
    this.mostFindings = mostFindings;
  }

  /** One finding more than the bound says that there are more. */
  readonly report = (finding: Finding): void => {
    if (this.deviations.length < this.mostFindings) this.deviations.push(finding);
    else if (this.deviations.length === this.mostFindings)
      this.deviations.push(say.tooMany(this.mostFindings));
  };

  /** The sender's remedies are nothing a receiver can do. */
  private readonly reportAsRead = (finding: Finding): void => {
    this.report({ ...finding, remedy: AS_READ });
  };

  message(top: LenientElement): ReadReceipt | undefined {
    const place = this.place(top);
    if (!place) {
      for (const child of top.children) flatten(child, child.name, this.extra);
      this.report(noReceipt(top.children[0]?.name ?? ''));
      return undefined;
    }
    const { element, known } = place;
    for (const child of top.children) flatten(child, child.name, this.extra, element);
    const { table, declaration } = known;
    if (element.name !== table.root) this.report(otherRoot(element.name, table.root));
    this.namespace(element);
    const { guid, version } = this.attributes(element);
    const group = readGroup(element, declaration, '', { text: this.text, report: this.reportAsRead });
    for (const one of group.extra) this.extra.push(one);
    const { name, rows, head, items } = table.document;
    const documents = (group.groups.get(name) ?? []).map((document) => {
      const inner = (of: string | undefined): LenientGroup[] => document.groups.get(of ?? '') ?? [];
      const [first] = rows ? [document] : inner(head?.name);
      const below = [...inner(head?.name), ...inner(items?.name)];
      const extra = [document, ...below].flatMap((one) => one.extra);
      const named = new Set(head?.textOnly?.map(([field]) => field));
      const isNamed = ({ path }: ExtraText): boolean => named.has(path.slice(path.lastIndexOf('/') + 1));
      const byText = extra
        .filter(isNamed)
        .map(({ path, text }) => [path.slice(path.lastIndexOf('/') + 1), text]);
      return documentOf(
        { ...first?.fields, ...Object.fromEntries(byText) },
        inner(items?.name).map(({ fields }) => fields),
        extra.filter((one) => !isNamed(one)),
      );
    });
    const receipt = { root: table.root, guid, version, documents } as unknown as ReadReceipt;
    this.byText(receipt);
    return receipt;
  }

  /** The element that is a receipt: the root, or the first inside some wrapping. */
  private place(top: LenientElement): { element: LenientElement; known: RootDeclaration } | undefined {
    let level: readonly LenientElement[] = top.children;
    while (level.length > 0) {
      for (const element of level) {
        const known = receiptNamed(element.name);
        if (known) {
          if (level !== top.children) this.report(wrapped(element.name));
          return { element, known };
        }
      }
      level = level.flatMap(({ children }) => children);
    }
    return undefined;
  }

  private namespace({ name, prefix, attributes }: LenientElement): void {
    const declared = attributeOf(attributes, prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? '';
    if (declared !== CEB_NAMESPACE) this.report(say.wrongNamespace('', name, declared, CEB_NAMESPACE));
  }

  private attributes({ attributes }: LenientElement): { guid?: string; version?: string } {
    const guid = attributeOf(attributes, 'guid');
    const version = attributeOf(attributes, 'version');
    if (guid === undefined || [...guid].length !== 36) this.report(attribute('guid', guid));
    if (version === undefined || version === '' || version.length > 10)
      this.report(attribute('version', version));
    return { ...(guid === undefined ? {} : { guid }), ...(version === undefined ? {} : { version }) };
  }

  /** What the text of the standard says of values, where the fields could be read at all. */
  private byText(receipt: ReadReceipt): void {
    const message = { ...receipt, subscriptions: [] } as unknown as CebMessage;
    for (const { finding } of checkFields(message)) this.report(finding);
    for (const finding of unexplained(receipt)) this.report(finding);
  }
}

function documentOf(
  head: object,
  items: readonly object[],
  extra: readonly ExtraText[],
): ReadDocument<ReceiptRoot> {
  const { returnStatus } = head as { returnStatus?: string };
  const status = returnStatus?.trim() ? { status: readStatus(returnStatus) } : {};
  return { head, items, ...status, extra } as ReadDocument<ReceiptRoot>;
}

/** Statuses and codes the catalogue does not know. */
function unexplained({ root, documents }: ReadReceipt): Finding[] {
  const document = rootDeclarations.get(root)?.table.document;
  return (documents as readonly ReadDocument<ReceiptRoot>[]).flatMap(({ status }, index) =>
    status && !isExplained(status) && document
      ? [
          unknownStatus(
            `${document.name}${document.most === 1 ? '' : `[${index + 1}]`}/returnStatus`,
            status.code,
          ),
        ]
      : [],
  );
}

/** `CEB214` is seen for `CEB214Message`, and capitals are not always kept. */
function receiptNamed(name: string): RootDeclaration | undefined {
  const number = /^CEB(\d{3})(?:Message)?$/i.exec(name)?.[1];
  const known = number === undefined ? undefined : rootDeclarations.get(`CEB${number}Message`);
  return known?.table.kind === 'declaration' ? undefined : known;
}

function attributeOf(attributes: string, name: string): string | undefined {
  for (const [, key, double, single] of attributes
    .slice(0, ATTRIBUTES)
    .matchAll(/([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (key === name) return double ?? single;
  }
  return undefined;
}

function noReceipt(name: string): Finding {
  return structureFinding(
    'CEB-ROOT',
    name,
    ['不是海关或电子口岸的回执', 'This is no receipt or push of customs or the E-Port'],
    ['申报报文请用 decode 读取', 'Read declarations with `decode`'],
  );
}

function otherRoot(name: string, root: string): Finding {
  return structureFinding(
    'CEB-ROOT',
    name,
    [`根元素 ${name} 按 ${root} 读取`, `The root ${name} was read as ${root}`],
    ['无需处理；如有疑问请联系发送方', 'Nothing to do; turn to its sender when in doubt'],
  );
}

function wrapped(name: string): Finding {
  return structureFinding(
    'CEB-ROOT',
    name,
    [`${name} 包在其他元素之内`, `${name} stands inside other elements`],
    ['已取出读取；外层的文字另存', 'It was taken out and read; the text of what wraps it is kept apart'],
  );
}

function attribute(name: string, value: string | undefined): Finding {
  return structureFinding(
    'CEB-ATTRIBUTE',
    `@${name}`,
    value === undefined
      ? [`报文缺少属性 ${name}`, `The message has no attribute ${name}`]
      : [`报文属性 ${name} 的长度不合标准`, `The attribute ${name} has a length the standard does not know`],
    ['无需处理；不要把它当作唯一键', 'Nothing to do; do not use it as a key'],
  );
}

function unknownStatus(path: string, code: string): Finding {
  const failure = code.startsWith('-');
  return {
    ...{ code: 'CEB-STATUS', level: 'field', path },
    message: failure
      ? { zh: `错误代码 ${code} 不在目录中`, en: `The error code ${code} is in no catalogue` }
      : {
          zh: `回执状态 ${code} 未知，视为处理中`,
          en: `The status ${code} is unknown; taken as in progress`,
        },
    remedy: failure
      ? {
          zh: '按回执信息处理，并告知我们这个代码',
          en: 'Go by the receipt information, and tell us about the code',
        }
      : {
          zh: '等待后续回执，并告知我们这个状态',
          en: 'Wait for the next receipt, and tell us about the status',
        },
  };
}
