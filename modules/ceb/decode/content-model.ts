/**
 * A content model as a position automaton. Schemas must be unambiguous, so at any place at most one position
 * fits the next element, and one number is the whole state.
 */
export interface ContentModel {
  /** Symbol of each position: an element name, `#other` or `#any`. */
  readonly symbols: readonly string[];
  /** Positions that may come first. */
  readonly first: readonly number[];
  /** Positions that may come after each position. */
  readonly follow: readonly (readonly number[])[];
  /** Positions after which the content may end. */
  readonly last: ReadonlySet<number>;
  readonly mayBeEmpty: boolean;
}

/** Before the first element. */
export const AT_START = -1;

/** Position of the next element, or undefined where it does not fit. `foreign`: of another namespace than the model's. */
export function step(
  model: ContentModel,
  state: number,
  name: string,
  namespace: 'own' | 'foreign' | 'none',
): number | undefined {
  const candidates = state === AT_START ? model.first : (model.follow[state] ?? []);
  return candidates.find((position) => {
    const symbol = model.symbols[position];
    return (
      symbol === '#any' ||
      (symbol === '#other' && namespace === 'foreign') ||
      (namespace === 'own' && symbol === name)
    );
  });
}

export function mayEnd(model: ContentModel, state: number): boolean {
  return state === AT_START ? model.mayBeEmpty : model.last.has(state);
}

/** What may stand next, for the message of a finding. */
export function expected(model: ContentModel, state: number): readonly string[] {
  const candidates = state === AT_START ? model.first : (model.follow[state] ?? []);
  return candidates.map((position) => model.symbols[position] ?? '');
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly empty: boolean;
}

const NOTHING: Part = { first: [], last: [], empty: true };

/** Compiles the notation of the signature table, e.g. `(P,Q)?,G?,Y`. */
export function contentModel(notation: string): ContentModel {
  const tokens = notation.match(/#?\w+|[(),|?*+]/g) ?? [];
  const symbols: string[] = [];
  const follow: number[][] = [];
  let at = 0;

  function link(from: readonly number[], to: readonly number[]): void {
    for (const position of from) {
      follow[position]?.push(...to);
    }
  }

  function choice(): Part {
    let part = sequence();
    while (tokens[at] === '|') {
      at++;
      const other = sequence();
      part = {
        first: [...part.first, ...other.first],
        last: [...part.last, ...other.last],
        empty: part.empty || other.empty,
      };
    }
    return part;
  }

  function sequence(): Part {
    let part = repeated();
    while (tokens[at] === ',') {
      at++;
      const next = repeated();
      link(part.last, next.first);
      part = {
        first: part.empty ? [...part.first, ...next.first] : part.first,
        last: next.empty ? [...part.last, ...next.last] : next.last,
        empty: part.empty && next.empty,
      };
    }
    return part;
  }

  function repeated(): Part {
    const part = single();
    const mark = tokens[at];
    if (mark !== '?' && mark !== '*' && mark !== '+') {
      return part;
    }
    at++;
    if (mark !== '?') {
      link(part.last, part.first);
    }
    return { ...part, empty: part.empty || mark !== '+' };
  }

  function single(): Part {
    const token = tokens[at];
    at++;
    if (token === '(') {
      const part = choice();
      at++;
      return part;
    }
    const position = symbols.push(token ?? '') - 1;
    follow.push([]);
    return { first: [position], last: [position], empty: false };
  }

  const whole = tokens.length === 0 ? NOTHING : choice();
  return { symbols, first: whole.first, follow, last: new Set(whole.last), mayBeEmpty: whole.empty };
}
