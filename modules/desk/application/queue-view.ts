import { plainAmount } from '#clearance';
import type { Officer } from '../domain/officer.ts';
import type { CasesPage, CaseView, DeskLoad } from '../http/schemas.ts';
import type { CaseFile } from '../storage/case-files.ts';
import {
  countOpen,
  countRules,
  flowSince,
  officerLoads,
  type QueueWish,
  queueCount,
  queuePage,
} from '../storage/queue.ts';
import { cursorText, readCursor } from './paging.ts';
import type { DeskPorts } from './ports.ts';

/** A case as the desk shows it. */
export function caseView(
  ports: Pick<DeskPorts, 'officeName'>,
  officer: Officer,
  file: CaseFile,
  now: Date,
): CaseView {
  const { orderNo, ebpCode, status, state, rules, customsCode, tradeMode, ebcCode, recipient } = file;
  const { goodsName, riskClass, dutiableValue, answerDueAt, takenBy, takenName, leaseUntil, proposal } = file;
  const office = ports.officeName(customsCode);
  const taken = takenBy !== null && leaseUntil !== null && leaseUntil >= now;
  return {
    ...{
      orderNo,
      ebpCode,
      status,
      state,
      rules: [...rules],
      customsCode,
      tradeMode,
      ebcCode,
      recipient,
      goodsName,
    },
    ...(office ? { customsName: office } : {}),
    ...(riskClass === null ? {} : { riskClass }),
    ...(dutiableValue === null ? {} : { dutiableValue: plainAmount(dutiableValue) }),
    openedAt: file.openedAt.toISOString(),
    dueAt: file.dueAt.toISOString(),
    ...(answerDueAt ? { answerDueAt: answerDueAt.toISOString() } : {}),
    ...(taken
      ? {
          taken: {
            ...{ by: takenName ?? '', mine: takenBy === officer.id },
            until: leaseUntil.toISOString(),
          },
        }
      : {}),
    ...(proposal
      ? {
          proposal: {
            ...{ act: proposal.act, status: proposal.status, reason: proposal.reason, note: proposal.note },
            ...{ by: proposal.officerName, mine: proposal.officer === officer.id, at: proposal.at },
            fourEyes: proposal.fourEyes,
          },
        }
      : {}),
  };
}

/** One page of the queue, the case that is due first first. */
export async function queueView(
  ports: DeskPorts,
  officer: Officer,
  wish: QueueWish,
  {
    cursor,
    skip,
    limit,
  }: { readonly cursor?: string | undefined; readonly skip: number; readonly limit: number },
): Promise<CasesPage> {
  const now = ports.now();
  const { readers } = ports.database;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const files = await queuePage(readers, wish, now, { after, skip, limit });
  const last = files.length === limit ? files.at(-1) : undefined;
  return {
    items: files.map((file) => caseView(ports, officer, file, now)),
    ...(last ? { next: cursorText({ ...last, dueAt: last.dueAt.toISOString() }) } : {}),
    total: await queueCount(readers, wish, now),
    now: now.toISOString(),
  };
}

const hourMs = 3_600_000;
const hoursShown = 24;
/** Upper ends of the bars of age, in hours; the last one is open. */
const ages = [1, 4, 8, 24, 48, 72];

/** What waits, how old it is, what comes and goes, and who works on how much. */
export async function loadView(ports: DeskPorts, customsCode: string | undefined): Promise<DeskLoad> {
  const now = ports.now();
  const { readers } = ports.database;
  const open = await countOpen(readers, customsCode, now);
  const sum = (fits: (one: (typeof open)[number]) => boolean): number =>
    open.reduce((total, one) => total + (fits(one) ? one.cases : 0), 0);
  const by = (name: 'status' | 'state' | 'customsCode') =>
    [...Map.groupBy(open, (one) => one[name])]
      .map(([value, ones]) => ({ value, cases: ones.reduce((total, { cases }) => total + cases, 0) }))
      .sort((one, other) => other.cases - one.cases);
  const since = new Date(Math.floor(now.getTime() / hourMs) * hourMs - (hoursShown - 1) * hourMs);
  const flow = new Map(
    (await flowSince(readers, customsCode, since)).map((one) => [one.hour.getTime(), one]),
  );
  const midnight = new Date(`${ports.chinaDay(now)}T00:00:00+08:00`);
  return {
    open: sum(() => true),
    overdue: sum(({ overdue }) => overdue),
    free: sum(({ free }) => free),
    byStatus: by('status'),
    byState: by('state'),
    byOffice: by('customsCode'),
    byRule: await countRules(readers, customsCode),
    ages: [...ages, undefined].map((upTo, i) => ({
      ...(upTo === undefined ? {} : { underHours: upTo }),
      cases: sum(({ hours }) => hours >= (ages[i - 1] ?? 0) && (upTo === undefined || hours < upTo)),
    })),
    flow: Array.from({ length: hoursShown }, (_, i) => {
      const hour = new Date(since.getTime() + i * hourMs);
      const { opened = 0, closed = 0 } = flow.get(hour.getTime()) ?? {};
      return { hour: hour.toISOString(), opened, closed };
    }),
    officers: (await officerLoads(readers, customsCode, now, midnight)).map(
      ({ officerName, inHand, decided }) => ({ officer: officerName, inHand, decided }),
    ),
    now: now.toISOString(),
  };
}
