import { type Rulebook, rulebookOf } from '#clearance';
import type { Database } from '#postgres';
import { type CodeLists, codeListNames, withEdition } from '#registry';
import {
  approvedEditions,
  loadCodeLists,
  newestEdition,
  type Overlay,
} from '../../modules/registry/wiring.ts';
import { loadRiskRules } from '../../modules/risk/wiring.ts';
import { loadSamplingRates } from '../../modules/sampling/wiring.ts';
import { loadTaxBook, type TaxBook } from '../../modules/tax/wiring.ts';
import { editionOf } from './edition.ts';

type Row = Readonly<Record<string, string>>;

/** Tables that may have editions: every code list, the tariff with its positive list, and the rates of sampling. */
export const editableTables: readonly string[] = [...codeListNames, 'tariff', 'sampling-rates'];

/** How often it is looked for editions that were approved on another server, milliseconds. */
const lookMs = 5_000;

/** The tables as one reads them: made anew with every edition, never changed. */
interface Books {
  readonly taxBook: TaxBook;
  readonly codeLists: CodeLists;
  readonly rulebook: Rulebook;
  readonly samplingRates: ReturnType<typeof loadSamplingRates>;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

/** Reads the shipped tables with approved editions laid over them, in their order. */
function readBooks(overlays: readonly Overlay[]): Books {
  const rows = new Map<string, readonly Row[]>();
  const amend = (table: string, shipped: readonly Row[]): readonly Row[] => {
    const known = rows.get(table);
    if (known) return known;
    const laid = overlays
      .filter((one) => one.table === table)
      .reduce((present, one) => withEdition(present, one.rows, one.from), shipped);
    rows.set(table, laid);
    return laid;
  };
  const codeLists = loadCodeLists(undefined, amend);
  const taxBook = loadTaxBook(undefined, amend);
  const samplingRates = loadSamplingRates(amend);
  const resultText = (code: string): string => codeLists.name('customs_result', code, 'zh') ?? code;
  const { parameters } = taxBook;
  const edition = editionOf(undefined, undefined, overlays);
  const rulebook = rulebookOf({ edition, tables: taxBook, parameters, risk: loadRiskRules(), resultText });
  return { taxBook, codeLists, rulebook, samplingRates, rows };
}

/**
 * The tables decisions rest on: those that are shipped, and over them the editions the zone has approved. Whoever holds
 * `rulebook`, `taxBook` or `codeLists` reads what is in force now; a copy (`{ ...rulebook }`) stays as it is.
 */
export class Tables {
  #books: Books;
  #place = '0';
  #reading: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #replaced: () => Promise<void> = async () => undefined;

  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.#books = readBooks([]);
  }

  readonly rulebook: Rulebook = liveOf(
    () => this.#books.rulebook,
    [
      ...(['edition', 'tables', 'risk', 'resultText', 'taxRules', 'annualLimit', 'recentDays'] as const),
      ...(['waybillsSince', 'paperWaitMs', 'listSettings'] as const),
    ],
  );
  readonly taxBook: TaxBook = liveOf(() => this.#books.taxBook, ['parameters', 'tariff', 'units']);
  readonly codeLists: CodeLists = liveOf(() => this.#books.codeLists, ['has', 'find', 'name', 'entries']);

  /** The rates lists are drawn by; another array once an edition has changed them. */
  readonly samplingRates = (): Books['samplingRates'] => this.#books.samplingRates;

  /** The rows of a table as they are in force, of all days. */
  rows(table: string): readonly Row[] {
    return this.#books.rows.get(table) ?? [];
  }

  /** Reads rows as they would be read for judgement. @throws RangeError naming what cannot be read */
  read(table: string, rows: readonly Row[]): void {
    const amend = (name: string, shipped: readonly Row[]) => (name === table ? rows : shipped);
    loadCodeLists(undefined, amend);
    loadTaxBook(undefined, amend);
    loadSamplingRates(amend);
  }

  /** Brings the tables up to the editions approved last; one look where nothing has changed. */
  refresh(): Promise<void> {
    this.#reading ??= this.#refresh().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #refresh(): Promise<void> {
    const place = await newestEdition(this.#database);
    if (place === this.#place) return;
    this.#books = readBooks(await approvedEditions(this.#database));
    // Where this fails, the next look begins anew.
    await this.#replaced();
    this.#place = place;
  }

  /** What is done each time other tables have come into force. */
  whenReplaced(replaced: () => Promise<void>): void {
    this.#replaced = replaced;
  }

  /** Looks for editions of other servers from now on. */
  start(fault: (error: unknown) => void): void {
    this.#timer = setInterval(() => void this.refresh().catch(fault), lookMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#reading?.catch(() => undefined);
  }
}

/** An object whose parts are always those of what is in force; copied, it keeps the parts of that moment. */
function liveOf<Whole extends object>(now: () => Whole, parts: readonly (keyof Whole)[]): Whole {
  const getters = parts.map((part) => [part, { enumerable: true, get: () => now()[part] }]);
  return Object.defineProperties({}, Object.fromEntries(getters)) as Whole;
}
