import type { WhoLookup } from '#access';
import type { BulkTarget } from '#bulk';
import type { Http } from '#http';
import { addDays, chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { CONTRACTS, shippedTable } from '#shipped';
import type { EditionPorts } from './application/editions.ts';
import { ExpiryWatch } from './application/expiry-pass.ts';
import { readGoodsFile } from './application/goods-csv.ts';
import { fileGoods, type GoodsPorts, type GoodsReport, goodsFound } from './application/goods-filings.ts';
import type { PhotoLimits } from './application/goods-photos.ts';
import { goodsTarget } from './application/goods-target.ts';
import type { PublicLimits } from './application/public-applications.ts';
import { spellEverything } from './application/spell-everything.ts';
import { termsOfGoods } from './application/spelling.ts';
import type { TariffLookup } from './domain/goods-tariff.ts';
import { type LicenceRequirement, licenceRequirementsOf } from './domain/licences.ts';
import { codeListRoutes } from './http/code-list-routes.ts';
import { editionRoutes } from './http/edition-routes.ts';
import { enterpriseRoutes } from './http/enterprise-routes.ts';
import { filingRoutes } from './http/filing-routes.ts';
import { goodsRoutes } from './http/goods-routes.ts';
import { photoRoutes } from './http/photo-routes.ts';
import { publicRoutes } from './http/public-routes.ts';
import {
  type CodeListName,
  type CodeListRow,
  type CodeLists,
  codeListNames,
  codeListsOf,
  type GoodsRegister,
} from './index.ts';
import { runningOut } from './storage/expiries.ts';
import { goodsRegister as goodsRegisterIn } from './storage/goods.ts';

/**
 * Reads all code lists from their CSV files, once, when the program starts.
 * @param folder where they lie; by default `contracts/codelists` of this project.
 * @param amend lays editions that came after the files over their rows.
 * @throws when a file is missing or a row is unsound.
 */
export function loadCodeLists(
  folder: URL = new URL('codelists/', CONTRACTS),
  amend: (table: string, rows: readonly CodeListRow[]) => readonly CodeListRow[] = (_list, rows) => rows,
): CodeLists {
  const tables = Object.fromEntries(
    codeListNames.map((list) => [list, amend(list, shippedTable(new URL(`${list}.csv`, folder)))]),
  );
  return codeListsOf(tables as Record<CodeListName, CodeListRow[]>);
}

/** Reads which role needs which licence. @throws when a row is unsound */
export function loadLicenceRequirements(lists: CodeLists): LicenceRequirement[] {
  return licenceRequirementsOf(shippedTable('licence-requirements.csv'), lists);
}

export interface RegistrySettings {
  readonly database: Database;
  readonly now: () => Date;
  readonly codeLists: CodeLists;
  /** The tables that may have editions. */
  readonly tables: EditionPorts['tables'];
  /** The tariff, asked by code and day. */
  readonly tariff: TariffLookup;
  /** Days before an end at which it is warned of. */
  readonly noticeDays: () => readonly number[];
  readonly publicLimits: () => PublicLimits;
  readonly photoLimits: () => PhotoLimits;
  /** Told after the register has changed. */
  readonly changed: (customsCodes: readonly string[]) => void;
  /** Whether an enterprise may act at present. */
  readonly mayAct: (customsCode: string) => Promise<boolean>;
  readonly who: WhoLookup;
  readonly fault: (error: unknown) => void;
}

export interface Registry {
  /** What of an enterprise's file in force runs out within the first notice, or has run out. */
  readonly runningOut: (customsCode: string, today: string) => ReturnType<typeof runningOut>;
  /** Goods as a kind of bulk file. */
  readonly goodsTarget: BulkTarget;
  register(app: Http): void;
  /** Begins to look for what runs out. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts the register together. */
export function wireRegistry(settings: RegistrySettings): Registry {
  const { codeLists: lists, now } = settings;
  const requirements = loadLicenceRequirements(lists);
  const checks = () => ({ lists, requirements, day: chinaDay(now().getTime()) });
  const ports = {
    ...settings,
    checks,
    goodsChecks: () => ({ ...checks(), tariff: settings.tariff }),
    termsOf: termsOfGoods,
  };
  const watch = new ExpiryWatch(settings);
  let spelling: Promise<void> | undefined;
  return {
    runningOut: (customsCode, today) => {
      const until = addDays(today, Math.max(0, ...settings.noticeDays()));
      return runningOut(settings.database.readers, customsCode, { today, until });
    },
    goodsTarget: goodsTarget(ports),
    register: (app) => {
      publicRoutes(app, ports);
      enterpriseRoutes(app, ports);
      filingRoutes(app, ports);
      goodsRoutes(app, ports);
      photoRoutes(app, ports);
      codeListRoutes(app, settings);
      editionRoutes(app, settings);
    },
    start: () => {
      watch.start();
      spelling = spellEverything(settings.database, termsOfGoods).catch(settings.fault);
    },
    stop: async () => {
      await spelling;
      await watch.stop();
    },
  };
}

/** A file of goods that an operator enters for a seller: they count as approved. */
export function importGoods(
  database: Database,
  checks: ReturnType<GoodsPorts['goodsChecks']>,
  {
    text,
    ebcCode,
    soundOnes,
    by,
  }: Readonly<{ text: string; ebcCode: string; soundOnes: boolean; by: string }>,
): Promise<GoodsReport> {
  const ports = { database, now: () => new Date(), goodsChecks: () => checks, termsOf: termsOfGoods };
  const actor = { who: by, party: ebcCode };
  return fileGoods(ports, actor, readGoodsFile(text, ebcCode), soundOnes, 'import');
}

/** A page of goods by what somebody typed. */
export const findGoods = (database: Database, wish: Parameters<typeof goodsFound>[2]) =>
  goodsFound(database, { party: undefined }, wish);

export type { GoodsReport } from './application/goods-filings.ts';

/** The register of goods in PostgreSQL, for programs that enter goods themselves. */
export const goodsRegister = (database: Database): GoodsRegister => goodsRegisterIn(database, termsOfGoods);

export type { EditionWish, Overlay } from './application/editions.ts';
export { proposeEdition, stepEdition } from './application/editions.ts';
export { approvedGoods, sellersOfGoods } from './storage/approved-goods.ts';
export { approvedEditions, newestEdition } from './storage/editions.ts';
export { enterpriseRegister } from './storage/enterprises.ts';
export { sealedRegistry } from './storage/sealed.ts';
