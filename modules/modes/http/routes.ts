import { accessTo } from '#access';
import { answer, counted, type Http, harmlessTwice, Problem, problems } from '#http';
import type { Day } from '#kernel';
import { type AdviserBook, advise } from '../domain/adviser/advise.ts';
import { describeAdvice } from '../domain/adviser/describe.ts';
import { readQuestion } from '../domain/adviser/read-question.ts';
import { advice, question } from './schemas.ts';

/** What advice needs of the world: its tables, the day and the customs district where the question names none. */
export interface AdviserPorts {
  readonly book: () => AdviserBook;
  readonly today: () => Day;
  readonly district: () => string;
}

/** Advice on supervision modes, for anybody. Nothing is kept of a question. */
export function modeRoutes(app: Http, ports: AdviserPorts): void {
  app.post(
    '/api/modes/advice',
    {
      config: {
        ...accessTo('advice', 'ask'),
        ...counted('public'),
        ...harmlessTwice('A question changes nothing.'),
      },
      schema: {
        operationId: 'adviseOnModes',
        summary: 'Which supervision modes are lawful for a trade, what each costs, and why',
        description: 'Open to anybody; nothing is kept. Rates and limits are those of the day.',
        tags: ['modes'],
        security: [],
        body: question,
        response: {
          200: answer('Every mode, as it stands for the question.', advice),
          ...problems(400, 415, 422),
        },
      },
    },
    async (request) => {
      const read = readQuestion(request.body, { day: ports.today(), district: ports.district() });
      if (read.question === undefined)
        throw new Problem(
          422,
          'MODES-QUESTION',
          { zh: '问题有误，见 findings', en: 'Something is wrong with the question: see findings' },
          read.findings,
        );
      return describeAdvice(advise(read.question, ports.book())) as never;
    },
  );
}
