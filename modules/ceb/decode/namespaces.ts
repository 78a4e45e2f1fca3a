import { isPlainName } from './characters.ts';
import { isUriReference } from './uri.ts';

export interface RawAttribute {
  readonly name: string;
  readonly value: string;
}

/** An attribute with its namespace (empty for none) and local name. */
export interface Attribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

export interface ResolvedTag {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

/** Why a tag breaks the rules of namespaces or of unique attributes. */
export interface TagFault {
  readonly zh: string;
  readonly en: string;
}

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The prefixes in force at each element; entering and leaving costs what the element itself declares. */
export class Namespaces {
  private readonly bound = new Map<string, string>([
    ['', ''],
    ['xml', XML],
  ]);
  /** What each open element has covered up: prefix and former name, flat; `undefined` for none before. */
  private readonly covered: [prefix: string, before: string | undefined][] = [];
  private readonly marks: number[] = [];

  /** Prefixes in force now (the default namespace under `''`), without the built-in `xml`. */
  inForce(): Map<string, string> {
    const copy = new Map(this.bound);
    copy.delete('xml');
    return copy;
  }

  /** Prefixes the innermost element declares itself. */
  declaredHere(): Set<string> {
    return new Set(this.covered.slice(this.marks.at(-1) ?? 0).map(([prefix]) => prefix));
  }

  /** Namespace a prefix stands for here. */
  of(prefix: string): string | undefined {
    return this.bound.get(prefix);
  }

  /** Takes up an element's declarations and resolves its names. */
  enter(tag: string, raw: readonly RawAttribute[]): ResolvedTag | TagFault {
    this.marks.push(this.covered.length);
    const repeated = repeatedName(raw);
    if (repeated !== undefined) {
      return { zh: `属性 ${repeated} 重复`, en: `The attribute ${repeated} is given twice` };
    }
    const plain: RawAttribute[] = [];
    for (const attribute of raw) {
      if (attribute.name !== 'xmlns' && !attribute.name.startsWith('xmlns:')) {
        plain.push(attribute);
        continue;
      }
      const fault = this.bind(attribute);
      if (fault) return fault;
    }
    const element = this.resolve(tag, true);
    if ('zh' in element) return element;
    const attributes = this.resolveAll(plain);
    return 'zh' in attributes ? attributes : { ...element, attributes };
  }

  /** Forgets what the innermost element declared. */
  leave(): void {
    const mark = this.marks.pop() ?? 0;
    while (this.covered.length > mark) {
      const [prefix, before] = this.covered.pop() ?? ['', ''];
      if (before === undefined) {
        this.bound.delete(prefix);
      } else {
        this.bound.set(prefix, before);
      }
    }
  }

  private bind({ name, value }: RawAttribute): TagFault | undefined {
    const prefix = name.slice('xmlns:'.length);
    const fault = {
      zh: `命名空间声明 ${name} 不合法`,
      en: `The namespace declaration ${name} is not allowed`,
    };
    if (prefix === 'xml') {
      return value === XML ? undefined : fault;
    }
    const named = name !== 'xmlns';
    if (value === XML || value === XMLNS || prefix === 'xmlns' || (named && value === '')) {
      return fault;
    }
    if ((named && !isPlainName(prefix)) || !isUriReference(value)) {
      return fault;
    }
    this.covered.push([prefix, this.bound.get(prefix)]);
    this.bound.set(prefix, value);
    return undefined;
  }

  private resolve(qualified: string, element: boolean): { namespace: string; name: string } | TagFault {
    const colon = qualified.indexOf(':');
    if (colon < 0) {
      return { namespace: element ? (this.bound.get('') ?? '') : '', name: qualified };
    }
    const prefix = qualified.slice(0, colon);
    const name = qualified.slice(colon + 1);
    if (prefix === '' || name.includes(':') || !isPlainName(name)) {
      return { zh: `名称 ${qualified} 不合法`, en: `The name ${qualified} is not well formed` };
    }
    const namespace = this.bound.get(prefix);
    return namespace === undefined
      ? { zh: `前缀 ${prefix} 没有声明命名空间`, en: `The prefix ${prefix} has no namespace declared` }
      : { namespace, name };
  }

  private resolveAll(plain: readonly RawAttribute[]): readonly Attribute[] | TagFault {
    if (plain.length === 0) {
      return NO_ATTRIBUTES;
    }
    const attributes: Attribute[] = [];
    const seen = new Set<string>();
    for (const { name, value } of plain) {
      if (!name.includes(':')) {
        attributes.push({ namespace: '', name, value });
        continue;
      }
      const resolved = this.resolve(name, false);
      if ('zh' in resolved) return resolved;
      const expanded = `${resolved.namespace} ${resolved.name}`;
      if (seen.has(expanded)) {
        return { zh: `属性 ${name} 重复`, en: `The attribute ${name} is given twice` };
      }
      seen.add(expanded);
      attributes.push({ ...resolved, value });
    }
    return attributes;
  }
}

const NO_ATTRIBUTES: readonly Attribute[] = [];

/** Up to this many attributes are compared with one another; more go through a set. */
const FEW = 8;

function repeatedName(raw: readonly RawAttribute[]): string | undefined {
  if (raw.length <= FEW) {
    return raw.find(({ name }, place) => raw.findIndex((other) => other.name === name) < place)?.name;
  }
  const seen = new Set<string>();
  for (const { name } of raw) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}
