import type { CodeListName } from '#ceb';
import { importListHandler, importLists, type ListHead } from '#declarations';
import { answerDocuments, type DocumentTable, keyText } from '#documents';
import { addReceipts, type DocumentHandler, type ListOutcome, Notifier, onlySaved } from '#exchange';
import type { Http } from '#http';
import { type Bilingual, chinaDay as chinaDayOf, type Day, formatDecimal } from '#kernel';
import { importOrderHandler, importOrders } from '#orders';
import { importPaymentHandler, importPayments } from '#payments';
import type { Client, Database } from '#postgres';
import { buyerKeyOf } from '#quotas';
import type { CodeLists, Enterprise } from '#registry';
import { importWaybillHandler, importWaybills } from '#waybills';
import type { Companion } from './application/companions.ts';
import { Conductor, type Work } from './application/conductor.ts';
import { type CustomsAnswer, newestAnswers, recordCustomsAnswers } from './application/customs-answers.ts';
import { listDetail } from './application/detail.ts';
import { judgeBatch } from './application/judge-batch.ts';
import { type ListsOnFile, listsOnFile } from './application/lists-on-file.ts';
import { LiveLists } from './application/live.ts';
import { type OfficerDecisions, officerDecisions } from './application/officer-decisions.ts';
import { awaitOutcomes } from './application/outcomes.ts';
import { listRows, type Viewer } from './application/pages.ts';
import type { ConductorPorts, DecidedList, HeldFollower } from './application/ports.ts';
import { type Reconsidered, reconsider } from './application/reconsider.ts';
import { keepEdition } from './application/rulebooks.ts';
import { listStandings, onListsTaken, paperStandings } from './application/submissions.ts';
import type { RuleRow } from './domain/rule-row.ts';
import type { Rulebook } from './domain/rulebook.ts';
import type { ListDetail } from './http/list-detail-schemas.ts';
import type { ListRow } from './http/list-schemas.ts';
import { type ClearanceRoutes, clearanceRoutes } from './http/routes.ts';
import { rulebookRoutes } from './http/rulebook-routes.ts';
import { type OpenLists, openListsOf } from './storage/open-lists.ts';
import type { ListKey } from './storage/pages.ts';
import { waitingLists } from './storage/waiting.ts';

const chinaDay = (at: Date): Day => chinaDayOf(at.getTime());

type CustomsAnswered = (client: Client, answers: readonly CustomsAnswer[]) => Promise<() => void>;

export interface ClearanceSettings {
  readonly database: Database;
  readonly now: () => Date;
  /** YYYYMMDDhhmmssSSS, China time. */
  readonly returnTime: (at: Date) => string;
  readonly rulebook: Rulebook;
  readonly taxSources: ClearanceRoutes['taxSources'];
  /** What the edition says, to be shown. */
  readonly ruleRows: readonly RuleRow[];
  readonly codeLists: CodeLists;
  readonly enterprises: (codes: ReadonlySet<string>) => Promise<ReadonlyMap<string, Enterprise>>;
  readonly filedGoods: ConductorPorts['filedGoods'];
  /** Code of the customs district of the zone, four digits. */
  readonly customsDistrict: string;
  /** Where customs decides: hands it the lists that have been advised on. */
  readonly forward?: ConductorPorts['forward'];
  /** Keeps the lists that wait for an officer. */
  readonly follower?: HeldFollower;
  /** Others who have a say in releases or act on decisions, asked in this order. */
  readonly companions?: readonly Companion[];
  readonly receiptsWritten: (recipients: ReadonlySet<string>) => void;
  readonly fault: (error: unknown) => void;
  /** In place of the rulebook's time for papers, milliseconds; for demonstrations and tests. */
  readonly paperWaitMs?: number;
  readonly sweepMs?: number;
  readonly batchLimit?: number;
}

export interface Clearance {
  readonly handlers: readonly DocumentHandler[];
  readonly listRoot: string;
  readonly conductor: Conductor;
  /** Papers of these kinds have been taken in, by root and order number. */
  readonly papersArrived: (papers: ReadonlyMap<string, ReadonlySet<string>>) => void;
  readonly outcomes: (
    keys: readonly Readonly<Record<string, string>>[],
    waitMs: number,
    signal: AbortSignal,
  ) => Promise<(ListOutcome | undefined)[]>;
  /** Whether a list that is taken in has to be advised on before it goes on. */
  readonly advises: (head: object) => boolean;
  /**
   * By root of the declaration, who records what customs says of documents, in the caller's transaction; what is
   * returned is done after the commit.
   */
  readonly answered: ReadonlyMap<string, CustomsAnswered>;
  /** One list as a viewer may see it. @throws Problem LIST-NOT-FOUND */
  readonly detail: (viewer: Viewer, key: { orderNo: string; ebpCode: string }) => Promise<ListDetail>;
  /** How long the list has waited that should have been judged first, milliseconds; 0 where none is late. */
  readonly lateMs: () => Promise<number>;
  /** What an officer's desk decides of lists, and how it shows them. */
  readonly officers: OfficerDecisions;
  /** Asks anew of lists that stand held for nothing but others' objections, in the caller's transaction. */
  readonly reconsider: (client: Client, lists: readonly ListKey[]) => Promise<Reconsidered>;
  /** Lists held still for what others do with them: cancellations and returns. */
  readonly onFile: ListsOnFile;
  readonly rows: (heads: readonly ListHead[]) => Promise<ListRow[]>;
  readonly officeName: (code: string) => Bilingual | undefined;
  readonly buyerKey: (idType: string, idNumber: string) => string;
  /** What of a sender is not at its end. */
  readonly openLists: (sender: string) => Promise<OpenLists>;
  /** Keeps what the edition in use says, before anything is decided by it. */
  readonly keepRulebook: () => Promise<void>;
  register(app: Http): void;
  stop(): Promise<void>;
}

/** Puts the conductor together. */
export function wireClearance(settings: ClearanceSettings): Clearance {
  const { database, now } = settings;
  const decidedLists = new Notifier();
  const live = new LiveLists(database, settings.fault);
  const moved = (lists: readonly DecidedList[]): void =>
    decidedLists.notify(lists.map(({ orderNo, ebpCode }) => keyText([orderNo, ebpCode])));
  const ports = portsOf(settings, moved);
  const conductor = new Conductor(workOf(settings, ports));
  const routes = routesOf(settings, live);
  const handlers = handlersOf(settings);
  return {
    handlers,
    listRoot: 'CEB621Message',
    conductor,
    papersArrived: (papers) => {
      for (const { root } of handlers) conductor.arrived(papers.get(root) ?? []);
    },
    advises: (head) => (head as { appType?: string }).appType !== '3' && !onlySaved(head),
    answered: answeredBy(ports, moved),
    outcomes: (keys, waitMs, signal) => awaitOutcomes(database, decidedLists, keys, waitMs, signal),
    detail: (viewer, key) => listDetail(routes, viewer, key),
    officers: officerDecisions(ports, settings.forward === undefined),
    reconsider: (client, lists) => reconsider(ports, client, lists),
    onFile: listsOnFile(ports, settings.taxSources),
    rows: (heads) => listRows(routes, heads),
    officeName: routes.officeName,
    buyerKey: ports.buyerKey,
    keepRulebook: () =>
      keepEdition(database, { edition: settings.rulebook.edition, firstUsedAt: now() }, settings.ruleRows),
    lateMs: async () => {
      const first = await waitingLists.firstMissedDeadline(database.readers, now());
      return first ? now().getTime() - first.getTime() : 0;
    },
    openLists: (sender) => openListsOf(database.readers, sender),
    register: (app) => {
      app.addHook('preClose', async () => {
        decidedLists.close();
        live.stop();
      });
      clearanceRoutes(app, routes);
      rulebookRoutes(app, routes);
    },
    stop: () => conductor.stop(),
  };
}

/** What the conductor does. */
function workOf({ database, fault, batchLimit, sweepMs }: ClearanceSettings, ports: ConductorPorts): Work {
  return {
    now: ports.now,
    fault,
    all: () => waitingLists.all(database),
    overdue: (at, limit) => waitingLists.overdue(database, at, limit),
    batch: (orderNos) => judgeBatch(ports, orderNos),
    batchLimit: batchLimit ?? 500,
    sweepMs: sweepMs ?? 2_000,
  };
}

/** What it works with. */
function portsOf(
  settings: ClearanceSettings,
  moved: (lists: readonly DecidedList[]) => void,
): ConductorPorts {
  const { database, now, returnTime, rulebook } = settings;
  return {
    database,
    now,
    papers: {
      declarations: (client, orderNos) => importLists.load(client, orderNos),
      orders: (client, orderNos) => importOrders.load(client, orderNos),
      payments: (client, orderNos) => importPayments.load(client, orderNos),
      waybills: (client, orderNos) => importWaybills.load(client, orderNos),
    },
    rulebook,
    enterprises: settings.enterprises,
    filedGoods: settings.filedGoods,
    buyerKey: (idType, idNumber) => database.vault.personDigest(buyerKeyOf(idType, idNumber)),
    addReceipts,
    returnTime,
    chinaDay,
    decided: ({ lists, recipients }) => {
      moved(lists);
      settings.receiptsWritten(recipients);
    },
    forward: settings.forward,
    follower: settings.follower,
    companions: settings.companions ?? [],
  };
}

function answeredBy(
  ports: ConductorPorts,
  moved: (lists: readonly DecidedList[]) => void,
): ReadonlyMap<string, CustomsAnswered> {
  const onPapers =
    (table: DocumentTable): CustomsAnswered =>
    async (client, answers) => {
      await answerDocuments(table, client, newestAnswers(answers));
      return () => undefined;
    };
  return new Map([
    ['CEB311Message', onPapers(importOrders)],
    ['CEB411Message', onPapers(importPayments)],
    ['CEB511Message', onPapers(importWaybills)],
    [
      'CEB621Message',
      async (client, answers) => {
        const lists = await recordCustomsAnswers(ports, client, answers);
        return () => moved(lists);
      },
    ],
  ]);
}

function handlersOf({
  now,
  rulebook,
  paperWaitMs,
  follower,
  companions = [],
}: ClearanceSettings): DocumentHandler[] {
  return [
    importOrderHandler(paperStandings),
    importPaymentHandler(paperStandings),
    importWaybillHandler(paperStandings),
    importListHandler({
      standings: listStandings,
      chinaDay: (at) => chinaDay(at).replaceAll('-', ''),
      taken: onListsTaken({
        now,
        chinaDay,
        paperWaitMs: (day) => paperWaitMs ?? rulebook.paperWaitMs(day),
        annualLimit: (day) => formatDecimal(rulebook.annualLimit(day)),
        get edition() {
          return rulebook.edition;
        },
        follower,
        companions,
      }),
    }),
  ];
}

function routesOf(settings: ClearanceSettings, live: LiveLists): ClearanceRoutes {
  const { codeLists, rulebook, database, now, taxSources } = settings;
  const named = (list: Parameters<CodeLists['name']>[0], code: string): Bilingual | undefined => {
    const zh = codeLists.name(list, code, 'zh');
    return zh === undefined ? undefined : { zh, en: codeLists.name(list, code, 'en') ?? zh };
  };
  const offices = codeLists
    .entries('customs_offices')
    .filter(
      ({ code, more }) => more.district === settings.customsDistrict && code !== settings.customsDistrict,
    )
    .map(({ code, zh, en }) => ({ code, zh, en: en ?? zh }));
  return {
    offices,
    database: database.readers,
    ...{ now, live, rulebook, taxSources, chinaDay },
    chinaMidnight: (at) => new Date(`${chinaDay(at)}T00:00:00+08:00`),
    get rulebookEdition() {
      return rulebook.edition;
    },
    paperAccepted: settings.forward ? '2' : '120',
    enterpriseNames: async (codes) =>
      new Map([...(await settings.enterprises(codes))].map(([code, { name }]) => [code, name])),
    officeName: (code) => named('customs_offices', code),
    resultName: (code) => named('customs_result', code),
    codeName: (list, code) => named(registerList(list), code),
  };
}

/** The standard's field tables call one list otherwise than the register does. */
export const registerList = (list: CodeListName): Parameters<CodeLists['name']>[0] =>
  list === 'customs_office' ? 'customs_offices' : list;
