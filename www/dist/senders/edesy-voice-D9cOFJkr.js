var e={definition:{$schema:`../provider.schema.json`,id:`edesy-voice`,name:`Edesy Voice Agent`,summary:`Calls that a voice agent makes or takes: their start, end, transcript, recording and analysis.`,docs:[`https://edesy.in/docs/voice-agent/api/webhook-subscriptions`,`https://edesy.in/docs/voice-agent/api/webhooks`,`https://edesy.in/docs/voice-agent/features/webhooks`],checked:`2026-11-21`,confidence:`assumed`,notes:["The documentation describes two ways of signing in the same header `X-Webhook-Signature`: subscriptions send `t=<seconds>,v1=<hex>`, the webhook reference `sha256=<hex>` over the body. Both are accepted and the report names the one that matched; pin yours with the option `schemes`.","The third page and the dashboard know no signing secret, only custom headers of your own choice. Set `Authorization: Bearer <secret>` there and hand the same secret in; the scheme is `bearer` and the report says `authenticated: 'token'`, since nothing ties the token to the body. Without even that, deliveries are unsigned and need `authentication: 'none'`.","The key is the secret as it is shown, `whsec_` included; the documentation does not say so, integrations do.","How far the timestamp of `t=...,v1=...` may be off could not be read in the documentation; 300 seconds are assumed.","`X-Webhook-Timestamp` and `X-Webhook-Event`, which the webhook reference shows, are not signed and therefore not used.","A captured `call.ended` differs from both documented payloads: call, agent, outcome and transcript stand beside `data`, which is empty or null. All three shapes are accepted.",`The agent's number is a text in one document, an integer in another and in the captured delivery; either is accepted, the other one than documented as drift.`],parameters:{header:{description:`Name of the header that carries the signature.`,default:`X-Webhook-Signature`},tokenHeader:{description:"Name of the custom header that you have given the value `Bearer <secret>` in the webhook's configuration.",default:`Authorization`}},authenticationOptional:!0,schemes:[{id:`timestamped`,confidence:`observed`,note:"Subscriptions: `t=<seconds>,v1=<hex>` over `<t>.<body>`. The header is documented, the signed content was seen in an integration, the tolerance is assumed.",signature:{source:`header:{param:header}`,layout:{pairs:{separator:`,`,assign:`=`,signature:`v1`}},encoding:`hex`},algorithm:`hmac-sha256`,key:{format:`raw`},content:`{ts}.{body}`,timestamp:{source:`part:t`,unit:`s`,toleranceSeconds:300}},{id:`prefixed`,confidence:`documented`,note:"Webhook reference: `sha256=<hex>` over the raw body.",signature:{source:`header:{param:header}`,layout:{prefix:{text:`sha256=`}},encoding:`hex`},algorithm:`hmac-sha256`,key:{format:`raw`},content:`{body}`},{id:`bearer`,confidence:`documented`,note:"Basic webhooks: a custom header `Authorization: Bearer <secret>` that you set up yourself, as the documentation's example does. It proves that the caller knows the secret and nothing about the body.",signature:{source:`header:{param:tokenHeader}`,layout:{prefix:{text:`Bearer `,ignoreCase:!0}},encoding:`text`},algorithm:`static`}],events:{envelope:`one`,kind:[`json:/type`,`json:/event`],id:[`json:/id`],unknown:`note`,known:[{type:`call.started`,summary:`A call has begun.`,confidence:`documented`,docs:`https://edesy.in/docs/voice-agent/api/webhooks`,schema:`event`},{type:`call.ended`,summary:`A call is over; the one event that has been captured.`,confidence:`documented`,docs:`https://edesy.in/docs/voice-agent/api/webhook-subscriptions`,schema:`event`},{type:`call.failed`,summary:`A call could not be connected.`,confidence:`assumed`,docs:`https://edesy.in/docs/voice-agent/features/webhooks`,schema:`event`},{type:`call.transferred`,summary:`A call is being transferred.`,confidence:`assumed`,docs:`https://edesy.in/docs/voice-agent/features/webhooks`,schema:`event`},{type:`call.recording_ready`,summary:`The recording has been processed.`,confidence:`assumed`,docs:`https://edesy.in/docs/voice-agent/features/webhooks`,schema:`event`},{type:`call.analyzed`,summary:`The analysis of a call is complete.`,confidence:`assumed`,docs:`https://edesy.in/docs/voice-agent/features/webhooks`,schema:`event`},{type:`call.voicemail_detected`,summary:`A voicemail has answered.`,confidence:`assumed`,docs:`https://edesy.in/docs/voice-agent/features/webhooks`,schema:`event`},{type:`transcript.updated`,summary:`A new piece of the transcript is there.`,confidence:`assumed`,docs:`https://edesy.in/docs/voice-agent/features/webhooks`,schema:`event`},{type:`function.called`,summary:`The agent has run a tool.`,confidence:`assumed`,docs:`https://edesy.in/docs/voice-agent/features/webhooks`,schema:`event`},{type:`error.occurred`,summary:`An error was detected.`,confidence:`assumed`,docs:`https://edesy.in/docs/voice-agent/features/webhooks`,schema:`event`}]},sender:{endpoint:{scheme:{allowed:[`https`],confidence:`assumed`,note:`No page says which URLs are taken. Payloads hold transcripts, which plain HTTP would show to everybody on the way.`},publicHost:{confidence:`assumed`,note:`No page says so; a hosted service reaches nothing else.`}},retries:{afterLast:{outcome:`unknown`},confidence:`documented`,docs:`https://edesy.in/docs/voice-agent/api/webhook-subscriptions`,note:`Subscriptions: retries with backoff, without any figure. The older basic webhooks are set up with a retry policy of their own (in the example 3 retries, backoff 1000 ms).`},routing:{model:`subscriptions`,events:[`call.started`,`call.ended`,`call.failed`,`call.transferred`,`call.recording_ready`,`call.analyzed`,`call.voicemail_detected`,`transcript.updated`,`function.called`,`error.occurred`],open:!0,customHeaders:!0,confidence:`documented`,docs:`https://edesy.in/docs/voice-agent/api/webhook-subscriptions`,note:`A subscription lists its enabled events and can be switched off. The event names are those of the basic webhooks; of them call.ended and call.analyzed are shown for subscriptions. Headers of one's own are documented for the basic webhooks and were offered by the dashboard; for subscriptions nothing is said. Further filters exist, but are not described.`}},schemas:{event:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`Event of the Edesy Voice Agent`,description:"One of three shapes: a subscription's envelope has `type`, the captured delivery has `call`, the documented basic envelope has neither.",type:`object`,if:{required:[`type`]},then:{$ref:`#/$defs/subscription`},else:{if:{required:[`call`]},then:{$ref:`#/$defs/captured`},else:{$ref:`#/$defs/basic`}},$defs:{subscription:{description:`Envelope of a webhook subscription, documented by one example.`,type:`object`,required:[`id`,`type`,`data`],additionalProperties:!1,allOf:[{required:[`api_version`,`created`],"x-tolerant":{required:`warning`}}],properties:{id:{type:`string`,minLength:1,examples:[`evt_7c41`]},type:{type:`string`},api_version:{enum:[`2026-03`],"x-tolerant":{enum:`drift`},$comment:`The only version that is documented; a new one is worth knowing and no reason to refuse.`},created:{type:`integer`,format:`int64`,description:`Seconds since the Unix epoch.`},data:{$ref:`#/$defs/subscriptionData`}}},subscriptionData:{type:`object`,$comment:`Open: the example breaks off. An integration also reads variables, transcript, summary, outcome and recording_url, whose types are not known.`,properties:{event_type:{type:`string`},call_sid:{type:`string`},agent_id:{type:`integer`,format:`int64`,"x-tolerant":{type:`drift`}},call_duration:{type:`integer`,minimum:0,description:`Seconds.`}}},captured:{description:`The delivery that was captured in September 2026.`,type:`object`,required:[`event`],$comment:`Open, here and below: one capture shows what can be there, not what cannot.`,properties:{event:{type:`string`},timestamp:{$ref:`#/$defs/time`},call:{type:`object`,properties:{id:{type:[`string`,`integer`],format:`int64`},callSid:{type:`string`},direction:{type:`string`},from:{type:`string`},to:{type:`string`,description:`May be empty.`},duration:{type:`integer`,minimum:0,description:`Seconds.`},turnCount:{type:`integer`,minimum:0},provider:{type:`string`},llmMode:{type:`string`}}},agent:{type:`object`,properties:{id:{type:`integer`,format:`int64`,"x-tolerant":{type:`drift`}}}},outcome:{type:`object`,properties:{status:{type:`string`},disposition:{type:`string`,examples:[`CALLBACK_SCHEDULED`]},confidence:{type:`number`},endReason:{type:`string`,examples:[`USER_REQUEST`]},endedBy:{type:`string`}}},data:{type:[`object`,`null`]},transcript:{type:`array`,items:{type:`object`,properties:{speaker:{type:`string`},text:{type:`string`},timestamp:{$comment:`Text or number: not known.`}}}}}},basic:{description:`Envelope of a basic webhook, the same on both pages that document it.`,type:`object`,required:[`event`,`timestamp`,`data`],additionalProperties:!1,"x-tolerant":{required:`warning`},properties:{event:{type:`string`},timestamp:{$ref:`#/$defs/time`},data:{type:`object`,"x-tolerant":{type:`drift`}}},allOf:[{if:{properties:{event:{const:`call.started`}}},then:{properties:{data:{$ref:`#/$defs/startedData`}}}},{if:{properties:{event:{const:`call.ended`}}},then:{properties:{data:{$ref:`#/$defs/endedData`}}}}]},startedData:{$comment:"Open: the two pages name different members. No type on the object itself, which `basic` has.",properties:{call_id:{type:`string`},agent_id:{$ref:`#/$defs/agentId`},direction:{type:`string`,examples:[`inbound`]},caller_number:{type:`string`},called_number:{type:`string`},from:{type:`string`},to:{type:`string`},provider:{type:`string`},call_sid:{type:`string`},stream_sid:{type:`string`},workspace_id:{type:`string`},metadata:{type:`object`,$comment:`Open: your own.`}}},endedData:{$comment:`Open: the two pages name different members.`,properties:{call_id:{type:`string`},agent_id:{$ref:`#/$defs/agentId`},duration_seconds:{type:`integer`,minimum:0},end_reason:{type:`string`,examples:[`user_hangup`,`agent_hangup`,`transfer`,`error`,`timeout`]},disposition:{type:`string`},was_transferred:{type:`boolean`},turn_count:{type:`integer`,minimum:0},summary:{type:`object`,additionalProperties:!1,properties:{topics:{type:`array`,items:{type:`string`}},sentiment:{type:`string`},outcome:{type:`string`}}},metrics:{type:`object`,additionalProperties:!1,properties:{avg_response_time_ms:{type:`number`,minimum:0},interruptions:{type:`integer`,minimum:0},stt_errors:{type:`integer`,minimum:0}}},transcript:{type:`object`,additionalProperties:!1,properties:{summary:{type:`string`},turns:{type:`array`,items:{type:`object`,additionalProperties:!1,properties:{role:{type:`string`,examples:[`assistant`,`user`]},content:{type:`string`},timestamp:{$ref:`#/$defs/time`}}}}}},metadata:{type:`object`,$comment:`Open: call.started carries your own metadata under the same name.`,properties:{functions_called:{type:`array`,items:{type:`string`}},transfer_occurred:{type:`boolean`},recording_url:{type:`string`}}}}},agentId:{type:`string`,"x-tolerant":{type:`drift`},$comment:`An integer in subscriptions and in the captured delivery.`},time:{type:`string`,format:`date-time`,"x-tolerant":{format:`warning`}}}}}},samples:[{name:`subscription-call-ended`,comment:`the documented header and envelope`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`,`User-Agent: VoiceAgent-Webhook/1.0`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`subscription-call-analyzed`,comment:`compact, without a final newline`,code:`ok`,event:`call.analyzed`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=1e6042393b2577585d234ee7242e0d2ea4fc73d6044eb419b4b8e95f6344c64a`],body:`{"id":"evt_7c41d1","type":"call.analyzed","api_version":"2026-03","created":1790000042,"data":{"event_type":"call.analyzed","call_sid":"CA-90001","agent_id":77}}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`call-started-reference-prefixed`,comment:`the payload of the webhook reference`,code:`ok`,event:`call.started`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: sha256=2e9d839c5bfa13c89a0ab64189899c566d443b782727c1cf8ffad0c87df9c114`,`X-Webhook-Event: call.started`,`X-Webhook-Timestamp: 1790000100`],body:`{"event":"call.started","timestamp":"2026-09-30T14:02:10Z","data":{"call_id":"call_9f31","agent_id":"agent_bakery","direction":"outbound","from":"+442079460022","to":"+442079460011","provider":"twilio","stream_sid":"MZ-0031","call_sid":"CA-77120","workspace_id":"ws_oven"}}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`call-ended-reference-prefixed`,comment:"transcript and metadata in `data`",code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: sha256=2b20a149d70b9eb2a7464bc77f3036a65ffa42ede4ddf5d666516da20939194a`,`X-Webhook-Event: call.ended`,`X-Webhook-Timestamp: 1790000100`],body:`{
  "event": "call.ended",
  "timestamp": "2026-09-30T14:05:44+00:00",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "duration_seconds": 214,
    "end_reason": "agent_hangup",
    "disposition": "success",
    "transcript": {
      "summary": "Asked for a cake; wants \\u201cAlles Gute\\u201d written on it.",
      "turns": [
        { "role": "assistant", "content": "Good afternoon, the bakery. 🎂", "timestamp": "2026-09-30T14:02:12Z" },
        { "role": "user", "content": "Hello, do you bake to order?", "timestamp": "2026-09-30T14:02:17.250Z" }
      ]
    },
    "metadata": { "functions_called": ["check_calendar"], "transfer_occurred": false, "recording_url": "https://recordings.example.com/9f31.mp3" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`call-ended-captured-prefixed`,comment:`the captured shape under a signature`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: sha256=d06db1ddd7cd40187be4c525040cc6da410cb694e7047efda1506874d7714b53`,`X-Webhook-Event: call.ended`,`X-Webhook-Timestamp: 1790000100`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`call-started-prefixed`,comment:`the payload of the other page`,code:`ok`,event:`call.started`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: sha256=c9f9d2c0cac3173834262d4aedfefd1f4828a40d6036c7c379728c56bcfdaaa5`,`X-Webhook-Event: call.started`,`X-Webhook-Timestamp: 1790000100`],body:`{
  "event": "call.started",
  "timestamp": "2026-09-30T14:02:10Z",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "direction": "inbound",
    "caller_number": "+442079460011",
    "called_number": "+442079460022",
    "provider": "plivo",
    "call_sid": "PL-77120",
    "metadata": { "shop": "Brixton", "emoji": "🥐" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`call-ended-prefixed`,comment:"summary and metrics in `data`",code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: sha256=1411d20d925ab6503f2fb1582b60ab917bf4e5d3b7346d1eaf9a2caf3190ac33`,`X-Webhook-Event: call.ended`,`X-Webhook-Timestamp: 1790000100`],body:`{
  "event": "call.ended",
  "timestamp": "2026-09-30T14:05:44Z",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "duration_seconds": 214,
    "end_reason": "user_hangup",
    "was_transferred": false,
    "turn_count": 9,
    "summary": { "topics": ["opening_hours", "birthday_cake"], "sentiment": "positive", "outcome": "resolved" },
    "metrics": { "avg_response_time_ms": 612, "interruptions": 1, "stt_errors": 0 }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`call-ended-captured-bearer`,comment:"as it was captured: a custom header, `to` empty, `data` empty",code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`call-ended-captured-null-bearer`,comment:"`data` null, a number as call id",code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{
  "event": "call.ended",
  "timestamp": "2026-09-21T08:12:50.004Z",
  "call": { "id": 8124, "callSid": "sip-0a44f7", "direction": "inbound", "from": "918000000499", "to": "918000000488", "duration": 0, "turnCount": 0 },
  "agent": { "id": 310 },
  "outcome": { "status": "completed", "confidence": 1 },
  "data": null,
  "transcript": []
}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`call-started-bearer`,comment:`the documented custom header`,code:`ok`,event:`call.started`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{
  "event": "call.started",
  "timestamp": "2026-09-30T14:02:10Z",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "direction": "inbound",
    "caller_number": "+442079460011",
    "called_number": "+442079460022",
    "provider": "plivo",
    "call_sid": "PL-77120",
    "metadata": { "shop": "Brixton", "emoji": "🥐" }
  }
}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`call-ended-bearer`,comment:`the documented custom header`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{
  "event": "call.ended",
  "timestamp": "2026-09-30T14:05:44Z",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "duration_seconds": 214,
    "end_reason": "user_hangup",
    "was_transferred": false,
    "turn_count": 9,
    "summary": { "topics": ["opening_hours", "birthday_cake"], "sentiment": "positive", "outcome": "resolved" },
    "metrics": { "avg_response_time_ms": 612, "interruptions": 1, "stt_errors": 0 }
  }
}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`call-failed-bearer`,comment:`the payload of this event is not documented`,code:`ok`,event:`call.failed`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"call.failed","timestamp":"2026-09-30T15:00:01Z","data":{"call_id":"call_9f31","agent_id":"agent_bakery"}}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`call-transferred-bearer`,comment:`the payload of this event is not documented`,code:`ok`,event:`call.transferred`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"call.transferred","timestamp":"2026-09-30T15:00:02Z","data":{"call_id":"call_9f32","agent_id":"agent_bakery"}}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`call-recording-ready-bearer`,comment:`the payload of this event is not documented`,code:`ok`,event:`call.recording_ready`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"call.recording_ready","timestamp":"2026-09-30T15:00:03Z","data":{"call_id":"call_9f33","agent_id":"agent_bakery"}}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`call-analyzed-bearer`,comment:`the payload of this event is not documented`,code:`ok`,event:`call.analyzed`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"call.analyzed","timestamp":"2026-09-30T15:00:04Z","data":{"call_id":"call_9f34","agent_id":"agent_bakery"}}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`call-voicemail-detected-bearer`,comment:`the payload of this event is not documented`,code:`ok`,event:`call.voicemail_detected`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"call.voicemail_detected","timestamp":"2026-09-30T15:00:05Z","data":{"call_id":"call_9f35","agent_id":"agent_bakery"}}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`transcript-updated-bearer`,comment:`the payload of this event is not documented`,code:`ok`,event:`transcript.updated`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{
	"event": "transcript.updated",
	"timestamp": "2026-09-30T14:02:18Z",
	"data": { "call_id": "call_9f31", "text": "Grüße aus 東京 – \\u00e9t\\u00e9" }
}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`function-called-bearer`,comment:`the payload of this event is not documented`,code:`ok`,event:`function.called`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"function.called","timestamp":"2026-09-30T15:00:06Z","data":{"call_id":"call_9f36","agent_id":"agent_bakery"}}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`error-occurred-bearer`,comment:`the payload of this event is not documented`,code:`ok`,event:`error.occurred`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"error.occurred","timestamp":"2026-09-30T15:00:07Z","data":{"call_id":"call_9f37","agent_id":"agent_bakery"}}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`bearer-in-lower-case`,comment:"the word `Bearer` is matched without regard to case",code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`authorization: bearer bearer-example-secret`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`bearer-rotation`,comment:`the second of two tokens`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`,`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`bearer-header-by-parameter`,comment:"a gateway may need `Authorization` for itself",code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Hook-Token: Bearer bearer-example-secret`,`Authorization: Basic Z2F0ZXdheQ==`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{tokenHeader:`X-Hook-Token`},options:{}},{name:`bearer-with-another-body`,comment:"a token says nothing about the body: this is why the report says `token`",code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":4100,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`signature-beside-a-token`,comment:`the signature is tried first, since it proves more`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer whsec_ZXhhbXBsZQ`,`X-Webhook-Signature: t=1790000100,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`rotation-second-secret`,comment:`two secrets during a rotation, the second signs`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`,`whsec_c2Vjb25k`],mode:`tolerant`,parameters:{},options:{}},{name:`rotation-two-signatures`,comment:`the sender signs with both secrets; the first is no longer known`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`upper-case-hex`,comment:`the decoded bytes are compared`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=79F36E3FC3FC509DF8B01F78ABEEE705FCCE433101C126139F854F63ED6362C7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`other-version-beside`,comment:`a version that is not known does not count`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v0=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`header-by-parameter`,comment:`the header can be named`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Forwarded-Signature: t=1790000100,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{header:`X-Forwarded-Signature`},options:{}},{name:`placeholders-in-the-body`,comment:`replacement patterns and placeholders in the body are only text`,code:`ok`,event:`call.failed`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=872fa02088d6b58b3d2b69fa439c1ef70c9ee350864d1b1a044bc6b5eed71c37`],body:`{"event":"call.failed","timestamp":"2026-09-30T15:00:01Z","data":{"note":"$& $1 $$ {body} {ts}.{body} %s"}}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`as-old-as-the-tolerance`,comment:`the edge of the tolerance is inside`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1789999800,v1=3fd2ced2dddf6ae4a22cbb6fbc25a96b6699d5237caa4a13eb6b6339f6f71678`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`as-early-as-the-tolerance`,comment:`the edge of the tolerance is inside`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000400,v1=c7bc6aedab06464ff9f58fc8191ed9b70e5fcfec52449ca95a71b44af12cd049`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`no-tolerance-same-second`,comment:`0 means 0`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{toleranceSeconds:0}},{name:`unsigned-timestamp-header-not-used`,comment:"`X-Webhook-Timestamp` is not signed: an old one proves nothing",code:`ok`,event:`call.started`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: sha256=2e9d839c5bfa13c89a0ab64189899c566d443b782727c1cf8ffad0c87df9c114`,`X-Webhook-Timestamp: 1704067200`],body:`{"event":"call.started","timestamp":"2026-09-30T14:02:10Z","data":{"call_id":"call_9f31","agent_id":"agent_bakery","direction":"outbound","from":"+442079460022","to":"+442079460011","provider":"twilio","stream_sid":"MZ-0031","call_sid":"CA-77120","workspace_id":"ws_oven"}}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`unsigned-event-header-not-used`,comment:"`X-Webhook-Event` is not signed: the body says which event it is",code:`ok`,event:`call.started`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: sha256=2e9d839c5bfa13c89a0ab64189899c566d443b782727c1cf8ffad0c87df9c114`,`X-Webhook-Event: call.ended`],body:`{"event":"call.started","timestamp":"2026-09-30T14:02:10Z","data":{"call_id":"call_9f31","agent_id":"agent_bakery","direction":"outbound","from":"+442079460022","to":"+442079460011","provider":"twilio","stream_sid":"MZ-0031","call_sid":"CA-77120","workspace_id":"ws_oven"}}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`stale-by-one-second`,comment:`one second more than the tolerance`,code:`timestamp.stale`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1789999799,v1=8875a6a2ceaa27526e7047a7ca721568631a94395504c4847ef6d629af1b1334`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`future-by-one-second`,comment:`one second more than the tolerance`,code:`timestamp.future`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000401,v1=725bb7f61daa75041c41398abffe2b5692e4eb2d6bf4ebca7621edd10c62bdc1`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`no-tolerance-one-second-early`,comment:`0 means 0 in both directions`,code:`timestamp.future`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000101,v1=f822134b07e41b1a2c0666536b8959ab896ba0c8dea55ebf272bcfab6e1c6810`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{toleranceSeconds:0}},{name:`largest-64-bit-timestamp`,comment:`no arithmetic overflows`,code:`timestamp.future`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=9223372036854775807,v1=8c9e33fea6d02e5133e4521e2df1e769de22516041ec57bbfcbd7a84b9a35932`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`timestamp-beyond-64-bits`,comment:`no number that a 64-bit integer holds; the signature is right`,code:`timestamp.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=99999999999999999999,v1=380e6a9ae0b5aa8687da857fabed871c17f1da478202dc0b44e4413fbf70881e`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`timestamp-leading-zero`,comment:`every reader must see the same number; the signature is right`,code:`timestamp.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=01790000100,v1=e0d776977cc1d411f456a2c63b2228e10ca4477292ba195f4c585dcc97595bac`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`timestamp-plus-sign`,comment:`only digits; the signature is right`,code:`timestamp.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=+1790000100,v1=2005e61a5ac238d85035f4e6fe94f8ebe4353a581155f69f03cb3cb0110f0dc6`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`timestamp-blank`,comment:"a blank between `t=` and the number; the signature is right",code:`timestamp.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t= 1790000100,v1=6778d608764f1eb314a5a959ceb613cd6bac97d189a344d9562399a6f6be81f3`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`timestamp-fraction`,comment:`whole seconds only; the signature is right`,code:`timestamp.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100.5,v1=1daa3810bcc7d82f456a45959978887d6182c78b13849cd873935509511c52c6`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`timestamp-date`,comment:`seconds, not a date; the signature is right`,code:`timestamp.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=2026-09-21T14:15:00Z,v1=4c53b6e29292f6c6a7b6ec135b55b8ef6a989616e0b58e4b9ee731defcf5632b`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`nothing`,comment:`neither a signature nor a token`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`header-empty`,comment:`an empty header is no signature`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: `],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`both-headers-empty`,comment:`an empty header is no token either`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: `,`Authorization: `],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`wrong-secret`,comment:`signed with a secret that is not configured`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`key-without-its-prefix`,comment:"the key is the secret as shown, `whsec_` included",code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=59d4061994f40b4adf154e046752363300c326fcc16ef1ce3a98c7e0e06511f0`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`key-decoded`,comment:`the secret is text, not base64`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=e85689c8aff44b833320d5c53eec5e07b06c4dbc1fb380f5a73688575f9eada4`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`tampered-body`,comment:`one byte of the body was changed`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 136,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`tampered-timestamp`,comment:`a new timestamp does not make an old delivery fresh`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=5f8fc8488213fd36a99704523618190b329d668fcbd6842357f2fe9f7e2c35f1`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`wrong-token`,comment:`not the token that is configured`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secretx`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`token-cut-short`,comment:`the beginning of the token is not the token`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secre`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`token-in-upper-case`,comment:"only the word `Bearer` may be of either case",code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer BEARER-EXAMPLE-SECRET`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`token-while-a-signature-is-pinned`,comment:`a token is not tried where only signatures are accepted`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer whsec_ZXhhbXBsZQ`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{schemes:[`timestamped`,`prefixed`]}},{name:`forged-signature-without-a-token`,comment:`the forged signature says more than the missing token`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`token-without-bearer`,comment:`the token alone`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: bearer-example-secret`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`basic-authentication`,comment:`another kind of authorization`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Basic dXNlcjpwYXNz`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`bearer-and-nothing`,comment:`the word without a token`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`two-tokens`,comment:`a proxy added a second header`,code:`signature.duplicated`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`Authorization: Bearer bearer-example-secret`,`Authorization: Bearer other`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`bearer-example-secret`],mode:`tolerant`,parameters:{},options:{}},{name:`odd-hex`,comment:`63 digits are no bytes`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`not-hex`,comment:"`x` is no hexadecimal digit",code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=x9f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`no-signature-part`,comment:`a timestamp and no signature`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`bare-hex`,comment:`a form that the voice agent does not use`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: 6a5508426ce7a55257abcb4850e663fc2829dd188d9775339d3d9d6d6eded3ba`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`odd-hex-prefixed`,comment:`63 digits are no bytes`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: sha256=6a5508426ce7a55257abcb4850e663fc2829dd188d9775339d3d9d6d6eded3b`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`one-byte-short`,comment:`an HMAC-SHA256 has 32 bytes`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`only-another-version`,comment:"`v0` is no version that the scheme knows",code:`signature.unsupported`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v0=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`no-timestamp-part`,comment:`the timestamp is part of what is signed`,code:`timestamp.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`two-timestamps`,comment:`it is not clear which one was signed`,code:`signature.duplicated`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000099,t=1790000100,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`nine-signatures`,comment:`more than the limit, though the last is right`,code:`limit.candidates`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=04dfeea397d9e6ae5ab8b911bd978578e93a665a43b5e581b9955385040124f8,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`get`,comment:`deliveries are posted`,code:`delivery.method`,event:null,now:17900001e5,method:`GET`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`],body:``,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`too-many-headers`,comment:`129 lines where 128 are allowed, content type included`,code:`limit.headers`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:`Content-Type: application/json.X-H-0: 1.X-H-1: 1.X-H-2: 1.X-H-3: 1.X-H-4: 1.X-H-5: 1.X-H-6: 1.X-H-7: 1.X-H-8: 1.X-H-9: 1.X-H-10: 1.X-H-11: 1.X-H-12: 1.X-H-13: 1.X-H-14: 1.X-H-15: 1.X-H-16: 1.X-H-17: 1.X-H-18: 1.X-H-19: 1.X-H-20: 1.X-H-21: 1.X-H-22: 1.X-H-23: 1.X-H-24: 1.X-H-25: 1.X-H-26: 1.X-H-27: 1.X-H-28: 1.X-H-29: 1.X-H-30: 1.X-H-31: 1.X-H-32: 1.X-H-33: 1.X-H-34: 1.X-H-35: 1.X-H-36: 1.X-H-37: 1.X-H-38: 1.X-H-39: 1.X-H-40: 1.X-H-41: 1.X-H-42: 1.X-H-43: 1.X-H-44: 1.X-H-45: 1.X-H-46: 1.X-H-47: 1.X-H-48: 1.X-H-49: 1.X-H-50: 1.X-H-51: 1.X-H-52: 1.X-H-53: 1.X-H-54: 1.X-H-55: 1.X-H-56: 1.X-H-57: 1.X-H-58: 1.X-H-59: 1.X-H-60: 1.X-H-61: 1.X-H-62: 1.X-H-63: 1.X-H-64: 1.X-H-65: 1.X-H-66: 1.X-H-67: 1.X-H-68: 1.X-H-69: 1.X-H-70: 1.X-H-71: 1.X-H-72: 1.X-H-73: 1.X-H-74: 1.X-H-75: 1.X-H-76: 1.X-H-77: 1.X-H-78: 1.X-H-79: 1.X-H-80: 1.X-H-81: 1.X-H-82: 1.X-H-83: 1.X-H-84: 1.X-H-85: 1.X-H-86: 1.X-H-87: 1.X-H-88: 1.X-H-89: 1.X-H-90: 1.X-H-91: 1.X-H-92: 1.X-H-93: 1.X-H-94: 1.X-H-95: 1.X-H-96: 1.X-H-97: 1.X-H-98: 1.X-H-99: 1.X-H-100: 1.X-H-101: 1.X-H-102: 1.X-H-103: 1.X-H-104: 1.X-H-105: 1.X-H-106: 1.X-H-107: 1.X-H-108: 1.X-H-109: 1.X-H-110: 1.X-H-111: 1.X-H-112: 1.X-H-113: 1.X-H-114: 1.X-H-115: 1.X-H-116: 1.X-H-117: 1.X-H-118: 1.X-H-119: 1.X-H-120: 1.X-H-121: 1.X-H-122: 1.X-H-123: 1.X-H-124: 1.X-H-125: 1.X-H-126: 1.X-Webhook-Signature: t=1790000100,v1=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`.split(`.`),body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`timestamped-delivery-replayed-as-prefixed`,comment:"a captured signature fits the body `<t>.<body>`, which is no JSON",code:`payload.syntax`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: sha256=79f36e3fc3fc509df8b01f78abeee705fcce433101c126139f854f63ed6362c7`],body:`1790000100.{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`unsigned-accepted`,comment:`a webhook without secret and custom header, and the caller says so`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[],mode:`tolerant`,parameters:{},options:{authentication:`none`}},{name:`new-api-version`,comment:`a new version is worth knowing and no reason to refuse`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=71456534b3464f98e84442696eedbb851123cc0dbad70df564ef6d85329c702d`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-09",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`new-api-version-strict`,comment:`the schema as it is written`,code:`schema.enum`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=71456534b3464f98e84442696eedbb851123cc0dbad70df564ef6d85329c702d`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-09",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`strict`,parameters:{},options:{}},{name:`new-envelope-field`,comment:`new fields are drift`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=009c140ae28a4c02d899bd50b2d651cd75c487f50216cd223e8114a20671fbf0`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03", "livemode": true,
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`new-envelope-field-strict`,comment:"`strict` refuses them",code:`schema.unknown_field`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=009c140ae28a4c02d899bd50b2d651cd75c487f50216cd223e8114a20671fbf0`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03", "livemode": true,
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`strict`,parameters:{},options:{}},{name:`subscription-without-id`,comment:`the documented envelope has an id`,code:`schema.required`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=13df377b94e93cd9d571709abca95251801ae3194099c97bea813122a17359a0`],body:`{
  "trace": 1,
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`call-duration-as-text`,comment:`the place of the value`,code:`schema.type`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=72a66cad6f8c00d106f6b5b226f4d809487d96f2e609a30f6a6e96c84f02c141`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": "two minutes",
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`agent-beyond-javascript`,comment:`exact here, rounded by JSON.parse`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=979d3e88e781be94b3fd1b615ba26ba4184d2f907c08453e163ec470b4446b4e`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 9007199254740993,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`agent-as-text`,comment:`the two documents disagree on the type`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=4dc8ed913c7146e6b26c741c4ac886f5b6b73fba6b10abfe8b0d2fc9b0ccdb0c`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": "agent_bakery",
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`confidence-as-text`,comment:`the place in one long line`,code:`schema.type`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=7a3408a1cf6f68237c1fd5892a0ed42b1bb4ec16c7228b9442a053cba53e452a`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":"high","endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`confidence-as-text-observe`,comment:"`observe` reports and accepts",code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=7a3408a1cf6f68237c1fd5892a0ed42b1bb4ec16c7228b9442a053cba53e452a`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":"high","endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`observe`,parameters:{},options:{}},{name:`speaker-missing`,comment:`a problem inside an array has its index in the pointer`,code:`schema.type`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=0371af21ed518f2baf4c2527e54d1c60c5936c4a0e716356805b51ced429b459`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":null,"text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`captured-shape-is-open`,comment:`one capture does not show what cannot be there`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=0df47f6292952480ddfbe9aa0617801f58eeca63aaff52231ee46760b16af303`],body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime","codec":"opus"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`strict`,parameters:{},options:{}},{name:`time-in-words`,comment:`accepted with a warning`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=2488ff15023da6ba6f7acf49823bd4f7daa6755b20242ec60c1ccd64b4a353a5`],body:`{"event":"call.ended","timestamp":"today","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`new-metric`,comment:`drift deep in the payload`,code:`ok`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=962a532c731c84045c86863563a54e7108625ec3224fd8dd0276529dd99756fa`],body:`{
  "event": "call.ended",
  "timestamp": "2026-09-30T14:05:44Z",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "duration_seconds": 214,
    "end_reason": "user_hangup",
    "was_transferred": false,
    "turn_count": 9,
    "summary": { "topics": ["opening_hours", "birthday_cake"], "sentiment": "positive", "outcome": "resolved" },
    "metrics": { "avg_response_time_ms": 612, "interruptions": 1, "stt_errors": 0, "barge_ins": 3 }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`two-problems`,comment:`every problem, in the order of the text`,code:`schema.type`,event:`call.ended`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=97c83593b10bc64cddfb6de38c163f0a6c8f3b0bf6684800348206f1271867ba`],body:`{
  "event": "call.ended",
  "timestamp": "2026-09-30T14:05:44Z",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "duration_seconds": 214,
    "end_reason": "user_hangup",
    "was_transferred": "no",
    "turn_count": -9,
    "summary": { "topics": ["opening_hours", "birthday_cake"], "sentiment": "positive", "outcome": "resolved" },
    "metrics": { "avg_response_time_ms": 612, "interruptions": 1, "stt_errors": 0 }
  }
}
`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`envelope-incomplete`,comment:`missing members are warnings where no real delivery has been published`,code:`ok`,event:`call.transferred`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=9ae1eaa9a350d8e5648450d8a56c4826dca3ec5e7c219ef333029ace31d7e1cf`],body:`{"event":"call.transferred"}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-event`,comment:`an event that no page names`,code:`ok`,event:`call.paused`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=83f47cac51be2bac060bf0da9acff9a0130fc9817858164ac14be280cbfc44c9`],body:`{"event":"call.paused","timestamp":"2026-09-30T15:00:01Z","data":{}}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-event-strict`,comment:"`strict` accepts only what is known",code:`event.unknown`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=83f47cac51be2bac060bf0da9acff9a0130fc9817858164ac14be280cbfc44c9`],body:`{"event":"call.paused","timestamp":"2026-09-30T15:00:01Z","data":{}}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`strict`,parameters:{},options:{}},{name:`event-name-missing`,comment:`authentic, but it does not say what it is`,code:`ok`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=fe093962fc987a77f93844f4aed2f237fdbee070544f716ad8dc4fc98249ef8e`],body:`{"id":"evt_1","data":{}}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`event-name-missing-strict`,comment:"`strict` wants to know what it accepts",code:`event.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=fe093962fc987a77f93844f4aed2f237fdbee070544f716ad8dc4fc98249ef8e`],body:`{"id":"evt_1","data":{}}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`strict`,parameters:{},options:{}},{name:`broken-utf8`,comment:`a character that is cut off`,code:`payload.utf8`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=894b3226dba5c8b09d8e52e0b624ae85ebd92d328470549aac6be53e06efa98b`],body:null,base64:`eyJ0eXBlIjoiY2FsbC5lbmRlZCIsImlkIjoiwygifQ==`,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`truncated`,comment:`rightly signed, but the body ends inside an object`,code:`payload.syntax`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=94c388d3af48a5da6b1e5409fd3d419794057cfe4046936a72891da0237f5931`],body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    `,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`empty-body`,comment:`rightly signed emptiness`,code:`payload.empty`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=9b245526c3a5e72e4ea532b96839650c0144428efbb0de0e4f93f1ca6b4ec5ea`],body:``,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}},{name:`not-a-number`,comment:`JSON has no NaN`,code:`payload.syntax`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/edesy/voice`,headers:[`Content-Type: application/json`,`X-Webhook-Signature: t=1790000100,v1=fd51a31c5317fbcfc186c406593c87f3fcf9eea3b9e6c939974e3d5094acd0eb`],body:`{"type":"call.ended","id":NaN}`,base64:null,secrets:[`whsec_ZXhhbXBsZQ`],mode:`tolerant`,parameters:{},options:{}}],examples:[{name:`call.analyzed`,body:`{"event":"call.analyzed","timestamp":"2026-09-30T15:00:04Z","data":{"call_id":"call_9f34","agent_id":"agent_bakery"}}
`},{name:`call.analyzed.subscription`,body:`{"id":"evt_7c41d1","type":"call.analyzed","api_version":"2026-03","created":1790000042,"data":{"event_type":"call.analyzed","call_sid":"CA-90001","agent_id":77}}`},{name:`call.ended.captured-null`,body:`{
  "event": "call.ended",
  "timestamp": "2026-09-21T08:12:50.004Z",
  "call": { "id": 8124, "callSid": "sip-0a44f7", "direction": "inbound", "from": "918000000499", "to": "918000000488", "duration": 0, "turnCount": 0 },
  "agent": { "id": 310 },
  "outcome": { "status": "completed", "confidence": 1 },
  "data": null,
  "transcript": []
}
`},{name:`call.ended.captured`,body:`{"event":"call.ended","timestamp":"2026-09-21T07:40:03.511Z","call":{"id":"8123","callSid":"sip-0a44e1","direction":"outbound","from":"918000000488","to":"","duration":41,"turnCount":5,"provider":"edesy-sip","llmMode":"realtime"},"agent":{"id":310},"outcome":{"status":"completed","disposition":"CALLBACK_SCHEDULED","confidence":0.85,"endReason":"USER_REQUEST","endedBy":"user"},"data":{},"transcript":[{"speaker":"agent","text":"नमस्ते, is this a good time?","timestamp":"2026-09-21T07:39:24.100Z"},{"speaker":"user","text":"Call me at 5 \\u2013 {body} $&","timestamp":"2026-09-21T07:39:31.902Z"}]}
`},{name:`call.ended`,body:`{
  "event": "call.ended",
  "timestamp": "2026-09-30T14:05:44Z",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "duration_seconds": 214,
    "end_reason": "user_hangup",
    "was_transferred": false,
    "turn_count": 9,
    "summary": { "topics": ["opening_hours", "birthday_cake"], "sentiment": "positive", "outcome": "resolved" },
    "metrics": { "avg_response_time_ms": 612, "interruptions": 1, "stt_errors": 0 }
  }
}
`},{name:`call.ended.reference`,body:`{
  "event": "call.ended",
  "timestamp": "2026-09-30T14:05:44+00:00",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "duration_seconds": 214,
    "end_reason": "agent_hangup",
    "disposition": "success",
    "transcript": {
      "summary": "Asked for a cake; wants \\u201cAlles Gute\\u201d written on it.",
      "turns": [
        { "role": "assistant", "content": "Good afternoon, the bakery. 🎂", "timestamp": "2026-09-30T14:02:12Z" },
        { "role": "user", "content": "Hello, do you bake to order?", "timestamp": "2026-09-30T14:02:17.250Z" }
      ]
    },
    "metadata": { "functions_called": ["check_calendar"], "transfer_occurred": false, "recording_url": "https://recordings.example.com/9f31.mp3" }
  }
}
`},{name:`call.ended.subscription`,body:`{
  "id": "evt_7c41d0",
  "type": "call.ended",
  "api_version": "2026-03",
  "created": 1790000000,
  "data": {
    "event_type": "call.ended",
    "call_sid": "CA-90001",
    "agent_id": 77,
    "call_duration": 135,
    "outcome": "resolved",
    "summary": "Order 12 arrives on Friday \\ud83d\\udce6",
    "variables": { "first_name": "Zoë" }
  }
}
`},{name:`call.failed`,body:`{"event":"call.failed","timestamp":"2026-09-30T15:00:01Z","data":{"call_id":"call_9f31","agent_id":"agent_bakery"}}
`},{name:`call.recording_ready`,body:`{"event":"call.recording_ready","timestamp":"2026-09-30T15:00:03Z","data":{"call_id":"call_9f33","agent_id":"agent_bakery"}}
`},{name:`call.started`,body:`{
  "event": "call.started",
  "timestamp": "2026-09-30T14:02:10Z",
  "data": {
    "call_id": "call_9f31",
    "agent_id": "agent_bakery",
    "direction": "inbound",
    "caller_number": "+442079460011",
    "called_number": "+442079460022",
    "provider": "plivo",
    "call_sid": "PL-77120",
    "metadata": { "shop": "Brixton", "emoji": "🥐" }
  }
}
`},{name:`call.started.reference`,body:`{"event":"call.started","timestamp":"2026-09-30T14:02:10Z","data":{"call_id":"call_9f31","agent_id":"agent_bakery","direction":"outbound","from":"+442079460022","to":"+442079460011","provider":"twilio","stream_sid":"MZ-0031","call_sid":"CA-77120","workspace_id":"ws_oven"}}`},{name:`call.transferred`,body:`{"event":"call.transferred","timestamp":"2026-09-30T15:00:02Z","data":{"call_id":"call_9f32","agent_id":"agent_bakery"}}
`},{name:`call.voicemail_detected`,body:`{"event":"call.voicemail_detected","timestamp":"2026-09-30T15:00:05Z","data":{"call_id":"call_9f35","agent_id":"agent_bakery"}}
`},{name:`error.occurred`,body:`{"event":"error.occurred","timestamp":"2026-09-30T15:00:07Z","data":{"call_id":"call_9f37","agent_id":"agent_bakery"}}
`},{name:`function.called`,body:`{"event":"function.called","timestamp":"2026-09-30T15:00:06Z","data":{"call_id":"call_9f36","agent_id":"agent_bakery"}}
`},{name:`transcript.updated`,body:`{
	"event": "transcript.updated",
	"timestamp": "2026-09-30T14:02:18Z",
	"data": { "call_id": "call_9f31", "text": "Grüße aus 東京 – \\u00e9t\\u00e9" }
}
`}],handshakes:[]};export{e as default};