/** Times and limits of the desk on one day, from `contracts/parameters.csv`. */
export interface DeskParameters {
  /** By status of the list: in what time it is to be decided. */
  readonly reviewMs: number;
  readonly inspectionMs: number;
  readonly detainedMs: number;
  /** In what time an enterprise is to answer a question. */
  readonly answerMs: number;
  /** A case that was taken and left alone may be taken by another after this time. */
  readonly leaseMs: number;
  readonly undoMs: number;
  readonly recallMs: number;
  readonly mostAtOnce: number;
}

const minute = 60_000;

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function deskParameters(value: (key: string) => string | undefined): DeskParameters {
  const whole = (name: string): number => {
    const number = Number(value(`desk.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter desk.${name} is no whole number above zero`);
    return number;
  };
  return {
    reviewMs: whole('review_minutes') * minute,
    inspectionMs: whole('inspection_minutes') * minute,
    detainedMs: whole('detained_minutes') * minute,
    answerMs: whole('answer_minutes') * minute,
    leaseMs: whole('lease_minutes') * minute,
    undoMs: whole('undo_minutes') * minute,
    recallMs: whole('recall_minutes') * minute,
    mostAtOnce: whole('most_at_once'),
  };
}

/** Manual review. */
const underReview = '300';
/** Inspection. */
const underInspection = '500';
/** A release that is to be called back is as urgent as the inspection it is called back for. */
const released = '800';

/** By when a list that comes to stand at a status is to be decided. */
export function dueAt(status: string, since: Date, parameters: DeskParameters): Date {
  const { reviewMs, inspectionMs, detainedMs } = parameters;
  const urgent = status === underInspection || status === released;
  const ms = status === underReview ? reviewMs : urgent ? inspectionMs : detainedMs;
  return new Date(since.getTime() + ms);
}
