import { z } from 'zod';

const mostReason = 500;
const mostAnswers = 200;

/** What an agency has answered: a page of `GET {address}/answers?after=…`. */
export const answersPage = z.object({
  answers: z
    .array(
      z.object({
        id: z.string().min(1).max(100),
        delivery: z.string().max(100),
        decision: z.enum(['positive', 'negative']),
        reason: z
          .string()
          .trim()
          .min(1)
          .max(mostReason)
          .regex(/^\P{Cc}*$/u),
        at: z.iso.datetime({ offset: true }),
      }),
    )
    .max(mostAnswers),
  next: z.string().max(200),
});
