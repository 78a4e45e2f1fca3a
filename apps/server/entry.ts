import type { EntryPorts } from '#entry';
import type { CodeLists } from '#registry';
import { type Clearance, registerList } from '../../modules/clearance/wiring.ts';
import { type Entry, wireEntry } from '../../modules/entry/wiring.ts';
import type { Exchange } from '../../modules/exchange/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';

interface EntryParts extends Pick<EntryPorts, 'database' | 'now' | 'sender' | 'accountName' | 'rulebook'> {
  readonly exchange: Exchange;
  readonly clearance: Pick<Clearance, 'handlers'>;
  readonly enterprises: EnterpriseBook;
  readonly codeLists: CodeLists;
}

/** Puts entry by hand together: what is typed goes in as messages go. */
export function composeEntry({ exchange, clearance, enterprises, codeLists, ...rest }: EntryParts): Entry {
  return wireEntry({
    ...rest,
    handlers: clearance.handlers,
    take: (bytes, from) => exchange.takeWritten(bytes, from),
    codeLists: { has: (list, code) => codeLists.has(registerList(list), code) },
    enterprises: (codes) => enterprises.find(codes),
    choicesOf: (list) =>
      codeLists.entries(registerList(list)).map(({ code, zh, en }) => ({ code, zh, en: en ?? zh })),
    codeName: (list, code) => {
      const zh = codeLists.name(registerList(list), code, 'zh');
      if (zh === undefined) return undefined;
      return { zh, en: codeLists.name(registerList(list), code, 'en') ?? zh };
    },
  });
}
