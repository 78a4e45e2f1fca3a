import { type Agency, agencies } from '#access';
import type { Companion } from '#clearance';
import { keyText } from '#documents';
import type { ExportCompanion, ExportFollower } from '#exports';
import type { Bilingual } from '#kernel';
import type { Client } from '#postgres';
import {
  type AgencyJudge,
  type ConsentFinding,
  consentFinding,
  type QuestionState,
} from '../domain/consent.ts';
import {
  type AskedGoods,
  type AskedList,
  type Asking,
  askingsOf,
  goodsOf,
  type Requirement,
  requirementsOf,
} from '../domain/requirements.ts';
import { addDeliveries } from '../storage/deliveries.ts';
import { liveAgencies } from '../storage/links.ts';
import {
  addDecisions,
  addQuestions,
  type ListKey,
  type Question,
  type Standing,
  standingsOf,
  voidQuestions,
} from '../storage/questions.ts';
import { type Spoken, speak } from './decide.ts';
import type { AgencyPorts } from './ports.ts';

/** A requirement of an agency that a list meets, and the goods it is about. */
export interface ToBeCertified {
  readonly candidate: Pick<Candidate, 'key' | 'orderNo' | 'ebpCode' | 'attempt'>;
  readonly seller: string;
  readonly agency: string;
  readonly subject: 'requirement';
  readonly requirement: string;
  readonly items: readonly AskedGoods[];
}

/** By which certificate a requirement is answered. */
export interface CertifiedBy {
  /** Business key of the list. */
  readonly key: string;
  readonly agency: string;
  readonly requirement: string;
  readonly certificateId: string;
  readonly number: string;
  /** Row of the table by which it counts, and what it says. */
  readonly row: string;
  readonly why: string;
}

interface Ports extends Pick<AgencyPorts, 'requirements' | 'chinaDay'> {
  /** Which requirements accepted certificates answer; what is used up of them is taken in the caller's transaction. */
  readonly certified?:
    | ((client: Client, wanted: readonly ToBeCertified[], at: Date) => Promise<readonly CertifiedBy[]>)
    | undefined;
}

/** The say that agencies have in releases: nothing is asked about a list that meets no requirement. */
export function agenciesCompanion(ports: Ports): Companion {
  return {
    name: 'agencies',
    consent: (client, candidates, at) =>
      consent(
        ports,
        client,
        candidates.map(({ declaration, dutiableValue, ...same }) => ({
          ...{ ...same, ebcCode: '', direction: 'import', dutiableValue },
          ...{ tradeMode: declaration.head.tradeMode, items: declaration.items },
          seller: declaration.head.ebcCode,
        })),
        at,
      ),
    recorded: async (client, decisions) => {
      const overtaken = decisions
        .filter(({ outcome, attempt }) => outcome === 'refused' || outcome === 'withdrawn' || attempt > 1)
        .map(({ orderNo, ebpCode, attempt, outcome }) => ({
          ...{ orderNo, ebpCode, ebcCode: '', attempt },
          ended: outcome === 'refused' || outcome === 'withdrawn',
        }));
      const [first] = decisions;
      if (first && overtaken.length > 0) await voidQuestions(client, overtaken, first.decidedAt);
    },
  };
}

/** Their say in exports, as in imports. */
export function agenciesOfExports(ports: Ports): ExportCompanion {
  return {
    name: 'agencies',
    consent: (client, candidates, at) =>
      consent(
        ports,
        client,
        candidates.map(({ list, valueCny, ...same }) => ({
          ...{ ...same, direction: 'export', dutiableValue: valueCny },
          ...{ tradeMode: list.head.tradeMode, items: list.items },
        })),
        at,
      ),
  };
}

/** Export lists that were declared anew, sent back or withdrawn are asked about no longer. */
export const exportsOvertaken: ExportFollower = {
  name: 'agencies',
  moved: async (client, moves) => {
    const overtaken = moves.flatMap(({ what, list: { orderNo, ebpCode, ebcCode, attempt } }) => {
      const ended = what === 'refused' || what === 'withdrawn' || what === 'cancelled';
      return ended || attempt > 1 ? [{ orderNo, ebpCode, ebcCode, attempt, ended }] : [];
    });
    const [first] = moves;
    if (first && overtaken.length > 0) await voidQuestions(client, overtaken, first.at);
  },
};

/** A list as it is looked at by requirements, and asked about. */
interface Candidate extends ListKey, AskedList {
  /** Business key, as the table of lists makes it. */
  readonly key: string;
  readonly attempt: number;
  readonly recipient: string;
  readonly acceptedAt: Date;
  /** Of imports, whose certificates may answer. */
  readonly seller?: string;
}

interface Asked {
  readonly candidate: Candidate;
  readonly askings: readonly Asking[];
}

async function consent(
  ports: Ports,
  client: Client,
  candidates: readonly Candidate[],
  at: Date,
): Promise<ReadonlyMap<string, readonly ConsentFinding[]>> {
  const { requirements, chinaDay } = ports;
  const asked = candidates.flatMap((candidate): Asked[] => {
    const met = requirementsOf(requirements, candidate, chinaDay(candidate.acceptedAt));
    return met.length === 0 ? [] : [{ candidate, askings: askingsOf(met) }];
  });
  if (asked.length === 0) return new Map();
  await ask(ports, client, asked, at);
  const rows = new Map(requirements.rows.map((row) => [row.id, row]));
  const keys = new Map(asked.map(({ candidate }) => [placeOf(candidate), candidate.key]));
  const against = new Map<string, ConsentFinding[]>();
  for (const one of await standingsOf(
    client,
    asked.map(({ candidate }) => candidate),
  )) {
    const finding = findingOf(one, rows);
    const key = keys.get(placeOf(one));
    if (!finding || key === undefined) continue;
    against.set(key, [...(against.get(key) ?? []), finding]);
  }
  return against;
}

const placeOf = ({ orderNo, ebpCode, ebcCode }: ListKey): string => keyText([orderNo, ebpCode, ebcCode]);

/** Puts what has not been asked yet; where the table speaks for an agency, it has decided at once. */
async function ask(ports: Ports, client: Client, asked: readonly Asked[], at: Date): Promise<void> {
  const live = await liveAgencies(client);
  const words = new Map<string, Asking>();
  const questions = asked.flatMap(({ candidate, askings }) =>
    askings.map((asking) => {
      const { orderNo, ebpCode, ebcCode, attempt, recipient } = candidate;
      const { agency } = asking;
      words.set(keyText([placeOf(candidate), agency]), asking);
      const judge = judgeOf(asking, live);
      return {
        ...{ orderNo, ebpCode, ebcCode, attempt, recipient, agency, judge },
        requirements: asking.requirements.map(({ id }) => id),
        state: judge === 'engine' ? (asking.engine as QuestionState) : ('waiting' as const),
      };
    }),
  );
  const added = await addQuestions(client, questions, at);
  const answered = await certifiedOf(ports, client, asked, added, at);
  await speak(client, answered, at);
  const certain = new Set(answered.map(({ question }) => question));
  await addDeliveries(
    client,
    added.filter((question) => question.judge === 'live' && !certain.has(question)),
    at,
  );
  await addDecisions(
    client,
    added.flatMap((question) => {
      const asking = words.get(keyText([placeOf(question), question.agency]));
      return question.judge === 'engine' && asking ? [wordOfTable(question, asking, at)] : [];
    }),
  );
}

/** Of what has just been asked, the words that certificates are: all an officer would decide on has to be certified. */
async function certifiedOf(
  { certified }: Ports,
  client: Client,
  asked: readonly Asked[],
  added: readonly Question[],
  at: Date,
): Promise<Spoken[]> {
  if (!certified) return [];
  const waiting = new Map(
    added
      .filter(({ state }) => state === 'waiting')
      .map((question) => [keyText([placeOf(question), question.agency]), question]),
  );
  const wanted = asked.flatMap(({ candidate, askings }) => {
    const { seller, items } = candidate;
    return askings.flatMap(({ agency, requirements }) =>
      seller !== undefined && waiting.has(keyText([placeOf(candidate), agency]))
        ? requirements
            .filter(({ value }) => value !== 'positive')
            .map((row) => ({
              ...{ candidate, agency, subject: 'requirement' as const, requirement: row.id },
              ...{ seller, items: goodsOf(row, items) },
            }))
        : [],
    );
  });
  if (wanted.length === 0) return [];
  const of = (one: { agency: string }, key: string): string => `${key} ${one.agency}`;
  const found = Map.groupBy(await certified(client, wanted, at), (one) => of(one, one.key));
  return [...Map.groupBy(wanted, (one) => of(one, one.candidate.key))].flatMap(([key, wishes]) => {
    const answers = found.get(key) ?? [];
    const [wish] = wishes;
    const question = wish && waiting.get(keyText([placeOf(wish.candidate), wish.agency]));
    if (!question || answers.length < wishes.length) return [];
    const reason = answers.map(({ why, number, row }) => `${why}（${row}，${number}）`).join('；');
    const by = answers[0]?.certificateId ?? '';
    return [{ question, word: 'positive' as const, judge: 'certificate' as const, reason, by }];
  });
}

function judgeOf({ agency, engine }: Asking, live: ReadonlySet<string>): AgencyJudge {
  if (live.has(agency)) return 'live';
  return engine === 'officer' ? 'officer' : 'engine';
}

function wordOfTable(question: Question, { requirements, engine }: Asking, at: Date) {
  const { orderNo, ebpCode, ebcCode, attempt, agency } = question;
  const row = requirements.find(({ value }) => value === engine);
  return {
    ...{ orderNo, ebpCode, ebcCode, attempt, agency, at },
    word: engine === 'negative' ? ('negative' as const) : ('positive' as const),
    judge: 'engine' as const,
    reason: row?.why.zh ?? '',
    by: row?.id ?? '',
  };
}

/** Name of an agency for people. */
export const agencyName = (agency: string): Bilingual =>
  agencies[agency as Agency] ?? { zh: agency, en: agency };

function findingOf(
  { state, agency, requirements, reason }: Standing,
  rows: ReadonlyMap<string, Requirement>,
): ConsentFinding | undefined {
  const row = rows.get(requirements[0] ?? '');
  if (state === 'waiting')
    return consentFinding(state, agency, agencyName(agency), {
      reason: row?.why ?? { zh: requirements.join('、'), en: requirements.join(', ') },
      rule: row?.rule,
    });
  if (state !== 'negative') return undefined;
  const said = reason ?? '';
  return consentFinding(state, agency, agencyName(agency), {
    reason: { zh: said, en: said },
    rule: row?.rule,
  });
}
