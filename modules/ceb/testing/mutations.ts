import { Chance } from './chance.ts';
import * as attributes from './mutate-attributes.ts';
import * as bytes from './mutate-bytes.ts';
import * as extension from './mutate-extension.ts';
import * as fields from './mutate-fields.ts';
import * as names from './mutate-names.ts';
import * as signature from './mutate-signature.ts';
import * as structure from './mutate-structure.ts';
import * as text from './mutate-text.ts';
import { textOf, treeOf, type XmlTree } from './xml-tree.ts';

/** One change of one kind; what it changes exactly follows from its seed. */
export interface Change {
  readonly name: string;
  readonly seed: number;
}

/** How often each kind is drawn; those that nearly always make a message unsound are drawn less. */
type Kinds<T> = Readonly<Record<string, readonly [weight: number, apply: T]>>;

const ON_TREES: Kinds<(tree: XmlTree, chance: Chance) => void> = {
  'change field': [30, fields.changeField],
  'change number': [12, fields.changeNumber],
  'dress field': [10, fields.dressField],
  'empty field': [6, fields.emptyField],
  'fill field': [2, fields.fillField],
  'lengthen field': [2, fields.lengthenField],
  'insert something': [12, fields.insertSomething],
  'lay out': [8, fields.layOut],
  'delete element': [6, structure.deleteElement],
  'delete optional': [10, structure.deleteOptional],
  'repeat element': [6, structure.repeatElement],
  'repeat to limit': [5, structure.repeatToLimit],
  'swap elements': [5, structure.swapElements],
  'move element': [4, structure.moveElement],
  'wrap element': [2, structure.wrapElement],
  'unwrap element': [2, structure.unwrapElement],
  'empty element': [3, structure.emptyElement],
  'rename element': [6, structure.renameElement],
  'change empty form': [3, structure.changeEmptyForm],
  'add tail group': [4, structure.addTailGroup],
  'change prefix': [8, names.changePrefix],
  'mix prefixes': [5, names.mixPrefixes],
  'declare namespace': [8, names.declareNamespace],
  'change declaration': [4, names.changeDeclaration],
  'move to namespace': [4, names.moveToNamespace],
  'add attribute': [14, attributes.addAttribute],
  'change attributes': [6, attributes.changeAttributes],
  'repeat by namespace': [4, attributes.repeatByNamespace],
  'give identities': [6, attributes.giveIdentities],
  'change root attribute': [10, attributes.changeRootAttribute],
  'respace attributes': [6, attributes.respaceAttributes],
  'change extension': [12, extension.changeExtension],
  'name oddly': [8, extension.nameOddly],
  'nest deep': [1, extension.nestDeep],
  'remake signature part': [10, signature.remakeSignaturePart],
  'add signature part': [9, signature.addSignaturePart],
  'copy into signature': [8, signature.copyIntoSignature],
  'add key information': [10, signature.addKeyInformation],
  'change signature value': [10, signature.changeSignatureValue],
};

const ON_TEXTS: Kinds<(text: string, chance: Chance) => string> = {
  'change XML declaration': [8, text.changeXmlDeclaration],
  surround: [5, text.surround],
  'add document type': [2, text.addDocumentType],
  'change character': [8, text.changeCharacter],
  'change tag character': [4, text.changeTagCharacter],
  truncate: [1, text.truncate],
  'change tag': [4, text.changeTag],
  'change line ends': [6, text.changeLineEnds],
  'change stretch': [3, text.changeStretch],
};

const ON_BYTES: Kinds<(bytes: Uint8Array, chance: Chance) => Uint8Array> = {
  'insert bytes': [4, bytes.insertBytes],
  'change byte': [3, bytes.changeByte],
  'add byte order mark': [4, bytes.addByteOrderMark],
  'change encoding': [1, bytes.changeEncoding],
};

const NAMES = [ON_TREES, ON_TEXTS, ON_BYTES].flatMap((kinds) =>
  Object.entries(kinds).flatMap(([name, [weight]]) => Array<string>(weight).fill(name)),
);

/** Mostly one change: each further one makes it likelier that nothing but the first fault is seen. */
const HOW_MANY = [1, 1, 1, 1, 1, 2, 2, 2, 3, 4];

/** One to four changes, as the seed has it. */
export function drawChanges(seed: number): Change[] {
  const chance = new Chance(seed);
  const many = chance.of(HOW_MANY) ?? 1;
  return Array.from({ length: many }, () => ({ name: chance.pick(NAMES), seed: chance.seed() }));
}

const encoder = new TextEncoder();

/** Makes the changes to a well-formed message: those of structure first, then of text, then of bytes. */
export function applyChanges(message: string, changes: readonly Change[]): Uint8Array {
  let encoded: Uint8Array = encoder.encode(changedText(message, changes));
  for (const { name, seed } of changes) {
    encoded = ON_BYTES[name]?.[1](encoded, new Chance(seed)) ?? encoded;
  }
  return encoded;
}

function changedText(message: string, changes: readonly Change[]): string {
  const tree = treeOf(message);
  for (const { name, seed } of changes) ON_TREES[name]?.[1](tree, new Chance(seed));
  let written = textOf(tree);
  for (const { name, seed } of changes) {
    written = ON_TEXTS[name]?.[1](written, new Chance(seed)) ?? written;
  }
  return written;
}

/** A message with one to four changes, as the seed has it. */
export function spoil(message: string, seed: number): Uint8Array {
  return applyChanges(message, drawChanges(seed));
}

/** The same for those who need text: changes of bytes are left out. */
export function mutate(message: string, seed: number): string {
  return changedText(message, drawChanges(seed));
}
