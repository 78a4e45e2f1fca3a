/** Our few signs, drawn on a 16 × 16 grid in the colour of the text around them. */
const shapes = {
  released: 'M3 8.5 6.5 12 13 4.5',
  held: 'M5.5 3.5v9M10.5 3.5v9',
  refused: 'M4 4l8 8M12 4l-8 8',
  waiting: 'M4.5 2.5h7M4.5 13.5h7M5 2.5c0 3.5 6 7.5 6 11M11 2.5c0 3.5-6 7.5-6 11',
  forwarded: 'M2 8h10.5M9 4.5 12.5 8 9 11.5',
  withdrawn: 'M6 4 2.5 7.5 6 11M2.5 7.5H10a3.5 3.5 0 0 1 0 7H8',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13',
  moon: 'M13 9.7A5.7 5.7 0 0 1 6.3 3 5.7 5.7 0 1 0 13 9.7Z',
  warning: 'M8 2 14.5 13.5h-13ZM8 6.5v3.2M8 11.6v.1',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.2v4M8 4.8v.1',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  order: 'M3 3.5h1.8l1.4 7h6l1.3-5H5.4M6.8 13.4v.1M11.6 13.4v.1',
  payment: 'M1.8 4h12.4v8H1.8ZM1.8 6.8h12.4M4 9.6h2.5',
  waybill: 'M1.5 4h8v7h-8ZM9.5 6.5h2.7l2.3 2.3V11h-5M4.2 12.8v.1M11.8 12.8v.1',
  declaration: 'M3.5 1.8h6l3 3v9.4h-9ZM9.5 1.8v3h3M5.8 8h4.4M5.8 10.8h4.4',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  eyeOff:
    'M2 2l12 12M6.5 3.7C7 3.6 7.5 3.5 8 3.5c4 0 6.5 4.5 6.5 4.5a12 12 0 0 1-2 2.5M4 4.8A11.6 11.6 0 0 0 1.5 8S4 12.5 8 12.5c1 0 1.9-.3 2.7-.6M6.6 6.600a2 2 0 0 0 2.8 2.8',
  menu: 'M2 4h12M2 8h12M2 12h12',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  up: 'M3.5 10 8 5.500l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.500h11',
  columns: 'M2 3h12v10H2ZM6 3v10M10 3v10',
  star: 'M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.200L8 11.400l-3.7 2.1.8-4.200L2 6.400l4.2-.5Z',
  home: 'M2 7.5 8 2.500l6 5M3.5 6.500v7h9v-7',
  user: 'M8 2.500a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.600ZM2.8 13.800c.6-2.8 2.7-4 5.2-4s4.6 1.2 5.2 4',
  keyboard: 'M1.5 4h13v8h-13ZM4 6.500v.1M6.7 6.500v.1M9.3 6.500v.1M12 6.500v.1M4.5 9.500h7',
  bell: 'M3.5 11.5c1-1 1.200-2 1.200-4.500a3.300 3.300 0 0 1 6.600 0c0 2.500.2 3.500 1.200 4.500ZM6.800 13.800h2.400M8 3.700v-1.500',
  left: 'M9.5 3.5 5 8l4.5 4.5',
  right: 'M6.5 3.5 11 8l-4.5 4.5',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
