import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Http } from '#http';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { ExpiryWatch } from './application/expiry-pass.ts';
import type { PublicLimits } from './application/public-applications.ts';
import { type LicenceRequirement, licenceRequirementsOf } from './domain/licences.ts';
import { enterpriseRoutes } from './http/enterprise-routes.ts';
import { filingRoutes } from './http/filing-routes.ts';
import { publicRoutes } from './http/public-routes.ts';
import { type CodeListName, type CodeListRow, type CodeLists, codeListNames, codeListsOf } from './index.ts';

const CONTRACTS = new URL('../../contracts/', import.meta.url);

function readTable(file: URL): CodeListRow[] {
  return parse(readFileSync(file), { columns: true, skip_empty_lines: true });
}

/**
 * Reads all code lists from their CSV files, once, when the program starts.
 * @param folder where they lie; by default `contracts/codelists` of this project.
 * @throws when a file is missing or a row is unsound.
 */
export function loadCodeLists(folder: URL = new URL('codelists/', CONTRACTS)): CodeLists {
  const tables = Object.fromEntries(
    codeListNames.map((list) => [list, readTable(new URL(`${list}.csv`, folder))]),
  );
  return codeListsOf(tables as Record<CodeListName, CodeListRow[]>);
}

/** Reads which role needs which licence. @throws when a row is unsound */
export function loadLicenceRequirements(lists: CodeLists): LicenceRequirement[] {
  return licenceRequirementsOf(readTable(new URL('licence-requirements.csv', CONTRACTS)), lists);
}

export interface RegistrySettings {
  readonly database: Database;
  readonly now: () => Date;
  readonly codeLists: CodeLists;
  /** Days before an end at which it is warned of. */
  readonly noticeDays: () => readonly number[];
  readonly publicLimits: () => PublicLimits;
  /** Told after the register has changed. */
  readonly changed: (customsCodes: readonly string[]) => void;
  readonly fault: (error: unknown) => void;
}

export interface Registry {
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
  const ports = { ...settings, checks };
  const watch = new ExpiryWatch(settings);
  return {
    register: (app) => {
      publicRoutes(app, ports);
      enterpriseRoutes(app, ports);
      filingRoutes(app, ports);
    },
    start: () => watch.start(),
    stop: () => watch.stop(),
  };
}

export { enterpriseRegister } from './storage/enterprises.ts';
export { goodsRegister } from './storage/goods.ts';
