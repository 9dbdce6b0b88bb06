// The built-in providers. Made by `cargo xtask generate`; do not edit.

/** The ids of the built-in providers, sorted. */
export const PROVIDER_IDS = [
  'bitbucket',
  'clerk',
  'dropbox',
  'edesy',
  'edesy-masking',
  'edesy-voice',
  'edna-pulse',
  'github',
  'gitlab',
  'line',
  'meta',
  'openai',
  'resend',
  'segment',
  'shopify',
  'slack',
  'standard-webhooks',
  'stripe',
  'svix',
  'telegram',
  'trello',
  'twitch',
  'viber',
  'x',
] as const;

/** The id of a built-in provider. */
export type ProviderId = (typeof PROVIDER_IDS)[number];

/** The senders' names as they write them. */
export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {
  'bitbucket': 'Bitbucket and Jira Cloud',
  'clerk': 'Clerk',
  'dropbox': 'Dropbox',
  'edesy': 'Edesy WhatsApp CRM',
  'edesy-masking': 'Edesy Number Masking',
  'edesy-voice': 'Edesy Voice Agent',
  'edna-pulse': 'edna Pulse',
  'github': 'GitHub',
  'gitlab': 'GitLab',
  'line': 'LINE',
  'meta': 'Meta (WhatsApp Cloud API)',
  'openai': 'OpenAI',
  'resend': 'Resend',
  'segment': 'Segment',
  'shopify': 'Shopify',
  'slack': 'Slack',
  'standard-webhooks': 'Standard Webhooks',
  'stripe': 'Stripe',
  'svix': 'Svix',
  'telegram': 'Telegram bots',
  'trello': 'Trello',
  'twitch': 'Twitch EventSub',
  'viber': 'Viber bots',
  'x': 'X (Twitter)',
};
