var e={definition:{$schema:`../provider.schema.json`,id:`edesy-masking`,name:`Edesy Number Masking`,summary:`Calls between two parties who see a masked number: their lifecycle, their recordings, and the question where to route a call.`,docs:[`https://edesy.in/docs/number-masking/api-reference/webhooks`],checked:`2026-11-21`,confidence:`observed`,notes:["Documented are HMAC-SHA256 over the raw body and the signing secret of the portal. The page does not name the header; that it is `X-Edesy-Signature` with `sha256=<hex>` was seen in several independent integrations.","The secret is optional in the dashboard, and without one deliveries come unsigned. Accept those only by saying so, with `authentication: 'none'`.",`Nothing in the signature says when a delivery was made, so an old one can be sent again. Use the report's replay key.`,"Two generations of events share the header: the call API (`call.initiated` to `recording.ready`, documented, fields in `data`) and the session product (`session.created` to `session.expired`, seen in integrations only, all fields at the top). Their names do not overlap; mind the hyphen in `call.no-answer`.","`masking.route` is a question, not a notice: Edesy waits up to 5 seconds for an answer with `action`, `connect` or `reject`.","`call_sid` names the call and is the same for all events of it, so it is not reported as event id; no event id is known."],parameters:{header:{description:`Name of the header that carries the signature.`,default:`X-Edesy-Signature`}},authenticationOptional:!0,schemes:[{id:`prefixed`,confidence:`observed`,note:"`sha256=<hex>` over the raw body.",signature:{source:`header:{param:header}`,layout:{prefix:{text:`sha256=`}},encoding:`hex`},algorithm:`hmac-sha256`,key:{format:`raw`},content:`{body}`},{id:`bare`,confidence:`observed`,note:"Hexadecimal alone over the raw body. Most integrations accept it beside `sha256=<hex>`; no delivery in this form has been published.",signature:{source:`header:{param:header}`,layout:`bare`,encoding:`hex`},algorithm:`hmac-sha256`,key:{format:`raw`},content:`{body}`}],events:{envelope:`one`,kind:[`json:/event`],unknown:`note`,known:[{type:`call.initiated`,summary:`The first party is being dialled.`,confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,schema:`call`},{type:`call.ringing`,summary:`The first party's phone rings.`,confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,schema:`call`},{type:`call.answered`,summary:`The first party has answered; the second is being dialled.`,confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,schema:`call`},{type:`call.bridged`,summary:`Both parties are connected.`,confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,schema:`call`},{type:`call.completed`,summary:`The call has ended normally; carries duration and price.`,confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,schema:`call`},{type:`call.failed`,summary:`The call could not be made; carries the hang-up cause.`,confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,schema:`call`},{type:`call.no-answer`,summary:`The first party did not answer in time.`,confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,schema:`call`},{type:`recording.ready`,summary:`The recording can be fetched; its place is a relative path, not a URL.`,confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,schema:`call`},{type:`session.created`,summary:`A masking session has been set up.`,confidence:`observed`,schema:`session`},{type:`call.incoming`,summary:`A party of a session dials the virtual number.`,confidence:`observed`,schema:`session`},{type:`call.connected`,summary:`Both parties of a session are connected.`,confidence:`observed`,schema:`session`},{type:`call.ended`,summary:`A call of a session has ended.`,confidence:`observed`,schema:`session`},{type:`call.missed`,summary:`A call of a session was not answered.`,confidence:`observed`,schema:`session`},{type:`session.expired`,summary:`A masking session has ended; its virtual number no longer connects.`,confidence:`observed`,schema:`session`},{type:`masking.route`,summary:`Somebody dials a masked number and Edesy asks whom to connect.`,confidence:`observed`,schema:`masking.route`}]},sender:{endpoint:{scheme:{allowed:[`https`],confidence:`assumed`,note:`No page says which URLs are taken. Payloads hold telephone numbers, which plain HTTP would show to everybody on the way.`},publicHost:{confidence:`assumed`,note:`No page says so; a hosted service reaches nothing else.`}},success:{statuses:[[200,299]],confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,note:`"Quickly", without a figure. The routing hook masking.route needs its JSON answer within 5 seconds (seen in code that serves it).`},retries:{afterLast:{outcome:`unknown`},confidence:`documented`,docs:`https://edesy.in/docs/number-masking/api-reference/webhooks`,note:`Exponential backoff, without any figure.`}},schemas:{call:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`Call API event of Edesy Number Masking`,description:"The eight documented events. One sample is published, of `call.completed`; the others are held to the same fields.",type:`object`,required:[`event`,`call_sid`,`data`],additionalProperties:!1,"x-tolerant":{required:`warning`},$comment:`A missing member is only a warning: no sample of the other seven events is published, and test events of the dashboard come without a call.`,properties:{event:{type:`string`,examples:[`call.completed`]},call_sid:{type:`string`,description:`The call, a UUID in the sample.`},data:{type:`object`,additionalProperties:!1,$comment:"Closed: the sample's fields and `hangup_cause`, which the text names. More fields are drift.",properties:{caller_number:{type:`string`},target_number:{type:`string`},masked_number:{type:`string`},direction:{type:`string`,examples:[`click_to_call`]},status:{type:`string`,examples:[`completed`]},started_at:{$ref:`#/$defs/time`},answered_at:{$ref:`#/$defs/time`},ended_at:{$ref:`#/$defs/time`},duration_sec:{$ref:`#/$defs/seconds`},bill_duration_sec:{$ref:`#/$defs/seconds`},price:{type:`number`},recording_url:{type:`string`,"x-tolerant":{type:`drift`},description:`A relative path in spite of its name; the documentation does not say what it is relative to.`,examples:[`recordings/2026/05/11/d28be7cd.wav`]},hangup_cause:{type:`string`,"x-tolerant":{type:`drift`},description:"On `call.failed`; values are not documented."}}}},$defs:{time:{type:`string`,format:`date-time`,"x-tolerant":{type:`drift`,format:`warning`},$comment:`What stands here before the call got so far (null, an empty text, no member) is not documented.`},seconds:{type:`integer`,minimum:0,"x-tolerant":{type:`drift`}}}},"masking.route":{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`Routing question of Edesy Number Masking`,description:`Somebody dials a masked number; known from integrations only.`,$comment:`Open: the integrations read these members and do not say that there are no others.`,type:`object`,required:[`event`,`masked_number`,`caller`],"x-tolerant":{required:`warning`},properties:{event:{type:`string`},masked_number:{type:`string`,description:`The number that was dialled.`},caller:{type:`string`,description:`Who dials.`},call_sid:{type:`string`,"x-tolerant":{type:`drift`}}}},session:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`Session event of Edesy Number Masking`,description:`The six events of the session product, known from integrations only. All fields but the event are optional.`,$comment:`Open, and wrong types are drift: no real delivery has been published, and one integration says that it guesses the fields.`,type:`object`,required:[`event`],properties:{event:{type:`string`},reference:{$ref:`#/$defs/text`,description:`Your own reference of the session.`},virtual_number:{$ref:`#/$defs/text`},caller:{$ref:`#/$defs/text`},callee:{$ref:`#/$defs/text`},direction:{$ref:`#/$defs/text`},call_sid:{$ref:`#/$defs/text`,description:`The call; test events of the dashboard have none.`},duration_sec:{type:`integer`,minimum:0,"x-tolerant":{type:`drift`}},status:{$ref:`#/$defs/text`},timestamp:{$ref:`#/$defs/text`,description:`Its format is not known.`}},$defs:{text:{type:`string`,"x-tolerant":{type:`drift`}}}}}},samples:[{name:`call-initiated`,comment:`compact`,code:`ok`,event:`call.initiated`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=75adf4c0640b0c13c9d93bcfc67b89ba0ca98e99295f918a66867f8f87ea77a3`],body:`{"event":"call.initiated","call_sid":"5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913","data":{"caller_number":"918000000455","target_number":"9800000021","masked_number":"918000000455","direction":"click_to_call","status":"initiated","started_at":"2026-10-14T06:20:00Z"}}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-ringing`,comment:`fields that do not apply yet are absent`,code:`ok`,event:`call.ringing`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=9774cfa2250a7a7a17e5ea03ab98b0d43df5afaf923d42e3ed76e972ab79d7fc`],body:`{"event":"call.ringing","call_sid":"5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913","data":{"target_number":"9800000021","masked_number":"918000000455","direction":"click_to_call","status":"ringing"}}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-answered`,comment:`indented`,code:`ok`,event:`call.answered`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=2d9550900f48c28d55526305ddfb3e93dcb8e4aec7a7c160b9f453555e72ac09`],body:`{
  "event": "call.answered",
  "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
  "data": {
    "target_number": "9800000021",
    "masked_number": "918000000455",
    "status": "answered",
    "started_at": "2026-10-14T06:20:00Z",
    "answered_at": "2026-10-14T06:20:11Z"
  }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-bridged`,comment:`members in another order`,code:`ok`,event:`call.bridged`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=4143c31cdd04b2bbf8ebc439c8aa2cb537cedf59bb156e9e4e6908113a9f9506`],body:`{ "data": { "status": "bridged", "answered_at": "2026-10-14T06:20:11Z" }, "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913", "event": "call.bridged" }
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-completed`,comment:`all documented fields`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-failed`,comment:`escapes and an emoji in the cause`,code:`ok`,event:`call.failed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=7d3753e2dd9d32d497bf993b43552795c146bd178c015fe292aa26177edb0e33`],body:`{"event":"call.failed","call_sid":"b2c1d0e9-77aa-4c0b-8e31-6a9f3d5c2e10","data":{"target_number":"9800000033","status":"failed","hangup_cause":"carrier said: \\"invalid number\\" \\ud83d\\udcf5","duration_sec":0,"bill_duration_sec":0,"price":0}}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-no-answer`,comment:`mind the hyphen; CRLF between lines`,code:`ok`,event:`call.no-answer`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=af15400ffceaccbdf9c24600fe45188b209d242d6e7c411a368c29e374aa1cf6`],body:`{\r
  "event": "call.no-answer",\r
  "call_sid": "0d9e8f7a-6b5c-4d3e-8f2a-1b0c9d8e7f6a",\r
  "data": { "target_number": "9800000044", "status": "no-answer", "started_at": "2026-10-14T07:00:05Z" }\r
}\r
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`recording-ready`,comment:`the recording is a relative path`,code:`ok`,event:`recording.ready`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=6ce5928e6790277df15d9db6b89143a8085ecf5bddfb999181fbb464d6592641`],body:`{"event": "recording.ready", "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913", "data": {"recording_url": "recordings/2026/10/14/5f0b7a52.wav"}}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`session-created`,comment:`replacement patterns in a text are only text`,code:`ok`,event:`session.created`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=f5bbebacc54a082256fa0ee9a3aafca2db9724d6af1aa76ed1554cb6b04632bd`],body:`{"event":"session.created","reference":"delivery-9914 $& {body}","virtual_number":"918000000466","status":"active","timestamp":"2026-10-14T08:00:00.000Z"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-incoming`,comment:`fractions of a second`,code:`ok`,event:`call.incoming`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=d61fb30438df528e9f2e150897cbd2511d7c03f5e07dcb7b6aabf0e938db5d17`],body:`{"event":"call.incoming","reference":"delivery-9914","virtual_number":"918000000466","caller":"9800000051","direction":"inbound","call_sid":"c-4401","timestamp":"2026-10-14T08:03:20.118Z"}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-connected`,comment:`indented by tabs`,code:`ok`,event:`call.connected`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=46e866ce5931a06ca3407698033e9f9b3f42031da56977dbd475feb0ebede053`],body:`{
	"event": "call.connected",
	"reference": "delivery-9914",
	"virtual_number": "918000000466",
	"caller": "9800000051",
	"callee": "9800000062",
	"call_sid": "c-4401"
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-ended`,comment:`non-ASCII letters`,code:`ok`,event:`call.ended`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=4ffad148b2492577ecbcef203e9346db1c73c089e5994f2351e3d7b226bc6615`],body:`{ "event": "call.ended", "reference": "Lieferung nach Köln", "virtual_number": "918000000466", "caller": "9800000051",
  "callee": "9800000062", "direction": "inbound", "call_sid": "c-4401", "duration_sec": 72, "status": "completed",
  "timestamp": "2026-10-14T08:04:41.902Z" }
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-missed`,comment:`no callee`,code:`ok`,event:`call.missed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=f1960a56e1d6bf72b54035e13e1aaa3de35991f436253efba06ecbce71c26f19`],body:`{"event":"call.missed","virtual_number":"918000000466","caller":"9800000051","call_sid":"c-4402","duration_sec":0}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`session-expired`,comment:`all but the event is optional`,code:`ok`,event:`session.expired`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=af48f486a0fd39ad5ea593a79cb6acf3ba0b1a526f20c535a5dd557c16fa9cc3`],body:`{"event":"session.expired"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`masking-route`,comment:`the question whom to connect`,code:`ok`,event:`masking.route`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=85690002d0320ee4dc87e450592ddb2a7f71e734b9290b2b96c0e1c1cb58cade`],body:`{"event":"masking.route","masked_number":"918000000477","caller":"9800000073","call_sid":"c-5120"}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`call-completed-bare`,comment:`without the prefix, as integrations accept it`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: 91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`session-created-bare`,comment:`without the prefix, as integrations accept it`,code:`ok`,event:`session.created`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: f5bbebacc54a082256fa0ee9a3aafca2db9724d6af1aa76ed1554cb6b04632bd`],body:`{"event":"session.created","reference":"delivery-9914 $& {body}","virtual_number":"918000000466","status":"active","timestamp":"2026-10-14T08:00:00.000Z"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`masking-route-bare`,comment:`without the prefix, as integrations accept it`,code:`ok`,event:`masking.route`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: 85690002d0320ee4dc87e450592ddb2a7f71e734b9290b2b96c0e1c1cb58cade`],body:`{"event":"masking.route","masked_number":"918000000477","caller":"9800000073","call_sid":"c-5120"}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`strict-knows-the-sample`,comment:"`strict` accepts what is documented",code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`strict`,parameters:{},options:{}},{name:`upper-case-hex`,comment:`the decoded bytes are compared`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91D41740F11C08B2A2492C78A933D58854C95ABC5EF3DFA6086A96F783AD75A6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`rotation-second-secret`,comment:`two secrets during a rotation, the second signs`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=3cf08ae9098230243ef9503c4ae9c827fde913cbf67c14bb2715b871438ef4ad`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`,`edesy-example-secret-2`],mode:`tolerant`,parameters:{},options:{}},{name:`rotation-first-secret`,comment:`the first of two`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: 91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`,`edesy-example-secret-2`],mode:`tolerant`,parameters:{},options:{}},{name:`header-by-parameter`,comment:`the header can be named`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Gateway-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{header:`X-Gateway-Signature`},options:{}},{name:`any-age`,comment:`nothing is signed that has an age`,code:`ok`,event:`call.completed`,now:1825536e6,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{toleranceSeconds:0}},{name:`trailing-newline-signed`,comment:`the bytes count, the last newline included`,code:`ok`,event:`session.expired`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=02f347c7a182cc30422d1faa1bdcede9e931e5cd97ae36a2f7f46e178ca56715`],body:`{"event":"session.expired"}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`lone-surrogate`,comment:`JSON.parse accepts it too`,code:`ok`,event:`call.missed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=220750f9534cc00d3a400d203d323367b5fd8508da34362215043fa6e4477d9b`],body:`{"event":"call.missed","caller":"\\ud800"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unsigned-accepted`,comment:`a webhook without a secret, and the caller says so`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[],mode:`tolerant`,parameters:{},options:{authentication:`none`}},{name:`unsigned-ignores-the-header`,comment:`nothing is checked when authentication is off`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=00`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[],mode:`tolerant`,parameters:{},options:{authentication:`none`}},{name:`unsigned-route`,comment:`phone-number routing comes without a signature`,code:`ok`,event:`masking.route`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`],body:`{"event":"masking.route","masked_number":"918000000477","caller":"9800000073","call_sid":"c-5120"}
`,base64:null,secrets:[],mode:`tolerant`,parameters:{},options:{authentication:`none`}},{name:`unsigned-broken`,comment:`what is not authenticated is still read`,code:`payload.syntax`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`],body:`{"event":"call.ended",}`,base64:null,secrets:[],mode:`tolerant`,parameters:{},options:{authentication:`none`}},{name:`unsigned-refused`,comment:`a secret is configured, so a signature is demanded`,code:`signature.missing`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`header-empty`,comment:`an empty header is no signature`,code:`signature.missing`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: `],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`crm-header`,comment:`the header of the CRM is not read here`,code:`signature.missing`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`tampered-body-prefixed`,comment:`one byte of the body was changed`,code:`signature.mismatch`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 0.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`tampered-body-bare`,comment:`one byte of the body was changed`,code:`signature.mismatch`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: 91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 0.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`tampered-signature`,comment:`one bit of the signature was changed`,code:`signature.mismatch`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=81d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`wrong-secret`,comment:`signed with a secret that is not configured`,code:`signature.mismatch`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=3cf08ae9098230243ef9503c4ae9c827fde913cbf67c14bb2715b871438ef4ad`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`secret-in-upper-case`,comment:`secrets are compared as they are`,code:`signature.mismatch`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`EDESY-EXAMPLE-SECRET-1`],mode:`tolerant`,parameters:{},options:{}},{name:`body-empty-on-arrival`,comment:`something read the stream before`,code:`signature.mismatch`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:``,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`timestamped-form`,comment:`a form that this product does not use`,code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: t=1794000000,v1=8eb3803b541a9c9796411c80268f2a177668ec6b7332d1b15a6b6b701c048006`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`bare-while-pinned`,comment:`a form that is not pinned is not tried`,code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: 91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{schemes:[`prefixed`]}},{name:`odd-hex`,comment:`63 digits are no bytes`,code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`odd-hex-bare`,comment:`63 digits are no bytes`,code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: 91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`not-hex`,comment:"`x` is no hexadecimal digit",code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75ax`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`prefix-alone`,comment:`nothing after the prefix`,code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`prefix-in-upper-case`,comment:`the prefix is written in lower case`,code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: SHA256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`other-prefix`,comment:`another prefix`,code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha512=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`blank-after-the-prefix`,comment:`a blank is no hexadecimal digit`,code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256= 91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`one-byte-short`,comment:`an HMAC-SHA256 has 32 bytes`,code:`signature.malformed`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`two-header-lines`,comment:`a proxy added a second header`,code:`signature.duplicated`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`,`X-Edesy-Signature: sha256=3cf08ae9098230243ef9503c4ae9c827fde913cbf67c14bb2715b871438ef4ad`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`head`,comment:`a liveness check is no delivery`,code:`delivery.method`,event:null,now:1794e9,method:`HEAD`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`],body:``,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`put`,comment:`deliveries are posted`,code:`delivery.method`,event:null,now:1794e9,method:`PUT`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`body-too-large`,comment:`nothing is computed over it`,code:`limit.body`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=91d41740f11c08b2a2492c78a933d58854c95abc5ef3dfa6086a96f783ad75a6`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{limits:{bodyBytes:100}}},{name:`negative-duration`,comment:`the place of the value, not of its name`,code:`schema.range`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=437e60e76132e66a018271b5edd24ab6d214ea1ed45481b626997c68c571581a`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": -1,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`negative-duration-observe`,comment:"`observe` reports and accepts",code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=437e60e76132e66a018271b5edd24ab6d214ea1ed45481b626997c68c571581a`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": -1,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`observe`,parameters:{},options:{}},{name:`two-wrong-types`,comment:`every problem, in the order of the text`,code:`schema.type`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=97912fc4e3c480ba141540cdd61225d23a2ce7ecaafd99971dbe1d90bd4d2fe8`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": 918000000455,
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": "4.50 ₹",
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`two-wrong-types-listed-to-one`,comment:`the report is short, the verdict is not`,code:`schema.type`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=97912fc4e3c480ba141540cdd61225d23a2ce7ecaafd99971dbe1d90bd4d2fe8`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": 918000000455,
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": "4.50 ₹",
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{limits:{problems:1}}},{name:`whole-number-with-a-fraction`,comment:`167.0 is an integer to JSON Schema`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=bc4d4d846269fd324aa166009a92e0d03706f744445c63541b92152ea5565c66`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167.0,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`duration-as-text`,comment:`a changed type that does not matter to all is drift`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=25825f2f6496f5d0a372b54c56b727fd74e8930b22e71a64f31dca2b8cf01101`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": "167",
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`duration-as-text-strict`,comment:`the schema as it is written`,code:`schema.type`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=25825f2f6496f5d0a372b54c56b727fd74e8930b22e71a64f31dca2b8cf01101`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": "167",
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`strict`,parameters:{},options:{}},{name:`time-in-another-format`,comment:`accepted with a warning`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=15508c2da6900eed858e03544f023d307bd8885e2639e42a5916f4c405eafc4e`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14 06:22:58",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`time-in-another-format-strict`,comment:`the schema as it is written`,code:`schema.format`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=15508c2da6900eed858e03544f023d307bd8885e2639e42a5916f4c405eafc4e`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14 06:22:58",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`strict`,parameters:{},options:{}},{name:`no-time`,comment:`what stands where nothing was answered is not documented`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=0d43e86cde487e8c4aa4a383139db409a6c23294aa6227052927b568d5b816cd`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": null,
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-fields`,comment:`new fields are drift, named by pointer`,code:`ok`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=1a74f50f83a30532b4b8e4a644480828c39d70a673801422690fa9047c4b1e73`],body:`{
    "tenant/id": 1, "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "currency": "INR",
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-fields-strict`,comment:"`strict` refuses them, in the order of the text",code:`schema.unknown_field`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=1a74f50f83a30532b4b8e4a644480828c39d70a673801422690fa9047c4b1e73`],body:`{
    "tenant/id": 1, "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "currency": "INR",
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`,base64:null,secrets:[`edesy-example-secret-1`],mode:`strict`,parameters:{},options:{}},{name:`data-is-a-list`,comment:`a list holds no call`,code:`schema.type`,event:`call.completed`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=87a068cbc640f7fa2b98ccf7b86cd5ee2ac55a8bf31148fa8dce0d0ec6643feb`],body:`{"event":"call.completed","call_sid":"a",
"data":[]}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`test-event-without-a-call`,comment:`a missing member is a warning`,code:`ok`,event:`call.ringing`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=fb010bef839f787d76bd24495c1978826bdae6f13c4f7b2952ab08b7177d1fc0`],body:`{"event":"call.ringing"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`test-event-without-a-call-strict`,comment:`the schema as it is written`,code:`schema.required`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=fb010bef839f787d76bd24495c1978826bdae6f13c4f7b2952ab08b7177d1fc0`],body:`{"event":"call.ringing"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`strict`,parameters:{},options:{}},{name:`session-duration-with-a-fraction`,comment:`fields of the session product are known from integrations only`,code:`ok`,event:`call.ended`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=3a221b2d8005eed8299940e445fbeba19e949bb9f51acff756fd60b47f3d018e`],body:`{"event":"call.ended","duration_sec":1.5,"anything":true}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`route-number-as-number`,comment:`the number to route is needed as text`,code:`schema.type`,event:`masking.route`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=e252235e9a22b7bf2b86849e65ad94604c08ed9b1b3e5116b5a2023f5b9bc623`],body:`{"event":"masking.route","masked_number":918000000477,"caller":"9800000073"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`underscore-for-the-hyphen`,comment:`the documented name has a hyphen; this is another event`,code:`ok`,event:`call.no_answer`,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=4b8878139fc2e80a1fdd0c741a1b4be6cf5c10f982d84bd7d955dc8ea9ee4542`],body:`{"event":"call.no_answer","call_sid":"c-1"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-event-strict`,comment:"`strict` accepts only what is known",code:`event.unknown`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=4b8878139fc2e80a1fdd0c741a1b4be6cf5c10f982d84bd7d955dc8ea9ee4542`],body:`{"event":"call.no_answer","call_sid":"c-1"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`strict`,parameters:{},options:{}},{name:`event-name-missing`,comment:`authentic, but it does not say what it is`,code:`ok`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=1ba14fb337a93b2e45d8c5651e7b2992796db6117762f9832f375fc0b84e390a`],body:`{"type":"call.ended"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`event-name-missing-strict`,comment:"`strict` wants to know what it accepts",code:`event.missing`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=1ba14fb337a93b2e45d8c5651e7b2992796db6117762f9832f375fc0b84e390a`],body:`{"type":"call.ended"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`strict`,parameters:{},options:{}},{name:`latin-1`,comment:"rightly signed, but `ö` is one byte",code:`payload.utf8`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=c23f86d5b04b38c4cf8810bb3d6e4ae7382b0784e9d17f79282d93a4f9989214`],body:null,base64:`eyJldmVudCI6ImNhbGwuZW5kZWQiLAoicmVmZXJlbmNlIjoiS/ZsbiJ9`,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-comma-after-wide-characters`,comment:`the column counts characters, not bytes`,code:`payload.syntax`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=adde9369055539e0f1325fa180e37a362379b74db6d5972ac29dbdc3144573a2`],body:`{"event":"call.ended","reference":"Köln – 東 📵" "status":"completed"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`number-with-leading-zero`,comment:`JSON has no such number`,code:`payload.syntax`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=a80c97a2ffe41bda7a7dd489465ce469c397b2051a40a207e4c638b56c782a14`],body:`{"event":"call.ended","duration_sec":07}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`truncated`,comment:`rightly signed, but the body ends inside an object`,code:`payload.syntax`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=b8ade4876a90b221d1af7ef3165947294a21bd66518957acb8f5161c92cb57af`],body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        `,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`empty-body`,comment:`rightly signed emptiness`,code:`payload.empty`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=d391cfc8284a9f8c6965eea49c7bb687cb75f4d32f2fb219cd88b50a97fded0a`],body:``,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`raw-tab-in-a-text`,comment:`control characters must be escaped`,code:`payload.syntax`,event:null,now:1794e9,method:`POST`,url:`https://hooks.example.com/edesy/masking`,headers:[`Content-Type: application/json`,`X-Edesy-Signature: sha256=831a8204b44f98c529eec209e657405c9e47cde0a84621eb2b68f7751ec39006`],body:`{"event":"call.ended","reference":"a	b"}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`schema-that-reads-again-beyond-the-limit`,comment:`alternatives read a value again; the steps for that are bounded`,code:`limit.steps`,event:null,now:176e10,method:`POST`,url:``,headers:[`X-Edesy-Signature: sha256=77ad18295406473ee486573d794e5570b57b68e2dbd5de707bd839d84a0fc506`],body:`{"event":"own.event","a":[[1],[2],[3]]}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{limits:{steps:2},schemas:{"own.event":{properties:{a:{items:{anyOf:[{items:{type:`string`}},{items:{type:`integer`}}]}}}}}}},{name:`error-behind-more-notes-than-are-listed`,comment:`whatever is listed, the error decides`,code:`schema.type`,event:null,now:176e10,method:`POST`,url:``,headers:[`X-Edesy-Signature: sha256=c1d46286ec9c78e44699b8b1c6d60e0dd40df90439e2f74b4938e2853447731b`],body:`{"event":"call.completed","x0":9007199254740993,"x1":9007199254740993,"x2":9007199254740993,"x3":9007199254740993,"x4":9007199254740993,"x5":9007199254740993,"x6":9007199254740993,"x7":9007199254740993,"x8":9007199254740993,"x9":9007199254740993,"x10":9007199254740993,"x11":9007199254740993,"x12":9007199254740993,"x13":9007199254740993,"x14":9007199254740993,"x15":9007199254740993,"x16":9007199254740993,"x17":9007199254740993,"x18":9007199254740993,"x19":9007199254740993,"x20":9007199254740993,"x21":9007199254740993,"x22":9007199254740993,"x23":9007199254740993,"x24":9007199254740993,"x25":9007199254740993,"x26":9007199254740993,"x27":9007199254740993,"x28":9007199254740993,"x29":9007199254740993,"x30":9007199254740993,"x31":9007199254740993,"x32":9007199254740993,"x33":9007199254740993,"x34":9007199254740993,"x35":9007199254740993,"x36":9007199254740993,"x37":9007199254740993,"x38":9007199254740993,"x39":9007199254740993,"x40":9007199254740993,"x41":9007199254740993,"x42":9007199254740993,"x43":9007199254740993,"x44":9007199254740993,"x45":9007199254740993,"x46":9007199254740993,"x47":9007199254740993,"x48":9007199254740993,"x49":9007199254740993,"x50":9007199254740993,"x51":9007199254740993,"x52":9007199254740993,"x53":9007199254740993,"x54":9007199254740993,"x55":9007199254740993,"x56":9007199254740993,"x57":9007199254740993,"x58":9007199254740993,"x59":9007199254740993,"x60":9007199254740993,"x61":9007199254740993,"x62":9007199254740993,"x63":9007199254740993,"call_sid":5}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{}},{name:`error-in-a-list-of-one`,comment:`the one problem that is listed is the one that decides`,code:`schema.type`,event:null,now:176e10,method:`POST`,url:``,headers:[`X-Edesy-Signature: sha256=9b2d9b4899ccf4e9ccd0f83f65b4192e969769355616a48a45d6142bfa3e6407`],body:`{"event":"call.completed","x":9007199254740993,"call_sid":5}`,base64:null,secrets:[`edesy-example-secret-1`],mode:`tolerant`,parameters:{},options:{limits:{problems:1}}}],examples:[{name:`call.answered`,body:`{
  "event": "call.answered",
  "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
  "data": {
    "target_number": "9800000021",
    "masked_number": "918000000455",
    "status": "answered",
    "started_at": "2026-10-14T06:20:00Z",
    "answered_at": "2026-10-14T06:20:11Z"
  }
}
`},{name:`call.bridged`,body:`{ "data": { "status": "bridged", "answered_at": "2026-10-14T06:20:11Z" }, "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913", "event": "call.bridged" }
`},{name:`call.completed`,body:`{
    "event": "call.completed",
    "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913",
    "data": {
        "caller_number": "918000000455",
        "target_number": "9800000021",
        "masked_number": "918000000455",
        "direction": "click_to_call",
        "status": "completed",
        "started_at": "2026-10-14T06:20:00Z",
        "answered_at": "2026-10-14T06:20:11Z",
        "ended_at": "2026-10-14T06:22:58Z",
        "duration_sec": 167,
        "bill_duration_sec": 180,
        "price": 4.50,
        "recording_url": "recordings/2026/10/14/5f0b7a52.wav"
    }
}
`},{name:`call.connected`,body:`{
	"event": "call.connected",
	"reference": "delivery-9914",
	"virtual_number": "918000000466",
	"caller": "9800000051",
	"callee": "9800000062",
	"call_sid": "c-4401"
}
`},{name:`call.ended`,body:`{ "event": "call.ended", "reference": "Lieferung nach Köln", "virtual_number": "918000000466", "caller": "9800000051",
  "callee": "9800000062", "direction": "inbound", "call_sid": "c-4401", "duration_sec": 72, "status": "completed",
  "timestamp": "2026-10-14T08:04:41.902Z" }
`},{name:`call.failed`,body:`{"event":"call.failed","call_sid":"b2c1d0e9-77aa-4c0b-8e31-6a9f3d5c2e10","data":{"target_number":"9800000033","status":"failed","hangup_cause":"carrier said: \\"invalid number\\" \\ud83d\\udcf5","duration_sec":0,"bill_duration_sec":0,"price":0}}
`},{name:`call.incoming`,body:`{"event":"call.incoming","reference":"delivery-9914","virtual_number":"918000000466","caller":"9800000051","direction":"inbound","call_sid":"c-4401","timestamp":"2026-10-14T08:03:20.118Z"}
`},{name:`call.initiated`,body:`{"event":"call.initiated","call_sid":"5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913","data":{"caller_number":"918000000455","target_number":"9800000021","masked_number":"918000000455","direction":"click_to_call","status":"initiated","started_at":"2026-10-14T06:20:00Z"}}`},{name:`call.missed`,body:`{"event":"call.missed","virtual_number":"918000000466","caller":"9800000051","call_sid":"c-4402","duration_sec":0}
`},{name:`call.no-answer`,body:`{\r
  "event": "call.no-answer",\r
  "call_sid": "0d9e8f7a-6b5c-4d3e-8f2a-1b0c9d8e7f6a",\r
  "data": { "target_number": "9800000044", "status": "no-answer", "started_at": "2026-10-14T07:00:05Z" }\r
}\r
`},{name:`call.ringing`,body:`{"event":"call.ringing","call_sid":"5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913","data":{"target_number":"9800000021","masked_number":"918000000455","direction":"click_to_call","status":"ringing"}}`},{name:`masking.route`,body:`{"event":"masking.route","masked_number":"918000000477","caller":"9800000073","call_sid":"c-5120"}
`},{name:`recording.ready`,body:`{"event": "recording.ready", "call_sid": "5f0b7a52-3c1e-4a8f-9b57-21d6c0e4a913", "data": {"recording_url": "recordings/2026/10/14/5f0b7a52.wav"}}
`},{name:`session.created`,body:`{"event":"session.created","reference":"delivery-9914 $& {body}","virtual_number":"918000000466","status":"active","timestamp":"2026-10-14T08:00:00.000Z"}`},{name:`session.expired`,body:`{"event":"session.expired"}`}],handshakes:[]};export{e as default};