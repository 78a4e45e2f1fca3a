import { chinaDay } from '#kernel';
import { paymentDataParameters } from '#payment-data';
import { parameterOn } from '#tax';
import { type PaymentData, wirePaymentData } from '../../modules/payment-data/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { ServerSettings } from './settings.ts';

/** What it needs of the platform. */
interface PlatformParts {
  readonly enterprises: EnterpriseBook;
  readonly now: () => Date;
}

/** Puts the interface for raw payment data together; the parameters of today must be there. */
export function composePaymentData(
  { database, paymentData, sweepMs }: Pick<ServerSettings, 'database' | 'paymentData' | 'sweepMs'>,
  parameters: TaxBook['parameters'],
  { enterprises, now }: PlatformParts,
  fault: (error: unknown, what: string) => void,
): PaymentData {
  const onDay = (day: string) => paymentDataParameters((key) => parameterOn(parameters, key, day)?.value);
  onDay(chinaDay(now().getTime()));
  return wirePaymentData({
    ...{ database, now, parameters: onDay, link: paymentData },
    sender: (code) => enterprises.sender(code),
    fault: (error) => fault(error, 'the answers to customs'),
    ...(sweepMs === undefined ? {} : { sweepMs }),
  });
}
