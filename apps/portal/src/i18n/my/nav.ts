import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'ပင်မမီနူး',
  desk: 'လုပ်ငန်းစားပွဲ',
  questions: 'မေးခွန်းများ',
  home: 'ပင်မစာမျက်နှာ',
  orders: 'အော်ဒါများ',
  payments: 'ငွေပေးချေလွှာများ',
  waybills: 'ကုန်ပို့လွှာများ',
  lists: 'ကြေညာလွှာများ',
  bulk: 'အစုလိုက် ဖိုင်များ',
  links: 'ချိတ်ဆက်မှု',
  rules: 'စည်းမျဉ်း',
  parcel: 'ပါဆယ်',
  me: 'ကျွန်ုပ်၏ ဝယ်ယူမှု',
  accounts: 'အကောင့်များ',
  showings: 'ကြည့်ရှုမှတ်တမ်း',
  audit: 'စာရင်းစစ်',
  delegations: 'လွှဲအပ်မှုများ',
  keys: 'API သော့များ',
  webhooks: 'ဝက်ဘ်ဟွတ်များ',
  status: 'စနစ်အခြေအနေ',
  enterprises: 'လုပ်ငန်းများ',
  filings: 'လျှောက်လွှာများ',
  goods: 'ကုန်ပစ္စည်းများ',
  codeLists: 'ကုဒ်ဇယားများ',
  editions: 'ဇယားဗားရှင်းများ',
  api: 'API စာရွက်စာတမ်း',
  sandbox: 'စမ်းသပ်နေရာ',
};

export default texts;
