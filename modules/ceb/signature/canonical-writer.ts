import type { RawAttribute } from '../decode/namespaces.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** A start tag as canonical XML needs it. */
export interface CanonicalTag {
  /** As written, with its prefix. */
  readonly name: string;
  /** Attributes as written, declarations of namespaces among them, values expanded. */
  readonly attributes: readonly RawAttribute[];
}

/**
 * Writes inclusive Canonical XML 1.0 without comments, event by event. Where it begins inside a document, `inherit`
 * gives it what the ancestors declare: the first element then carries all of it, as the recommendation asks.
 */
export class CanonicalWriter {
  private written = '';
  /** Prefixes as the output has them so far, and what each open element has covered up. */
  private readonly scope = new Map<string, string>();
  private readonly covered: [prefix: string, before: string | undefined][] = [];
  private readonly marks: number[] = [];
  private inherited: readonly RawAttribute[] = [];

  get text(): string {
    return this.written;
  }

  /** Declarations and `xml:` attributes of the ancestors, nearest last, for the first element to come. */
  inherit(attributes: readonly RawAttribute[]): void {
    this.inherited = attributes;
  }

  start(tag: CanonicalTag): void {
    const attributes = this.inherited.length === 0 ? tag.attributes : merged(this.inherited, tag.attributes);
    this.inherited = [];
    this.marks.push(this.covered.length);
    this.written += `<${tag.name}`;
    if (attributes.length > 0) {
      this.giveNamespaces(attributes);
      this.giveAttributes(attributes);
    }
    this.written += '>';
  }

  end(name: string): void {
    const mark = this.marks.pop() ?? 0;
    while (this.covered.length > mark) {
      const [prefix, before] = this.covered.pop() ?? ['', ''];
      if (before === undefined) this.scope.delete(prefix);
      else this.scope.set(prefix, before);
    }
    this.written += `</${name}>`;
  }

  characters(value: string): void {
    this.written += escapeText(value);
  }

  /** A processing instruction; outside the root element a line end parts it from the root. */
  instruction(instruction: string, place: 'before' | 'inside' | 'after'): void {
    this.written += `${place === 'after' ? '\n' : ''}${instruction}${place === 'before' ? '\n' : ''}`;
  }

  /** Writes the declarations that say something new, by prefix, the default namespace first. */
  private giveNamespaces(attributes: readonly RawAttribute[]): void {
    const fresh: [prefix: string, uri: string][] = [];
    for (const { name, value } of attributes) {
      const prefix = declaredPrefix(name);
      if (prefix === undefined || prefix === 'xml') continue;
      const before = this.scope.get(prefix);
      if ((before ?? '') === value) continue;
      this.covered.push([prefix, before]);
      this.scope.set(prefix, value);
      fresh.push([prefix, value]);
    }
    fresh.sort(([one], [other]) => compareCharacters(one, other));
    for (const [prefix, uri] of fresh) {
      this.written += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`;
    }
  }

  /** Writes the other attributes by namespace, then by local name; those without namespace first. */
  private giveAttributes(attributes: readonly RawAttribute[]): void {
    const plain = attributes
      .filter(({ name }) => declaredPrefix(name) === undefined)
      .map(({ name, value }) => ({ name, value, ...this.expanded(name) }));
    plain.sort(
      (one, other) =>
        compareCharacters(one.namespace, other.namespace) || compareCharacters(one.local, other.local),
    );
    for (const { name, value } of plain) this.written += ` ${name}="${escapeAttribute(value)}"`;
  }

  private expanded(name: string): { namespace: string; local: string } {
    const colon = name.indexOf(':');
    if (colon < 0) return { namespace: '', local: name };
    const prefix = name.slice(0, colon);
    const namespace = prefix === 'xml' ? XML : (this.scope.get(prefix) ?? '');
    return { namespace, local: name.slice(colon + 1) };
  }
}

/** Prefix an attribute declares (`''` for the default namespace); undefined if it is no declaration. */
export function declaredPrefix(name: string): string | undefined {
  if (name === 'xmlns') return '';
  return name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined;
}

/** Whether a tag declares a namespace by a name without scheme, for which Canonical XML has no form. */
export function declaresRelative({ attributes }: CanonicalTag): boolean {
  return attributes.some(
    ({ name, value }) => value !== '' && declaredPrefix(name) !== undefined && !SCHEME.test(value),
  );
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** The later of two attributes of one name stands. */
function merged(first: readonly RawAttribute[], then: readonly RawAttribute[]): RawAttribute[] {
  return [...new Map([...first, ...then].map((attribute) => [attribute.name, attribute])).values()];
}

const TEXT = /[&<>\r]/g;
const TEXT_FORMS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
};
const VALUE = /[&<"\t\n\r]/g;
const VALUE_FORMS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

function escapeText(text: string): string {
  return text.replace(TEXT, (character) => TEXT_FORMS[character] ?? '');
}

function escapeAttribute(value: string): string {
  return value.replace(VALUE, (character) => VALUE_FORMS[character] ?? '');
}

/** Order by Unicode characters; UTF-16 units would put those outside the basic plane too early. */
function compareCharacters(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const left = one.charCodeAt(at);
    const right = other.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return one.length - other.length;
}

/** Lifts the surrogates above the rest of the basic plane. */
function rank(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;
}
