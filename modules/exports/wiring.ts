import { Conductor, type Rulebook, type Work } from '#clearance';
import { addReceipts, type DocumentHandler, type ListOutcome, Notifier, onlySaved } from '#exchange';
import type { Http } from '#http';
import { chinaDay as chinaDayOf, type Day } from '#kernel';
import type { Client, Database } from '#postgres';
import { shippedTable } from '#shipped';
import type { ParameterTable } from '#tax';
import type { ExportCompanion } from './application/companions.ts';
import { type Answered, answeredBy } from './application/customs-answers.ts';
import { type AfterDecision, decideExport, type OfficerDecision } from './application/decide.ts';
import { type ExportsOnFile, exportsOnFile } from './application/exports-on-file.ts';
import type { ExportFollower } from './application/follower.ts';
import { exportHandlers } from './application/handlers.ts';
import { judgeExports } from './application/judge-exports.ts';
import { exportDetail, exportsPage, type Looker, type LookingPorts } from './application/looking.ts';
import { arrivalMovement, departureMovement, moveGoods } from './application/movements.ts';
import { numbers } from './application/numbers.ts';
import { awaitOutcomes } from './application/outcomes.ts';
import type { AdvisedExport, ExportPorts } from './application/ports.ts';
import { type ReconsideredExports, reconsiderExports } from './application/reconsider.ts';
import { confirmExport, rejectExport, type SecondOfficer } from './application/second-officer.ts';
import { type ExportKey, type ExportStanding, listKey } from './domain/export-list.ts';
import { type OfficerTables, officerTables } from './domain/officer-tables.ts';
import { exportRoutes } from './http/routes.ts';
import { unmovedWaybills } from './storage/movements.ts';
import { waitingExports } from './storage/waiting.ts';

const listRoot = 'CEB603Message';

const chinaDay = (at: Date): Day => chinaDayOf(at.getTime());

/**
 * Reads the tables officers decide by, once, when the program starts.
 * @throws Error when a file is missing, RangeError when a row is unsound
 */
function loadOfficerTables(): OfficerTables {
  return officerTables(shippedTable('export-reasons.csv'), shippedTable('export-four-eyes.csv'));
}

export interface ExportSettings {
  readonly database: Database;
  readonly now: () => Date;
  readonly returnTime: (at: Date) => string;
  readonly rulebook: Pick<Rulebook, 'edition' | 'paperWaitMs' | 'resultText'>;
  /** The figures in force, read anew each time. */
  readonly tables: { readonly parameters: ParameterTable };
  readonly enterprises: ExportPorts['enterprises'];
  readonly summaryOf: LookingPorts['summaryOf'];
  /** Code of the customs district of the zone, four digits. */
  readonly customsDistrict: string;
  /** Who acts on what becomes of lists, told in this order. */
  readonly followers?: readonly ExportFollower[];
  /** Who besides customs has a say in releases, asked in this order. */
  readonly companions?: readonly ExportCompanion[];
  /** Where customs decides: hands it the lists that have been advised on. */
  readonly forward?: (client: Client, lists: readonly AdvisedExport[]) => Promise<void>;
  readonly receiptsWritten: (recipients: ReadonlySet<string>) => void;
  readonly fault: (error: unknown) => void;
  /** In place of the rulebook's time for papers, milliseconds; for demonstrations and tests. */
  readonly paperWaitMs?: number;
  readonly sweepMs?: number;
  readonly batchLimit?: number;
}

export interface Exports {
  readonly listRoot: string;
  /** Waits for the outcomes of lists named by business key fields, in their order. */
  readonly outcomes: (
    keys: readonly Readonly<Record<string, string>>[],
    waitMs: number,
    signal: AbortSignal,
  ) => Promise<(ListOutcome | undefined)[]>;
  readonly handlers: readonly DocumentHandler[];
  /** Whether a document has to be advised on before it goes on. */
  readonly advises: (root: string, head: object) => boolean;
  /** By root of the declaration, who records what customs says of documents, in the caller's transaction. */
  readonly answered: ReadonlyMap<string, Answered>;
  /** Papers have been taken in, by root and the number they lie by. */
  readonly papersArrived: (papers: ReadonlyMap<string, ReadonlySet<string>>) => void;
  /** A page of lists, the latest first. */
  readonly page: (wish: Parameters<typeof exportsPage>[1]) => ReturnType<typeof exportsPage>;
  /** One list as who looks may see it. @throws Problem EXPORT-NOT-FOUND */
  readonly detail: (key: ExportKey, looker: Looker) => ReturnType<typeof exportDetail>;
  /** Decides a held list as an officer has, or proposes it where that takes two. */
  readonly decide: (key: ExportKey, decision: OfficerDecision) => Promise<AfterDecision>;
  /** What a second officer does with what the first has proposed. */
  readonly confirm: (key: ExportKey, second: SecondOfficer) => Promise<ExportStanding>;
  readonly reject: (key: ExportKey, second: SecondOfficer & { readonly note?: string }) => Promise<void>;
  /** For those who act on lists that are on file. */
  readonly onFile: ExportsOnFile;
  /** Asks anew of lists that others held, in the caller's transaction. */
  readonly reconsider: (client: Client, keys: readonly ExportKey[]) => Promise<ReconsideredExports>;
  register(app: Http): void;
  /** Begins with everything that waits. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts exports by list together. */
export function wireExports(settings: ExportSettings): Exports {
  const { now, rulebook, followers = [], paperWaitMs } = settings;
  const decided = new Notifier();
  const ports = portsOf(settings, decided);
  const { tables, summaryOf } = settings;
  const { officerTables } = ports;
  const looking = { readers: ports.database.readers, tables, chinaDay, summaryOf, now, officerTables };
  const mover = new Conductor(workOf(settings, moverOf(ports)));
  const judge = new Conductor(
    workOf(settings, {
      all: async () => (await waitingExports.all(ports.database)).map(numbers.order),
      overdue: async (at, limit) =>
        (await waitingExports.overdue(ports.database, at, limit)).map(numbers.order),
      batch: (told) => judgeExports(ports, told, (waybills) => mover.arrived(waybills.map(numbers.waybill))),
    }),
  );
  return {
    listRoot,
    outcomes: (keys, waitMs, signal) => awaitOutcomes(ports.database, decided, keys, waitMs, signal),
    handlers: exportHandlers({
      ...{ now, followers },
      movements: { arrival: arrivalMovement(followers, now), departure: departureMovement },
      chinaDay: (at) => chinaDay(at).replaceAll('-', ''),
      paperWaitMs: (at) => paperWaitMs ?? rulebook.paperWaitMs(chinaDay(at)),
      edition: () => rulebook.edition,
    }),
    advises: (root, head) =>
      root === listRoot && (head as { appType?: string }).appType !== '3' && !onlySaved(head),
    answered: answeredBy(ports, (waybills) => mover.arrived(waybills.map(numbers.waybill))),
    papersArrived: (papers) => arrivedAt(papers, judge, mover),
    page: (wish) => exportsPage(looking, wish),
    detail: (key, looker) => exportDetail(looking, key, looker),
    decide: (key, decision) => decideExport(ports, key, decision),
    confirm: (key, second) => confirmExport(ports, key, second),
    reject: (key, second) => rejectExport(ports, key, second),
    onFile: exportsOnFile(ports),
    reconsider: (client, keys) => reconsiderExports(ports, client, keys),
    register: (app) => exportRoutes(app, { ...looking, ports }),
    start: async () => {
      await judge.start();
      await mover.start();
    },
    stop: async () => {
      decided.close();
      await judge.stop();
      await mover.stop();
    },
  };
}

function portsOf(settings: ExportSettings, decided: Notifier): ExportPorts {
  const { database, now, returnTime, rulebook, tables, forward } = settings;
  return {
    ...{ database, now, returnTime, chinaDay, addReceipts, forward },
    officerTables: loadOfficerTables(),
    // Read anew each time: editions of the rules come and go while the platform runs.
    get rules() {
      return { edition: rulebook.edition, resultText: rulebook.resultText, parameters: tables.parameters };
    },
    district: settings.customsDistrict,
    enterprises: settings.enterprises,
    followers: settings.followers ?? [],
    companions: settings.companions ?? [],
    moved: ({ lists, recipients }) => {
      decided.notify(lists.map(listKey));
      settings.receiptsWritten(recipients);
    },
  };
}

type Doing = Pick<Work, 'all' | 'overdue' | 'batch'>;

const workOf = ({ now, fault, batchLimit, sweepMs }: ExportSettings, doing: Doing): Work => ({
  ...doing,
  ...{ now, fault, batchLimit: batchLimit ?? 500, sweepMs: sweepMs ?? 2_000 },
});

/** Whatever has no deadline is never overdue: papers of the goods wait for their lists as long as it takes. */
const moverOf = (ports: ExportPorts): Doing => ({
  all: async () => (await unmovedWaybills(ports.database)).map(numbers.waybill),
  overdue: async () => [],
  batch: (numbers) => moveGoods(ports, numbers),
});

function arrivedAt(
  papers: ReadonlyMap<string, ReadonlySet<string>>,
  judge: Conductor,
  mover: Conductor,
): void {
  const told = (root: string, who: Conductor, number: (of: string) => string): void =>
    who.arrived([...(papers.get(root) ?? [])].map(number));
  for (const root of ['CEB303Message', 'CEB403Message', 'CEB603Message']) told(root, judge, numbers.order);
  told('CEB505Message', judge, numbers.waybill);
  told('CEB507Message', mover, numbers.arrival);
  told('CEB509Message', mover, numbers.departure);
}
