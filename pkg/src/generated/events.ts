// The payloads of the built-in events, as their schemas describe them. Made by `cargo xtask generate`; do not edit.

import type { Int64, Open } from '../events.js';
import type { Integers } from '../numbers.js';

/** The payloads of each provider's events by type. `I` is the option `integers`. */
export interface EventPayloads<I extends Integers = 'number'> {
  '360dialog': {
  };
  'adyen': {
  };
  'alloy': {
  };
  'asana': {
  };
  'aws-sns': {
    'Notification': AwsSnsEvent<I>;
    'SubscriptionConfirmation': AwsSnsConfirmation<I>;
    'UnsubscribeConfirmation': AwsSnsConfirmation<I>;
  };
  'bird': {
  };
  'bitbucket': {
  };
  'braintree': {
  };
  'calendly': {
  };
  'cashfree': {
  };
  'clerk': {
  };
  'coinbase-cdp': {
  };
  'coinbase-commerce': {
  };
  'datasaur': {
    'PROJECT_CREATED': DatasaurEvent<I>;
    'BEFORE_UPDATE_LABELS': DatasaurEvent<I>;
    'PROJECT_COMPLETED': DatasaurEvent<I>;
    'PROJECT_REVIEWED': DatasaurEvent<I>;
    'export': DatasaurExport<I>;
  };
  'discord': {
  };
  'dropbox': {
  };
  'edesy': {
    'message.received': EdesyEvent<I>;
    'campaign.completed': EdesyEvent<I>;
    'bot.handed_over': EdesyEvent<I>;
    'order.placed': EdesyEvent<I>;
    'review.received': EdesyEvent<I>;
  };
  'edesy-masking': {
    'call.initiated': EdesyMaskingCall<I>;
    'call.ringing': EdesyMaskingCall<I>;
    'call.answered': EdesyMaskingCall<I>;
    'call.bridged': EdesyMaskingCall<I>;
    'call.completed': EdesyMaskingCall<I>;
    'call.failed': EdesyMaskingCall<I>;
    'call.no-answer': EdesyMaskingCall<I>;
    'recording.ready': EdesyMaskingCall<I>;
    'session.created': EdesyMaskingSession<I>;
    'call.incoming': EdesyMaskingSession<I>;
    'call.connected': EdesyMaskingSession<I>;
    'call.ended': EdesyMaskingSession<I>;
    'call.missed': EdesyMaskingSession<I>;
    'session.expired': EdesyMaskingSession<I>;
    'masking.route': EdesyMaskingMaskingRoute<I>;
  };
  'edesy-voice': {
    'call.started': EdesyVoiceEvent<I>;
    'call.ended': EdesyVoiceEvent<I>;
    'call.failed': EdesyVoiceEvent<I>;
    'call.transferred': EdesyVoiceEvent<I>;
    'call.recording_ready': EdesyVoiceEvent<I>;
    'call.analyzed': EdesyVoiceEvent<I>;
    'call.voicemail_detected': EdesyVoiceEvent<I>;
    'transcript.updated': EdesyVoiceEvent<I>;
    'function.called': EdesyVoiceEvent<I>;
    'error.occurred': EdesyVoiceEvent<I>;
  };
  'edna-pulse': {
    'incoming_message': EdnaPulseIncomingMessage<I>;
    'message_status': EdnaPulseMessageStatus<I>;
    'template_status': EdnaPulseTemplateStatus<I>;
    'message_matcher.category_changed': EdnaPulseMessageMatcherCategoryChanged<I>;
    'short_link_visited': EdnaPulseShortLinkVisited<I>;
  };
  'github': {
  };
  'gitlab': {
  };
  'hubspot': {
  };
  'infobip': {
  };
  'intercom': {
  };
  'lemon-squeezy': {
  };
  'line': {
  };
  'linear': {
  };
  'mailgun': {
  };
  'messagebird': {
  };
  'messagebird-legacy': {
  };
  'meta': {
  };
  'microsoft-graph': {
  };
  'notion': {
  };
  'openai': {
  };
  'paddle': {
  };
  'paypal': {
  };
  'plaid': {
  };
  'razorpay': {
  };
  'resend': {
  };
  'segment': {
  };
  'sendgrid': {
  };
  'shopify': {
  };
  'slack': {
  };
  'square': {
  };
  'standard-webhooks': {
  };
  'stripe': {
  };
  'svix': {
  };
  'telegram': {
    'message': TelegramUpdate<I>;
    'edited_message': TelegramUpdate<I>;
    'channel_post': TelegramUpdate<I>;
    'edited_channel_post': TelegramUpdate<I>;
    'business_connection': TelegramUpdate<I>;
    'business_message': TelegramUpdate<I>;
    'edited_business_message': TelegramUpdate<I>;
    'deleted_business_messages': TelegramUpdate<I>;
    'message_reaction': TelegramUpdate<I>;
    'message_reaction_count': TelegramUpdate<I>;
    'inline_query': TelegramUpdate<I>;
    'chosen_inline_result': TelegramUpdate<I>;
    'callback_query': TelegramUpdate<I>;
    'shipping_query': TelegramUpdate<I>;
    'pre_checkout_query': TelegramUpdate<I>;
    'purchased_paid_media': TelegramUpdate<I>;
    'poll': TelegramUpdate<I>;
    'poll_answer': TelegramUpdate<I>;
    'my_chat_member': TelegramUpdate<I>;
    'chat_member': TelegramUpdate<I>;
    'chat_join_request': TelegramUpdate<I>;
    'chat_boost': TelegramUpdate<I>;
    'removed_chat_boost': TelegramUpdate<I>;
  };
  'trello': {
  };
  'twilio': {
  };
  'twitch': {
  };
  'typeform': {
    'form_response': TypeformEvent<I>;
    'form_response_partial': TypeformEvent<I>;
  };
  'viber': {
    'webhook': ViberEvent<I>;
    'subscribed': ViberEvent<I>;
    'unsubscribed': ViberEvent<I>;
    'conversation_started': ViberEvent<I>;
    'message': ViberEvent<I>;
    'delivered': ViberEvent<I>;
    'seen': ViberEvent<I>;
    'failed': ViberEvent<I>;
  };
  'vonage': {
  };
  'vonage-sms': {
  };
  'x': {
  };
  'zendesk': {
  };
  'zoom': {
  };
}

/** Delivery in the form of the WhatsApp Cloud API */
export type _360dialogEvent<_I extends Integers = 'number'> = {
  object: string;
  entry: {
    id?: string;
    changes?: {
      field: string;
      [name: string]: unknown;
    }[];
    [name: string]: unknown;
  }[];
  [name: string]: unknown;
};

/** A standard webhook has `notificationItems`, any other `type`. */
export type AdyenEvent<I extends Integers = 'number'> = {
  live?: string;
  notificationItems?: {
    NotificationRequestItem: {
      eventCode: string;
      success: string;
      pspReference: string;
      originalReference?: string;
      merchantAccountCode: string;
      merchantReference?: string;
      amount?: {
        value?: Int64<I>;
        currency?: string;
        [name: string]: unknown;
      };
      additionalData?: { [name: string]: unknown };
      [name: string]: unknown;
    };
    [name: string]: unknown;
  }[];
  type?: string;
  environment?: string;
  data?: { [name: string]: unknown };
  [name: string]: unknown;
};

/** Envelope of an Alloy event */
export type AlloyEvent<I extends Integers = 'number'> = {
  request_token?: string;
  timestamp?: Int64<I>;
  type: string;
  description?: string;
  data: { [name: string]: unknown };
  [name: string]: unknown;
};

/** Delivery of Asana */
export type AsanaEvent<_I extends Integers = 'number'> = {
  events: ({
    action: string;
    created_at?: string;
    user?: null | { [name: string]: unknown };
    parent?: null | { [name: string]: unknown };
    resource?: null | {
      gid?: string;
      resource_type?: string;
      [name: string]: unknown;
    };
    [name: string]: unknown;
  })[];
  [name: string]: unknown;
};

/** Confirmation of an Amazon SNS subscription */
export type AwsSnsConfirmation<_I extends Integers = 'number'> = {
  Type: string;
  MessageId: string;
  Token: string;
  TopicArn: string;
  Message: string;
  SubscribeURL: string;
  Timestamp: string;
  SignatureVersion: string;
  Signature: string;
  SigningCertURL: string;
  [name: string]: unknown;
};

/** Message of Amazon SNS */
export type AwsSnsEvent<_I extends Integers = 'number'> = {
  Type: string;
  MessageId: string;
  TopicArn: string;
  Subject?: string | null;
  Message: string;
  Timestamp: string;
  SignatureVersion: string;
  Signature: string;
  SigningCertURL: string;
  UnsubscribeURL?: string;
  [name: string]: unknown;
};

/** Fields of a Braintree notification */
export type BraintreeEvent<_I extends Integers = 'number'> = {
  bt_signature: string;
  bt_payload: string;
  [name: string]: unknown;
};

/** Envelope of a Calendly event */
export type CalendlyEvent<_I extends Integers = 'number'> = {
  event: string;
  created_at: string;
  created_by?: string | null;
  payload: { [name: string]: unknown };
  [name: string]: unknown;
};

/** Envelope of a Cashfree event */
export type CashfreeEvent<_I extends Integers = 'number'> = {
  data: { [name: string]: unknown };
  event_time?: string;
  type?: string;
  event_type?: string;
  [name: string]: unknown;
};

/** Event of Clerk */
export type ClerkEvent<_I extends Integers = 'number'> = {
  type: string;
  object?: string;
  data: { [name: string]: unknown };
  /** Milliseconds since the Unix epoch. */
  timestamp?: number;
  instance_id?: string;
  [name: string]: unknown;
};

/** Delivery of Coinbase Commerce */
export type CoinbaseCommerceEvent<_I extends Integers = 'number'> = {
  id?: string | number;
  scheduled_for?: string;
  attempt_number?: number;
  event: {
    id: string;
    type: string;
    api_version?: string;
    created_at?: string;
    data?: { [name: string]: unknown };
    [name: string]: unknown;
  };
  [name: string]: unknown;
};

/** Envelope of a Datasaur event */
export type DatasaurEvent<_I extends Integers = 'number'> = {
  eventType: string;
  data: {
    timestamp?: string;
    project?: { [name: string]: unknown };
    team?: { [name: string]: unknown };
    [name: string]: unknown;
  };
  [name: string]: unknown;
};

/** Export that is sent to a webhook */
export type DatasaurExport<I extends Integers = 'number'> = {
  userId?: string | Int64<I>;
  fileUrl: string;
  projectId: string;
  documentId?: string | null;
  [name: string]: unknown;
};

/** Interaction or webhook event of Discord */
export type DiscordEvent<_I extends Integers = 'number'> = {
  type: number;
  application_id: string;
  version?: number;
  id?: string;
  event?: {
    type: string;
    timestamp?: string;
    [name: string]: unknown;
  };
  [name: string]: unknown;
};

/** Notification of Dropbox */
export type DropboxNotification<_I extends Integers = 'number'> = {
  list_folder?: {
    accounts?: string[];
    [name: string]: unknown;
  };
  [name: string]: unknown;
};

/** Any event. No payload is published, so nothing is said about the rest of the members. */
export type EdesyEvent<_I extends Integers = 'number'> = {
  /** The event name; that it stands here is assumed. */
  event?: string;
  /** The event name, where `event` is absent; that it stands here is assumed. */
  type?: string;
  [name: string]: unknown;
};

/** The eight documented events. One sample is published, of `call.completed`; the others are held to the same fields. */
export type EdesyMaskingCall<I extends Integers = 'number'> = {
  event: string;
  /** The call, a UUID in the sample. */
  call_sid: string;
  data: {
    caller_number?: string;
    target_number?: string;
    masked_number?: string;
    direction?: string;
    status?: string;
    started_at?: EdesyMaskingCallTime<I>;
    answered_at?: EdesyMaskingCallTime<I>;
    ended_at?: EdesyMaskingCallTime<I>;
    duration_sec?: EdesyMaskingCallSeconds<I>;
    bill_duration_sec?: EdesyMaskingCallSeconds<I>;
    price?: number;
    /** A relative path in spite of its name; the documentation does not say what it is relative to. */
    recording_url?: string;
    /** On `call.failed`; values are not documented. */
    hangup_cause?: string;
  };
};

export type EdesyMaskingCallTime<_I extends Integers = 'number'> = string;

export type EdesyMaskingCallSeconds<_I extends Integers = 'number'> = number;

/** Somebody dials a masked number; known from integrations only. */
export type EdesyMaskingMaskingRoute<_I extends Integers = 'number'> = {
  event: string;
  /** The number that was dialled. */
  masked_number: string;
  /** Who dials. */
  caller: string;
  call_sid?: string;
  [name: string]: unknown;
};

/** The six events of the session product, known from integrations only. All fields but the event are optional. */
export type EdesyMaskingSession<I extends Integers = 'number'> = {
  event: string;
  /** Your own reference of the session. */
  reference?: EdesyMaskingSessionText<I>;
  virtual_number?: EdesyMaskingSessionText<I>;
  caller?: EdesyMaskingSessionText<I>;
  callee?: EdesyMaskingSessionText<I>;
  direction?: EdesyMaskingSessionText<I>;
  /** The call; test events of the dashboard have none. */
  call_sid?: EdesyMaskingSessionText<I>;
  duration_sec?: number;
  status?: EdesyMaskingSessionText<I>;
  /** Its format is not known. */
  timestamp?: EdesyMaskingSessionText<I>;
  [name: string]: unknown;
};

export type EdesyMaskingSessionText<_I extends Integers = 'number'> = string;

/** One of three shapes: a subscription's envelope has `type`, the captured delivery has `call`, the documented basic envelope has neither. */
export type EdesyVoiceEvent<I extends Integers = 'number'> = EdesyVoiceEventSubscription<I> | EdesyVoiceEventCaptured<I> | EdesyVoiceEventBasic<I>;

/** Envelope of a webhook subscription, documented by one example. */
export type EdesyVoiceEventSubscription<I extends Integers = 'number'> = {
  id: string;
  type: string;
  api_version?: Open<'2026-03'>;
  /** Seconds since the Unix epoch. */
  created?: Int64<I>;
  data: EdesyVoiceEventSubscriptionData<I>;
};

export type EdesyVoiceEventSubscriptionData<I extends Integers = 'number'> = {
  event_type?: string;
  call_sid?: string;
  agent_id?: Int64<I>;
  /** Seconds. */
  call_duration?: number;
  [name: string]: unknown;
};

/** The delivery that was captured in September 2026. */
export type EdesyVoiceEventCaptured<I extends Integers = 'number'> = {
  event: string;
  timestamp?: EdesyVoiceEventTime<I>;
  call?: {
    id?: string | Int64<I>;
    callSid?: string;
    direction?: string;
    from?: string;
    /** May be empty. */
    to?: string;
    /** Seconds. */
    duration?: number;
    turnCount?: number;
    provider?: string;
    llmMode?: string;
    [name: string]: unknown;
  };
  agent?: {
    id?: Int64<I>;
    [name: string]: unknown;
  };
  outcome?: {
    status?: string;
    disposition?: string;
    confidence?: number;
    endReason?: string;
    endedBy?: string;
    [name: string]: unknown;
  };
  data?: null | { [name: string]: unknown };
  transcript?: {
    speaker?: string;
    text?: string;
    timestamp?: unknown;
    [name: string]: unknown;
  }[];
  [name: string]: unknown;
};

/** Envelope of a basic webhook, the same on both pages that document it. */
export type EdesyVoiceEventBasic<I extends Integers = 'number'> = {
  event: string;
  timestamp: EdesyVoiceEventTime<I>;
  data: { [name: string]: unknown };
};

export type EdesyVoiceEventStartedData<I extends Integers = 'number'> = {
  call_id?: string;
  agent_id?: EdesyVoiceEventAgentId<I>;
  direction?: string;
  caller_number?: string;
  called_number?: string;
  from?: string;
  to?: string;
  provider?: string;
  call_sid?: string;
  stream_sid?: string;
  workspace_id?: string;
  metadata?: { [name: string]: unknown };
  [name: string]: unknown;
};

export type EdesyVoiceEventEndedData<I extends Integers = 'number'> = {
  call_id?: string;
  agent_id?: EdesyVoiceEventAgentId<I>;
  duration_seconds?: number;
  end_reason?: string;
  disposition?: string;
  was_transferred?: boolean;
  turn_count?: number;
  summary?: {
    topics?: string[];
    sentiment?: string;
    outcome?: string;
  };
  metrics?: {
    avg_response_time_ms?: number;
    interruptions?: number;
    stt_errors?: number;
  };
  transcript?: {
    summary?: string;
    turns?: {
      role?: string;
      content?: string;
      timestamp?: EdesyVoiceEventTime<I>;
    }[];
  };
  metadata?: {
    functions_called?: string[];
    transfer_occurred?: boolean;
    recording_url?: string;
    [name: string]: unknown;
  };
  [name: string]: unknown;
};

export type EdesyVoiceEventAgentId<_I extends Integers = 'number'> = string;

export type EdesyVoiceEventTime<_I extends Integers = 'number'> = string;

/** One message that a customer has sent to a channel. */
export type EdnaPulseIncomingMessage<I extends Integers = 'number'> = {
  /** Id of this message; unique together with the channel's id. */
  id: Int64<I>;
  /** Name of the channel. */
  subject: string;
  /** Id of the channel. */
  subjectId: Int64<I>;
  subscriber: EdnaPulseIncomingMessageSubscriber<I>;
  userInfo: EdnaPulseIncomingMessageUserInfo<I>;
  messageContent: EdnaPulseIncomingMessageMessageContent<I>;
  /** Not known; the text of a message stands in messageContent.text. */
  text?: string | null;
  /** When the message was received. */
  receivedAt: string;
  /** Id of the company's message that the customer quotes. */
  replyOutMessageId?: null | Int64<I>;
  /** The company's own request id of the quoted message. */
  replyOutMessageExternalRequestId?: string | null | Int64<I>;
  /** Id of the customer's own message that the customer quotes; also filled in an answer to a menu. */
  replyInMessageId?: null | Int64<I>;
  lastMessage?: EdnaPulseIncomingMessageLastMessage<I>;
};

/** Who sent the message. */
export type EdnaPulseIncomingMessageSubscriber<I extends Integers = 'number'> = {
  /** Id of the customer at edna. */
  id: Int64<I>;
  /** Phone number in digits without a plus sign, or a WhatsApp user id such as DE.4kPz (BSUID); ids of other kinds in other channels. */
  identifier: string;
};

/** The customer's profile. */
export type EdnaPulseIncomingMessageUserInfo<_I extends Integers = 'number'> = {
  /** Name of the profile. */
  userName: string;
  /** First name. */
  firstName?: string | null;
  /** Last name. */
  lastName?: string | null;
  /** Address of the profile picture. */
  avatarUrl?: string | null;
};

/** What was sent. Which members are there depends on the type and on the age of the account's settings. */
export type EdnaPulseIncomingMessageMessageContent<I extends Integers = 'number'> = {
  /** Kind of message. More kinds exist: the list could not be read. */
  type: Open<'TEXT' | 'IMAGE' | 'DOCUMENT' | 'VIDEO' | 'AUDIO' | 'BUTTON' | 'LOCATION' | 'CONTACT' | 'LIST_PICKER' | 'PRODUCT' | 'ORDER' | 'FLOW'>;
  /** Text of the message. For FLOW the answers of the form, as a JSON document inside this string. */
  text?: string | null;
  /** Title of what is attached. */
  caption?: string | null;
  /** Code of the template's button that was pressed. */
  payload?: string | null;
  /** Not described. */
  story?: unknown;
  /** What was chosen from an interactive menu. */
  items?: EdnaPulseIncomingMessageMenuItem<I> | null | EdnaPulseIncomingMessageMenuItem<I>[];
  /** A place. Its members are not documented. */
  location?: null | { [name: string]: unknown };
  attachment?: EdnaPulseIncomingMessageAttachment<I>;
  contact?: EdnaPulseIncomingMessageContact<I>;
  referral?: EdnaPulseIncomingMessageReferral<I>;
  product?: EdnaPulseIncomingMessageProduct<I>;
  /** Not described. */
  catalog?: unknown;
  order?: EdnaPulseIncomingMessageOrder<I>;
};

/** An entry of an interactive menu. */
export type EdnaPulseIncomingMessageMenuItem<I extends Integers = 'number'> = {
  /** Id of the entry. */
  identifier?: string | null | Int64<I>;
  /** Title of the entry. */
  title: string;
  /** Second line of the entry. */
  subtitle?: string | null;
};

/** An image, document, video or recording. */
export type EdnaPulseIncomingMessageAttachment<I extends Integers = 'number'> = null | {
  /** Where the file can be fetched. */
  url?: string | null;
  /** Name of the file. */
  name?: string | null;
  /** Size of the file. */
  size?: string | null | Int64<I>;
  /** Media type of the file. */
  mimeType?: string | null;
};

/** A contact card. */
export type EdnaPulseIncomingMessageContact<_I extends Integers = 'number'> = null | {
  /** First name on the card. */
  firstName?: string | null;
  /** Last name on the card. */
  lastName?: string | null;
  /** Mobile number on the card. */
  phoneNumber?: string | null;
};

/** The advertisement or post through which the customer came. */
export type EdnaPulseIncomingMessageReferral<_I extends Integers = 'number'> = null | {
  /** Text of the advertisement. */
  body: string;
  /** Title of the advertisement. */
  headline: string;
  /** Facebook's id of it. */
  sourceId: string;
  /** Whether it is an advertisement or a post. */
  sourceType: Open<'ad' | 'post'>;
  /** Address that the customer saw. */
  sourceUrl: string;
};

/** The product that the customer asks about. */
export type EdnaPulseIncomingMessageProduct<_I extends Integers = 'number'> = null | {
  /** Id of the product. */
  id?: string;
  /** Id of its catalogue. */
  catalogId?: string;
};

/** An order from a catalogue. */
export type EdnaPulseIncomingMessageOrder<_I extends Integers = 'number'> = null | {
  /** Id of the catalogue. */
  catalogId?: string;
  /** What is ordered. */
  products?: {
    /** Id of the product. */
    id?: string;
    /** How many. */
    quantity?: number;
    /** Price; whether of one piece or of all is not documented. */
    price?: number;
    /** Currency code such as EUR. */
    currency?: string;
  }[];
};

/** The last message sent to this customer in the 14 days before; only in WhatsApp, and only where edna's support has switched it on. */
export type EdnaPulseIncomingMessageLastMessage<I extends Integers = 'number'> = {
  /** Id of that message. */
  outMessageId: Int64<I>;
  /** Phone number or other address it went to. */
  address: string;
  /** Kind of message. */
  contentType: Open<'TEXT'>;
  /** Its text. */
  text: string;
  /** When it was sent. */
  startTime: string;
};

/** A WhatsApp template has been moved to another category. */
export type EdnaPulseMessageMatcherCategoryChanged<I extends Integers = 'number'> = {
  /** The template. */
  payload: {
    /** Id of the template. */
    id: Int64<I>;
    /** Name of the template. */
    name: string;
    /** Kind of channel. */
    channelType: Open<'WHATSAPP'>;
    /** The new category. */
    category: Open<'MARKETING' | 'UTILITY' | 'AUTHORIZATION' | 'AUTHENTICATION'>;
  };
  /** The event type. */
  type: 'message_matcher.category_changed';
  /** Version of the format. */
  version?: Open<'v1'>;
  /** When the category was changed; up to nine fractional digits. */
  timestamp: string;
};

/** The status of one message that was sent has changed. */
export type EdnaPulseMessageStatus<I extends Integers = 'number'> = {
  /** The id that the sender of the message gave to the request; any text. */
  requestId: string | null;
  /** Id of the message. */
  messageId?: Int64<I>;
  /** Id of the cascade that the message belongs to. */
  cascadeId: Int64<I>;
  /** Id of the stage of the cascade; any text in spite of its name. */
  cascadeStageUUID: string | null;
  /** Name of the channel. */
  subject: string;
  /** Id of the channel. */
  subjectId: Int64<I>;
  /** The new status. More values exist: the list could not be read to its end. */
  status: Open<'SENT' | 'DELIVERED' | 'READ' | 'UNDELIVERED' | 'CANCELLED' | 'DELAYED' | 'ENQUEUED' | 'EXPIRED' | 'FAILED'>;
  /** When the status changed. */
  statusAt: string;
  /** Error code such as error-subject-unknown; new ones may appear at any time. */
  error?: string | null;
  /** Remark on the status. */
  comment?: string | null;
  /** What WhatsApp charges for; only in WhatsApp. */
  paymentData?: {
    /** Kind of this object. */
    '@type'?: string;
    /** WhatsApp's id of the conversation. */
    conversationId: string;
    /** Category of the conversation, such as marketing. */
    conversationType: string;
    /** Whether it is charged for. */
    chargeable?: boolean;
    /** Kind of charge. */
    type?: string;
  };
};

/** A recipient has pressed a link button of a WhatsApp message. */
export type EdnaPulseShortLinkVisited<I extends Integers = 'number'> = {
  /** The click. */
  payload: {
    /** Name of the channel. */
    sender: string;
    /** Id of the template. */
    templateId: Int64<I>;
    /** Kind of channel. */
    channelType: Open<'WHATSAPP'>;
    /** Id of the message that has the button. */
    outMessageId: Int64<I>;
    /** Recipient's phone number in digits without a plus sign; what stands here for recipients without one is not documented. */
    phone: string;
    /** The button's link as it was set up; may lack the scheme. */
    url: string;
    /** The recipient's own link: its last part, in the older form the whole address. */
    shortLink: string;
    /** The id that the sender of the message gave to the request; only for messages sent over the API. */
    requestId?: string | null;
  };
  /** The event type. */
  type: 'short_link_visited';
  /** Version of the format. */
  version: Open<'v1'>;
  /** When the button was pressed. */
  timestamp: string;
};

/** The registration status of a template has changed: the template itself, or in the older form the template beside the ids of its channels. */
export type EdnaPulseTemplateStatus<I extends Integers = 'number'> = EdnaPulseTemplateStatusMatcher<I> | EdnaPulseTemplateStatusTemplate<I>;

/** The older form. */
export type EdnaPulseTemplateStatusMatcher<I extends Integers = 'number'> = {
  messageMatcher: EdnaPulseTemplateStatusTemplate<I>;
  /** Ids of the channels that the template is for. */
  subjectIds: Int64<I>[] | Int64<I>;
};

/** The template. */
export type EdnaPulseTemplateStatusTemplate<I extends Integers = 'number'> = {
  /** Id of the template; the older form has none. */
  id?: Int64<I>;
  /** Name of the template. */
  name: string;
  /** Kind of channel. */
  channelType: Open<'WHATSAPP' | 'VIBER' | 'SMS' | 'MAX' | 'MAX_BOT'>;
  /** Language code such as EN. */
  language?: string | null;
  content: EdnaPulseTemplateStatusContent<I>;
  /** Kind of content. */
  contentType?: string | null;
  /** Category of the template. */
  category?: Open<'MARKETING' | 'UTILITY' | 'AUTHORIZATION' | 'AUTHENTICATION' | 'ACCOUNT_UPDATE' | null>;
  /** The new status; only with APPROVED can the template be used. */
  status: Open<'APPROVED' | 'REJECTED' | 'PENDING' | 'NOT_SENT' | 'ARCHIVED' | 'PAUSED' | 'DISABLED'>;
  /** Whether the template is blocked. */
  locked?: boolean | null;
  /** OPERATOR: registered with the messenger. USER: made by a user from such a template. */
  type?: Open<'OPERATOR' | 'USER' | null>;
  /** When the template was made. */
  createdAt?: string | null;
  /** When its status changed. */
  updatedAt?: string | null;
};

/** What the template says. */
export type EdnaPulseTemplateStatusContent<I extends Integers = 'number'> = {
  attachment?: EdnaPulseTemplateStatusAttachment<I>;
  /** Not described. */
  action?: unknown;
  /** Title. */
  caption?: EdnaPulseTemplateStatusText<I>;
  /** What stands above the text. */
  header?: null | {
    /** Kind of header, such as TEXT. */
    headerType?: EdnaPulseTemplateStatusText<I>;
    /** Its text. */
    text?: EdnaPulseTemplateStatusText<I>;
    attachment?: EdnaPulseTemplateStatusAttachment<I>;
    /** Example for its variable. */
    headerExampleTextParam?: EdnaPulseTemplateStatusText<I>;
    /** Example of its file. */
    headerExampleMediaUrl?: EdnaPulseTemplateStatusText<I>;
  };
  /** The text, with places for variables. */
  text?: EdnaPulseTemplateStatusText<I>;
  /** What stands below the text. */
  footer?: null | {
    /** Its text. */
    text?: EdnaPulseTemplateStatusText<I>;
  };
  /** The buttons. */
  keyboard?: null | {
    rows?: EdnaPulseTemplateStatusRows<I>;
    row?: EdnaPulseTemplateStatusRows<I>;
  };
  /** Examples for the variables of the text. */
  textExampleParams?: null | EdnaPulseTemplateStatusText<I>[];
};

/** Rows of buttons. */
export type EdnaPulseTemplateStatusRows<I extends Integers = 'number'> = null | ({
  /** The buttons of the row. */
  buttons?: null | EdnaPulseTemplateStatusButton<I>[];
})[];

export type EdnaPulseTemplateStatusButton<I extends Integers = 'number'> = {
  /** What is written on the button. */
  text?: EdnaPulseTemplateStatusText<I>;
  /** What the button does. */
  buttonType?: Open<'PHONE' | 'URL' | 'QUICK_REPLY' | null>;
  /** Fixed part of the link. */
  url?: EdnaPulseTemplateStatusText<I>;
  /** Variable end of the link. */
  urlPostfix?: EdnaPulseTemplateStatusText<I>;
  /** Number to call. */
  phone?: EdnaPulseTemplateStatusText<I>;
  /** Code that comes back when the button is pressed. */
  payload?: EdnaPulseTemplateStatusText<I>;
  /** Example of the whole link. */
  urlTextExample?: EdnaPulseTemplateStatusText<I>;
};

/** A file. */
export type EdnaPulseTemplateStatusAttachment<I extends Integers = 'number'> = null | {
  /** Id of the file. */
  id?: null | Int64<I>;
  /** Where it can be fetched. */
  fileUrl?: EdnaPulseTemplateStatusText<I>;
  /** Its name when it was uploaded. */
  originalFileName?: EdnaPulseTemplateStatusText<I>;
  /** Its size. */
  size?: null | Int64<I>;
};

export type EdnaPulseTemplateStatusText<_I extends Integers = 'number'> = string | null;

/** Workflows and cards send other objects; their members are free. */
export type HubspotEvent<I extends Integers = 'number'> = {
  eventId?: Int64<I>;
  subscriptionId?: Int64<I>;
  portalId?: Int64<I>;
  appId?: Int64<I>;
  objectId?: Int64<I>;
  occurredAt?: Int64<I>;
  [name: string]: unknown;
};

/** Delivery of Infobip */
export type InfobipEvent<_I extends Integers = 'number'> = {
  results: { [name: string]: unknown }[];
  [name: string]: unknown;
};

/** Notification of Intercom */
export type IntercomEvent<_I extends Integers = 'number'> = {
  type?: string;
  topic: string;
  id?: string | null;
  app_id?: string;
  data?: { [name: string]: unknown };
  [name: string]: unknown;
};

/** A JSON:API resource with `meta` beside it. */
export type LemonSqueezyEvent<_I extends Integers = 'number'> = {
  meta: {
    event_name: string;
    test_mode?: boolean;
    [name: string]: unknown;
  };
  data: {
    type: string;
    id: string;
    attributes?: { [name: string]: unknown };
    relationships?: { [name: string]: unknown };
    links?: { [name: string]: unknown };
    [name: string]: unknown;
  };
  [name: string]: unknown;
};

/** Delivery of LINE */
export type LineDelivery<_I extends Integers = 'number'> = {
  destination: string;
  events: {
    type: string;
    timestamp?: number;
    webhookEventId?: string;
    [name: string]: unknown;
  }[];
  [name: string]: unknown;
};

/** Delivery of Linear */
export type LinearEvent<I extends Integers = 'number'> = {
  type: string;
  action: string;
  /** Milliseconds since the Unix epoch. */
  webhookTimestamp: Int64<I>;
  webhookId?: string;
  organizationId?: string;
  data?: { [name: string]: unknown };
  [name: string]: unknown;
};

/** JSON deliveries have `event-data`; forms have whatever the mail has. */
export type MailgunEvent<_I extends Integers = 'number'> = {
  'event-data'?: {
    event: string;
    id?: string;
    /** Seconds since the Unix epoch, with a fraction. */
    timestamp?: number;
    [name: string]: unknown;
  };
  [name: string]: unknown;
};

/** Delivery of Meta */
export type MetaDelivery<_I extends Integers = 'number'> = {
  object: string;
  entry: {
    id?: string;
    changes?: {
      field: string;
      [name: string]: unknown;
    }[];
    [name: string]: unknown;
  }[];
  [name: string]: unknown;
};

/** Delivery of Microsoft Graph */
export type MicrosoftGraphEvent<_I extends Integers = 'number'> = {
  value: ({
    id?: string;
    subscriptionId: string;
    subscriptionExpirationDateTime?: string;
    clientState?: string | null;
    changeType?: string;
    lifecycleEvent?: string;
    resource?: string;
    tenantId?: string;
    resourceData?: null | { [name: string]: unknown };
    [name: string]: unknown;
  })[];
  validationTokens?: string[];
  [name: string]: unknown;
};

/** Event of Notion */
export type NotionEvent<_I extends Integers = 'number'> = {
  id: string;
  type: string;
  timestamp: string;
  workspace_id?: string;
  subscription_id?: string;
  integration_id?: string;
  attempt_number?: number;
  entity: {
    id?: string;
    type?: string;
    [name: string]: unknown;
  };
  data?: { [name: string]: unknown };
  [name: string]: unknown;
};

/** Event of OpenAI */
export type OpenaiEvent<_I extends Integers = 'number'> = {
  id: string;
  object?: string;
  type: string;
  created_at?: number;
  data: { [name: string]: unknown };
  [name: string]: unknown;
};

/** Envelope of a Paddle event */
export type PaddleEvent<_I extends Integers = 'number'> = {
  event_id: string;
  event_type: string;
  occurred_at: string;
  notification_id?: string | null;
  data: { [name: string]: unknown };
  [name: string]: unknown;
};

/** Envelope of a PayPal event */
export type PaypalEvent<_I extends Integers = 'number'> = {
  id: string;
  event_type: string;
  event_version?: string;
  create_time: string;
  resource_type?: string;
  resource_version?: string;
  summary?: string;
  resource: { [name: string]: unknown };
  links?: unknown[];
  [name: string]: unknown;
};

/** Envelope of a Plaid webhook */
export type PlaidEvent<_I extends Integers = 'number'> = {
  webhook_type: string;
  webhook_code: string;
  environment?: string;
  item_id?: string | null;
  [name: string]: unknown;
};

/** Envelope of a Razorpay event */
export type RazorpayEvent<_I extends Integers = 'number'> = {
  entity?: string;
  account_id?: string;
  event: string;
  contains?: string[];
  payload: { [name: string]: unknown };
  created_at?: number;
  [name: string]: unknown;
};

/** Event of Resend */
export type ResendEvent<_I extends Integers = 'number'> = {
  type: string;
  created_at?: string;
  data: { [name: string]: unknown };
  [name: string]: unknown;
};

/** Event of the SendGrid Event Webhook */
export type SendgridEvent<I extends Integers = 'number'> = {
  event: string;
  /** Seconds since the Unix epoch. */
  timestamp: Int64<I>;
  sg_event_id?: string;
  sg_message_id?: string;
  email?: string;
  [name: string]: unknown;
};

/** Envelope of a Square event */
export type SquareEvent<_I extends Integers = 'number'> = {
  merchant_id?: string;
  type: string;
  event_id: string;
  created_at: string;
  data: {
    type?: string;
    id?: string;
    object?: { [name: string]: unknown };
    [name: string]: unknown;
  };
  [name: string]: unknown;
};

/** Event of Stripe */
export type StripeEvent<_I extends Integers = 'number'> = {
  id: string;
  object: string;
  type: string;
  created?: string | number;
  livemode?: boolean;
  data?: { [name: string]: unknown };
  [name: string]: unknown;
};

/** Update of Telegram */
export type TelegramUpdate<I extends Integers = 'number'> = {
  update_id: Int64<I>;
  [name: string]: unknown;
};

/** Event of Trello */
export type TrelloEvent<_I extends Integers = 'number'> = {
  action: {
    id: string;
    type: string;
    date?: string;
    data?: { [name: string]: unknown };
    [name: string]: unknown;
  };
  model: { [name: string]: unknown };
  [name: string]: unknown;
};

/** Message of Twitch EventSub */
export type TwitchMessage<_I extends Integers = 'number'> = {
  subscription: {
    id: string;
    type: string;
    status: string;
    [name: string]: unknown;
  };
  event?: { [name: string]: unknown };
  challenge?: string;
  [name: string]: unknown;
};

/** Envelope of a Typeform event */
export type TypeformEvent<_I extends Integers = 'number'> = {
  event_id: string;
  event_type: string;
  form_response?: {
    form_id?: string;
    token?: string;
    submitted_at?: string;
    definition?: { [name: string]: unknown };
    answers?: unknown[];
    [name: string]: unknown;
  };
  [name: string]: unknown;
};

/** Event of a Viber bot */
export type ViberEvent<I extends Integers = 'number'> = {
  event: string;
  timestamp?: Int64<I>;
  message_token?: Int64<I>;
  [name: string]: unknown;
};

/** Event of Zoom */
export type ZoomEvent<I extends Integers = 'number'> = {
  event: string;
  /** Milliseconds since the Unix epoch. */
  event_ts?: Int64<I>;
  payload: { [name: string]: unknown };
  [name: string]: unknown;
};
