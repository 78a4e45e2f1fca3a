import type { Chance } from './chance.ts';
import { type Place, placeOf, placesOf } from './places.ts';
import {
  copyOf,
  element,
  elementsIn,
  localName,
  prefixOf,
  type XmlElement,
  type XmlTree,
} from './xml-tree.ts';

/** A field as often as a group: fields are many more. */
function somewhere(tree: XmlTree, chance: Chance): Place | undefined {
  return chance.once(2) ? placeOf(tree, chance) : placeOf(tree, chance, 'group', 'signature', 'one-skip');
}

function positionOf({ element: child, parent }: Place): number {
  return parent.children.indexOf(child);
}

export function deleteElement(tree: XmlTree, chance: Chance): void {
  const place = somewhere(tree, chance);
  place?.parent.children.splice(positionOf(place), 1);
}

/** Deletes what the tables let go, so that the message stays sound. */
export function deleteOptional(tree: XmlTree, chance: Chance): void {
  const optional = placesOf(tree).filter(
    ({ declaration }) => declaration?.kind === 'field' && declaration.field.required !== true,
  );
  const place = chance.of(optional);
  place?.parent.children.splice(positionOf(place), 1);
}

export function repeatElement(tree: XmlTree, chance: Chance): void {
  const place = somewhere(tree, chance);
  if (!place) return;
  const { parent } = place;
  const at = chance.once(3) ? chance.below(parent.children.length + 1) : positionOf(place);
  parent.children.splice(at, 0, copyOf(place.element));
}

/** Repeats an element up to, just to and just over what the tables allow. */
export function repeatToLimit(tree: XmlTree, chance: Chance): void {
  const repeatable = placesOf(tree).filter(({ most }) => most !== undefined && most > 1);
  const place = chance.of(repeatable);
  if (!place) return;
  const { element: child, parent, most = 0 } = place;
  const there = elementsIn(parent).filter(({ name }) => name === child.name).length;
  const wanted = Number.isFinite(most) ? most + (chance.of([-1, 0, 0, 1, 2]) ?? 0) : 130;
  const small = slim(child, chance);
  const copies = Array.from({ length: Math.max(wanted - there, 0) }, () => copyOf(small));
  parent.children.splice(positionOf(place), 0, ...copies);
}

/** An element to be repeated a hundred times, most often without the white space in it. */
function slim(element: XmlElement, chance: Chance): XmlElement {
  const copy = copyOf(element);
  if (chance.once(3)) return copy;
  copy.children = copy.children.filter((child) => child.kind === 'element' || child.raw.trim() !== '');
  return copy;
}

export function swapElements(tree: XmlTree, chance: Chance): void {
  const place = somewhere(tree, chance);
  if (!place) return;
  const { parent } = place;
  const siblings = elementsIn(parent);
  const at = siblings.indexOf(place.element);
  const other = chance.once(2) ? siblings[at + 1] : chance.of(siblings);
  if (!other || other === place.element) return;
  const [here, there] = [positionOf(place), parent.children.indexOf(other)];
  parent.children[here] = other;
  parent.children[there] = place.element;
}

export function moveElement(tree: XmlTree, chance: Chance): void {
  const place = somewhere(tree, chance);
  if (!place) return;
  place.parent.children.splice(positionOf(place), 1);
  const target = chance.once(2) ? place.parent : (placeOf(tree, chance)?.element ?? tree.root);
  target.children.splice(chance.below(target.children.length + 1), 0, place.element);
}

export function wrapElement(tree: XmlTree, chance: Chance): void {
  const place = somewhere(tree, chance);
  if (!place) return;
  const name = chance.pick([place.parent.name, place.element.name, `${prefixOf(place.element.name)}x`]);
  place.parent.children[positionOf(place)] = element(name, place.element);
}

export function unwrapElement(tree: XmlTree, chance: Chance): void {
  const place = placeOf(tree, chance, 'group', 'signature', 'one-skip');
  place?.parent.children.splice(positionOf(place), 1, ...place.element.children);
}

export function emptyElement(tree: XmlTree, chance: Chance): void {
  const place = somewhere(tree, chance);
  if (!place) return;
  place.element.children = [];
  place.element.short = chance.once(2);
}

/** Gives an element another name: a sibling's, one valid elsewhere, one nearly right, or one XML does not have. */
export function renameElement(tree: XmlTree, chance: Chance): void {
  const place = somewhere(tree, chance);
  const target = chance.once(12) || !place ? tree.root : place.element;
  const { name } = target;
  const [prefix, local] = [prefixOf(name), localName(name)];
  const other = placeOf(tree, chance)?.element.name ?? 'x';
  target.name = chance.pick([
    ...[other, other, prefix + localName(other), prefixOf(other) + local, local, `${prefix}${local}x`],
    ...[prefix + local.toLowerCase(), prefix + local.toUpperCase(), prefix + local.slice(1), `ds:${local}`],
    ...[
      `${prefix}x`,
      `x:${local}`,
      `${prefix}:${local}`,
      `${prefix}1${local}`,
      `${prefix}${local}.`,
      `:${local}`,
    ],
    ...[`${prefix}茶`, `${prefix}${local}\u00b7`, `${prefix}\u0301`, `${prefix}note`, `${prefix}Message`],
    ...['ceb:BaseSubscribe', 'ceb:ExtendMessage', 'ds:Signature', 'ceb:Order', 'ceb:CEB311Message', 'xs:x'],
  ]);
}

/** Writes empty elements short and short ones at length, everywhere or in one place. */
export function changeEmptyForm(tree: XmlTree, chance: Chance): void {
  const short = chance.once(2);
  for (const { element: one } of placesOf(tree)) {
    if (one.children.length === 0 && !chance.once(3)) one.short = short;
  }
}

/** Adds what follows the documents: one more group of the transmission, an extension, a signature. */
export function addTailGroup(tree: XmlTree, chance: Chance): void {
  const prefix = prefixOf(tree.root.name);
  const names = ['BaseTransfer', 'BaseSubscribe', 'ExtendMessage', 'Signature'];
  const given = elementsIn(tree.root).filter(({ name }) => names.includes(localName(name)));
  const one = chance.of(given);
  if (!one) {
    tree.root.children.push(element(prefix + chance.pick(names)));
    return;
  }
  const at = chance.once(2) ? tree.root.children.indexOf(one) : chance.below(tree.root.children.length + 1);
  const times = localName(one.name) === 'BaseSubscribe' ? chance.below(7) : 1;
  tree.root.children.splice(at, 0, ...Array.from({ length: times }, () => copyOf(one)));
}
