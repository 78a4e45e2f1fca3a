import type { Chance } from './chance.ts';
import { giveAttribute } from './free-content.ts';
import { freePlace } from './mutate-extension.ts';
import { anyElement, placeOf, placesOf } from './places.ts';
import { characters, dressed, lengthAround } from './values.ts';
import { attribute, type XmlTree } from './xml-tree.ts';

/** Adds an attribute somewhere. */
export function addAttribute(tree: XmlTree, chance: Chance): void {
  const signed = chance.once(2) ? placeOf(tree, chance, 'signature')?.element : undefined;
  giveAttribute(signed ?? anyElement(tree, chance), tree.root, chance);
}

/** Drops, repeats, renames or reorders the attributes an element has. */
export function changeAttributes(tree: XmlTree, chance: Chance): void {
  const target = chance.once(2) ? tree.root : (placeOf(tree, chance, 'signature')?.element ?? tree.root);
  const { attributes } = target;
  const one = chance.of(attributes);
  if (!one) return;
  const at = attributes.indexOf(one);
  switch (chance.below(5)) {
    case 0:
      attributes.splice(at, 1);
      break;
    case 1:
      attributes.splice(chance.below(attributes.length), 0, { ...one, raw: chance.once(2) ? one.raw : 'x' });
      break;
    case 2:
      one.name = chance.pick([
        `${one.name}x`,
        one.name.toUpperCase(),
        `ceb:${one.name}`,
        `ds:${one.name}`,
        'a',
      ]);
      break;
    case 3:
      attributes.reverse();
      break;
    default:
      one.raw = chance.pick([
        `${one.raw} `,
        ` ${one.raw}`,
        '',
        `${one.raw}&#32;`,
        `&#9;${one.raw}`,
        `${one.raw}x`,
      ]);
  }
}

/** The same attribute under two prefixes of one namespace; most often where any attribute may stand. */
export function repeatByNamespace(tree: XmlTree, chance: Chance): void {
  const target = chance.once(4) ? anyElement(tree, chance) : freePlace(tree, chance);
  const second = chance.pick(['urn:q', 'urn:q', 'urn:&#113;', 'urn:r']);
  target.attributes.push(attribute('xmlns:q', 'urn:q'), attribute('xmlns:r', second));
  target.attributes.push(attribute('q:a', '1'), attribute(chance.pick(['r:a', 'r:b', 'a']), '1'));
}

/** `guid` and `version` of the root at, within and beyond their lengths, in every kind of character. */
export function changeRootAttribute(tree: XmlTree, chance: Chance): void {
  const [name, least, most] = chance.once(2) ? (['guid', 36, 36] as const) : (['version', 1, 10] as const);
  const text = characters(lengthAround(least, most, chance), chance);
  const value = dressed(text, chance).replaceAll('"', '&quot;');
  const there = tree.root.attributes.find((one) => one.name === name);
  if (there) Object.assign(there, attribute(name, value));
  else tree.root.attributes.push(attribute(name, value));
}

/** Gives several elements an identity: the same or another, as the signature or as XML itself names it. */
export function giveIdentities(tree: XmlTree, chance: Chance): void {
  const bearers = placesOf(tree).filter(({ element: { name } }) =>
    /(?:^|:)(?:Signature|Reference)$/.test(name),
  );
  for (let times = 2 + chance.below(2); times > 0; times--) {
    const bearer = chance.once(3) ? undefined : chance.of(bearers)?.element;
    const [target, name] = bearer ? [bearer, 'Id'] : [freePlace(tree, chance), 'xml:id'];
    const value = chance.pick(['a', 'a', 'b', 'c', 'd', ' a ', '&#97;']);
    if (!target.attributes.some((one) => one.name === name)) target.attributes.push(attribute(name, value));
  }
}

/** White space and quotes as XML lets them be, and as it does not. */
export function respaceAttributes(tree: XmlTree, chance: Chance): void {
  const target = chance.once(2) ? tree.root : anyElement(tree, chance);
  for (const one of target.attributes) {
    one.before = chance.pick([' ', '\n', '\t', '\r\n', '   ', ' ', ' ', '\n\t', chance.once(12) ? '' : ' ']);
    if (!one.raw.includes("'") && chance.once(2)) one.quote = "'";
    if (chance.once(6)) one.name += chance.pick([' ', '\n', '\t']);
  }
}
