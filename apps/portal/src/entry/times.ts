/** A moment or day of the standard as the browser's own fields write it, and back; what is neither stays as it is. */
export function toPicker(type: 'day' | 'moment', text: string): string {
  const [, year, month, day, hours, minutes, seconds] =
    /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined) return '';
  const date = `${year}-${month}-${day}`;
  return type === 'day' ? date : `${date}T${hours ?? '00'}:${minutes ?? '00'}:${seconds ?? '00'}`;
}

export function fromPicker(type: 'day' | 'moment', text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  return type === 'day' || digits === '' ? digits : digits.padEnd(14, '0');
}
