export default {
  label: '主导航',
  lists: '清单',
  status: '运行状况',
  api: '接口文档',
  sandbox: '沙箱',
} as const;
