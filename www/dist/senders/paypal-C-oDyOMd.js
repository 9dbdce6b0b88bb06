var e={definition:{$schema:`../provider.schema.json`,id:`paypal`,name:`PayPal`,summary:`Payments, orders, subscriptions, disputes and payouts of a PayPal REST app.`,docs:[`https://developer.paypal.com/api/rest/webhooks/`,`https://developer.paypal.com/api/rest/webhooks/rest/`,`https://developer.paypal.com/api/rest/webhooks/event-names/`],checked:`2026-11-21`,confidence:`documented`,notes:["The key is the certificate at `PAYPAL-CERT-URL`. hookproof fetches nothing: the report names the URL as `keyId` where its host belongs to paypal.com; fetch it, check its chain, its dates and that it was issued to PayPal, keep it, and hand it in as a secret.",`Never fetch a certificate from a URL that the report does not name: whoever sends the delivery chooses the header.`,"The parameter `webhookId` is the id of the webhook in the app's settings. Deliveries of the simulator use the text `WEBHOOK_ID`.","The body is signed by its CRC-32 only. That finds accidents, not forgery: who holds one delivery with its signature can make another body with the same sum. So the report says `partial`; fetch the resource or ask the API to verify where money depends on it.","How old a transmission may be is not documented, so its time is compared only if you set `toleranceSeconds`.","Always RSA with SHA-256; `PAYPAL-AUTH-ALGO` says so and is not used."],parameters:{webhookId:{description:`Id of the webhook, as the app's settings or the webhooks API show it.`}},schemes:[{id:`rsa`,confidence:`documented`,note:"`<transmission id>|<time>|<webhook id>|<CRC-32 of the body in decimal>`.",signature:{source:`header:PAYPAL-TRANSMISSION-SIG`,layout:`bare`,encoding:`base64`},algorithm:`rsa-sha256`,content:`{header:PAYPAL-TRANSMISSION-ID}|{ts}|{param:webhookId}|{body|crc32}`,timestamp:{source:`header:PAYPAL-TRANSMISSION-TIME`,unit:`iso8601`,toleranceSeconds:null},keyId:{source:`header:PAYPAL-CERT-URL`,hosts:[`*.paypal.com`]},proves:`partial`}],events:{envelope:`one`,kind:[`json:/event_type`],id:[`json:/id`],schema:`event`,unknown:`note`,known:[]},sender:{endpoint:{scheme:{allowed:[`https`],confidence:`documented`,docs:`https://developer.paypal.com/api/rest/webhooks/rest/`},port:{allowed:[443],confidence:`documented`,docs:`https://developer.paypal.com/api/rest/webhooks/rest/`}},success:{statuses:[[200,299]],confidence:`documented`,docs:`https://developer.paypal.com/api/rest/webhooks/rest/`},retries:{afterLast:{outcome:`dead-letter`,note:`It is marked as failed and can be sent again from the events dashboard.`},confidence:`documented`,docs:`https://developer.paypal.com/api/rest/webhooks/rest/`,note:`Up to 25 times over three days; the delays are not published.`}},schemas:{event:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`Envelope of a PayPal event`,type:`object`,required:[`id`,`event_type`,`create_time`,`resource`],properties:{id:{type:`string`},event_type:{type:`string`},event_version:{type:`string`},create_time:{type:`string`},resource_type:{type:`string`},resource_version:{type:`string`},summary:{type:`string`},resource:{type:`object`},links:{type:`array`}}}}},samples:[{name:`official-sale-completed`,comment:`the SDK's test vector, with the certificate of that time`,code:`ok`,event:`PAYMENT.SALE.COMPLETED`,now:1431963913e3,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: dfb3be50-fd74-11e4-8bf3-77339302725b`,`PAYPAL-TRANSMISSION-TIME: 2015-05-18T15:45:13Z`,`PAYPAL-TRANSMISSION-SIG: thy4/U002quzxFavHPwbfJGcc46E8rc5jzgyeafWm5mICTBdY/8rl7WJpn8JA0GKA+oDTPsSruqusw+XXg5RLAP7ip53Euh9Xu3UbUhQFX7UgwzE2FeYoY6lyRMiiiQLzy9BvHfIzNIVhPad4KnC339dr6y2l+mN8ALgI4GCdIh3/SoJO5wE64Bh/ueWtt8EVuvsvXfda2Le5a2TrOI9vLEzsm9GS79hAR/5oLexNz8UiZr045Mr5ObroH4w4oNfmkTaDk9Rj0G19uvISs5QzgmBpauKr7Nw++JI0pr/v5mFctQkoWJSGfBGzPRXawrvIIVHQ9Wer48GR2g9ZiApWg==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-a5cafa77`],body:`{"id":"WH-0G2756385H040842W-5Y612302CV158622M","create_time":"2015-05-18T15:45:13Z","resource_type":"sale","event_type":"PAYMENT.SALE.COMPLETED","summary":"Payment completed for $ 20.0 USD","resource":{"id":"4EU7004268015634R","create_time":"2015-05-18T15:44:02Z","update_time":"2015-05-18T15:44:21Z","amount":{"total":"20.00","currency":"USD"},"payment_mode":"INSTANT_TRANSFER","state":"completed","protection_eligibility":"ELIGIBLE","protection_eligibility_type":"ITEM_NOT_RECEIVED_ELIGIBLE,UNAUTHORIZED_PAYMENT_ELIGIBLE","parent_payment":"PAY-86C81811X5228590KKVNARQQ","transaction_fee":{"value":"0.88","currency":"USD"},"links":[{"href":"https://api.sandbox.paypal.com/v1/payments/sale/4EU7004268015634R","rel":"self","method":"GET"},{"href":"https://api.sandbox.paypal.com/v1/payments/sale/4EU7004268015634R/refund","rel":"refund","method":"POST"},{"href":"https://api.sandbox.paypal.com/v1/payments/payment/PAY-86C81811X5228590KKVNARQQ","rel":"parent_payment","method":"GET"}]},"links":[{"href":"https://api.sandbox.paypal.com/v1/notifications/webhooks-events/WH-0G2756385H040842W-5Y612302CV158622M","rel":"self","method":"GET"},{"href":"https://api.sandbox.paypal.com/v1/notifications/webhooks-events/WH-0G2756385H040842W-5Y612302CV158622M/resend","rel":"resend","method":"POST"}]}`,base64:null,secrets:[`-----BEGIN CERTIFICATE-----
MIIHqDCCBpCgAwIBAgIQCSVMkxB1Kw9SPZtpAr3lTDANBgkqhkiG9w0BAQsFADB1
MQswCQYDVQQGEwJVUzEVMBMGA1UEChMMRGlnaUNlcnQgSW5jMRkwFwYDVQQLExB3
d3cuZGlnaWNlcnQuY29tMTQwMgYDVQQDEytEaWdpQ2VydCBTSEEyIEV4dGVuZGVk
IFZhbGlkYXRpb24gU2VydmVyIENBMB4XDTE1MDMxODAwMDAwMFoXDTE3MDMyMjEy
MDAwMFowggElMR0wGwYDVQQPDBRQcml2YXRlIE9yZ2FuaXphdGlvbjETMBEGCysG
AQQBgjc8AgEDEwJVUzEZMBcGCysGAQQBgjc8AgECEwhEZWxhd2FyZTEQMA4GA1UE
BRMHMzAxNDI2NzEWMBQGA1UECRMNMjIxMSBOIDFzdCBTdDEOMAwGA1UEERMFOTUx
MzExCzAJBgNVBAYTAlVTMRMwEQYDVQQIEwpDYWxpZm9ybmlhMREwDwYDVQQHEwhT
YW4gSm9zZTEVMBMGA1UEChMMUGF5UGFsLCBJbmMuMRgwFgYDVQQLEw9QYXJ0bmVy
IFN1cHBvcnQxNDAyBgNVBAMTK21lc3NhZ2V2ZXJpZmljYXRpb25jZXJ0cy5zYW5k
Ym94LnBheXBhbC5jb20wggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQDI
XgwJj1E+vPOLNA7e3nFsRpQq7G1CFcoCNeRgFIGRfd4itt2jBRPfHXf1eeXODQ6V
wTMP6rVYrI3HBQu5SZRZKO3gALPiBWTcz5FhVovYDz/d/DtasA5L7l1xmRM+GGPE
e/D3ETPeyym6GTAuIzR1ju1BuSQlVnIrcILDHrFZo0RyqFH1eNL3oYfgz+ZCv+WH
65rhS60VowiLAb2lsARckJ2P8wKIps3YUxAqVG5SJ9H49ueBDI01wEzE/+59J8s9
GThmbMTqP6x4MneAcGN1TPimGd9wZlbwwrCYDtCoqFDcxMVgvD83uPrIinFwTIOX
w63QSv8/+ANuawBcNJDrAgMBAAGjggOAMIIDfDAfBgNVHSMEGDAWgBQ901Cl1qCt
7vNKYApl0yHU+PjWDzAdBgNVHQ4EFgQUt5yLggZOjjfzULzZCgX2KZO3R/gwNgYD
VR0RBC8wLYIrbWVzc2FnZXZlcmlmaWNhdGlvbmNlcnRzLnNhbmRib3gucGF5cGFs
LmNvbTAOBgNVHQ8BAf8EBAMCBaAwHQYDVR0lBBYwFAYIKwYBBQUHAwEGCCsGAQUF
BwMCMHUGA1UdHwRuMGwwNKAyoDCGLmh0dHA6Ly9jcmwzLmRpZ2ljZXJ0LmNvbS9z
aGEyLWV2LXNlcnZlci1nMS5jcmwwNKAyoDCGLmh0dHA6Ly9jcmw0LmRpZ2ljZXJ0
LmNvbS9zaGEyLWV2LXNlcnZlci1nMS5jcmwwQgYDVR0gBDswOTA3BglghkgBhv1s
AgEwKjAoBggrBgEFBQcCARYcaHR0cHM6Ly93d3cuZGlnaWNlcnQuY29tL0NQUzCB
iAYIKwYBBQUHAQEEfDB6MCQGCCsGAQUFBzABhhhodHRwOi8vb2NzcC5kaWdpY2Vy
dC5jb20wUgYIKwYBBQUHMAKGRmh0dHA6Ly9jYWNlcnRzLmRpZ2ljZXJ0LmNvbS9E
aWdpQ2VydFNIQTJFeHRlbmRlZFZhbGlkYXRpb25TZXJ2ZXJDQS5jcnQwDAYDVR0T
AQH/BAIwADCCAX0GCisGAQQB1nkCBAIEggFtBIIBaQFnAHUApLkJkLQYWBSHuxOi
zGdwCjw1mAT5G9+443fNDsgN3BAAAAFMLovtNgAABAMARjBEAiBTR7r3p76qUJzF
23lsbD/cLsA0KlxoJRSIvIK0OIYWiQIgVQWja8tWBlpcoFP30Iym7IuczitSazpH
fhKAVroTgXgAdgBo9pj4H2SCvjqM7rkoHUz8cVFdZ5PURNEKZ6y7T0/7xAAAAUwu
i+z4AAAEAwBHMEUCIEP3VYyLQB7lOgFo4WstyOurmRe3xa0OVaeFL/bDohHOAiEA
+xQrRVAfaeT4qBdBJzLyVLU4V9bh/qBMXJdjvYujhAcAdgBWFAaaL9fC7NP14b1E
sj7HRna5vJkRXMDvlJhV1onQ3QAAAUwui+6EAAAEAwBHMEUCIQC/YUc5X6xyb3ho
o4VMSJqSoNg9KKkvLh9nUQCdwHi3/QIgNwcBc9ZZCR/aWXQ7hKH6d39kpkDX2Z43
XPy/Kl5sKI4wDQYJKoZIhvcNAQELBQADggEBAHixEZNpb0M1MsvsfNI6lLKxrs9s
JkcBcmxrFyhTC8KP+Qp+Z1fnMRQwpTLIMr1+uAMqCPAnIShGHeFNJpUFSMyW4o0l
+pZGz/L/YJBs7XP3ChSGC17ZKeGSQFfMqMQXfY/L6+n/1HkAwqmewqUMEuUmWN3F
kXJqVngIYGZtxXRyiv2azLOhrNP8BgNZK6d2gVxntQfGr4hnd8Juq8SJy/S4xpPY
YPD8vW7/wSOdAe1/kU38QwDVBQ5PJePS2WFwz8YA/eKcyg9lfsianfw35SjehJbn
wGwzUbjtibyJnv3eAeYDGxaI6vbuoE99pSmYGIwSBLJwZamJHjci6HL6wLg=
-----END CERTIFICATE-----`],mode:`tolerant`,parameters:{webhookId:`4JH86294D6297924G`},options:{}},{name:`capture-completed`,comment:`a public key in PEM; escapes in the body`,code:`ok`,event:`PAYMENT.CAPTURE.COMPLETED`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: DE3TpB9obQEFcP0uDmZFxLcN0mfhRrFLJJYzvD6afr6g5tuMc2FLqyPqkuIrwKsB7ObDNtJQZoJDSR9aZaqkXAOA3ecIfQQ6BP95SGHv/g5UUrbtgefofOoNDhx+2VN9FYBUIfJ5/ZCm67mjpobxUGl6ti6dCx+SX2SQY3+0KvOSMY6npgTvg+BwWorVLchwKKGgA1QdXo0Hwnuhn97Zf7Z0mN+/Vay1fah8feIE43crWcQpfWfKawnJnUoIoWAZMVr+YJTl15hgh5azINK/YEmbFILZELwXFNWkoWTCtyWv5nOIqJzptBVn1mPXsujU0lGHhOx1BOHd3+u9OycUhQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`subscription-cancelled-by-certificate`,comment:`a certificate in PEM; a final newline`,code:`ok`,event:`BILLING.SUBSCRIPTION.CANCELLED`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: cq36/78cN9QueusZ5Qp5hOtRQDY+diawAxVpAjiCQ1TTyNCdrDic3VdcLXYRbv06vO+9U3IPIK7ncCJKa4GimpPvIluSNj3k1xdQ7LMRn9K9zs/WySs3AuYLUIxLUoPfkD7J6siiRLmBMUIDq/ZoL2K/GMvP31kvPSp9OLiSy2V5ilIu87wkpYUrR1uX2g7CC6n4W2f7vGdam/tZbF2SX5TlnbFZ2nT+GNTBMH+ml6YLRZ4W+wlcVsi1nox7addCbxz9XKwjVMlM3ZBlD07zBiQp7m4O3J59o4agvGGYZIIVTMITxELMFlJgPiy71em7Y+FHKF2mpQUQ00dcQBnDUg==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000002-EXAMPLE000000002A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"subscription","event_type":"BILLING.SUBSCRIPTION.CANCELLED","resource":{"id":"I-EXAMPLE00002","quantity":1}}
`,base64:null,secrets:[`-----BEGIN CERTIFICATE-----
MIICyjCCAbKgAwIBAgIUTjZ31xX79A84zN1nf2hafRERvsQwDQYJKoZIhvcNAQEL
BQAwHzEdMBsGA1UEAwwUbWVzc2FnZXMuZXhhbXBsZS5jb20wHhcNMjYwMTAxMDAw
MDAwWhcNMzYwMTAxMDAwMDAwWjAfMR0wGwYDVQQDDBRtZXNzYWdlcy5leGFtcGxl
LmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAI/byzWfgTYf8RgP
0NrRK06sP+1CM03U4IvproElyVEnIVwspXXKe0YvhQ4gsEowbeWxEkFLqUTeZGOS
uaGsjtwmrR+IcMSXCr05tuWMH5ycFXT97tlCFgAwx4zTv0Yb40f2z7raEYxPpZi7
JdvGOOQEibAFfT7ZVme20eEKoUqoFLcdxlG8dMOPjvg59IhT3M+H7S1TQCxNyiOp
UfZoB7PYeIFnxq0sQ1lTPSD7igFlSxwoWXS5potPXlpXreb/3XjZnIHAPlmQKVZF
S64rQ72udlCFmFUpc4goKedPS1d+DpGNiotjwmEf/uSFxqgnGNmcsRGRdfB7EKRz
9JTpRw8CAwEAATANBgkqhkiG9w0BAQsFAAOCAQEACXVnRBgPH+lia1wJB0jCuzdy
BI+F2wBOnb069u+/fG7OQ9S8mwL/Uzn60lAJNJj/LvZHn57IESPzWtleTSTKSi0k
rG8pfPtlb+C6aL2vqMfYAhdYZXosGbCXqmkXb/Xev5n4ysgrRXKbxlKp546RWK0R
NVHenU5DZZzjvJeETqEZ0yfrLQWVLEG7x2mT1obCh0G9KLg8F5nOUCiQmzcrly+1
oopr5gtCj9oIG8zYpkpIeKljIhoPxb4MuhSAwG0abFM1cf4W+t2VNvuCln0DFPCr
I+SjrNK+jygVOQZG3LpNV6JLJi08Ztx6UPUD+49RZNyaWQKPf8QSyFz3cvXDmQ==
-----END CERTIFICATE-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`rotation`,comment:`the second of two keys`,code:`ok`,event:`PAYMENT.CAPTURE.COMPLETED`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: dso8Kw4FsxyzjkI0bORLLAkLBF7IhYcH8jVZrgNuHbBA51bDl+5D6FNU6TwtdP0P8sFcWWIAvTRx42u/WkbxjX4uzzGrDe+hRPLI9R/DuCTES3/nlwogTOOdEqsJps6xkQflymftDKHG6kvQ7sx4hTKP4JG/Iocf4Tntnf9yo2fFgSn2+yAuOhgW8DP2O7NxAcwpbGB7VxG2awQzFioGlHygDKCI6gDCHridaurwq6y9JIqpwZYPeKEtwNUEmjGcJKoi5593O38cJ4dFVVWIDJPKJDz4fspFIiS5MEmHaaFIMOJmi/LsTYsWjt63bhOyKeOw29AgfTIXuZHsIT7vNA==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`,`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5Oo04qEAEc11gkwP/HBq
YfpgCb4gBXGghchExEaXGrQZgo1eWrj/rb7EeFHMCN1sFS+Gcccf5wJTI+duQdGo
3gEwL522eR92CMc10/uFcTMK2R1nTW+ruHb0Zmx+22XeB5ysdjFYHwakQp1qtJiM
JJzrTuYAfaP4Jo+aTDp0IOemIOPzI4ZMoHDFJCrE5NEz1+t9D+Xba2Nkw36sHMhs
otn+zOMXYVLa676IqzNh+sQn3paQm0BKHfih2PvCYdB49LkdbuY87254gQRgNi7P
gERBS17i1R4m/GQ/Up0OOAVfkXugaQsexcetuII+KPEZpitsU/bdYyIIOD26zKYh
sQIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`certificate-of-a-stranger`,comment:`a host that is not PayPal's is never named; only the key that was handed in counts`,code:`ok`,event:`PAYMENT.CAPTURE.COMPLETED`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: DE3TpB9obQEFcP0uDmZFxLcN0mfhRrFLJJYzvD6afr6g5tuMc2FLqyPqkuIrwKsB7ObDNtJQZoJDSR9aZaqkXAOA3ecIfQQ6BP95SGHv/g5UUrbtgefofOoNDhx+2VN9FYBUIfJ5/ZCm67mjpobxUGl6ti6dCx+SX2SQY3+0KvOSMY6npgTvg+BwWorVLchwKKGgA1QdXo0Hwnuhn97Zf7Z0mN+/Vay1fah8feIE43crWcQpfWfKawnJnUoIoWAZMVr+YJTl15hgh5azINK/YEmbFILZELwXFNWkoWTCtyWv5nOIqJzptBVn1mPXsujU0lGHhOx1BOHd3+u9OycUhQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com.example.net/certs/1`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`old-without-a-tolerance`,comment:`a year old; nothing is compared unless asked for`,code:`ok`,event:`PAYMENT.CAPTURE.COMPLETED`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2025-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: OHUNvJFfDbDWcCdxR1oGCDh/dhdVqBWbBj1IqIQ6m5ouaeOfAtlRM+p1JQWw7I/7pIUmGw794AdjK9R/8g5gndibXxvjYAhFIEsSwXySVUkn6iUavJH1mBX0gedQTLwmBbbpbGqj+eQ3BxI8z0/Y3srci/vVh/HHHCP1ube7DKaJM1uZbSuiszr2mDXYGYkri3CgAqregWwAjJIgNRmFJCdpjrY4e+E+6r5WdqgE+ln/mvyA2lXkVdF3LEmkoj0cK7m7nq//8imEJPhKMth9LNMrrwpuckpC2vNCpmrcdtJ16W+Q30uIJQZCVPLwKgdUeZc1w1/u/M1B2V1TXWXk9Q==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`another-body-with-the-same-sum`,comment:"made from one signed delivery without any key: this is why the report says `partial`",code:`ok`,event:`PAYMENT.CAPTURE.COMPLETED`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: DE3TpB9obQEFcP0uDmZFxLcN0mfhRrFLJJYzvD6afr6g5tuMc2FLqyPqkuIrwKsB7ObDNtJQZoJDSR9aZaqkXAOA3ecIfQQ6BP95SGHv/g5UUrbtgefofOoNDhx+2VN9FYBUIfJ5/ZCm67mjpobxUGl6ti6dCx+SX2SQY3+0KvOSMY6npgTvg+BwWorVLchwKKGgA1QdXo0Hwnuhn97Zf7Z0mN+/Vay1fah8feIE43crWcQpfWfKawnJnUoIoWAZMVr+YJTl15hgh5azINK/YEmbFILZELwXFNWkoWTCtyWv5nOIqJzptBVn1mPXsujU0lGHhOx1BOHd3+u9OycUhQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"99.50"},"note":"pcgatI","status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`wrong-key`,comment:`another key than the one that signed`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: DE3TpB9obQEFcP0uDmZFxLcN0mfhRrFLJJYzvD6afr6g5tuMc2FLqyPqkuIrwKsB7ObDNtJQZoJDSR9aZaqkXAOA3ecIfQQ6BP95SGHv/g5UUrbtgefofOoNDhx+2VN9FYBUIfJ5/ZCm67mjpobxUGl6ti6dCx+SX2SQY3+0KvOSMY6npgTvg+BwWorVLchwKKGgA1QdXo0Hwnuhn97Zf7Z0mN+/Vay1fah8feIE43crWcQpfWfKawnJnUoIoWAZMVr+YJTl15hgh5azINK/YEmbFILZELwXFNWkoWTCtyWv5nOIqJzptBVn1mPXsujU0lGHhOx1BOHd3+u9OycUhQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5Oo04qEAEc11gkwP/HBq
YfpgCb4gBXGghchExEaXGrQZgo1eWrj/rb7EeFHMCN1sFS+Gcccf5wJTI+duQdGo
3gEwL522eR92CMc10/uFcTMK2R1nTW+ruHb0Zmx+22XeB5ysdjFYHwakQp1qtJiM
JJzrTuYAfaP4Jo+aTDp0IOemIOPzI4ZMoHDFJCrE5NEz1+t9D+Xba2Nkw36sHMhs
otn+zOMXYVLa676IqzNh+sQn3paQm0BKHfih2PvCYdB49LkdbuY87254gQRgNi7P
gERBS17i1R4m/GQ/Up0OOAVfkXugaQsexcetuII+KPEZpitsU/bdYyIIOD26zKYh
sQIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`tampered-body`,comment:`one byte of the body is another`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: DE3TpB9obQEFcP0uDmZFxLcN0mfhRrFLJJYzvD6afr6g5tuMc2FLqyPqkuIrwKsB7ObDNtJQZoJDSR9aZaqkXAOA3ecIfQQ6BP95SGHv/g5UUrbtgefofOoNDhx+2VN9FYBUIfJ5/ZCm67mjpobxUGl6ti6dCx+SX2SQY3+0KvOSMY6npgTvg+BwWorVLchwKKGgA1QdXo0Hwnuhn97Zf7Z0mN+/Vay1fah8feIE43crWcQpfWfKawnJnUoIoWAZMVr+YJTl15hgh5azINK/YEmbFILZELwXFNWkoWTCtyWv5nOIqJzptBVn1mPXsujU0lGHhOx1BOHd3+u9OycUhQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.51"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`another-webhook`,comment:`signed for another webhook of the same app`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: DE3TpB9obQEFcP0uDmZFxLcN0mfhRrFLJJYzvD6afr6g5tuMc2FLqyPqkuIrwKsB7ObDNtJQZoJDSR9aZaqkXAOA3ecIfQQ6BP95SGHv/g5UUrbtgefofOoNDhx+2VN9FYBUIfJ5/ZCm67mjpobxUGl6ti6dCx+SX2SQY3+0KvOSMY6npgTvg+BwWorVLchwKKGgA1QdXo0Hwnuhn97Zf7Z0mN+/Vay1fah8feIE43crWcQpfWfKawnJnUoIoWAZMVr+YJTl15hgh5azINK/YEmbFILZELwXFNWkoWTCtyWv5nOIqJzptBVn1mPXsujU0lGHhOx1BOHd3+u9OycUhQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK002`},options:{}},{name:`sum-in-hex`,comment:`the sum is signed in decimal`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: Zx1IzkcWtY6xU/BTtKUovTpyVOBwELqVT/mpUaWWt1mUi0PONX0gy3hst/6uAFjV5KrflHQxOw+RZsl0QH1YZsgFcS+7oc5vElPKyyF/XtkWj1g5BGpB9wsOlccV+T8l0jPP9hII62EM1gGnpChJvRYTVNI0+pClTvrbx5zlFAJKuWAF0PjRX5FzRaMRxKXnisnwIUETdSadTNg6X8cuHAPlFhSjkKnHY4Jqwd4cFB3huNqXG22Wfrhe0FVulb0oNZyeaD0JrGonc2pUD/zEbr7wrzs75eUqmPtUmrIFNKzM5cWdckNysHIpFfhr6N7u7Ae/nqDPTyC4jwJv9tpO4A==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`sha1`,comment:`the right text under another hash`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: DzwJ8iAg3mhR5phgwpn3Mk4UxeeyzKPM+sCfR4YErvnhN6zAmSpgMitkn6otb/g9QWlP4vheuz/C+n3hmaMo1JnvQsy7Ehfh5damj09wfFHWbC7DL6nnJtIx8dlwflJzuUKFTwjnJl9Kz/5uNpZTM3dNy03nliphuSDtL2z3vOU7Eq2uBsZO9Pc5+Ub904+SEJaXi4BPzT5+B2KE9fBOxlB9XLgccgJ7VBtA6Z6MG/MGGaeyJzvN2wjSpsAvNlnhRdi2I0/rplqolqog61OaMcM6Xh7x6B8jnHhZAXE4UsIN//GGdHj3ST49PrcBbejxzpwJ/8hr6Qpt7+QcmBKNJQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`transmission-id-missing`,comment:`a part of what is signed`,code:`signature.input`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: DE3TpB9obQEFcP0uDmZFxLcN0mfhRrFLJJYzvD6afr6g5tuMc2FLqyPqkuIrwKsB7ObDNtJQZoJDSR9aZaqkXAOA3ecIfQQ6BP95SGHv/g5UUrbtgefofOoNDhx+2VN9FYBUIfJ5/ZCm67mjpobxUGl6ti6dCx+SX2SQY3+0KvOSMY6npgTvg+BwWorVLchwKKGgA1QdXo0Hwnuhn97Zf7Z0mN+/Vay1fah8feIE43crWcQpfWfKawnJnUoIoWAZMVr+YJTl15hgh5azINK/YEmbFILZELwXFNWkoWTCtyWv5nOIqJzptBVn1mPXsujU0lGHhOx1BOHd3+u9OycUhQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`time-missing`,comment:`a part of what is signed`,code:`timestamp.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-SIG: DE3TpB9obQEFcP0uDmZFxLcN0mfhRrFLJJYzvD6afr6g5tuMc2FLqyPqkuIrwKsB7ObDNtJQZoJDSR9aZaqkXAOA3ecIfQQ6BP95SGHv/g5UUrbtgefofOoNDhx+2VN9FYBUIfJ5/ZCm67mjpobxUGl6ti6dCx+SX2SQY3+0KvOSMY6npgTvg+BwWorVLchwKKGgA1QdXo0Hwnuhn97Zf7Z0mN+/Vay1fah8feIE43crWcQpfWfKawnJnUoIoWAZMVr+YJTl15hgh5azINK/YEmbFILZELwXFNWkoWTCtyWv5nOIqJzptBVn1mPXsujU0lGHhOx1BOHd3+u9OycUhQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`header-missing`,comment:`unsigned`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`header-malformed`,comment:`no base64`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:15:00Z`,`PAYPAL-TRANSMISSION-SIG: *E3TpB9obQEFcP0uDmZFxLcN0mfhRrFLJJYzvD6afr6g5tuMc2FLqyPqkuIrwKsB7ObDNtJQZoJDSR9aZaqkXAOA3ecIfQQ6BP95SGHv/g5UUrbtgefofOoNDhx+2VN9FYBUIfJ5/ZCm67mjpobxUGl6ti6dCx+SX2SQY3+0KvOSMY6npgTvg+BwWorVLchwKKGgA1QdXo0Hwnuhn97Zf7Z0mN+/Vay1fah8feIE43crWcQpfWfKawnJnUoIoWAZMVr+YJTl15hgh5azINK/YEmbFILZELwXFNWkoWTCtyWv5nOIqJzptBVn1mPXsujU0lGHhOx1BOHd3+u9OycUhQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{}},{name:`stale-with-a-tolerance`,comment:`one second too old for the tolerance that was set`,code:`timestamp.stale`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/paypal`,headers:[`Content-Type: application/json`,`PAYPAL-TRANSMISSION-ID: 6f1d2b3c-0000-11f0-8000-000000000001`,`PAYPAL-TRANSMISSION-TIME: 2026-09-21T14:09:59Z`,`PAYPAL-TRANSMISSION-SIG: NEIS/rmiFXDvs2eWp7HHISYfUjaeBsJcaqw4XY+xDBW9ObiWGdu0JlTzBriV2mI4K5Ip2t0TZCu8+2M660pKNpiw8qnBPxsVp/ZsHrK+HFE/jva7MGJK1T3Q9oeEplE6PfL+KViCdTgF00mV8gl4ejXh0D3b3skAFKm/3EHPuhnhtWNEtn7UpdP67bG0VFc7N7NED1k4YigLEZ5fQWLF0GWU4b0PV7oncsDWld9QlCc4p9OqU400+RuVjpgBxwCTNCCWJokNG3t4kLtUAxVGktCf7AUdfH1Xhr8p3bKBgbRSYHG5q0svlv1PXKHMkqLxhbDHpq03gMzgGXJyDz4EFQ==`,`PAYPAL-AUTH-ALGO: SHA256withRSA`,`PAYPAL-CERT-URL: https://api.paypal.com/v1/notifications/certs/CERT-EXAMPLE-0001`],body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAj9vLNZ+BNh/xGA/Q2tEr
Tqw/7UIzTdTgi+mugSXJUSchXCyldcp7Ri+FDiCwSjBt5bESQUupRN5kY5K5oayO
3CatH4hwxJcKvTm25YwfnJwVdP3u2UIWADDHjNO/RhvjR/bPutoRjE+lmLsl28Y4
5ASJsAV9PtlWZ7bR4QqhSqgUtx3GUbx0w4+O+Dn0iFPcz4ftLVNALE3KI6lR9mgH
s9h4gWfGrSxDWVM9IPuKAWVLHChZdLmmi09eWlet5v/deNmcgcA+WZApVkVLritD
va52UIWYVSlziCgp509LV34OkY2Ki2PCYR/+5IXGqCcY2ZyxEZF18HsQpHP0lOlH
DwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{webhookId:`EXAMPLEWEBHOOK001`},options:{toleranceSeconds:300}}],examples:[{name:`BILLING.SUBSCRIPTION.CANCELLED`,body:`{"id":"WH-EXAMPLE000000002-EXAMPLE000000002A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"subscription","event_type":"BILLING.SUBSCRIPTION.CANCELLED","resource":{"id":"I-EXAMPLE00002","quantity":1}}
`},{name:`PAYMENT.CAPTURE.COMPLETED`,body:`{"id":"WH-EXAMPLE000000001-EXAMPLE000000001A","event_version":"1.0","create_time":"2026-09-21T14:14:59.000Z","resource_type":"capture","resource_version":"2.0","event_type":"PAYMENT.CAPTURE.COMPLETED","summary":"Payment completed for \\u20ac 12.50 EUR","resource":{"id":"EXAMPLE0000000001","amount":{"currency_code":"EUR","value":"12.50"},"status":"COMPLETED","custom_id":"Größe \\/ 42"},"links":[{"href":"https://api.paypal.com/v1/notifications/webhooks-events/WH-EXAMPLE","rel":"self","method":"GET"}]}`}],handshakes:[]};export{e as default};