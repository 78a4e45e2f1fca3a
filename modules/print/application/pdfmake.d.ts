/** What is used of pdfmake; its published types bring the names of a browser into every file of the program. */
declare module 'pdfmake' {
  export type Content = string | readonly Content[] | { readonly [key: string]: unknown };

  export interface Layout {
    readonly [name: string]: (
      line: number,
      node: { readonly table: { readonly body: unknown[] } },
    ) => number | string;
  }

  const pdfmake: {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<'normal' | 'bold', string>>>>): void;
    setUrlAccessPolicy(allowed: (url: string) => boolean): void;
    setLocalAccessPolicy(allowed: (path: string) => boolean): void;
    setTableLayouts(layouts: Readonly<Record<string, Layout>>): void;
    createPdf(definition: Readonly<Record<string, unknown>>): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}
