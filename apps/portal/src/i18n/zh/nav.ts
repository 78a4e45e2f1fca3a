export default {
  label: '主导航',
  lists: '清单',
  bulk: '批量导入',
  status: '运行状况',
  enterprises: '企业备案',
  filings: '备案申请',
  goods: '商品备案',
  codeLists: '代码表',
  api: '接口文档',
  sandbox: '沙箱',
} as const;
