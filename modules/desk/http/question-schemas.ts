import { z } from 'zod';
import { instant } from '#clearance';
import { bilingual } from '#http';

export const questionsQuery = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const questionsPage = z
  .object({
    items: z.array(
      z.object({
        ebpCode: z.string(),
        orderNo: z.string(),
        goodsName: z.string(),
        status: z.string().meta({ description: 'returnStatus the list stands at: 300, 500, 501 …' }),
        reason: bilingual.extend({ code: z.string() }),
        note: z.string(),
        askedAt: instant,
        answerDueAt: instant,
      }),
    ),
    next: z.string().optional(),
    now: instant,
  })
  .meta({ id: 'QuestionsPage' });
export const listQuestions = z
  .object({
    questions: z
      .array(
        z.object({
          reason: bilingual.extend({ code: z.string() }),
          note: z.string(),
          askedAt: instant,
          answerDueAt: instant,
          open: z.boolean().meta({ description: 'Whether it can be answered now.' }),
          answer: z.object({ at: instant, text: z.string() }).optional(),
        }),
      )
      .meta({ description: 'The first first.' }),
    now: instant,
  })
  .meta({ id: 'ListQuestions' });
export const answerText = z
  .object({ text: z.string().trim().min(2).max(2_000) })
  .meta({ id: 'QuestionAnswer' });

export type QuestionsPage = z.infer<typeof questionsPage>;
export type ListQuestions = z.infer<typeof listQuestions>;
