import { addDays, citizenIdCheckCharacter } from '#kernel';

/** A synthetic buyer: nobody bears this number, lives at this address or answers this telephone. */
export interface Buyer {
  readonly name: string;
  /** 18 characters with a right check character; the region 530101 is a statistical code no card carries. */
  readonly idNumber: string;
  readonly telephone: string;
  readonly address: string;
  /** Administrative district of the address, six digits. */
  readonly district: string;
  /** The buyer's number on the platform. */
  readonly regNo: string;
}

const SURNAMES = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹窦章苏潘葛范彭鲁韦马方俞任袁柳',
];
const FIRST = [...'云彩滇春茶岭溪松柏竹兰梅荷月星雨雪霞岚川江海湖泉石山林森晨晓明朗清和'];
const SECOND = [...'安宁康乐平顺吉祥瑞嘉佳美秀英华芳芬菲蕾薇萍莲蓉桐楠枫杉桦榕樱桂棠'];

interface Place {
  readonly district: string;
  readonly name: string;
}

const PLACES: readonly Place[] = [
  { district: '530102', name: '昆明市五华区' },
  { district: '530103', name: '昆明市盘龙区' },
  { district: '530111', name: '昆明市官渡区' },
  { district: '530112', name: '昆明市西山区' },
  { district: '530114', name: '昆明市呈贡区' },
  { district: '530302', name: '曲靖市麒麟区' },
  { district: '530402', name: '玉溪市红塔区' },
  { district: '530502', name: '保山市隆阳区' },
  { district: '530602', name: '昭通市昭阳区' },
  { district: '530702', name: '丽江市古城区' },
  { district: '530802', name: '普洱市思茅区' },
  { district: '530902', name: '临沧市临翔区' },
  { district: '532301', name: '楚雄彝族自治州楚雄市' },
  { district: '532503', name: '红河哈尼族彝族自治州蒙自市' },
  { district: '532601', name: '文山壮族苗族自治州文山市' },
  { district: '532801', name: '西双版纳傣族自治州景洪市' },
  { district: '532901', name: '大理白族自治州大理市' },
  { district: '533103', name: '德宏傣族景颇族自治州芒市' },
];

const BIRTHDAYS = 16_000;
const SERIALS = 999;
/** How many different buyers there are; after that they come round again. */
export const BUYER_COUNT = BIRTHDAYS * SERIALS;
const FIRST_BIRTHDAY = '1960-01-01';

const at = <T>(list: readonly T[], position: number): T => {
  const found = list[position % list.length];
  if (found === undefined) throw new RangeError('the list is empty');
  return found;
};

/** Spreads neighbouring numbers apart, so that buyer 1 and 2 do not share a name. */
const scatter = (index: number): number => Math.imul(index + 1, 0x9e3779b1) >>> 0;

/** The buyer of a number, always the same one. @param index 0 or more. */
export function buyerAt(index: number): Buyer {
  const number = index % BUYER_COUNT;
  const mixed = scatter(number);
  const birthday = addDays(FIRST_BIRTHDAY, (number * 6151) % BIRTHDAYS).replaceAll('-', '');
  const serial = String(Math.floor(number / BIRTHDAYS) + 1).padStart(3, '0');
  const idBody = `530101${birthday}${serial}`;
  const place = at(PLACES, mixed >>> 7);
  return {
    name: at(SURNAMES, mixed) + at(FIRST, mixed >>> 6) + at(SECOND, mixed >>> 12),
    idNumber: idBody + citizenIdCheckCharacter(idBody),
    telephone: `1390000${String(mixed % 10_000).padStart(4, '0')}`,
    address: `云南省${place.name}示例路${1 + (number % 997)}号${1 + ((mixed >>> 3) % 30)}幢${101 + ((mixed >>> 9) % 1800)}室`,
    district: place.district,
    regNo: `u${String(number).padStart(8, '0')}`,
  };
}
