/** One result inside `returnInfo`. */
export interface ReturnInfo {
  readonly code: string;
  readonly description: string;
}

/** Most characters of `returnInfo` by the schema (5,000 in CEB900). */
const LONGEST = 1000;

/**
 * Writes a result as customs does: `[Code:1322;Desc:订单清单表体商品项不一致]`. The description is cut so that the
 * whole fits into `returnInfo`; square brackets in it become round ones, since they would end it.
 */
export function returnInfo(code: string, description: string): string {
  const plain = description.replaceAll('[', '(').replaceAll(']', ')');
  const room = LONGEST - `[Code:${code};Desc:]`.length;
  const characters = [...plain];
  const kept = characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : plain;
  return `[Code:${code};Desc:${kept}]`;
}

const RESULT = /\[code:([^;[\]]*);desc:([^[\]]*)\]/gi;

/** Results named in a `returnInfo`, in order; `Code` and `code` are both seen. Free text yields none. */
export function readReturnInfo(text: string): ReturnInfo[] {
  return [...text.matchAll(RESULT)].map(([, code = '', description = '']) => ({
    code: code.trim(),
    description: description.trim(),
  }));
}
