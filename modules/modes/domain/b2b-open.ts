import { type Confidence, type Day, holdsOn } from '#kernel';

/** Where 9710 and 9810 may be used from a day on. */
export interface B2bOpening {
  readonly from: Day;
  /** First two digits of the customs districts; absent: everywhere. */
  readonly districts?: readonly string[];
  readonly source: string;
  readonly confidence: Confidence;
}

/** Modes 9710 and 9810 came district by district; the last opening is for all. */
export const B2B_OPENINGS: readonly B2bOpening[] = [
  {
    from: '2020-07-01',
    districts: ['01', '02', '23', '29', '31', '37', '46', '51', '52', '53'],
    source: '海关总署公告2020年第75号',
    confidence: 'V',
  },
  {
    from: '2020-09-01',
    districts: ['22', '35', '42', '43', '47', '49', '57', '67', '72', '79', '80', '90'],
    source: '海关总署公告2020年第92号',
    confidence: 'H',
  },
  { from: '2021-07-01', source: '海关总署公告2021年第47号', confidence: 'H' },
];

/** The opening that lets a district use 9710 and 9810 on a day; undefined while there is none. */
export function b2bOpening(day: Day, district: string): B2bOpening | undefined {
  return B2B_OPENINGS.find(
    (opening) => holdsOn(opening, day) && (opening.districts?.includes(district.slice(0, 2)) ?? true),
  );
}
