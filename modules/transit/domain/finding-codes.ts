import { type Bilingual, type Finding, findingCodes } from '#kernel';

export type TransitCode =
  | 'ROAD-CORRIDOR'
  | 'ROAD-CARRIER'
  | 'ROAD-LIST-UNKNOWN'
  | 'ROAD-LIST-TWICE'
  | 'ROAD-LIST-STATE'
  | 'ROAD-LIST-TAKEN'
  | 'ROAD-SEAL-USED'
  | 'ROAD-SEAL-UNCHECKED'
  | 'ROAD-SEAL-CUSTOMS'
  | 'ROAD-LEG-FIRST'
  | 'ROAD-LEG-PLACE'
  | 'ROAD-TRANSIT-UNKNOWN'
  | 'ROAD-NOT-THEN'
  | 'ROAD-POSITION-TIME'
  | 'ROAD-POSITION-PLACE'
  | 'ROAD-POSITION-DIFFERS';

/** What may be wrong with an application for transit, its seals and its positions. */
export const TRANSIT_CODES = findingCodes<TransitCode>({
  'ROAD-CORRIDOR': [
    'business',
    ['该日没有此转关线路', 'There is no such corridor on that day'],
    ['从线路表中选择当日开通的线路', 'Choose a corridor of the table that is open on the day'],
  ],
  'ROAD-CARRIER': [
    'business',
    ['承运人未备案为物流企业或已停用', 'The carrier is not registered as a logistics firm, or not active'],
    ['填写已备案且有效的物流企业', 'Name a logistics firm that is registered and active'],
  ],
  'ROAD-LIST-UNKNOWN': [
    'business',
    ['没有该清单，或与本企业无关', 'There is no such list, or your enterprise is no party of it'],
    [
      '核对订单编号与电商平台代码；清单应先申报',
      'Check order number and platform; the list must be handed in first',
    ],
  ],
  'ROAD-LIST-TWICE': [
    'business',
    ['同一清单填写了两次', 'The same list is named twice'],
    ['每份清单只填写一次', 'Name each list once'],
  ],
  'ROAD-LIST-STATE': [
    'business',
    ['清单现状态不能转关', 'The list cannot go under transit as it stands'],
    [
      '进口清单应已申报且未退单、未撤销；出口清单应已放行',
      'A list of import must be lodged and neither refused nor withdrawn; one of export must be released',
    ],
  ],
  'ROAD-LIST-TAKEN': [
    'business',
    ['清单已在另一份未结的转关申请中', 'The list is in another transit that is not closed'],
    ['先办结或撤销那份转关申请', 'Have that transit written off or cancelled first'],
  ],
  'ROAD-SEAL-USED': [
    'business',
    ['该封志号正在使用或已用过', 'The seal of this number is in use or was used'],
    ['核对封志号；每个封志只用一次', 'Check the number; a seal is used once'],
  ],
  'ROAD-SEAL-UNCHECKED': [
    'business',
    ['封志未逐一核验', 'Not every seal has been checked'],
    [
      '对车上每个封志填写完好、破损或缺失',
      'Say of each seal on the vehicle whether it is intact, broken or missing',
    ],
  ],
  'ROAD-SEAL-CUSTOMS': [
    'business',
    ['更换封志由海关办理', 'A seal is put on in the place of another by customs alone'],
    [
      '请海关登记交接并换封，或原封交接',
      'Have customs write the handover down, or hand the seal over as it is',
    ],
  ],
  'ROAD-LEG-FIRST': [
    'business',
    ['第一程的承运人、车辆与申请不一致', 'The first leg has another carrier or vehicle than is applied for'],
    ['第一程填写申请的承运人和车辆', 'Give the first leg the carrier and the vehicle of the application'],
  ],
  'ROAD-LEG-PLACE': [
    'business',
    ['该程的终点不在线路上，或不在上一程之后', 'The leg does not go on along the corridor'],
    [
      '按线路顺序填写地点代码；最后一程止于指运地',
      'Name places of the corridor in their order; the last leg ends where the corridor does',
    ],
  ],
  'ROAD-TRANSIT-UNKNOWN': [
    'business',
    ['没有本企业承运的此转关单', 'There is no such transit that your enterprise carries'],
    ['核对转关单编号', 'Check the number of the transit'],
  ],
  'ROAD-NOT-THEN': [
    'business',
    ['转关单不在途，或该时间不在途', 'The transit is not on the road, or was not at that time'],
    [
      '启运后再报位置；只报启运至运抵之间的位置',
      'Report positions after departure, and those between departure and arrival',
    ],
  ],
  'ROAD-POSITION-TIME': [
    'field',
    [
      '位置时间不是时间，或晚于平台时钟',
      "The time of the position is none, or ahead of the platform's clock",
    ],
    [
      '以 ISO 8601 填写带时区的时间，并校准设备时钟',
      'Give an ISO 8601 time with its zone, and set the clock of the device',
    ],
  ],
  'ROAD-POSITION-PLACE': [
    'field',
    ['经纬度不在地球上，或不在国内', 'The coordinates are none, or not in the country'],
    [
      '以 WGS 84 十进制度填写，经度在前；经纬度可能颠倒',
      'Give decimal degrees of WGS 84; longitude and latitude may be changed over',
    ],
  ],
  'ROAD-POSITION-DIFFERS': [
    'business',
    ['同一时刻已报过另一个位置', 'Another position was reported for the same moment'],
    ['位置报出后不能更改；核对设备时间', 'A reported position is not changed; check the time of the device'],
  ],
});

const TEXTS = new Map(TRANSIT_CODES.map((one) => [one.code, one]));

/** A finding of a code. @param more what it is about, put behind the text */
export function transitFinding(code: TransitCode, path: string, more = ''): Finding {
  const known = TEXTS.get(code);
  if (!known) throw new RangeError(`no code ${code}`);
  const [level = 'business'] = known.levels;
  const message: Bilingual = more
    ? { zh: `${known.text.zh}：${more}`, en: `${known.text.en}: ${more}` }
    : known.text;
  const rule = code.startsWith('ROAD-LEG') ? 'R-8.8' : 'R-8.4';
  return { code, level, path, message, remedy: known.remedy, rule };
}
