import type { Attribute } from '../decode/namespaces.ts';
import type { XmlReader } from '../decode/xml-reader.ts';

/** An element of a signature. */
export interface SignatureElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly SignatureElement[];
  /** Its own text, comments left out, sections of CDATA put in. */
  readonly text: string;
}

interface Growing extends SignatureElement {
  readonly children: Growing[];
  text: string;
}

/** Builds the tree of one signature from the events of a reader. */
export class TreeBuilder {
  private readonly open: Growing[] = [];
  private top: Growing | undefined;

  get root(): SignatureElement {
    return this.top ?? { namespace: '', name: '', attributes: [], children: [], text: '' };
  }

  start({ namespace, name, attributes }: XmlReader): void {
    const element: Growing = { namespace, name, attributes, children: [], text: '' };
    this.open.at(-1)?.children.push(element);
    this.top ??= element;
    this.open.push(element);
  }

  end(): void {
    this.open.pop();
  }

  characters(value: string): void {
    const element = this.open.at(-1);
    if (element) element.text += value;
  }
}
