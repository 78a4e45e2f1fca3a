import { findingCodes } from '#kernel';

/** Why a list cannot be put on a checklist or a pass. */
export type PaperFault =
  | 'GATE-LIST-UNKNOWN'
  | 'GATE-LIST-TWICE'
  | 'GATE-LIST-NOT-RELEASED'
  | 'GATE-LIST-TAKEN'
  | 'GATE-LIST-MODE'
  | 'GATE-LIST-TRANSPORT'
  | 'GATE-LIST-DISPLAY'
  | 'GATE-GOODS-RECORD'
  | 'GATE-GOODS-UNIT'
  | 'GATE-CHECKLIST';

/** Why a vehicle is stopped at the gate. */
export type StopReason =
  | 'GATE-PASS-UNKNOWN'
  | 'GATE-PASS-USED'
  | 'GATE-PASS-VOID'
  | 'GATE-VEHICLE'
  | 'GATE-RECALLED'
  | 'GATE-WEIGHT'
  | 'GATE-DRAWN'
  | 'GATE-CHECK-FOUND'
  | 'GATE-BOOK';

/** What may be wrong with checklists and passes, and why a vehicle is stopped. */
export const GATE_CODES = findingCodes<PaperFault | StopReason>({
  'GATE-LIST-UNKNOWN': [
    'business',
    [
      '没有这份清单，或其不属于该账册、不属于本企业',
      'There is no such list, or it is not of this book or of this enterprise',
    ],
    [
      '核对订单号和电商平台代码；保税清单的账册号须为本账册',
      'Check order number and platform code; a bonded list must name this book',
    ],
  ],
  'GATE-LIST-TWICE': [
    'business',
    ['同一清单列了两次', 'The list is named twice'],
    ['删去重复的一份', 'Leave one of them out'],
  ],
  'GATE-LIST-NOT-RELEASED': [
    'business',
    ['清单未放行', 'The list is not released'],
    ['待清单放行后再列入', 'Put it on once it has been released'],
  ],
  'GATE-LIST-TAKEN': [
    'business',
    ['清单已列入另一核注清单或核放单', 'The list is on another checklist or pass already'],
    ['先撤销那一份，或去掉此清单', 'Cancel that one first, or leave the list out'],
  ],
  'GATE-LIST-MODE': [
    'business',
    [
      '清单的监管方式与货物入区时的监管方式不一致',
      'The mode of the list is not the one under which goods entered',
    ],
    [
      '保税清单的监管方式应与账册一致；随车直购清单应为 9610',
      'A bonded list has the mode of its book; a list carried by itself is of 9610',
    ],
  ],
  'GATE-LIST-TRANSPORT': [
    'business',
    ['清单的运输方式不是二线出区方式', 'The transport mode of the list is none of the second line'],
    [
      '清单改为二线运输方式（如 Y、7、W）后重新申报',
      'Declare the list anew with a transport mode of the second line (Y, 7, W …)',
    ],
  ],
  'GATE-LIST-DISPLAY': [
    'business',
    [
      '清单商品备注写明商品在区外展示',
      'The notes of its goods say that they are on display outside the zone',
    ],
    ['在展示页面登记售出，不列入核注清单', 'Enter it as a sale from display; it is on no checklist'],
  ],
  'GATE-GOODS-RECORD': [
    'business',
    ['账册中没有该账册备案料号', 'The book has no item of this record number'],
    [
      '核对清单的账册备案料号，或先在账册中备案',
      'Check the item record number of the list, or file the item in the book first',
    ],
  ],
  'GATE-GOODS-UNIT': [
    'business',
    ['清单商品的计量单位均不是账册的计量单位', 'None of the units of the goods line is the unit of the book'],
    [
      '清单以账册计量单位申报数量，或以法定单位备案账册商品',
      'Declare the quantity in the unit of the book, or file the item in a legal unit',
    ],
  ],
  'GATE-CHECKLIST': [
    'business',
    ['核注清单不存在，或其状态、进出方向不允许装车', 'There is no such checklist, or it cannot be carried'],
    [
      '核对编号；入区核注清单须先经海关核准，已在另一核放单上的须先作废该单',
      'Check the number; an entry must be approved by customs first, and a pass that carries it must be voided',
    ],
  ],
  'GATE-PASS-UNKNOWN': [
    'business',
    ['没有该核放单', 'There is no such pass'],
    ['核对核放单号或重新扫描', 'Check the number of the pass, or scan it again'],
  ],
  'GATE-PASS-USED': [
    'business',
    ['核放单已使用', 'The pass has been used'],
    ['每份核放单仅可过卡一次，请另制一份', 'A pass is good once: make another one'],
  ],
  'GATE-PASS-VOID': [
    'business',
    ['核放单已作废', 'The pass is void'],
    ['使用有效的核放单', 'Use a pass that is good'],
  ],
  'GATE-VEHICLE': [
    'business',
    ['车牌与核放单不符', 'The number plate is not that of the pass'],
    ['按核放单用车，或作废后重新制单', 'Use the vehicle of the pass, or void it and make another one'],
  ],
  'GATE-RECALLED': [
    'business',
    ['车上清单已不再是放行状态', 'A list on the vehicle is not released any more'],
    [
      '作废核放单，撤下该清单后重新制单',
      'Void the pass, take the list off, and make papers for the rest anew',
    ],
  ],
  'GATE-WEIGHT': [
    'business',
    ['过磅重量与核放单相差超过允许范围', 'The weight is off the papers by more than is tolerated'],
    [
      '核对货物、自重与包装重量，重新过磅或改单',
      'Check goods, tare and packing; weigh again or mend the pass',
    ],
  ],
  'GATE-DRAWN': [
    'business',
    ['被随机抽中查验', 'Drawn for a random check'],
    ['车辆驶入查验区，待海关录入查验结果', 'Go to the checking place, and wait for the result of customs'],
  ],
  'GATE-CHECK-FOUND': [
    'business',
    ['卡口查验有异常', 'The check at the gate found something'],
    ['按海关要求处理，处理完毕后重新制单', 'Do as customs says, and make the papers anew afterwards'],
  ],
  'GATE-BOOK': [
    'business',
    ['账册不能记账', 'The account book cannot be written'],
    ['核对账册有效期与库存后重新过卡', 'Check validity and stock of the book, then come again'],
  ],
});
