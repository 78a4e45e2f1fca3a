import type { Texts } from '../texts.ts';

const texts: Texts<'account'> = {
  signIn: {
    signUp: 'A consumer without an account? Sign up',
    apply: 'No account for your enterprise yet? Apply to be registered',
    title: 'Sign in',
    login: 'Login',
    password: 'Password',
    code: 'Code',
    codeHint: 'The six digits of your authenticator app, or a recovery code.',
    submit: 'Sign in',
    passkey: 'Sign in with a passkey',
    keyTitle: 'Sign in with an API key (integrators)',
    key: 'API key',
    keyHint: "Issued by the platform's operator, like chk_…",
    keySubmit: 'Sign in with the key',
    demo: 'This is a demo platform: you may look at the lists without signing in.',
    toLists: 'See the lists',
    signedIn: 'Signed in: {{name}}',
    ended: 'Your session has ended. Sign in again.',
  },
  signUp: {
    title: 'Sign up as a consumer',
    intro:
      'For your yearly allowance, your lists and your parcels. Once you have signed up, confirm on your own page who you are, with what stood in an order.',
    loginHint: '3 to 64 small letters, digits or . _ @ -, beginning with a letter or a digit.',
    name: 'What to call you',
    passwordHint: 'At least 15 characters; a sentence you remember will do.',
    submit: 'Sign up',
    known: 'You have an account? Sign in',
  },
  agency: {
    title: 'Sign in with your agency’s account',
    coming: 'Signing you in…',
    again: 'Back to signing in',
    factor: 'Your agency has confirmed who you are; now show your second factor of this platform.',
    problems: {
      'AGENCY-VISIT-OVER':
        'This sign-in is over, was used before, or was not begun in this browser; begin again.',
      'AGENCY-DECLINED':
        'Your agency did not sign you in; try again, or ask the administrator of your agency.',
      'AGENCY-ANSWER-WRONG':
        'What your agency answered could not be verified; begin again, and tell a security administrator if it fails again.',
      'AGENCY-UNREACHABLE': 'The sign-in of your agency cannot be reached at present; try again later.',
      'AGENCY-UNKNOWN': 'This sign-in of an agency is no longer in use.',
      'AGENCY-RIGHT-MISSING':
        'Your agency does not say which office, number or right you have here; ask its administrator.',
      'AGENCY-RIGHT-CHANGED':
        'What your agency says of your office, number or right is no longer that of the account, which is locked now; ask a security administrator.',
      'AGENCY-ACCOUNT-WAITS':
        'An account has been asked for; you can sign in once a security administrator has approved it.',
      'AGENCY-ACCOUNT-OFF': 'Your account is locked, closed or was refused; ask a security administrator.',
      'ACCOUNT-TWIN':
        'You have an account here already; a security administrator can bind it to that of your agency.',
    },
  },
  own: {
    title: 'My account',
    newcomer:
      'Before you begin, do what is still missing below: replace the one-time password and, where it is needed, set up an authenticator app.',
  },
  password: {
    title: 'Password',
    oneTime: 'You use a one-time password. Replace it now.',
    since: 'Last changed',
    current: 'Present password',
    next: 'New password',
    hint: 'At least 8 characters beside a second factor, 15 without; a sentence you remember will do.',
    change: 'Change the password',
    changed: 'The password is changed; other sessions have ended.',
  },
  factor: {
    title: 'Second factor',
    none: 'No authenticator app is set up. With one, your password alone opens nothing.',
    required: 'Your role needs an authenticator app or a passkey.',
    since: 'Set up',
    left: '{{count}} recovery code left | {{count}} recovery codes left',
    begin: 'Set up an authenticator app',
    again: 'Replace the authenticator app',
    scan: 'Scan the code with your authenticator app, then enter the six digits it shows.',
    qr: 'QR code for an authenticator app',
    secret: 'If you cannot scan it, enter this secret:',
    code: 'Code',
    confirm: 'Confirm',
    codesHint:
      'Keep these recovery codes: each stands in for a code once, should you lose the app. They are shown only now.',
    renew: 'Make new recovery codes',
    remove: 'Remove the authenticator app',
  },
  passkey: {
    title: 'Passkeys',
    intro:
      'Sign in by fingerprint, face or the PIN of your device, without a password; or in the place of a code after it. They work on this site only.',
    impossible:
      'Passkeys do not work in this browser or at this address: use a recent browser, and the name of the site by HTTPS.',
    name: 'Name of the passkey',
    nameHint: 'To tell it from others, such as the phone or computer it is on.',
    add: 'Add a passkey',
    made: 'Added',
    used: 'Last used',
    neverUsed: 'Never used',
    change: 'Change',
    rename: 'Rename',
    remove: 'Remove the passkey',
    unused: 'No passkey was used: it was cancelled, or this device has none for this site.',
  },
  closing: {
    title: 'Close my account',
    intro:
      'Login, name and the confirmation of who you are are removed with it, for good. Papers of purchases stay as long as the law asks for.',
    sure: 'This cannot be undone, and nobody can sign in with this account any more.',
    submit: 'Close the account',
    done: 'Your account is closed.',
  },
  sessions: {
    title: 'Where you are signed in',
    browser: 'Browser',
    address: 'Address',
    since: 'Signed in',
    seen: 'Last used',
    here: 'This session',
    end: 'End',
    endOthers: 'End all others',
  },
};

export default texts;
