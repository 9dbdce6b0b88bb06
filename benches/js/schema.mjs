// The schema that everything which validates holds the bodies to: draft 2020-12, with what schemas of events use.

export const SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['eventType', 'id', 'number', 'createdAt', 'customer', 'lines'],
  additionalProperties: false,
  properties: {
    eventType: { const: 'PROJECT_CREATED' },
    id: { type: 'string', pattern: '^evt_[0-9a-z]{8,32}$' },
    number: { type: 'integer', minimum: 0 },
    createdAt: { type: 'string', minLength: 20, maxLength: 40 },
    customer: { $ref: '#/$defs/customer' },
    channel: { enum: ['web', 'app', 'phone', 'store'] },
    total: { type: 'number', minimum: 0 },
    comment: { type: ['string', 'null'] },
    lines: { type: 'array', maxItems: 100_000, items: { $ref: '#/$defs/line' } },
    samples: { type: 'array', items: { type: 'integer', minimum: -100_000, maximum: 100_000 } },
  },
  if: { properties: { channel: { const: 'phone' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties: { customer: { required: ['phone'] } } },
  $defs: {
    customer: {
      type: 'object',
      required: ['name', 'country'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 200 },
        phone: { anyOf: [{ type: 'null' }, { type: 'string', pattern: '^\\+[0-9]{6,15}$' }] },
        country: { type: 'string', minLength: 2, maxLength: 2 },
        vip: { type: 'boolean' },
        note: { type: ['string', 'null'] },
      },
    },
    line: {
      type: 'object',
      required: ['sku', 'quantity', 'price'],
      additionalProperties: false,
      properties: {
        sku: { type: 'string', minLength: 3, maxLength: 20 },
        title: { type: 'string', maxLength: 200 },
        quantity: { type: 'integer', minimum: 1, maximum: 1000 },
        price: { type: 'number', minimum: 0 },
        tags: { type: 'array', maxItems: 8, items: { type: 'string' } },
        gift: { type: 'boolean' },
      },
    },
  },
};
