import { type CebMessage, type Field, messageTables } from '#ceb';
import { Misuse } from './misuse.ts';

type Fields = Readonly<Record<string, string | number | undefined>>;

interface LooseMessage {
  readonly documents: readonly { readonly head: Fields; readonly items: readonly Fields[] }[];
  readonly transfer?: Fields | undefined;
}

/**
 * A message with some fields set: `FIELD=VALUE` in the head, else in every item, else in BaseTransfer; or exactly,
 * `InventoryList[2]/qty=3`. An empty value leaves the field out. Throws Misuse for a field there is not.
 */
export function withFields(message: CebMessage, settings: readonly string[]): CebMessage {
  let changed = message as unknown as LooseMessage;
  for (const setting of settings) changed = withField(changed, message.root, setting);
  return changed as unknown as CebMessage;
}

const SETTING = /^(?:(\w+)(?:\[(\d+)\])?\/)?(\w+)=([\s\S]*)$/;

function withField(message: LooseMessage, root: CebMessage['root'], setting: string): LooseMessage {
  const [, group, place, name = '', value = ''] = SETTING.exec(setting) ?? [];
  const table = messageTables[root];
  const [head, items] = table.groups;
  const transfer = message.transfer && table.tail[0];
  const wanted = [head, items, transfer].find(
    (one) => one && (group === undefined || one.name === group) && fieldIn(one.fields, name),
  );
  const field = wanted && fieldIn(wanted.fields, name);
  if (!field) throw unknownField(setting, root);
  const set = (fields: Fields): Fields => ({ ...fields, [name]: typed(field, value) });
  if (wanted === transfer && message.transfer) return { ...message, transfer: set(message.transfer) };
  return {
    ...message,
    documents: message.documents.map((document) =>
      wanted === head
        ? { ...document, head: set(document.head) }
        : {
            ...document,
            items: document.items.map((item, at) =>
              place === undefined || at + 1 === Number(place) ? set(item) : item,
            ),
          },
    ),
  };
}

function fieldIn(fields: readonly Field[], name: string): Field | undefined {
  return fields.find((field) => field.name === name);
}

/** What is no whole number is kept as it is, so that a wrong message can be made on purpose. */
function typed({ type }: Field, value: string): string | number | undefined {
  if (value === '') return undefined;
  return type === 'int' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
}

function unknownField(setting: string, root: string): Misuse {
  return new Misuse({
    zh: `--set 应为 字段=值，字段须在 ${root} 中：${setting}`,
    en: `--set is FIELD=VALUE with a field of ${root}, not ${setting}`,
  });
}
