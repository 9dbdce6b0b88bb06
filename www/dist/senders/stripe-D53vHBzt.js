var e={definition:{$schema:`../provider.schema.json`,id:`stripe`,name:`Stripe`,summary:`Payments, customers, subscriptions and everything else that happens in a Stripe account.`,docs:[`https://docs.stripe.com/webhooks`,`https://docs.stripe.com/webhooks/signature`,`https://docs.stripe.com/api/events`],checked:`2026-11-21`,confidence:`documented`,notes:["The key is the endpoint's secret as it is shown, `whsec_` included: it is neither stripped nor decoded, unlike the secrets of Standard Webhooks that look alike.",`The body that Stripe sends is indented. A framework that parses and writes it anew changes the bytes and breaks the signature.`,"Each endpoint has its own secret, in test mode and live mode another one, and `stripe listen` yet another.","Only `v1` counts. A `v0` beside it is a made-up signature of test mode and is ignored.","While a secret is rolled the header has one `v1` for each secret that is still valid.","Both kinds of payload are taken: whole events, and thin ones (`object` is `v2.core.event`), which name the object and leave its content to the API.","Events come in no guaranteed order and may come twice; `/id` tells repeats."],schemes:[{id:`v1`,confidence:`documented`,signature:{source:`header:Stripe-Signature`,layout:{pairs:{separator:`,`,assign:`=`,signature:`v1`}},encoding:`hex`},algorithm:`hmac-sha256`,key:{format:`raw`},content:`{ts}.{body}`,timestamp:{source:`part:t`,unit:`s`,toleranceSeconds:300}}],events:{envelope:`one`,kind:[`json:/type`],id:[`json:/id`],schema:`event`},sender:{success:{statuses:[[200,299]],confidence:`documented`,docs:`https://docs.stripe.com/webhooks`,note:`Quickly, before anything that may take long; no figure is given.`},retries:{afterLast:{outcome:`dead-letter`,note:`Events can be sent again from the dashboard for 15 days and by the command line tool for 30.`},confidence:`documented`,docs:`https://docs.stripe.com/webhooks`,note:`In live mode for up to three days with growing delays, in a sandbox three times within a few hours; single delays are not published.`}},schemas:{event:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`Event of Stripe`,type:`object`,required:[`id`,`object`,`type`],properties:{id:{type:`string`},object:{type:`string`},type:{type:`string`},created:{type:[`integer`,`string`]},livemode:{type:`boolean`},data:{type:`object`}}}}},samples:[{name:`official`,comment:`test of the .NET library; the body is its event_test_signature.json`,code:`ok`,event:`customer.created`,now:153320462e4,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Stripe-Signature: t=1533204620,v1=2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7,v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef`],body:`{
  "id": "evt_123",
  "object": "event",
  "account": "acct_123",
  "api_version": "2017-05-25",
  "created": 1533204620,
  "data": {
    "object": {
      "id": "cus_123",
      "object": "customer",
      "created": 123456789,
      "email": "test@stripe.com",
      "livemode": false,
      "metadata": {}
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": "req_123",
    "idempotency_key": "idempotency-key-123"
  },
  "type": "customer.created"
}
`,base64:null,secrets:[`webhook_secret`],mode:`tolerant`,parameters:{},options:{}},{name:`signed`,comment:`the indented payload of a whole event`,code:`ok`,event:`customer.created`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`signed-thin`,comment:`a thin event with characters beyond ASCII and a line break at the end`,code:`ok`,event:`v1.billing.meter.error_report_triggered`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=0fa452b7b4188a33b9c8455d79c4fae3ac05c39197fdb5a9fbf239333b7eb4af`],body:`{"id":"evt_test_example0002","object":"v2.core.event","type":"v1.billing.meter.error_report_triggered","livemode":false,"created":"2026-09-21T14:14:59.000Z","context":"Küche 例 🍳","related_object":{"id":"mtr_example","type":"billing.meter","url":"/v1/billing/meters/mtr_example"}}
`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`two-signatures`,comment:`a secret is being rolled: one signature for each, the second fits`,code:`ok`,event:`customer.created`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=f176ab8754a927189afa0d4d083ded560c184aa3320e43f9a91ceb22df26f79d,v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`old-and-new-secret`,comment:`two secrets, the second fits`,code:`ok`,event:`customer.created`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c,v0=0000000000000000000000000000000000000000000000000000000000000000`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0002`,`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`a-broken-signature-beside-a-good-one`,comment:`a candidate that cannot be decoded is skipped`,code:`ok`,event:`customer.created`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=zz,v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`upper-case-hex`,comment:`the same bytes in other letters`,code:`ok`,event:`customer.created`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=82DEEA5C30C03E4D775CEBA87B066200330AE491D3A953756DB9A6CB5FEAF50C`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`wrong-secret`,comment:`signed with another secret`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0002`],mode:`tolerant`,parameters:{},options:{}},{name:`secret-without-prefix`,comment:"made with the part after `whsec_` alone",code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=f77fe954b28bfd598f827a566a964948f2414aa2cd688d0b101c2266e3b78bff`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`changed-body`,comment:`one digit of the payload differs`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 9,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`body-written-anew`,comment:`parsed and written without blanks, as frameworks do`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{"id":"evt_example0001","object":"event","api_version":"2026-01-28","created":1790000099,"data":{"object":{"id":"cus_example","object":"customer","balance":0,"description":"Example <ltd>"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"customer.created"}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`changed-timestamp`,comment:`the timestamp is signed`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000101,v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`no-signature`,comment:`the header is missing`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`only-v0`,comment:`no version that counts`,code:`signature.unsupported`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v0=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`no-timestamp-part`,comment:`what is signed with the body is missing`,code:`timestamp.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`two-timestamps`,comment:`it is not clear which was signed`,code:`signature.duplicated`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1789999200,t=1790000100,v1=82deea5c30c03e4d775ceba87b066200330ae491d3a953756db9a6cb5feaf50c`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`base64-signature`,comment:`the right signature in another encoding`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=gt7qXDDAPk13XOuoewZiADMK5JHTqVN1bbmmy1/q9Qw=`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`stale-by-one-second`,comment:`signed 301 s before it came`,code:`timestamp.stale`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1789999799,v1=7b083b98ab2943ce7e994007bd62ce306ac3caff1e53ed0820b4b75dd86e1c32`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`future-by-one-second`,comment:`signed 301 s after the time of receipt`,code:`timestamp.future`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000401,v1=12d739e272a7c94771b1714d29776643b360b54ffdb0522c5ce66c4e6d4c337f`],body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}},{name:`no-event-id`,comment:`every event has one`,code:`schema.required`,event:`customer.created`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/stripe`,headers:[`Content-Type: application/json`,`Stripe-Signature: t=1790000100,v1=bafbf9f25ff107fc506dde7c113b138d17dc6c8a83c06c4dbd7eb87508ac0a97`],body:`{"object":"event","type":"customer.created"}`,base64:null,secrets:[`whsec_exampleStripeSecret0001`],mode:`tolerant`,parameters:{},options:{}}],examples:[{name:`customer.created`,body:`{
  "id": "evt_example0001",
  "object": "event",
  "api_version": "2026-01-28",
  "created": 1790000099,
  "data": {
    "object": {
      "id": "cus_example",
      "object": "customer",
      "balance": 0,
      "description": "Example \\u003cltd\\u003e"
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "customer.created"
}`},{name:`thin`,body:`{"id":"evt_test_example0002","object":"v2.core.event","type":"v1.billing.meter.error_report_triggered","livemode":false,"created":"2026-09-21T14:14:59.000Z","context":"Küche 例 🍳","related_object":{"id":"mtr_example","type":"billing.meter","url":"/v1/billing/meters/mtr_example"}}
`}],handshakes:[]};export{e as default};