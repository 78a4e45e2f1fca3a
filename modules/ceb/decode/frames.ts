import type { ContentModel } from './content-model.ts';
import { AT_START } from './content-model.ts';
import type {
  Declaration,
  FieldDeclaration,
  FreeDeclaration,
  GroupDeclaration,
  SignatureDeclaration,
} from './declarations.ts';

export type Fields = Record<string, string | number | undefined>;

/** A document before its type is known. */
export interface LooseDocument {
  readonly head: Fields;
  readonly items: readonly Fields[];
}

/** What has been read of a group. */
export interface GroupValue {
  readonly fields: Fields;
  readonly groups: Map<string, GroupValue[]>;
  /** Elements kept as they stand in the text: the signature, the content of an extension. */
  readonly fragments: Map<string, string>;
}

/** One open element and how far its content has been judged. */
export type Frame = GroupFrame | FieldFrame | SignatureFrame | FreeFrame;

interface Open {
  readonly path: string;
  /** Where the element begins in the text. */
  readonly from: number;
}

export interface GroupFrame extends Open {
  readonly kind: 'group';
  readonly declaration: GroupDeclaration;
  /** Furthest place of the sequence reached. */
  place: number;
  readonly counts: number[];
  /** Another finding has already been made of it. */
  blamed: boolean;
  readonly value: GroupValue;
}

export interface FieldFrame extends Open {
  readonly kind: 'field';
  readonly declaration: FieldDeclaration;
  text: string;
  /** No character data at all, not even an empty CDATA section. */
  empty: boolean;
  /** Another finding has already been made of it. */
  blamed: boolean;
}

export interface SignatureFrame extends Open {
  readonly kind: 'signature';
  readonly declaration: SignatureDeclaration;
  readonly model: ContentModel | undefined;
  state: number;
  text: string;
  blamed: boolean;
}

export interface FreeFrame extends Open {
  readonly kind: FreeDeclaration['kind'];
  elements: number;
  /** Prefixes the element inside declares itself. */
  declared: ReadonlySet<string>;
  /** Another finding has already been made of it. */
  blamed: boolean;
}

function groupFrame(declaration: GroupDeclaration, path: string, from: number): GroupFrame {
  const fields: Fields = {};
  for (const child of declaration.children) {
    if (child.declaration.kind === 'field') {
      fields[child.declaration.name] = undefined;
    }
  }
  return {
    kind: 'group',
    declaration,
    path,
    from,
    place: 0,
    counts: declaration.children.map(() => 0),
    blamed: false,
    value: { fields, groups: new Map(), fragments: new Map() },
  };
}

function fieldFrame(declaration: FieldDeclaration, path: string, from: number): FieldFrame {
  return { kind: 'field', declaration, path, from, text: '', empty: true, blamed: false };
}

function signatureFrame(declaration: SignatureDeclaration, path: string, from: number): SignatureFrame {
  const model = declaration.model;
  return { kind: 'signature', declaration, model, path, from, state: AT_START, text: '', blamed: false };
}

function freeFrame(kind: FreeDeclaration['kind'], path: string, from: number): FreeFrame {
  return { kind, path, from, elements: 0, declared: new Set(), blamed: false };
}

/** A frame for an element that has just been opened. */
export function frameOf(declaration: Declaration, path: string, from: number): Frame {
  switch (declaration.kind) {
    case 'group':
      return groupFrame(declaration, path, from);
    case 'field':
      return fieldFrame(declaration, path, from);
    case 'signature':
      return signatureFrame(declaration, path, from);
    default:
      return freeFrame(declaration.kind, path, from);
  }
}
