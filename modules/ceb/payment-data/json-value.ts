/** Where a value stands in the text it was read from: the first character, and the one behind the last. */
interface Place {
  readonly start: number;
  readonly end: number;
}

export interface JsonText extends Place {
  readonly kind: 'string';
  readonly value: string;
}

/** A number as it is written: `5.0` stays `5.0`, because a signature is made over these very characters. */
export interface JsonNumber extends Place {
  readonly kind: 'number';
  readonly text: string;
}

export interface JsonWord extends Place {
  readonly kind: 'true' | 'false' | 'null';
}

export interface JsonList extends Place {
  readonly kind: 'array';
  readonly items: readonly JsonValue[];
}

export interface JsonObject extends Place {
  readonly kind: 'object';
  /** In the order of the text; a name that comes twice is kept once, as it came first. */
  readonly members: ReadonlyMap<string, JsonValue>;
}

export type JsonValue = JsonText | JsonNumber | JsonWord | JsonList | JsonObject;
