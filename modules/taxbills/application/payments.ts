import { postMovements } from '#guarantees';
import { Problem } from '#http';
import { record } from '#journal';
import { add, type Day, type Decimal, formatDecimal, parseDecimal, sum, ZERO } from '#kernel';
import { lateChargeOf } from '../domain/late-charge.ts';
import { type Certificate, certificateOf, lockCertificate, markPaid } from '../storage/certificates.ts';
import type { TaxBillPorts } from './ports.ts';

/** A payment as customs records it. */
export interface RecordedPayment {
  /** Paid by the guarantor, or taken out of its guarantee. */
  readonly way: 'paid' | 'drawn';
  readonly paidOn: Day;
  /** CNY: the total and what is charged for being late. */
  readonly amount: string;
  /** Number of the payment at the bank or the treasury; one may pay several certificates. */
  readonly reference: string;
}

/** A certificate with what is charged for being late, by today where it is not paid. */
export interface CertificateView extends Certificate {
  readonly owed: string;
}

/** What a certificate comes to, if it is paid on a day. */
export function withCharge(ports: TaxBillPorts, certificate: Certificate, paidOn: Day): CertificateView {
  const settled = certificate.state === 'paid' || certificate.state === 'void';
  const charge = settled ? parseDecimal(certificate.lateCharge) : chargeOf(ports, certificate, paidOn);
  const owed = settled ? ZERO : add(parseDecimal(certificate.total), charge);
  return { ...certificate, lateCharge: formatDecimal(charge), owed: formatDecimal(owed) };
}

const chargeOf = ({ taxSources }: TaxBillPorts, { total, dueTo }: Certificate, paidOn: Day): Decimal =>
  lateChargeOf(parseDecimal(total), dueTo, paidOn, taxSources.parameters);

const noCertificate = (certificateNo: string) =>
  new Problem(404, 'BILL-CERTIFICATE-NOT-FOUND', {
    zh: `没有缴款书 ${certificateNo}`,
    en: `There is no payment certificate ${certificateNo}`,
  });

/** A certificate of the party's, or of the zone where none is named. @throws Problem 404 */
export async function certificateFor(
  ports: TaxBillPorts,
  certificateNo: string,
  party: string | undefined,
): Promise<CertificateView> {
  const found = await certificateOf(ports.database.readers, certificateNo, party);
  if (!found) throw noCertificate(certificateNo);
  return withCharge(ports, found, ports.chinaDay(ports.now()));
}

/**
 * Records that a certificate is paid, once: its bills are paid, the guarantee is free again, or what was drawn of it is
 * gone. @throws Problem 404, 409, 422
 */
export async function settleCertificate(
  ports: TaxBillPorts,
  certificateNo: string,
  payment: RecordedPayment,
  by: string,
): Promise<CertificateView> {
  const at = ports.now();
  const today = ports.chinaDay(at);
  const settled = await ports.database.transaction(async (client) => {
    const { certificate, bills } = await lockCertificate(client, certificateNo);
    if (!certificate) throw noCertificate(certificateNo);
    const charge = checked(ports, certificate, payment, today);
    const { guarantor } = certificate;
    const { way, paidOn, reference } = payment;
    const held = sum(bills.filter(({ state }) => state === 'merged').map((bill) => parseDecimal(bill.held)));
    if (held > ZERO) {
      const wish = { guarantor, amount: held, reference: certificateNo, day: today, by };
      const [posted] = await postMovements(client, [{ ...wish, cause: way }], at);
      if (posted?.outcome !== 'posted')
        throw new RangeError(`the guarantee of ${certificateNo} is not reserved`);
    }
    const lateCharge = formatDecimal(charge);
    await markPaid(client, certificateNo, { way, paidOn, lateCharge, reference, by, at });
    const body = {
      enterprise: guarantor,
      certificateNo,
      guarantor,
      total: certificate.total,
      lateCharge,
      way,
      paidOn,
    };
    await record(client, [{ at, kind: 'tax-paid', subject: certificateNo, body }]);
    const paid = { ...certificate, state: 'paid' as const, way, paidOn, lateCharge, settledAt: at };
    return withCharge(ports, { ...paid, paymentReference: reference }, paidOn);
  });
  ports.covered([settled.guarantor]);
  return settled;
}

/** What is charged for being late. @throws Problem 409, 422 */
function checked(
  ports: TaxBillPorts,
  certificate: Certificate,
  { paidOn, amount }: RecordedPayment,
  today: Day,
): Decimal {
  if (certificate.state === 'paid' || certificate.state === 'void')
    throw new Problem(409, 'BILL-CERTIFICATE-SETTLED', {
      zh: '该缴款书已缴清或已作废',
      en: 'The certificate is paid or void',
    });
  if (paidOn > today || paidOn < certificate.dueFrom)
    throw new Problem(422, 'BILL-PAID-ON', {
      zh: `缴款日期应在 ${certificate.dueFrom} 与今日之间`,
      en: `The day of payment lies between ${certificate.dueFrom} and today`,
    });
  const charge = chargeOf(ports, certificate, paidOn);
  const owed = add(parseDecimal(certificate.total), charge);
  if (parseDecimal(amount) !== owed)
    throw new Problem(422, 'BILL-AMOUNT', {
      zh: `应缴 ${formatDecimal(owed, 2)} 元（其中滞纳金 ${formatDecimal(charge, 2)} 元），与所填金额不符`,
      en: `${formatDecimal(owed, 2)} CNY are owed (${formatDecimal(charge, 2)} of it for being late), which is not what was given`,
    });
  return charge;
}
