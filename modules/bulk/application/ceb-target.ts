import { createHash } from 'node:crypto';
import {
  type CebMessage,
  type CodeLists,
  checkFields,
  decode,
  encode,
  type Field,
  messageTables,
} from '#ceb';
import { type DocumentHandler, type MessageAnswer, rightOver, type Sender } from '#exchange';
import { type Bilingual, chinaStamp, type Finding } from '#kernel';
import type {
  BulkTarget,
  BulkWork,
  Fields,
  FileContext,
  GatheredDocument,
  TargetFinding,
} from '../domain/target.ts';
import { type BulkRoot, type ChoicesOf, columnsOf, onlyValue } from './ceb-columns.ts';

/** What documents of the standard need to be taken in from tables. */
export interface CebPorts {
  readonly handlers: readonly DocumentHandler[];
  readonly codeLists: CodeLists;
  readonly choicesOf: ChoicesOf;
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  /** Takes a message in as one that came by HTTP is, though without a signature. */
  readonly take: (bytes: Buffer, sender: Sender) => Promise<MessageAnswer>;
}

interface Kind {
  readonly kind: string;
  readonly root: BulkRoot;
  readonly name: Bilingual;
}

const kinds: readonly Kind[] = [
  { kind: 'orders', root: 'CEB311Message', name: { zh: '订单', en: 'Orders' } },
  { kind: 'payments', root: 'CEB411Message', name: { zh: '支付单', en: 'Payments' } },
  { kind: 'waybills', root: 'CEB511Message', name: { zh: '运单', en: 'Waybills' } },
  { kind: 'lists', root: 'CEB621Message', name: { zh: '进口清单', en: 'Import lists' } },
];

/** The papers of retail import as tables: one for each message there is a handler for. */
export function cebTargets(ports: CebPorts): BulkTarget[] {
  return kinds.flatMap((kind) => {
    const handler = ports.handlers.find(({ root }) => root === kind.root);
    return handler ? [cebTarget(kind, handler, ports)] : [];
  });
}

function cebTarget({ kind, root, name }: Kind, handler: DocumentHandler, ports: CebPorts): BulkTarget {
  const { document, groups } = messageTables[root];
  const columns = columnsOf(root, ports.choicesOf);
  return {
    ...{ kind, name, columns },
    key: ['orderNo', ...handler.table.shape.key],
    lines: groups.length > 1,
    documentsABundle: typeof document.most === 'number' ? document.most : 100,
    open: async (file) => {
      const sender = await ports.sender(file.customsCode);
      return sender && new CebWork(root, handler, ports, sender, file);
    },
  };
}

interface WrittenDocument {
  readonly head: Fields;
  readonly items: readonly Fields[];
}

/** Documents of one kind on behalf of one enterprise. */
class CebWork implements BulkWork {
  readonly #root: BulkRoot;
  readonly #handler: DocumentHandler;
  readonly #ports: CebPorts;
  readonly #sender: Sender;
  readonly #file: FileContext;
  readonly #appTime: string;
  readonly #lineGroup: string | undefined;
  readonly #headFields: readonly Field[];
  readonly #lineFields: readonly Field[];

  constructor(root: BulkRoot, handler: DocumentHandler, ports: CebPorts, sender: Sender, file: FileContext) {
    const [head, lines] = messageTables[root].groups;
    this.#root = root;
    this.#handler = handler;
    this.#ports = ports;
    this.#sender = sender;
    this.#file = file;
    this.#appTime = chinaStamp(file.madeAt.getTime());
    this.#lineGroup = lines?.name;
    this.#headFields = head?.fields ?? [];
    this.#lineFields = lines?.fields ?? [];
  }

  /** The checks of messages, on a message of this document alone. */
  check(gathered: GatheredDocument): readonly TargetFinding[] {
    const decoded = decode(this.#encoded([gathered]), { unsigned: true });
    const { message } = decoded;
    if (!message) return decoded.findings.map((finding) => this.#placed(finding));
    const found = checkFields(message, this.#ports.codeLists).map(({ finding }) => this.#placed(finding));
    const head = message.documents[0]?.head;
    const right = head && rightOver(this.#handler, head, this.#sender);
    return right?.may === false ? [...found, this.#placed(right.finding)] : found;
  }

  pack(documents: readonly GatheredDocument[]): Uint8Array {
    return this.#encoded(documents);
  }

  async submit(content: Uint8Array) {
    const answer = await this.#ports.take(Buffer.from(content), this.#sender);
    if (answer.verdict === 'taken')
      return answer.documents.map(({ verdict, findings }) => ({
        verdict,
        findings: findings.map((finding) => this.#placed(finding)),
      }));
    // What is refused as a whole is refused in every document.
    const { message } = decode(content, { unsigned: true });
    return (message?.documents ?? []).map(() => ({
      verdict: 'refused' as const,
      findings: answer.findings.map((finding) => this.#placed(finding)),
    }));
  }

  #encoded(documents: readonly GatheredDocument[]): Buffer {
    const { customsCode, name, dxpId = '' } = this.#sender;
    const message = {
      root: this.#root,
      guid: this.#guid(`message ${documents[0]?.key}`),
      version: '1.0',
      documents: documents.map((document) => this.#written(document)),
      transfer: { copCode: customsCode, copName: name, dxpMode: 'DXP', dxpId },
      subscriptions: [],
    };
    // Cells are texts: what is no integer is told so by the decoder.
    return Buffer.from(encode(message as unknown as CebMessage));
  }

  /** A document with what was left empty filled in, the same on every try. */
  #written({ key, head, lines }: GatheredDocument): WrittenDocument {
    return {
      head: {
        guid: this.#guid(key),
        ...{ appType: '1', appTime: this.#appTime, appStatus: '2' },
        ...filledIn(this.#headFields, head),
      },
      items: lines.map((line, at) => ({ gnum: String(at + 1), ...filledIn(this.#lineFields, line) })),
    };
  }

  /** A number that belongs to this file and key alone: handed in again after a server died it is a repeat. */
  #guid(what: string): string {
    const hex = createHash('sha256').update(`${this.#file.fileId} ${what}`).digest('hex').toUpperCase();
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  #placed(finding: Finding): TargetFinding {
    const [, group, line = '1', field = ''] =
      /^(?:[^/]+\/)?(\w+)(?:\[(\d+)\])?\/(\w+)$/.exec(finding.path) ?? [];
    const part = group !== undefined && group === this.#lineGroup ? 'line' : 'head';
    const only = /^\w+$/.test(finding.path) ? finding.path : field;
    return { finding, part, line: part === 'line' ? Number(line) - 1 : 0, field: only };
  }
}

/** Fields that are given, and those that can have one value only. */
function filledIn(fields: readonly Field[], given: Fields): Fields {
  const written: Record<string, string> = {};
  for (const field of fields) {
    const value = given[field.name] ?? onlyValue(field);
    if (value !== undefined) written[field.name] = value;
  }
  return written;
}
