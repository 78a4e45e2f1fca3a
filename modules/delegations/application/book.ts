import type { ActsFor, Sender } from '#exchange';
import { delegableKinds } from '../domain/kinds.ts';
import { type Party, whatHolds } from '../domain/standing.ts';
import { delegatedTo } from '../storage/delegations.ts';
import type { DelegationPorts } from './ports.ts';

/** How long a look-up is believed: a delegation that is ended on another server bites within this time. */
const trustMs = 3_000;

type Book = ReadonlyMap<string, ActsFor>;

/**
 * What each sender may hand in for others, remembered for some seconds: senders come back many times a second, and no
 * document costs a look-up of its own.
 */
export class DelegationBook {
  readonly #ports: Pick<DelegationPorts, 'database' | 'today' | 'enterprises'>;
  readonly #known = new Map<string, { book: Promise<Book>; until: number }>();

  constructor(ports: Pick<DelegationPorts, 'database' | 'today' | 'enterprises'>) {
    this.#ports = ports;
  }

  /** Whom this sender acts or has acted for, by customs code, and what of that holds today. */
  async actsFor(agent: Sender): Promise<Book> {
    const { customsCode } = agent;
    const at = performance.now();
    const known = this.#known.get(customsCode);
    if (known && known.until > at) return known.book;
    const entry = { book: this.#read(agent), until: at + trustMs };
    // A look-up that fails is not believed; the next message asks again.
    entry.book.catch(() => this.#known.delete(customsCode));
    if (this.#known.size > 50_000) this.#known.clear();
    this.#known.set(customsCode, entry);
    return entry.book;
  }

  /** Forgets what was looked up of this sender, after its delegations have been changed here. */
  forget(agent: string): void {
    this.#known.delete(agent);
  }

  async #read(agent: Sender): Promise<Book> {
    const { database, today, enterprises } = this.#ports;
    const rows = await delegatedTo(database, agent.customsCode);
    if (rows.length === 0) return new Map();
    const parties = await enterprises(new Set(rows.map(({ principal }) => principal)));
    const acting: Party = { roles: agent.roles, active: true };
    const book = new Map<string, ActsFor>();
    for (const [code, granted] of Map.groupBy(rows, ({ principal }) => principal)) {
      const principal = parties.get(code);
      if (!principal) continue;
      const holds = whatHolds(granted, { principal, agent: acting }, today());
      const roots = [...holds].map(([kind, why]) => [delegableKinds[kind].root, why] as const);
      book.set(code, { principal, roots: new Map(roots) });
    }
    return book;
  }
}
