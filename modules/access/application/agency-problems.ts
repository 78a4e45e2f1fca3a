import { Problem } from '#http';

export const agencyUnknown = (): Problem =>
  new Problem(404, 'AGENCY-UNKNOWN', {
    zh: '没有此部门登录，或尚未启用',
    en: 'There is no such sign-in of an agency, or it is not in use',
  });

export const notToConfirm = (): Problem =>
  new Problem(409, 'AGENCY-NOT-TO-CONFIRM', {
    zh: '不在待确认状态、已被更改，或由您本人登记；请重新查看',
    en: 'It does not wait for confirmation, was changed meanwhile, or you entered it yourself; look at it again',
  });

export const visitOver = (): Problem =>
  new Problem(401, 'AGENCY-VISIT-OVER', {
    zh: '本次登录已过期、已用过，或不是从此浏览器开始；请重新登录',
    en: 'This sign-in is over, was used before, or was not begun in this browser; begin again',
  });

export const agencyDeclined = (): Problem =>
  new Problem(401, 'AGENCY-DECLINED', {
    zh: '部门的登录系统未予登录；请重试，或联系本部门管理员',
    en: 'Your agency did not sign you in; try again, or ask the administrator of your agency',
  });

export const agencyWrong = (): Problem =>
  new Problem(401, 'AGENCY-ANSWER-WRONG', {
    zh: '部门登录系统的答复未通过验证；请重新登录，再次失败请告知安全管理员',
    en: 'What your agency answered could not be verified; begin again, and tell a security administrator if it fails again',
  });

export const agencyUnreachable = (): Problem =>
  new Problem(503, 'AGENCY-UNREACHABLE', {
    zh: '目前无法连接部门的登录系统；请稍后再试',
    en: 'The sign-in of your agency cannot be reached at present; try again later',
  });

export const rightMissing = (lacking: readonly string[]): Problem =>
  new Problem(403, 'AGENCY-RIGHT-MISSING', {
    zh: `部门未说明您在本平台的身份（${lacking.join('、')}）；请联系本部门管理员`,
    en: `Your agency does not say who you are to this platform (${lacking.join(', ')}); ask its administrator`,
  });

export const rightChanged = (): Problem =>
  new Problem(403, 'AGENCY-RIGHT-CHANGED', {
    zh: '部门所述的机构、工号或权限与账号不符，账号已锁定；请联系安全管理员',
    en: 'What your agency says of your office, number or right is no longer that of the account, which is locked now; ask a security administrator',
  });

export const accountWaits = (): Problem =>
  new Problem(403, 'AGENCY-ACCOUNT-WAITS', {
    zh: '已为您申请账号，待安全管理员批准后即可登录',
    en: 'An account has been asked for; you can sign in once a security administrator has approved it',
  });

export const accountOff = (): Problem =>
  new Problem(403, 'AGENCY-ACCOUNT-OFF', {
    zh: '您的账号已锁定、注销或未获批准；请联系安全管理员',
    en: 'Your account is locked, closed or was refused; ask a security administrator',
  });
