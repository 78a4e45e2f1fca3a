import type { Texts } from '../texts.ts';

const texts: Texts<'account'> = {
  signIn: {
    title: 'Sign in',
    intro: "Sign in with your enterprise's API key to see the lists it took part in.",
    key: 'API key',
    keyHint: "Issued by the platform's operator, like chama_…",
    submit: 'Sign in',
    rejected: 'This key is unknown or has been revoked.',
    needKey: 'Enter an API key.',
    demo: 'This is a demo platform: you may look without signing in.',
    toLists: 'See the lists',
    signedIn: 'Signed in: {{name}}',
  },
};

export default texts;
