import type { Finding } from '#kernel';
import { judgeAttributes } from '../decode/attributes.ts';
import { takeText } from '../decode/character-data.ts';
import type { Child, Declaration, FreeDeclaration } from '../decode/declarations.ts';
import {
  type FieldFrame,
  type Frame,
  frameOf,
  type GroupFrame,
  type GroupValue,
  type SignatureFrame,
} from '../decode/frames.ts';
import * as sequence from '../decode/sequence-findings.ts';
import {
  childOfSignature,
  declaredAnywhere,
  endOfSignature,
  unexpectedIn,
} from '../decode/signature-content.ts';
import { fieldValue, isOfType, lengthOf } from '../decode/simple-types.ts';
import { fieldFinding, shorten } from '../decode/structure-finding.ts';
import { XmlReader } from '../decode/xml-reader.ts';
import { DXP_NAMESPACE, ENVELOPES, LEXICAL } from './declarations.ts';
import { judgeDeclaredFree, judgeEnvelopeAttributes } from './envelope-attributes.ts';
import { foreignInBase64, wrongBase64, wrongEnvelope, wrongMoment } from './envelope-findings.ts';
import { isDate, isDateTime } from './moments.ts';

/** What was read of a transport message, before it has a type. Attributes stand under `@name`. */
export interface EnvelopeReading {
  readonly root: string | undefined;
  readonly findings: readonly Finding[];
  /** What the schema lets pass and a receiver may not. */
  readonly remarks: readonly Finding[];
  readonly value: GroupValue | undefined;
}

const SKIP: FreeDeclaration = { kind: 'skip', name: '' };
const LAX: FreeDeclaration = { kind: 'lax', name: '' };
const ONLY_BASE64 = /^[A-Za-z0-9+/=\s]*$/;

/**
 * Reads a transport message strictly by its schema and keeps going after what is wrong, with the reader and the
 * findings of the business messages.
 */
export function readEnvelope(text: string, deepest: number, mostFindings: number): EnvelopeReading {
  return new Reading(text, deepest, mostFindings).run();
}

class Reading {
  private readonly reader: XmlReader;
  private readonly mostFindings: number;
  private readonly findings: Finding[] = [];
  private readonly remarks: Finding[] = [];
  private readonly frames: Frame[] = [];
  private readonly ids = new Set<string>();
  private known: ReadonlyMap<string, Declaration> = new Map();
  private root: string | undefined;
  private value: GroupValue | undefined;
  /** Attributes and free text of the element that is open at each depth. */
  private readonly extras: Record<string, string>[] = [];

  constructor(text: string, deepest: number, mostFindings: number) {
    this.reader = new XmlReader(text, deepest);
    this.mostFindings = mostFindings;
  }

  /** One finding more than the bound says that there are more. */
  private readonly report = (finding: Finding): void => {
    if (this.findings.length < this.mostFindings) this.findings.push(finding);
    else if (this.findings.length === this.mostFindings) {
      this.findings.push(sequence.tooMany(this.mostFindings));
    }
  };

  run(): EnvelopeReading {
    const { reader } = this;
    for (let event = reader.next(); event !== 'done'; event = reader.next()) {
      if (event === 'fault') {
        if (reader.fault) this.report(sequence.notXml(reader.fault, this.frames.at(-1)?.path ?? ''));
        break;
      }
      if (event === 'start') this.start();
      else if (event === 'end') this.end();
      else this.text(reader.value);
      if (this.findings.length > this.mostFindings) break;
    }
    return { root: this.root, findings: this.findings, remarks: this.remarks, value: this.value };
  }

  private start(): void {
    const parent = this.frames.at(-1);
    const { name } = this.reader;
    if (!parent) this.startRoot();
    else if (parent.kind === 'group') this.startInGroup(parent);
    else if (parent.kind === 'signature') this.startInSignature(parent);
    else if (parent.kind === 'field') {
      if (!parent.blamed) this.report(sequence.elementInField(parent.declaration.field, parent.path, name));
      parent.blamed = true;
      this.open(SKIP, parent.path);
    } else if (parent.kind === 'lax') this.openFree(`${parent.path}/${name}`);
    else this.open(SKIP, parent.path);
  }

  private startRoot(): void {
    const { name, namespace } = this.reader;
    this.root = shorten(name);
    const known = ENVELOPES.get(name);
    if (!known || namespace !== DXP_NAMESPACE) {
      this.report(known ? sequence.wrongNamespace('', name, namespace, DXP_NAMESPACE) : wrongEnvelope(name));
      this.open(SKIP, '');
      return;
    }
    this.known = known.globals;
    this.open(known.declaration, '');
    const frame = this.frames.at(-1);
    if (frame?.kind === 'group') this.value = frame.value;
  }

  /** Finds the place of a child in the sequence of its group and says what is wrong with it. */
  private startInGroup(parent: GroupFrame): void {
    const { name, namespace } = this.reader;
    const plainPath = parent.path === '' ? name : `${parent.path}/${name}`;
    const place = parent.declaration.places.get(name) ?? -1;
    const child = parent.declaration.children[place];
    if (!child) {
      this.report(sequence.unknown(plainPath, name, parent.declaration));
      this.open(SKIP, plainPath);
      return;
    }
    const count = (parent.counts[place] ?? 0) + 1;
    parent.counts[place] = count;
    const path = child.most === 1 ? plainPath : `${plainPath}[${count}]`;
    if (namespace !== child.namespace) {
      this.report(sequence.wrongNamespace(path, name, namespace, child.namespace));
      this.open(SKIP, path);
    } else if (count > child.most) {
      if (child.most === 1) this.report(sequence.repeated(path, name));
      else if (count === child.most + 1) this.report(sequence.tooOften(path, name, child.most));
      this.open(SKIP, path);
    } else {
      if (place < parent.place) this.report(sequence.outOfOrder(path, name, parent.declaration, place));
      parent.place = Math.max(parent.place, place);
      this.open(child.declaration, path);
    }
  }

  private startInSignature(parent: SignatureFrame): void {
    const { name } = this.reader;
    const path = `${parent.path}/${name}`;
    const child = childOfSignature(parent, this.reader);
    if (child === undefined) {
      this.report(unexpectedIn(parent, path, name));
      parent.blamed = true;
      this.open(SKIP, path);
    } else if (child === 'free') this.openFree(path);
    else this.open(child, path);
  }

  /** An element in a free place: judged if the schema declares it on its own, else passed over. */
  private openFree(path: string): void {
    const { name, namespace } = this.reader;
    const own = namespace === DXP_NAMESPACE ? this.known.get(name) : undefined;
    this.open(own ?? declaredAnywhere(this.reader, undefined) ?? LAX, path);
  }

  private open(declaration: Declaration, path: string): void {
    const { attributes, namespaces, from } = this.reader;
    const { name } = declaration;
    const judged = { name, path, attributes, namespaces, ids: this.ids, report: this.report };
    if (declaration.kind === 'group' || declaration.kind === 'field') {
      judgeEnvelopeAttributes(judged);
    } else {
      const free = declaration.kind === 'lax' && name !== '';
      judgeAttributes({ ...judged, declaration, attributes: free ? judgeDeclaredFree(judged) : attributes });
    }
    this.frames.push(frameOf(declaration, path, from));
    this.extras.push(Object.fromEntries(attributes.map(({ name, value }) => [`@${name}`, value])));
  }

  private text(value: string): void {
    const frame = this.frames.at(-1);
    const extras = this.extras.at(-1);
    if (frame?.kind === 'lax' && extras) extras.text = (extras.text ?? '') + value;
    if (frame?.kind === 'group' && frame.declaration.children.length === 0) {
      if (!frame.blamed) this.report(sequence.strayText(frame.path, value));
      frame.blamed = true;
      return;
    }
    const finding = frame && takeText(frame, value, this.reader.cdata);
    if (finding) this.report(finding);
  }

  private end(): void {
    const frame = this.frames.pop();
    const extras = this.extras.pop() ?? {};
    const parent = this.frames.at(-1);
    if (frame?.kind === 'group') this.endGroup(frame, extras, parent);
    else if (frame?.kind === 'field') this.endField(frame, extras, parent);
    else if (frame?.kind === 'signature') this.endSignature(frame, parent);
    else if (frame?.kind === 'lax' && parent?.kind === 'group') {
      parent.value.fields[this.reader.name] = extras.text ?? '';
    }
  }

  private endGroup(frame: GroupFrame, extras: Record<string, string>, parent: Frame | undefined): void {
    frame.declaration.children.forEach((child: Child, place) => {
      if ((frame.counts[place] ?? 0) < child.least) this.report(sequence.missing(frame.path, child));
    });
    Object.assign(frame.value.fields, extras);
    if (parent?.kind === 'group') keep(parent, frame.declaration.name, frame.value);
  }

  /** The same name may stand several times, so every text becomes a group of its own with its attributes. */
  private endField(frame: FieldFrame, extras: Record<string, string>, parent: Frame | undefined): void {
    const { field } = frame.declaration;
    const text = this.judged(frame);
    if (text !== undefined && parent?.kind === 'group') {
      const value: GroupValue = { fields: { ...extras, text }, groups: new Map(), fragments: new Map() };
      keep(parent, field.name, value);
    }
  }

  /** The text of a field, or undefined after saying why the schema refuses it. */
  private judged({ declaration: { field }, text, empty, path, blamed }: FieldFrame): string | undefined {
    if (blamed) return undefined;
    switch (LEXICAL[field.name]) {
      case 'base64':
        if (!isOfType('base64', text)) {
          this.report(wrongBase64(field, path));
          return undefined;
        }
        if (!ONLY_BASE64.test(text)) this.remarks.push(foreignInBase64(field, path));
        return text;
      case 'dateTime':
        if (isDateTime(text)) return text.trimEnd();
        this.report(wrongMoment(field, path, text, false));
        return undefined;
      case 'date':
        if (isDate(text)) return text;
        this.report(wrongMoment(field, path, text, true));
        return undefined;
      default: {
        const value = fieldValue(field, text, empty);
        if (value !== undefined) return String(value);
        this.report(fieldFinding(field, path, text, lengthOf(text)));
        return undefined;
      }
    }
  }

  private endSignature(frame: SignatureFrame, parent: Frame | undefined): void {
    const finding = endOfSignature(frame);
    if (finding) this.report(finding);
    if (parent?.kind === 'group') {
      const text = this.reader.text.slice(frame.from, this.reader.position);
      parent.value.fragments.set(frame.declaration.name, text);
    }
  }
}

function keep({ value: { groups } }: GroupFrame, name: string, value: GroupValue): void {
  const list = groups.get(name);
  if (list) list.push(value);
  else groups.set(name, [value]);
}
