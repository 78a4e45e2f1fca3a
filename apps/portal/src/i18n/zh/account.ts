export default {
  signIn: {
    title: '登录',
    intro: '用企业的接口密钥登录，查看本企业经手的清单。',
    key: '接口密钥',
    keyHint: '由平台管理员发放，形如 chama_…',
    submit: '登录',
    rejected: '密钥无效或已停用。',
    needKey: '请输入接口密钥。',
    demo: '当前为演示平台，无需登录即可查看。',
    toLists: '查看清单',
    signedIn: '已登录：{{name}}',
  },
} as const;
