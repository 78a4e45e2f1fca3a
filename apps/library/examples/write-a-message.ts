// A waybill of one's own as a message: the types name every field, and what is required.
import { check, type DocumentOf, encode, type MessageOf } from 'chama/ceb';

const waybill: DocumentOf<'CEB511Message'> = {
  head: {
    guid: '4F1E9D52-3B0A-4C59-9C4B-2F6D1A7E8C03',
    appType: '1',
    appTime: '20260701095000',
    appStatus: '2',
    logisticsCode: '5301963612',
    logisticsName: '昆明示例中老快运有限公司',
    logisticsNo: 'W1',
    orderNo: 'D1',
    freight: '12',
    insuredFee: '0',
    currency: '142',
    weight: '2.68',
    packNo: 1,
    goodsInfo: '烘焙咖啡豆×2',
    consignee: '何云安',
    consigneeAddress: '云南省昆明市五华区示例路26号',
    consigneeTelephone: '13900000701',
  },
  items: [],
};

const message: MessageOf<'CEB511Message'> = {
  root: 'CEB511Message',
  guid: '9A3C5B1E-0D27-4E68-8F41-6B2C7D9E0A15',
  version: '1.0',
  documents: [waybill],
  transfer: {
    copCode: '5301963612',
    copName: '昆明示例中老快运有限公司',
    dxpMode: 'DXP',
    dxpId: 'DXPENT9936000012',
  },
  subscriptions: [],
};

const xml = encode(message);
console.log(xml.slice(0, 160));
console.log(check(xml).clean ? 'clean' : check(xml).findings);
