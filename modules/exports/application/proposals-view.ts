import { accountNames } from '#access';
import type { Bilingual, Day } from '#kernel';
import type { Database } from '#postgres';
import type { ExportKey, ExportStanding } from '../domain/export-list.ts';
import type { OfficerTables } from '../domain/officer-tables.ts';
import { type AnsweredProposal, proposalsOf } from '../storage/proposals.ts';

interface ViewPorts {
  readonly readers: Database['readers'];
  readonly officerTables: OfficerTables;
  readonly chinaDay: (at: Date) => Day;
}

/**
 * What officers proposed of a list and what became of each, the latest first, as officers see it.
 * @param asker account of who looks
 */
export async function proposalsView(
  { readers, officerTables, chinaDay }: ViewPorts,
  key: ExportKey,
  standing: ExportStanding | undefined,
  asker: string,
) {
  const found = await proposalsOf(readers, key);
  const names = await accountNames(
    readers,
    found.flatMap(({ officer, answeredBy }) => [officer, answeredBy ?? officer]),
  );
  const nameOf = (id: string): string => names.get(id)?.displayName ?? id;
  return found.map((one) => {
    const { seq, at, act, note, officer, answeredAt, answeredBy, answerNote } = one;
    // As they stood on the day it was proposed.
    const day = chinaDay(at);
    return {
      ...{ number: seq, at: at.toISOString(), act, note },
      reason: namedIn(officerTables.reasonsOn(day), one.reason),
      fourEyes: namedIn(officerTables.fourEyesOn(day), one.fourEyes),
      ...{ by: nameOf(officer), mine: officer === asker, state: stateOf(one, standing) },
      ...(answeredAt && answeredBy
        ? { answered: { at: answeredAt.toISOString(), by: nameOf(answeredBy), note: answerNote ?? '' } }
        : {}),
    };
  });
}

type Named = Bilingual & { readonly code: string };

/** A row by its code; one that has been taken out of the table is told by its code alone. */
function namedIn(rows: readonly Named[], wanted: string): Named {
  const { code, zh, en } = rows.find((row) => row.code === wanted) ?? {
    code: wanted,
    zh: wanted,
    en: wanted,
  };
  return { code, zh, en };
}

/** `lapsed`: the list has moved on, and nobody can answer it any more. */
function stateOf({ answer, attempt, step }: AnsweredProposal, standing: ExportStanding | undefined) {
  if (answer !== null) return answer;
  const stands = standing?.outcome === 'held' && standing.attempt === attempt && standing.step === step;
  return stands ? 'open' : 'lapsed';
}
