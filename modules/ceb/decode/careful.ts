import type { Finding } from '#kernel';
import { EXTENSION_CONTENT } from '../tables/shared-groups.ts';
import { CEB_NAMESPACE } from '../tables/tables.ts';
import type { CebMessage } from '../types.ts';
import { assembleMessage } from './assemble.ts';
import { judgeAttributes, type RootAttributes, rootAttributes } from './attributes.ts';
import { takeText } from './character-data.ts';
import {
  type Child,
  type Declaration,
  type FreeDeclaration,
  type RootDeclaration,
  rootDeclarations,
} from './declarations.ts';
import { fragmentOf } from './fragments.ts';
import {
  type FieldFrame,
  type Frame,
  type FreeFrame,
  frameOf,
  type GroupFrame,
  type SignatureFrame,
} from './frames.ts';
import type { QuickReading } from './quick.ts';
import { readAhead } from './read-ahead.ts';
import * as sequence from './sequence-findings.ts';
import { childOfSignature, declaredAnywhere, endOfSignature, unexpectedIn } from './signature-content.ts';
import { collapse, fieldValue, lengthOf } from './simple-types.ts';
import { fieldFinding, shorten } from './structure-finding.ts';
import { XmlReader } from './xml-reader.ts';

/** What careful reading found: every finding up to the bound, and the message if there is none. */
export interface Reading {
  readonly root: string | undefined;
  readonly findings: readonly Finding[];
  readonly message: CebMessage | undefined;
}

/**
 * Reads a message strictly by its table and keeps going after what is wrong: a wrong element is skipped or put
 * in its place, so that all findings come at once. Only text that is not XML ends the reading.
 */
export function readCarefully(text: string, options: CarefulOptions): Reading {
  return new CarefulReading(text, options).run();
}

export interface CarefulOptions {
  readonly deepest: number;
  readonly mostFindings: number;
  /** The bytes of the text: what is plainly sound at the start is then read straight from them. */
  readonly bytes?: Uint8Array;
  /** Other tables than those of the edition in force. */
  readonly declarations?: ReadonlyMap<string, RootDeclaration>;
}

/** Elements inside one another in a document: root, document, group, field. */
const QUICK_DEPTH = 4;
const SKIP: FreeDeclaration = { kind: 'skip', name: '' };
const LAX: FreeDeclaration = { kind: 'lax', name: '' };

class CarefulReading {
  private readonly reader: XmlReader;
  private readonly options: CarefulOptions;
  private readonly findings: Finding[] = [];
  private readonly frames: Frame[] = [];
  private readonly ids = new Set<string>();
  private known: RootDeclaration | undefined;
  private rootName: string | undefined;
  private rootFrame: GroupFrame | undefined;
  private rootScope: ReadonlyMap<string, string> = new Map();
  private attributes: RootAttributes = { guid: '', version: '' };
  /** One finding more than the bound says that there are more. */
  private readonly report = (finding: Finding): void => {
    const { mostFindings } = this.options;
    if (this.findings.length < mostFindings) this.findings.push(finding);
    else if (this.findings.length === mostFindings) this.findings.push(sequence.tooMany(mostFindings));
  };

  private quick: QuickReading | undefined;

  constructor(text: string, options: CarefulOptions) {
    this.reader = new XmlReader(text, options.deepest);
    this.options = options;
  }

  run(): Reading {
    const { reader } = this;
    for (let event = reader.next(); event !== 'done'; event = reader.next()) {
      if (event === 'fault') {
        if (reader.fault) this.report(sequence.notXml(reader.fault, this.frames.at(-1)?.path ?? ''));
        break;
      }
      if (event === 'start') this.start();
      else if (event === 'end') this.end();
      else this.text(reader.value);
      if (this.findings.length > this.options.mostFindings) break;
    }
    return { root: this.rootName, findings: this.findings, message: this.message() };
  }

  private message(): CebMessage | undefined {
    if (this.findings.length > 0 || !this.known || !this.rootFrame) {
      return undefined;
    }
    const { table } = this.known;
    return assembleMessage(table, this.attributes, this.rootFrame.value, this.rootScope, this.quick);
  }

  private start(): void {
    const parent = this.frames.at(-1);
    if (!parent) {
      this.startRoot();
      return;
    }
    const { name, namespaces } = this.reader;
    const path = `${parent.path}/${shorten(name)}`;
    switch (parent.kind) {
      case 'group':
        this.startInGroup(parent);
        break;
      case 'signature':
        this.startInSignature(parent);
        break;
      case 'field':
        // An end tag forgotten would make every following field an element in this one: named once.
        if (!parent.blamed) {
          this.report(sequence.elementInField(parent.declaration.field, parent.path, name));
        }
        parent.blamed = true;
        this.open(SKIP, path);
        break;
      case 'one-skip':
        parent.elements++;
        parent.declared = namespaces.declaredHere();
        if (parent.elements > 1) this.report(sequence.repeated(path, name));
        this.open(SKIP, path);
        break;
      case 'lax':
        this.openFree(path);
        break;
      case 'skip':
        this.open(SKIP, parent.path);
        break;
    }
  }

  private startRoot(): void {
    const { reader } = this;
    this.rootName = shorten(reader.name);
    const known = (this.options.declarations ?? rootDeclarations).get(reader.name);
    if (!known || reader.namespace !== CEB_NAMESPACE) {
      this.report(sequence.wrongRoot(reader, known !== undefined));
      this.open(SKIP, '');
      return;
    }
    this.known = known;
    this.rootScope = reader.namespaces.inForce();
    this.attributes = rootAttributes(reader.attributes, this.report);
    this.open(known.declaration, '');
    const frame = this.frames.at(-1);
    if (frame?.kind !== 'group') return;
    this.rootFrame = frame;
    const { bytes, deepest } = this.options;
    if (bytes && this.findings.length === 0 && deepest >= QUICK_DEPTH) {
      this.quick = readAhead(known, frame, reader, bytes, deepest);
    }
  }

  /** Finds the place of a child in the sequence of its group and says what is wrong with it. */
  private startInGroup(parent: GroupFrame): void {
    const { name, namespace } = this.reader;
    const short = shorten(name);
    const plainPath = parent.path === '' ? short : `${parent.path}/${short}`;
    const place = parent.declaration.places.get(name);
    const child = place === undefined ? undefined : parent.declaration.children[place];
    if (place === undefined || !child) {
      this.report(sequence.unknown(plainPath, name, parent.declaration));
      this.open(SKIP, plainPath);
      return;
    }
    const count = (parent.counts[place] ?? 0) + 1;
    const path = child.most === 1 ? plainPath : `${plainPath}[${count}]`;
    parent.counts[place] = count;
    if (namespace !== child.namespace) {
      this.report(sequence.wrongNamespace(path, name, namespace, child.namespace));
      this.open(SKIP, path);
      return;
    }
    if (count > child.most) {
      if (child.most === 1) {
        this.report(sequence.repeated(path, name));
      } else if (count === child.most + 1) {
        this.report(sequence.tooOften(path, name, child.most));
      }
      this.open(SKIP, path);
      return;
    }
    if (place < parent.place) {
      this.report(sequence.outOfOrder(path, name, parent.declaration, place));
    } else {
      parent.place = place;
    }
    this.open(child.declaration, path);
  }

  private startInSignature(parent: SignatureFrame): void {
    const { name } = this.reader;
    const path = `${parent.path}/${shorten(name)}`;
    const child = childOfSignature(parent, this.reader);
    if (child === undefined) {
      this.report(unexpectedIn(parent, path, name));
      parent.blamed = true;
      this.open(SKIP, path);
    } else if (child === 'free') {
      this.openFree(path);
    } else {
      this.open(child, path);
    }
  }

  /** An element in a free place: judged if it is declared somewhere, else passed over. */
  private openFree(path: string): void {
    this.open(declaredAnywhere(this.reader, this.known) ?? LAX, path);
    const frame = this.frames.at(-1);
    if (frame?.kind === 'group' && frame.declaration.root) {
      rootAttributes(this.reader.attributes, this.report);
    }
  }

  private open(declaration: Declaration, path: string): void {
    const { attributes, namespaces, from } = this.reader;
    if (attributes.length > 0 || declaration.kind === 'signature') {
      judgeAttributes({ declaration, path, attributes, namespaces, ids: this.ids, report: this.report });
    }
    this.frames.push(frameOf(declaration, path, from));
  }

  private text(value: string): void {
    const frame = this.frames.at(-1);
    const finding = frame && takeText(frame, value, this.reader.cdata);
    if (finding) this.report(finding);
  }

  private end(): void {
    const frame = this.frames.pop();
    const parent = this.frames.at(-1);
    if (frame?.kind === 'group') {
      this.endGroup(frame, parent);
    } else if (frame?.kind === 'field') {
      this.endField(frame, parent);
    } else if (frame?.kind === 'signature') {
      this.endSignature(frame, parent);
    } else if (frame?.kind === 'skip' && parent?.kind === 'one-skip') {
      this.endFragment(parent, frame.from);
    }
  }

  private endGroup(frame: GroupFrame, parent: Frame | undefined): void {
    frame.declaration.children.forEach((child: Child, place) => {
      if ((frame.counts[place] ?? 0) < child.least) {
        this.report(sequence.missing(frame.path, child));
      }
    });
    if (parent?.kind === 'group') {
      const { groups } = parent.value;
      const list = groups.get(frame.declaration.name);
      if (list) list.push(frame.value);
      else groups.set(frame.declaration.name, [frame.value]);
    }
  }

  private endField(frame: FieldFrame, parent: Frame | undefined): void {
    const { field } = frame.declaration;
    const value = fieldValue(field, frame.text, frame.empty);
    if (value === undefined) {
      const counted = field.collapse ? collapse(frame.text) : frame.text;
      if (!frame.blamed) this.report(fieldFinding(field, frame.path, frame.text, lengthOf(counted)));
    } else if (parent?.kind === 'group') {
      parent.value.fields[field.name] = value;
    }
  }

  private endSignature(frame: SignatureFrame, parent: Frame | undefined): void {
    const finding = endOfSignature(frame);
    if (finding) {
      this.report(finding);
    }
    if (parent?.kind === 'group') {
      const text = this.reader.text.slice(frame.from, this.reader.position);
      parent.value.fragments.set(frame.declaration.name, text);
    }
  }

  private endFragment(message: FreeFrame, from: number): void {
    const holder = this.frames.at(-2);
    if (holder?.kind === 'group') {
      holder.value.fragments.set(EXTENSION_CONTENT, fragmentOf(this.reader, from, message, this.rootScope));
    }
  }
}
