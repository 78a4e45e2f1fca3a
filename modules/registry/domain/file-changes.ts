import { isMasked, maskEmail } from './enterprise-file.ts';
import { maskPhone } from './mask.ts';

/** One field that differs between two versions of a file; absent where it was not given. */
export interface FieldChange {
  /** In the file's own names: `name`, `licences[express 123].to`, `roles[EBP]`. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** What keeps its place when entries are put in another order. */
const keyOf: Readonly<Record<string, (entry: Readonly<Record<string, unknown>>) => string>> = {
  licences: ({ kind, number }) => `${kind} ${number}`,
  certificates: ({ number }) => `${number}`,
  contacts: ({ name }) => `${name}`,
};

function flat(value: unknown, path: string, into: Map<string, string>): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const entry of value) {
      if (typeof entry !== 'object') into.set(`${path}[${entry}]`, String(entry));
      else flat(entry, `${path}[${keyOf[path]?.(entry) ?? ''}]`, into);
    }
  } else if (typeof value === 'object') {
    for (const [name, part] of Object.entries(value)) flat(part, path ? `${path}.${name}` : name, into);
  } else into.set(path, String(value));
}

function fieldsOf(file: object | undefined): Map<string, string> {
  const fields = new Map<string, string>();
  flat(file, '', fields);
  return fields;
}

/**
 * Every field that differs between two versions of a file, by path. Values are shown as they may be shown: a telephone
 * that changed is named as changed, and masked.
 */
export function changesBetween(before: object | undefined, after: object | undefined): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter(
    (path) => old.get(path) !== now.get(path),
  );
  return paths.map((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    return {
      path,
      ...(was === undefined ? {} : { before: shown(path, was) }),
      ...(is === undefined ? {} : { after: shown(path, is) }),
    };
  });
}

function shown(path: string, value: string): string {
  if (isMasked(value)) return value;
  if (/^contacts\[.*\]\.phone$/.test(path)) return maskPhone(value);
  if (/^contacts\[.*\]\.email$/.test(path)) return maskEmail(value);
  return value;
}
