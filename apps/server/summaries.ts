import type { DocumentOf } from '#ceb';
import { keyText } from '#documents';
import { addReceipts } from '#exchange';
import { type ExportFollower, exportLists } from '#exports';
import { chinaDay } from '#kernel';
import { type ParameterTable, parameterOn } from '#tax';
import { type Summaries, wireSummaries } from '../../modules/summaries/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { ServerSettings } from './settings.ts';

/** Puts summary declarations of export lists together; where customs decides, it sums up. */
export function composeSummaries(
  { database, customs }: Pick<ServerSettings, 'database' | 'customs'>,
  parameters: ParameterTable,
  core: {
    readonly now: () => Date;
    readonly enterprises: EnterpriseBook;
    readonly receiptsWritten: (recipients: ReadonlySet<string>) => void;
    readonly returnTime: (at: Date) => string;
  },
  fault: (error: unknown, what: string) => void,
): Summaries {
  const { now, enterprises, receiptsWritten, returnTime } = core;
  const today = () => chinaDay(now().getTime());
  const figure = (key: string): number => Number(parameterOn(parameters, key, today())?.value);
  return wireSummaries({
    ...{ database, today, now, returnTime, sumsUp: !customs },
    parameters: () => ({
      mostLines: figure('export.summary_most_lines'),
      dueDay: figure('export.summary_due_day'),
      warningDays: figure('export.summary_warning_days'),
    }),
    nameOf: async (code) => {
      const firm = (await enterprises.parties(new Set([code]))).get(code);
      return firm?.active === true ? firm.name : undefined;
    },
    ...{ answer: addReceipts, answered: receiptsWritten },
    fault: (error) => fault(error, 'the summaries'),
  });
}

type ExportList = DocumentOf<'CEB603Message'>;

/** Hands export lists that have just been closed on, to wait for their summary or be counted in the statistics. */
export const summariesFollow = ({ keepClosed }: Pick<Summaries, 'keepClosed'>): ExportFollower => ({
  name: 'summaries',
  moved: async (client, moves) => {
    const closed = moves.filter(({ what }) => what === 'closed');
    if (closed.length === 0) return;
    const papers = await exportLists.load<ExportList>(
      client,
      closed.map(({ list }) => list.orderNo),
    );
    const byKey = new Map(papers.map(({ key, document }) => [key, document]));
    await keepClosed(
      client,
      closed.flatMap(({ at, list: { orderNo, ebpCode, ebcCode, invtNo } }) => {
        const document = byKey.get(keyText([orderNo, ebpCode, ebcCode]));
        if (!document || invtNo === null) return [];
        return [{ closedAt: at, list: { ...document, head: { ...document.head, invtNo } } }];
      }),
    );
  },
});
