import type { Root } from '#ceb';
import type { Bilingual } from '#kernel';

/** What each message says, and when it is sent. */
export const occasions: Readonly<Record<Root, Bilingual>> = {
  CEB213Message: {
    zh: '零售出口的商品从境外退回时，就原出口清单中的若干项申请退货。',
    en: 'When goods of a retail export come back from abroad: asks to return items of the original export list.',
  },
  CEB214Message: {
    zh: '答复退货申请单：从电子口岸受理到海关放行。',
    en: 'Answers an export return, from E-Port taking it in to customs releasing the goods.',
  },
  CEB215Message: {
    zh: '退回的包裹运抵监管场所、理货之后，逐包裹报告。',
    en: 'When returned parcels have reached the supervised site and been tallied: one document a parcel.',
  },
  CEB216Message: { zh: '答复退运理货明细单。', en: 'Answers the tally of returned goods.' },
  CEB303Message: {
    zh: '订单成交后：零售（E）、企业对企业（B）出口订单，或海外仓订仓单（W）。申报清单前须先到。',
    en: 'When a sale is made: a retail order (E), an order between firms (B), or the booking of an overseas warehouse (W). Comes before the list.',
  },
  CEB304Message: { zh: '答复出口订单。', en: 'Answers an export order.' },
  CEB311Message: {
    zh: '境内订购人下单付款之后。三单之一，清单与它逐项比对。',
    en: 'When a buyer in China has ordered and paid. One of the three papers the list is compared with.',
  },
  CEB312Message: { zh: '答复进口订单。', en: 'Answers an import order.' },
  CEB403Message: {
    zh: '出口货款到账后，由电商或支付企业报告收款。',
    en: 'When the money for an export has come in: the seller or the payment firm reports it.',
  },
  CEB404Message: { zh: '答复出口收款单。', en: 'Answers a payment received.' },
  CEB411Message: {
    zh: '订购人支付成功后，由支付企业报告。三单之一。',
    en: 'When the buyer has paid: the payment firm reports it. One of the three papers.',
  },
  CEB412Message: { zh: '答复支付凭证。', en: 'Answers a payment.' },
  CEB505Message: {
    zh: '物流企业揽收出口包裹、生成运单之后。',
    en: 'When the carrier has taken over an export parcel and given it a waybill.',
  },
  CEB506Message: { zh: '答复出口运单。', en: 'Answers an export waybill.' },
  CEB507Message: {
    zh: '出口包裹运抵监管场所时，按车报告其中的运单。量大时拆成多份报文。',
    en: 'When export parcels reach the supervised site: the waybills on one vehicle. Split over messages when they are many.',
  },
  CEB508Message: { zh: '答复运抵单，每份报文一次。', en: 'Answers an arrival, message by message.' },
  CEB509Message: {
    zh: '运输工具离境之后，报告其上的运单。量大时拆成多份报文。',
    en: 'When the conveyance has left the country: the waybills on it. Split over messages when they are many.',
  },
  CEB510Message: { zh: '答复离境单，每份报文一次。', en: 'Answers a departure, message by message.' },
  CEB511Message: {
    zh: '物流企业承运进口包裹、生成运单之后。三单之一。',
    en: 'When the carrier has an import parcel and has given it a waybill. One of the three papers.',
  },
  CEB512Message: { zh: '答复进口运单。', en: 'Answers an import waybill.' },
  CEB513Message: {
    zh: '收货人签收之后。',
    en: 'When the consignee has signed for the parcel.',
  },
  CEB514Message: { zh: '答复运单状态。', en: 'Answers a waybill status.' },
  CEB603Message: {
    zh: '三单（订单、收款单、运单）齐备、货物出口之前，逐单申报；简化（A）或汇总（B）。',
    en: 'When order, payment and waybill are there and before the goods leave: declares them, simplified (A) or for a summary (B).',
  },
  CEB604Message: {
    zh: '答复出口清单：从暂存到放行、结关。',
    en: 'Answers an export list, from saved to released and closed.',
  },
  CEB605Message: {
    zh: '出口清单申报之后、结关之前要撤销时。',
    en: 'When an export list that was declared is to be cancelled before it is closed.',
  },
  CEB606Message: { zh: '答复出口撤销申请单。', en: 'Answers the cancellation of an export list.' },
  CEB607Message: {
    zh: '包裹并成总运单之后，说明总单下有哪些清单和运单。量大时拆成多份报文。',
    en: 'When parcels are bundled under a master bill: which lists and waybills are under it. Split over messages when they are many.',
  },
  CEB608Message: { zh: '答复清单总分单，每份报文一次。', en: 'Answers a master list, message by message.' },
  CEB621Message: {
    zh: '三单齐备之后，向海关逐单申报零售进口商品；放行与否由它决定。',
    en: 'When the three papers are there: declares retail imports to customs, parcel by parcel; its answer is the release.',
  },
  CEB622Message: {
    zh: '答复进口清单：从受理、入库到查验、退单或放行。',
    en: 'Answers an import list, from taken in to inspected, rejected or released.',
  },
  CEB623Message: {
    zh: '进口清单申报之后、放行之前要撤销时。',
    en: 'When an import list that was declared is to be cancelled before the goods are released.',
  },
  CEB624Message: { zh: '答复进口撤销申请单。', en: 'Answers the cancellation of an import list.' },
  CEB625Message: {
    zh: '订购人在规定期限内退货时，就原清单中的若干项申请。',
    en: 'When a buyer returns goods within the term: asks to take back items of the original list.',
  },
  CEB626Message: { zh: '答复进口退货申请单。', en: 'Answers an import return.' },
  CEB701Message: {
    zh: '定期（通常每月）把已放行的汇总类（B）清单汇成报关单时，列出清单编号或时间范围。量大时拆成多份报文。',
    en: 'Periodically, as a rule monthly: sums released lists of the summary kind (B) up into a declaration, by their numbers or a span of time. Split over messages when they are many.',
  },
  CEB702Message: {
    zh: '答复汇总申请单，每份报文一次。',
    en: 'Answers a summary application, message by message.',
  },
  CEB711Message: {
    zh: '直购进口包裹运抵监管场所、理货入库之后，由场所经营人报告。每份报文一单。',
    en: 'When parcels of direct purchase have reached the supervised site and been tallied in: the site operator reports them. One document a message.',
  },
  CEB712Message: { zh: '答复入库明细单。', en: 'Answers a tally-in list.' },
  CEB792Message: {
    zh: '海关完成汇总之后主动发送：每份汇总结果对应一份报关单。可拆成多份报文。',
    en: 'Sent by customs when a summary is done: each result is one declaration. May be split over messages.',
  },
  CEB816Message: {
    zh: '进口清单放行之后，海关主动发送应征税款。',
    en: 'Sent by customs after an import list is released: the tax due.',
  },
  CEB818Message: {
    zh: '电子税单状态变化（汇总、作废）时，海关主动发送。',
    en: 'Sent by customs when a tax bill changes state: summed up, or void.',
  },
  CEB900Message: {
    zh: '报文结构不合标准，无法逐单答复时，整份退回。',
    en: 'When a message breaks the structure of the standard, so that its documents cannot be answered one by one.',
  },
};
