export default {
  title: '今天的事',
  intro: '需要有人处理的事项，最要紧的在前。',
  nothing: '没有待办',
  nothingHint: '有清单退单、查验或海关询问，推送失败，备案或密钥将到期时，会显示在这里。',
  since: '自',
  ways: '去往',
  kind: {
    'lists-refused': '{{count}} 份清单被退单，可更正后重新申报',
    'lists-held': '{{count}} 份清单在查验或人工审核',
    'questions-open': '{{count}} 份清单有海关询问待答复',
    'lists-waiting': '{{count}} 份清单在等单证',
    'webhooks-disabled': '{{count}} 个事件推送因无人应答已停用',
    'webhooks-failed': '{{count}} 次推送未能送达',
    'filing-expiring': '{{count}} 项许可、证书或备案即将到期',
    'keys-expiring': '{{count}} 个接口密钥即将到期，请更换',
  },
} as const;
