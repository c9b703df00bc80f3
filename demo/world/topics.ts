import { Weighted } from '../weighted';
import type { TeamId } from './regions';

/** What customers write about. */
export interface Topic {
  readonly category: string;
  /** The team it goes to; null = the care team of the region. */
  readonly team: TeamId | null;
  readonly subjects: readonly string[];
  readonly tags: readonly string[];
}

const topic = (category: string, team: TeamId | null, subjects: readonly string[], tags: readonly string[] = []): Topic => ({ category, team, subjects, tags });

/** What an incident is about. */
export const OUTAGE = topic(
  'outage',
  'technical',
  ['Nothing loads since this morning', 'Is the service down?', 'Error 503 on every page', 'We cannot work: dashboard unavailable', 'Sync has stopped'],
  ['incident']
);

/** The usual topics. */
export const TOPICS = new Weighted<Topic>([
  [
    topic(
      'how_to',
      null,
      [
        'How do I export my data?',
        'Can I change the sender address?',
        'Where do I find last month’s report?',
        'How to invite a colleague',
        'Question about the mobile app',
        'Using templates in two languages',
      ],
      ['mobile', 'onboarding']
    ),
    22,
  ],
  [
    topic(
      'login',
      null,
      [
        'Cannot log in',
        'Reset link does not arrive',
        'Two-factor code is refused',
        'Locked out after changing my e-mail address',
        'SSO sends me back to the start page',
      ],
      ['sso']
    ),
    15,
  ],
  [
    topic(
      'bug',
      'technical',
      [
        'Filter forgets its value',
        'Totals differ between page and export',
        'Upload stops at 99 %',
        'Search finds nothing with accents',
        'Date is one day early in the calendar',
        'App closes when I rotate the screen',
      ],
      ['mobile', 'bug']
    ),
    14,
  ],
  [
    topic(
      'integration',
      'technical',
      [
        'Webhook is called twice',
        'API answers 429',
        'Orders are missing after the import',
        'Connection to the shop is lost every night',
        'OAuth token expires too soon',
      ],
      ['api']
    ),
    8,
  ],
  [OUTAGE, 2],
  [
    topic(
      'invoice',
      'billing',
      [
        'Invoice shows the wrong VAT number',
        'We were charged twice',
        'Please send the invoice for March',
        'Change of billing address',
        'Payment failed but money was taken',
      ],
      ['vat']
    ),
    11,
  ],
  [topic('refund', 'billing', ['Refund for an unused licence', 'When do I get my money back?', 'Cancelled within 14 days'], ['refund']), 5],
  [
    topic(
      'subscription',
      'billing',
      ['Upgrade to the larger plan', 'Cancel our subscription', 'Price for 50 users?', 'Pause the account for the summer'],
      ['upgrade', 'churn-risk']
    ),
    7,
  ],
  [topic('account', null, ['Delete my account', 'Merge two accounts', 'Change the owner of the account', 'Who has access to our data?'], ['privacy']), 6],
  [
    topic(
      'feature_request',
      null,
      ['Dark mode, please', 'A shortcut for closing tickets', 'Could reports be scheduled?', 'More than one time zone per team'],
      ['idea']
    ),
    6,
  ],
  [topic('feedback', null, ['Thank you!', 'A compliment for your colleague', 'Not happy with the new menu'], []), 3],
]);
