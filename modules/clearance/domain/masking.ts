import { maskAddress, maskIdNumber, maskName, maskPhone } from '#registry';

const masks: Readonly<Record<string, (value: string) => string>> = {
  buyerName: maskName,
  payerName: maskName,
  consignee: maskName,
  buyerIdNumber: maskIdNumber,
  payerIdNumber: maskIdNumber,
  buyerTelephone: maskPhone,
  telephone: maskPhone,
  consigneeTelephone: maskPhone,
  consigneeAddress: maskAddress,
  buyerRegNo: maskIdNumber,
};

/** Fields of the four papers that hold personal data. */
export const maskedFields: ReadonlySet<string> = new Set(Object.keys(masks));

/** A field's value as it may be shown. */
export const maskField = (name: string, value: string): string => masks[name]?.(value) ?? value;
