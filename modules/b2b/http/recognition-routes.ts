import { accessTo } from '#access';
import { answer, counted, type Http, harmlessTwice, problems } from '#http';
import { parseDecimal } from '#kernel';
import type { B2bPorts } from '../application/ports.ts';
import { recognise } from '../domain/recognise.ts';
import { recognition, trade } from './schemas.ts';

/** Whether a trade is B2B e-commerce export; for anybody, and nothing is kept. */
export function recognitionRoutes(app: Http, ports: B2bPorts): void {
  app.post(
    '/api/b2b/recognition',
    {
      config: {
        ...accessTo('advice', 'ask'),
        ...counted('public'),
        ...harmlessTwice('A question changes nothing.'),
      },
      schema: {
        operationId: 'recogniseTrade',
        summary:
          'Whether a trade is B2B e-commerce export (9710, 9810), by list or declaration, and what is lacking',
        description: 'Open to anybody; nothing is kept. Read by the rules of the day.',
        tags: ['b2b'],
        security: [],
        body: trade,
        response: { 200: answer('As the tables of the day say.', recognition), ...problems(400, 415) },
      },
    },
    async (request) => {
      const { day = ports.today(), district = ports.district(), has = [], value, ...facts } = request.body;
      const known = {
        ...facts,
        has: new Set(has),
        ...(value === undefined ? {} : { value: parseDecimal(value) }),
      };
      const found = recognise(known, { day, district, parameters: ports.parameters });
      const { decided, finish, lacking, missing } = found;
      return {
        ...{ day, ...decided.outcome, missing: [...missing] },
        ...(decided.by ? { by: sourced(decided.by) } : {}),
        ...(finish?.outcome && finish.by ? { finish: { ...finish.outcome, ...sourced(finish.by) } } : {}),
        lacking: lacking.map((row) => ({ ...sourced(row), remedy: row.remedy })),
      };
    },
  );
}

interface Sourced {
  readonly code: string;
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly rule: string;
  readonly source: string;
  readonly confidence: 'V' | 'H' | 'M' | 'L' | 'D';
}
const sourced = ({ code, sentence, rule, source, confidence }: Sourced): Sourced => ({
  ...{ code, sentence, rule, source, confidence },
});
