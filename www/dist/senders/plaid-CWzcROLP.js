var e={definition:{$schema:`../provider.schema.json`,id:`plaid`,name:`Plaid`,summary:`Changes of items, transactions, transfers and verifications at Plaid.`,docs:[`https://plaid.com/docs/api/webhooks/`,`https://plaid.com/docs/api/webhooks/webhook-verification/`],checked:`2026-11-21`,confidence:`documented`,notes:["The key is a JWK that Plaid's API gives for a key id (`/webhook_verification_key/get`, with your client id and secret). The report names the id as `keyId`; fetch the key once, keep it, and hand it in as a secret. A key that has `expired_at` must no longer be used.",`The token carries the SHA-256 of the body, so every blank counts: bodies are indented by two blanks, and a body that was parsed and written again does not fit.`,`Only ES256 is accepted, whatever the token says of itself.`,"Tokens are fresh for five minutes after `iat`, as the documentation demands.","No member names the event: `webhook_type` and `webhook_code` together are its type. Plaid may deliver an event more than once and in another order."],schemes:[{id:`jwt`,confidence:`documented`,note:"A JWT whose claim `request_body_sha256` is the hex SHA-256 of the body.",signature:{source:`header:Plaid-Verification`,layout:`bare`,encoding:`text`},algorithm:`jwt`,jwt:{algorithms:[`ES256`]},checks:[{source:`claim:/request_body_sha256`,equals:`{body|sha256|hex}`}],timestamp:{source:`claim:/iat`,unit:`s`,toleranceSeconds:300},keyId:{source:`jwt:kid`}}],events:{envelope:`one`,kind:[`json:/webhook_type + json:/webhook_code`],id:[],schema:`event`,unknown:`note`,known:[]},sender:{success:{statuses:[[200,200]],confidence:`documented`,docs:`https://plaid.com/docs/api/webhooks/`,note:`Within 10 seconds; the page calls any other answer than 200 a failure, the help centre asks for 2xx.`},retries:{delaysSeconds:[30,120,480,1920,7680,30720],afterLast:{outcome:`lost`,note:`All data can also be fetched by the API.`},confidence:`documented`,docs:`https://plaid.com/docs/api/webhooks/`,note:`For up to 24 hours, the first retry after 30 seconds and each delay four times the one before; the plan is computed from that. Endpoints that refuse more than 90 % over a day get no retries.`}},schemas:{event:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`Envelope of a Plaid webhook`,type:`object`,required:[`webhook_type`,`webhook_code`],properties:{webhook_type:{type:`string`},webhook_code:{type:`string`},environment:{type:`string`},item_id:{type:[`string`,`null`]}}}}},samples:[{name:`sync-updates`,comment:`a JWK as the key`,code:`ok`,event:`TRANSACTIONS.SYNC_UPDATES_AVAILABLE`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3OTAwMDAxMDAsInJlcXVlc3RfYm9keV9zaGEyNTYiOiJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIn0.QcTS3fGjFvqLkhDGTBcc3JOkUwig4WccIjdWIkYrPDP0_CD88aO-VB-n0CXWlESa7lQqWkvtasqBQfpYicyP2g`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`item-error`,comment:`a key in PEM; escaped and unescaped letters`,code:`ok`,event:`ITEM.ERROR`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3ODk5OTk4MDAsInJlcXVlc3RfYm9keV9zaGEyNTYiOiIwN2E1Y2U0ZTI1MWQ4OGE4ZDhhMTI4OTIyNDRhNzBjMjllYzA3MjExZGQyY2U4MDBlYmY3OTg5ZjkzOTJiOGViIn0.Y6UIlmjrb0O1Ym6eBZlMFMktOMOzqkWgPLIzFOMGIo1tLzsSkx_HEyUhIIzDcxP-6PEu_MIHnFw8HTdAzw_iyg`],body:`{
  "error": {
    "display_message": "Bitte melden Sie sich neu an \\u2013 größer & schöner",
    "error_code": "ITEM_LOGIN_REQUIRED"
  },
  "item_id": "exampleItem0000000000000000000000002",
  "webhook_code": "ERROR",
  "webhook_type": "ITEM"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqHI/kWlRhDjXgLnDbU11E1jGX81G
8BzEgZ2AVB0LUNYrSDNa5osAD86kafr5BO6VHrjznLZK4MFIQk88nFyw/Q==
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`rotation`,comment:`the second of two keys`,code:`ok`,event:`TRANSACTIONS.SYNC_UPDATES_AVAILABLE`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3OTAwMDAxMDAsInJlcXVlc3RfYm9keV9zaGEyNTYiOiJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIn0.Bx-dFsHA35qptZsS5ZNOt3b2wmbhaDcPReXi-V30g4qbs4kftd6lNE-1x8tR4DYRB7WjPHsUB37RI1Tp4ew0tQ`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`,`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000002","x":"5cpkKFAX3ScyVQaBCKTM4iJ9bGTKZd__4n2WO-0wIrE","y":"MCWoGiq0UgWMtAtzfHIbulReaSc6JoJD5OEQwAWkWUw"}`],mode:`tolerant`,parameters:{},options:{}},{name:`wrong-key`,comment:`another key than the one that signed; the report names the one that is needed`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3OTAwMDAxMDAsInJlcXVlc3RfYm9keV9zaGEyNTYiOiJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIn0.CmzhqbVRCPqWWOd6Lbt_4lYOi4BvSAnABAWBMJSSLkgvUU1OL0VqbrZNhEojJWqaixQ3vD66h6WopFW9Y-HN1g`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`tampered-body`,comment:`one byte of the body is another`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3OTAwMDAxMDAsInJlcXVlc3RfYm9keV9zaGEyNTYiOiJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIn0.QcTS3fGjFvqLkhDGTBcc3JOkUwig4WccIjdWIkYrPDP0_CD88aO-VB-n0CXWlESa7lQqWkvtasqBQfpYicyP2g`],body:`{
  "environment": "sandbox",
  "historical_update_complete": true ,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`body-rewritten`,comment:`parsed and written again without blanks`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3OTAwMDAxMDAsInJlcXVlc3RfYm9keV9zaGEyNTYiOiJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIn0.QcTS3fGjFvqLkhDGTBcc3JOkUwig4WccIjdWIkYrPDP0_CD88aO-VB-n0CXWlESa7lQqWkvtasqBQfpYicyP2g`],body:`{"environment":"sandbox","historical_update_complete":false,"initial_update_complete":true,"item_id":"exampleItem0000000000000000000000001","webhook_code":"SYNC_UPDATES_AVAILABLE","webhook_type":"TRANSACTIONS"}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`claims-changed`,comment:`the claims are signed`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJpYXQiOiAxNzkwMDAwMTAwLCAicmVxdWVzdF9ib2R5X3NoYTI1NiI6ICJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIiwgIngiOiAxfQ.QcTS3fGjFvqLkhDGTBcc3JOkUwig4WccIjdWIkYrPDP0_CD88aO-VB-n0CXWlESa7lQqWkvtasqBQfpYicyP2g`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`algorithm-none`,comment:`an unsigned token`,code:`signature.unsupported`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJub25lIiwia2lkIjoiNmM1NTE2ZTEtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAxIn0.eyJpYXQiOiAxNzkwMDAwMTAwLCAicmVxdWVzdF9ib2R5X3NoYTI1NiI6ICJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIn0.AA`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`public-key-as-a-secret`,comment:`HS256 with the public key as the secret`,code:`signature.unsupported`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJIUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSJ9.eyJpYXQiOiAxNzkwMDAwMTAwLCAicmVxdWVzdF9ib2R5X3NoYTI1NiI6ICJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIn0.QgKT1aEo4t57FG_cInaaodZCoN9Qpte9YhIyQMgAurc`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqHI/kWlRhDjXgLnDbU11E1jGX81G
8BzEgZ2AVB0LUNYrSDNa5osAD86kafr5BO6VHrjznLZK4MFIQk88nFyw/Q==
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`header-missing`,comment:`unsigned`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`no-token`,comment:`not three parts`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: abc.def`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`body-hash-missing`,comment:`a token that says nothing about the body`,code:`signature.input`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3OTAwMDAxMDB9.cPEX4st034GaFWiaucE4vA5DL3wKcqylfMpICTdbQaF1bDlQq--1DqQqRzU0OYzrs66Isxw5_lsPtqEKrgSHKw`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`issue-time-missing`,comment:`a token without a time`,code:`timestamp.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJyZXF1ZXN0X2JvZHlfc2hhMjU2IjoiYzczODdkNzIwNzgxZWZkOTM1N2Q3ODI5ODI5NzQyMGY5NTFjNGRjNmVkMGEyZTAyZmQ0N2VkZjFhOGZkNzM0ZCJ9.Xr-2XCfstGwj2_L4dPfflcdNYvbWf01sWQEvfH8D3x2k7G3WSxCbYYZd-pgqbyxBIEQI1i_0rh0X6BtoyKHQHg`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`stale`,comment:`one second too old`,code:`timestamp.stale`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3ODk5OTk3OTksInJlcXVlc3RfYm9keV9zaGEyNTYiOiJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIn0.f-LklZOvmT3JwP4dgr1eCU6SyeFYF5489CgEr0QLoIxdaP8g6kk0Hn6jZ6N9TnFq-Mjj4Spm3VmRjJA2BMn8Sg`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}},{name:`future`,comment:`one second too early`,code:`timestamp.future`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/plaid`,headers:[`Content-Type: application/json`,`Plaid-Verification: eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3OTAwMDA0MDEsInJlcXVlc3RfYm9keV9zaGEyNTYiOiJjNzM4N2Q3MjA3ODFlZmQ5MzU3ZDc4Mjk4Mjk3NDIwZjk1MWM0ZGM2ZWQwYTJlMDJmZDQ3ZWRmMWE4ZmQ3MzRkIn0.-U7pz9i5xW8JrW_Aw-z-DrK4BO2sSZ5Zz1l9V7o6eMD6uJrVkJd41azsKss7dtCNuEkD5KBGHtuBXb8pFapQCA`],body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`,base64:null,secrets:[`{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"6c5516e1-0000-4000-8000-000000000001","x":"qHI_kWlRhDjXgLnDbU11E1jGX81G8BzEgZ2AVB0LUNY","y":"K0gzWuaLAA_OpGn6-QTulR6485y2SuDBSEJPPJxcsP0"}`],mode:`tolerant`,parameters:{},options:{}}],examples:[{name:`ITEM_ERROR`,body:`{
  "error": {
    "display_message": "Bitte melden Sie sich neu an \\u2013 größer & schöner",
    "error_code": "ITEM_LOGIN_REQUIRED"
  },
  "item_id": "exampleItem0000000000000000000000002",
  "webhook_code": "ERROR",
  "webhook_type": "ITEM"
}`},{name:`SYNC_UPDATES_AVAILABLE`,body:`{
  "environment": "sandbox",
  "historical_update_complete": false,
  "initial_update_complete": true,
  "item_id": "exampleItem0000000000000000000000001",
  "webhook_code": "SYNC_UPDATES_AVAILABLE",
  "webhook_type": "TRANSACTIONS"
}`}],handshakes:[]};export{e as default};