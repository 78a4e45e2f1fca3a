import {
  type Child,
  type Declaration,
  rootDeclarations,
  signatureDeclaration,
} from '../decode/declarations.ts';
import type { Chance } from './chance.ts';
import { elementsIn, localName, type XmlElement, type XmlTree } from './xml-tree.ts';

/** One element of a message with what the tables say of it, as far as they know it. */
export interface Place {
  readonly element: XmlElement;
  readonly parent: XmlElement;
  readonly declaration: Declaration | undefined;
  /** How often it may stand in its parent, where the tables say so. */
  readonly most: number | undefined;
}

/** Every element below the root, in the order of the text. */
export function placesOf(tree: XmlTree): Place[] {
  const found: Place[] = [];
  collect(tree.root, rootDeclarations.get(localName(tree.root.name))?.declaration, found);
  return found;
}

function collect(parent: XmlElement, declared: Declaration | undefined, into: Place[]): void {
  for (const element of elementsIn(parent)) {
    const child = childOf(declared, localName(element.name));
    into.push({ element, parent, declaration: child?.declaration, most: child?.most });
    collect(element, child?.declaration, into);
  }
}

type Known = Pick<Child, 'declaration'> & { readonly most: number | undefined };

function childOf(declared: Declaration | undefined, name: string): Known | undefined {
  if (declared?.kind === 'group') {
    return declared.children[declared.places.get(name) ?? -1];
  }
  const declaration = declared?.kind === 'signature' ? signatureDeclaration(name) : undefined;
  return declaration && { declaration, most: undefined };
}

/** A place of the wanted kinds, or undefined where the message has none. */
export function placeOf(
  tree: XmlTree,
  chance: Chance,
  ...kinds: readonly Declaration['kind'][]
): Place | undefined {
  const places = placesOf(tree);
  return chance.of(
    kinds.length === 0
      ? places
      : places.filter(({ declaration }) => declaration !== undefined && kinds.includes(declaration.kind)),
  );
}

/** Every element of a message, the root too. */
export function anyElement(tree: XmlTree, chance: Chance): XmlElement {
  const places = placesOf(tree);
  const at = chance.below(places.length + 1);
  return places[at]?.element ?? tree.root;
}
