import type { HeldFollower } from '#clearance';
import type { Http } from '#http';
import { chinaDay as chinaDayOf } from '#kernel';
import type { Client } from '#postgres';
import { shippedTable } from '#shipped';
import { heldFollower } from './application/follow.ts';
import { type DecideInspected, holdingInspected } from './application/inspected.ts';
import type { DeskPorts } from './application/ports.ts';
import type { DeskParameters } from './domain/parameters.ts';
import { type DeskTables, deskTables } from './domain/tables.ts';
import { questionRoutes } from './http/question-routes.ts';
import { deskRoutes } from './http/routes.ts';
import type { CaseKey } from './storage/case-files.ts';
import { openQuestions } from './storage/queue.ts';

/**
 * Reads the tables officers decide by, once, when the program starts.
 * @throws when a file is missing or a row is unsound
 */
export function loadDeskTables(): DeskTables {
  return deskTables(shippedTable('desk-reasons.csv'), shippedTable('desk-four-eyes.csv'));
}

export type DeskSettings = Omit<DeskPorts, 'chinaDay' | 'tables'> & {
  /** Name of the account of an officer, as others read it. */
  readonly officerName: (accountId: string) => Promise<string>;
};

export interface Desk {
  /** Questions an enterprise has yet to answer. */
  readonly openQuestions: (customsCode: string) => ReturnType<typeof openQuestions>;
  /** Runs work on lists that stand still, and lets it decide on them by what an inspection has found. */
  readonly inspected: <Result>(
    lists: readonly CaseKey[],
    work: (client: Client, decide: DecideInspected) => Promise<Result>,
  ) => Promise<Result>;
  register(app: Http): void;
}

/** Keeps a case for every held list; the conductor tells it of each. */
export const deskFollower = (parameters: () => DeskParameters): HeldFollower => heldFollower(parameters);

/** Puts the desk together. */
export function wireDesk({ officerName, ...settings }: DeskSettings): Desk {
  const ports: DeskPorts = {
    ...settings,
    chinaDay: (at) => chinaDayOf(at.getTime()),
    tables: loadDeskTables(),
  };
  return {
    openQuestions: (customsCode) => openQuestions(settings.database.readers, customsCode),
    inspected: (lists, work) => holdingInspected(ports, lists, work),
    register: (app) => {
      deskRoutes(app, { ...ports, officerName });
      questionRoutes(app, ports);
    },
  };
}
