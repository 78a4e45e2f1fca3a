import { z } from 'zod';

export const time = z.iso.datetime();
export const printable = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);
export const filled = (most: number) => printable(most).min(1);
export const office = z
  .string()
  .regex(/^\d{4}$/)
  .meta({ description: 'Customs office.', example: '8612' });
export const enterprise = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of an enterprise.' });
export const sealNo = z
  .string()
  .regex(/^[0-9A-Z-]{4,20}$/)
  .meta({ description: 'Number on the seal.', example: 'YN0012345' });
export const decimal = z
  .string()
  .regex(/^(?=.*[1-9])\d{1,11}(\.\d{1,3})?$/)
  .meta({ description: 'Kilograms, above zero.', example: '1240.5' });
