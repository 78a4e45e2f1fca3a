import type { Finding } from '#kernel';
import type { Child, Declaration, GroupDeclaration } from '../decode/declarations.ts';
import type { Fields } from '../decode/frames.ts';
import * as say from '../decode/sequence-findings.ts';
import { collapse, fieldValue, lengthOf } from '../decode/simple-types.ts';
import { fieldFinding, shorten, structureFinding } from '../decode/structure-finding.ts';
import type { Field } from '../tables/field.ts';
import type { LenientElement } from './lenient-xml.ts';
import type { ExtraText } from './receipt.ts';

/** What was read of one group of fields and of the groups inside it. */
export interface LenientGroup {
  readonly fields: Fields;
  readonly groups: Map<string, LenientGroup[]>;
  readonly extra: ExtraText[];
}

/** Where deviations go, and the text the elements stand in. */
export interface GroupReading {
  readonly text: string;
  readonly report: (finding: Finding) => void;
}

/**
 * Takes whatever stands in an element for the group a declaration describes: fields in any order, those of an inner
 * group that stand outside of it too. What has no place is kept as extra text.
 */
export function readGroup(
  element: LenientElement,
  declaration: GroupDeclaration,
  path: string,
  reading: GroupReading,
): LenientGroup {
  const group: LenientGroup = { fields: {}, groups: new Map(), extra: [] };
  const counts = declaration.children.map(() => 0);
  let furthest = 0;
  for (const child of gathered(element, declaration, path, reading)) {
    const at = path === '' ? child.name : `${path}/${child.name}`;
    const place = declaration.places.get(child.name);
    const known = place === undefined ? undefined : declaration.children[place];
    if (place === undefined || !known) {
      reading.report(say.unknown(at, child.name, declaration));
      flatten(child, at, group.extra);
      continue;
    }
    const count = (counts[place] ?? 0) + 1;
    counts[place] = count;
    if (count === known.most + 1) reading.report(tooMany(at, known));
    if (place < furthest) reading.report(say.outOfOrder(at, child.name, declaration, place));
    furthest = Math.max(furthest, place);
    take(child, known, known.most === 1 ? at : `${at}[${count}]`, count, { group, reading });
  }
  declaration.children.forEach((child, place) => {
    if ((counts[place] ?? 0) < child.least) reading.report(say.missing(path, child));
  });
  if (element.children.length > 0 && element.text.trim() !== '') {
    reading.report(say.strayText(path, element.text));
    group.extra.push({ path, text: element.text.trim() });
  }
  return group;
}

interface Into {
  readonly group: LenientGroup;
  readonly reading: GroupReading;
}

function take(child: LenientElement, { declaration }: Child, path: string, count: number, into: Into): void {
  const { group, reading } = into;
  if (declaration.kind === 'group') {
    const list = group.groups.get(declaration.name) ?? [];
    list.push(readGroup(child, declaration, path, reading));
    group.groups.set(declaration.name, list);
  } else if (declaration.kind === 'field') {
    takeField(child, declaration.field, path, count, into);
  }
}

function takeField(
  child: LenientElement,
  field: Field,
  path: string,
  count: number,
  { group, reading }: Into,
): void {
  const text = textOf(child, reading.text);
  const [inner] = child.children;
  if (inner) reading.report(say.elementInField(field, path, inner.name));
  const value = fieldValue(field, text, !child.hasText && child.children.length === 0);
  if (value === undefined) {
    const counted = field.collapse ? collapse(text) : text;
    reading.report(fieldFinding(field, path, text, lengthOf(counted)));
  }
  const kept = value ?? (field.type === 'int' ? undefined : text);
  if (count > 1 || kept === undefined) group.extra.push({ path, text });
  else group.fields[field.name] = kept;
}

/** Text of a field; markup inside it, as `<br />` in a message for people, is part of the text. */
function textOf(element: LenientElement, whole: string): string {
  return element.children.length === 0 ? element.text : whole.slice(element.from, element.to);
}

/** Keeps the text of an element nobody knows, and of those inside it, `except` one. */
export function flatten(
  element: LenientElement,
  path: string,
  into: ExtraText[],
  except?: LenientElement,
): void {
  const pending: [LenientElement, string][] = [[element, path]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [one, at] = next;
    if (one === except) continue;
    const text = one.text.trim();
    if (one.children.length === 0 || text !== '') into.push({ path: shorten(at), text });
    for (const child of one.children.toReversed()) pending.push([child, shorten(`${at}/${child.name}`)]);
  }
}

/** The children of an element, those that belong into a group inside it put there. */
function gathered(
  element: LenientElement,
  declaration: GroupDeclaration,
  path: string,
  { report }: GroupReading,
): readonly LenientElement[] {
  const inner = declaration.children.map((child) => child.declaration).filter(isGroup);
  const strays = element.children.filter(({ name }) => !declaration.places.has(name));
  const moved = new Map<GroupDeclaration, LenientElement[]>();
  for (const stray of strays) {
    const home = inner.find((group) => knows(group, stray.name));
    const moving = home && (moved.get(home) ?? []);
    if (home && moving) moved.set(home, moving);
    moving?.push(stray);
  }
  if (moved.size === 0) {
    return element.children;
  }
  const gone = new Set([...moved.values()].flat());
  const kept = element.children.filter((child) => !gone.has(child));
  for (const [group, children] of moved) {
    report(
      outside(
        path,
        group,
        children.map(({ name }) => name),
      ),
    );
    const at = kept.findIndex(({ name }) => name === group.name);
    const found = kept[at];
    if (found) kept[at] = { ...found, children: [...found.children, ...children] };
    else kept.unshift({ ...element, name: group.name, text: '', children });
  }
  return kept;
}

function isGroup(declaration: Declaration): declaration is GroupDeclaration {
  return declaration.kind === 'group';
}

/** Whether a name stands in a group or in one inside it. */
function knows(group: GroupDeclaration, name: string): boolean {
  return (
    group.places.has(name) ||
    group.children.some(({ declaration }) => declaration.kind === 'group' && declaration.places.has(name))
  );
}

function tooMany(path: string, { declaration, most }: Child): Finding {
  return most === 1 ? say.repeated(path, declaration.name) : say.tooOften(path, declaration.name, most);
}

function outside(path: string, group: GroupDeclaration, names: readonly string[]): Finding {
  const listed = names.join(', ');
  return structureFinding(
    'CEB-ORDER',
    path,
    [
      `${listed} 不在 ${group.name} 之内，已归入其中`,
      `${listed} stand outside ${group.name}; they were read into it`,
    ],
    [`这些元素应在 ${group.name} 之内`, `They belong inside ${group.name}`],
  );
}
