/** A piece of a page, as data: what stands where, nothing about how it is drawn. */
export type Piece = Text | Row | Table | Code | Stack;

interface Placed {
  /** Left, top, right, bottom; points. */
  readonly margin?: readonly [number, number, number, number];
}

export interface Text extends Placed {
  readonly text: string | readonly Span[];
  readonly style?: Style;
  readonly alignment?: 'left' | 'right' | 'center';
  readonly colSpan?: number;
  /** Address it opens on a screen. */
  readonly link?: string;
}

export interface Span {
  readonly text: string;
  readonly style?: Style;
}

export interface Stack extends Placed {
  readonly stack: readonly Piece[];
}

export interface Row extends Placed {
  readonly columns: readonly (Piece & { readonly width?: number | '*' | 'auto' })[];
  readonly columnGap?: number;
}

export interface Table extends Placed {
  readonly table: {
    readonly headerRows: number;
    readonly widths: readonly (number | '*' | 'auto')[];
    readonly body: readonly (readonly (Text | Record<string, never>)[])[];
    readonly dontBreakRows?: boolean;
  };
  readonly layout: 'ruled' | 'facts';
}

/** A bar code (Code 128) of a number, or a QR code of an address. */
export interface Code extends Placed {
  readonly code: 'bar' | 'square';
  readonly value: string;
  /** Points. */
  readonly width: number;
  readonly alignment?: 'right';
}

/** How a text looks; the looks are the drawer's. */
export type Style =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'label'
  | 'value'
  | 'small'
  | 'number'
  | 'strong'
  | 'warning';

/** One document to be printed. */
export interface Sheet {
  /** Of the file, for programs that read it aloud. */
  readonly title: string;
  /** Across each page, where the paper must not be taken for more than it is. */
  readonly watermark?: string;
  readonly content: readonly Piece[];
  /** At the foot of each page, before its number. */
  readonly foot: string;
}
