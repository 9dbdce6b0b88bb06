var e={definition:{$schema:`../provider.schema.json`,id:`aws-sns`,name:`Amazon SNS`,summary:`Messages of Amazon SNS topics over HTTPS, and the confirmation of subscriptions.`,docs:[`https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html`,`https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html`,`https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html`,`https://github.com/aws/aws-sdk-java-v2`],checked:`2026-11-21`,confidence:`documented`,notes:["The key is the certificate at `SigningCertURL`. hookproof fetches nothing: the report names the URL as `keyId` where its host is an SNS endpoint; fetch it, check its chain and dates, keep it, and hand it in as a secret. It changes about once a year.","Any Amazon account can have a topic, and all topics sign with the same certificate: compare `TopicArn` with your own before you act on a message.","A `SubscriptionConfirmation` is verified like a message; then visit its `SubscribeURL` yourself, if the topic is one of yours and the host is SNS.","Signed are the message, its id, subject, time, topic and type, or token and URL of a confirmation. `UnsubscribeURL`, `SigningCertURL` and message attributes are not, so the report says `partial`.","Topics sign with SHA-1 (version 1) unless `SignatureVersion` is set to 2. To refuse SHA-1, pin `schemes: ['v2']`.",`Subscriptions with raw message delivery send the bare message without any signature.`,"How old a message may be is not documented, so its time is compared only if you set `toleranceSeconds`. The time is that of publishing; retries keep it."],schemes:[{id:`v2`,confidence:`documented`,note:`SHA-256; name and value of each signed member on lines of their own.`,when:[{source:`json:/SignatureVersion`,equals:`2`}],signature:{source:`json:/Signature`,layout:`bare`,encoding:`base64`},algorithm:`rsa-sha256`,content:`{json:/Message|row=Message}{json:/MessageId|row=MessageId}{json:/Subject?|row=Subject}{json:/SubscribeURL?|row=SubscribeURL}{ts|row=Timestamp}{json:/Token?|row=Token}{json:/TopicArn|row=TopicArn}{json:/Type|row=Type}`,timestamp:{source:`json:/Timestamp`,unit:`iso8601`,toleranceSeconds:null},keyId:{source:`json:/SigningCertURL`,hosts:[`sns.??-*.amazonaws.com`,`sns.??-*.amazonaws.com.cn`]}},{id:`v1`,confidence:`documented`,note:`The same with SHA-1, which is the default of a topic.`,when:[{source:`json:/SignatureVersion`,equals:`1`}],signature:{source:`json:/Signature`,layout:`bare`,encoding:`base64`},algorithm:`rsa-sha1`,content:`{json:/Message|row=Message}{json:/MessageId|row=MessageId}{json:/Subject?|row=Subject}{json:/SubscribeURL?|row=SubscribeURL}{ts|row=Timestamp}{json:/Token?|row=Token}{json:/TopicArn|row=TopicArn}{json:/Type|row=Type}`,timestamp:{source:`json:/Timestamp`,unit:`iso8601`,toleranceSeconds:null},keyId:{source:`json:/SigningCertURL`,hosts:[`sns.??-*.amazonaws.com`,`sns.??-*.amazonaws.com.cn`]}}],events:{envelope:`one`,kind:[`json:/Type`],id:[`json:/MessageId`],unknown:`error`,schema:`event`,known:[{type:`Notification`,summary:`A message was published to the topic.`,confidence:`documented`,docs:`https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html`,schema:`event`},{type:`SubscriptionConfirmation`,summary:"The subscription has to be confirmed by a visit to `SubscribeURL`.",confidence:`documented`,docs:`https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html`,schema:`confirmation`},{type:`UnsubscribeConfirmation`,summary:"The subscription was ended; a visit to `SubscribeURL` restores it.",confidence:`documented`,docs:`https://docs.aws.amazon.com/sns/latest/dg/http-unsubscribe-confirmation-json.html`,schema:`confirmation`}]},sender:{success:{statuses:[[200,299]],confidence:`documented`,docs:`https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.prepare.html`,note:`Within 15 seconds. An answer of 4xx ends the matter as well: the message does not come again.`},retries:{delaysSeconds:[20,20,20],afterLast:{outcome:`lost`,note:`Unless the subscription has a dead-letter queue.`},confidence:`documented`,docs:`https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.retry.html`,note:`By default three retries, 20 seconds apart; a delivery policy of the topic or subscription may say otherwise, up to an hour in all.`}},schemas:{confirmation:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`Confirmation of an Amazon SNS subscription`,type:`object`,required:[`Type`,`MessageId`,`Token`,`TopicArn`,`Message`,`SubscribeURL`,`Timestamp`,`SignatureVersion`,`Signature`,`SigningCertURL`],properties:{Type:{type:`string`},MessageId:{type:`string`},Token:{type:`string`},TopicArn:{type:`string`},Message:{type:`string`},SubscribeURL:{type:`string`},Timestamp:{type:`string`},SignatureVersion:{type:`string`},Signature:{type:`string`},SigningCertURL:{type:`string`}}},event:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`Message of Amazon SNS`,type:`object`,required:[`Type`,`MessageId`,`TopicArn`,`Message`,`Timestamp`,`SignatureVersion`,`Signature`,`SigningCertURL`],properties:{Type:{type:`string`},MessageId:{type:`string`},TopicArn:{type:`string`},Subject:{type:[`string`,`null`]},Message:{type:`string`},Timestamp:{type:`string`},SignatureVersion:{type:`string`},Signature:{type:`string`},SigningCertURL:{type:`string`},UnsubscribeURL:{type:`string`}}}}},samples:[{name:`official-notification-v2`,comment:`the Java SDK's test message`,code:`ok`,event:`Notification`,now:1772827226893,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`],body:`{
  "Type" : "Notification",
  "MessageId" : "9d2c5580-b61d-550c-8583-37a582870907",
  "TopicArn" : "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic",
  "Message" : "This message uses signature version 2.",
  "Timestamp" : "2026-03-06T20:00:26.893Z",
  "SignatureVersion" : "2",
  "Signature" : "kGNJ7FIM5DJxRv9bdoSJBty2WHpADFWrJ0ZQU/A2sALy6tBE5hqfUvPRlklTJ+PACFMguoFOO7W6ac/Bs4gR+JBRFhx4598X8/HWzrmaLrtB2f7nzViHbpzYN+u+OewXhxjj2lNsu0bLKv6fogkACytDIOhjZylbfJoPphDYAB7T3Ila7u+K3m2wLHH4k1cPYKyBf5FI/kAoQAVsY6qFHeb6CWfHsdM98I2gwyEvwJSzW0iyYBfqckmthQwH3Ex53jrhQlZylXFDYmstSJAdvbLeGqIUxKyk+O25wYgBjbbbeR+2qE2UCGEQrk1Bq018wmTxdHZmDhoBjJXiGmFkfg==",
  "SigningCertURL" : "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem",
  "UnsubscribeURL" : "https://sns.us-west-2.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:us-west-2:131990247566:dongie-standard-topic:b24e11a2-06bd-4e73-aa29-0ed2de3b41b5"
}`,base64:null,secrets:[`-----BEGIN CERTIFICATE-----
MIIFxTCCBK2gAwIBAgIQBkyRNHAyygLkObkxH5ju+zANBgkqhkiG9w0BAQsFADA8
MQswCQYDVQQGEwJVUzEPMA0GA1UEChMGQW1hem9uMRwwGgYDVQQDExNBbWF6b24g
UlNBIDIwNDggTTAxMB4XDTI1MTExMDAwMDAwMFoXDTI2MTAxNDIzNTk1OVowHDEa
MBgGA1UEAxMRc25zLmFtYXpvbmF3cy5jb20wggEiMA0GCSqGSIb3DQEBAQUAA4IB
DwAwggEKAoIBAQChbVNQ+DEaT5WN+l+bg0iEeF666Z6LDFc1KJr4lNl0odcXQSsk
KsZYCMVdp4I/Ikk9zWyckRTMkmQGYimpD+bTsMCP5C/sJIU0E9Y2OXjjl5Videkq
qnRL9VdE5N41Rvks7S/5MpYcSmCsmaHfwcv82Gvx2zm9CrA5Xu7K2ZqhzRQPCRSP
mHTHQr4ED63ujE+qTpPgQZ0TvgmcrAc08Z75Z7Zzs17aTNc3YhAtQx9WowN8uiHk
kgc+ONNdtwKvWZNmnbmxMHYtYc291WCP1K1Nh4TV5XNyjIebzQKDrqTCN0ItAr1x
e6Bl3BYS3SG9XHAy0q3ekITzQsKypcuaK6dTAgMBAAGjggLhMIIC3TAfBgNVHSME
GDAWgBSBuA5jiokSGOX6OztQlZ/m5ZAThTAdBgNVHQ4EFgQUBQEUzzzuVJAKzAlR
d0Q//W6HvZUwHAYDVR0RBBUwE4IRc25zLmFtYXpvbmF3cy5jb20wEwYDVR0gBAww
CjAIBgZngQwBAgEwDgYDVR0PAQH/BAQDAgWgMBMGA1UdJQQMMAoGCCsGAQUFBwMB
MDsGA1UdHwQ0MDIwMKAuoCyGKmh0dHA6Ly9jcmwucjJtMDEuYW1hem9udHJ1c3Qu
Y29tL3IybTAxLmNybDB1BggrBgEFBQcBAQRpMGcwLQYIKwYBBQUHMAGGIWh0dHA6
Ly9vY3NwLnIybTAxLmFtYXpvbnRydXN0LmNvbTA2BggrBgEFBQcwAoYqaHR0cDov
L2NydC5yMm0wMS5hbWF6b250cnVzdC5jb20vcjJtMDEuY2VyMAwGA1UdEwEB/wQC
MAAwggF/BgorBgEEAdZ5AgQCBIIBbwSCAWsBaQB3ANdtfRDRp/V3wsfpX9cAv/mC
yTNaZeHQswFzF8DIxWl3AAABmnAb33MAAAQDAEgwRgIhANXAgMEZWU326cqxqwnf
ntD0XcBjRbmvVMOp3hZ8boPXAiEAkI3NTMXcdLCChHak1ipOae7K7r3spMGUMk6Q
cEUKqBEAdgDCMX5XRRmjRe5/ON6ykEHrx8IhWiK/f9W1rXaa2Q5SzQAAAZpwG9+u
AAAEAwBHMEUCIQD+Qyok8NYaFuQkccW+XIMmxHxj6Yka2wjtg6UN/tbU5wIgcp4z
8MyC/dUfeLRuHAt0owtVgEu7xXqrMBOYlbXrfC4AdgDLOPcViXyEoURfW8Hd+8lu
8ppZzUcKaQWFsMsUwxRY5wAAAZpwG9+yAAAEAwBHMEUCIQCmu1jQUG9A2br7OqwM
FvQXtBX10yIvvDa6a2Ov1Zgg6gIgKlqRvN6WhX0pSHAN2bKmjRwIUI3X9kjS/A/m
DYULaV4wDQYJKoZIhvcNAQELBQADggEBAIbTQWQhqrG6SzwLq79tKCpI0aL0xlD+
/jrGPxpwTlK7rtAArHiEVh/bsmwLYRlIxPBiU+NE/kqeT0lhJA6/e3X3KRmnpJ6u
Z70PJGYwmZbSRsFom0vGFBMncX0qYx1iD0dooPeAkkSnM5j81rBh+FepV3HfF+tA
9gaglWLsU7Z/A0fdn9D32UPreVHloOut5EyEinvXRUAWZco9CRloyEXJr7Mxq9MZ
vYOK+5wuSPHnPij+fGlQsPxEgoTnCmU03PqNS49kL13jjEnYYdijqL+4rfHtuZbc
4hlVoZfttwg8wD3m5brhQ+GkBBNYN8HFtdVy/BnFi+SPJqv6BgB3Y00=
-----END CERTIFICATE-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`official-confirmation-v1`,comment:`with token and URL, SHA-1`,code:`ok`,event:`SubscriptionConfirmation`,now:1772825492895,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: SubscriptionConfirmation`],body:`{
  "Type" : "SubscriptionConfirmation",
  "MessageId" : "f3f2fc87-c426-4c2f-9044-b55890c0939c",
  "Token" : "2336412f37fb687f5d51e6e2425929f52e8e353134fe72d55ef8b330217d82da14007cbccefffd35b695feb8f0294d01fd9644f41e1ddfad261519a2c0bac743ff375eeb64530147d2da57f3acc54739da14c8dbd48a9d58ce996eff0d498ea6b4b9f58720d8959b52b99b8de148081720d7da17434e376614a00c992e7823e4",
  "TopicArn" : "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic",
  "Message" : "You have chosen to subscribe to the topic arn:aws:sns:us-west-2:131990247566:dongie-standard-topic.\\nTo confirm the subscription, visit the SubscribeURL included in this message.",
  "SubscribeURL" : "https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:us-west-2:131990247566:dongie-standard-topic&Token=2336412f37fb687f5d51e6e2425929f52e8e353134fe72d55ef8b330217d82da14007cbccefffd35b695feb8f0294d01fd9644f41e1ddfad261519a2c0bac743ff375eeb64530147d2da57f3acc54739da14c8dbd48a9d58ce996eff0d498ea6b4b9f58720d8959b52b99b8de148081720d7da17434e376614a00c992e7823e4",
  "Timestamp" : "2026-03-06T19:31:32.895Z",
  "SignatureVersion" : "1",
  "Signature" : "Ce2Ax8UbEq0RrVH7gsjP9WZ9bzif7dUkAY4OH99Pv7FSrvs8cK+uiH3a6ig54rXWUnZRUejk8K6KeK5Q80O9iJp8KbPRKdQ0PkJ3YASdabhfK0e7evC05YR2pFoS6nNaqNzT7HrR1d1Z9iLoFxluo2Dzb7kWVB7e9jp/y+ZBXRzRIaZgscM84kahBc6QgXOFJA1/PFA4cB5qaa6tBcUFtTE63o9vJ4wMmKk93W9MoszC+dNJeVFr8VHmt3toR+3JauBCZnGdgXgsDhni4PduSfWJJxEpuOK41iYf1hW+xFNFFsv46siTFiHdHiYDfI7/VlaY4spMgkq3EndRr7rHzQ==",
  "SigningCertURL" : "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem"
}`,base64:null,secrets:[`-----BEGIN CERTIFICATE-----
MIIFxTCCBK2gAwIBAgIQBkyRNHAyygLkObkxH5ju+zANBgkqhkiG9w0BAQsFADA8
MQswCQYDVQQGEwJVUzEPMA0GA1UEChMGQW1hem9uMRwwGgYDVQQDExNBbWF6b24g
UlNBIDIwNDggTTAxMB4XDTI1MTExMDAwMDAwMFoXDTI2MTAxNDIzNTk1OVowHDEa
MBgGA1UEAxMRc25zLmFtYXpvbmF3cy5jb20wggEiMA0GCSqGSIb3DQEBAQUAA4IB
DwAwggEKAoIBAQChbVNQ+DEaT5WN+l+bg0iEeF666Z6LDFc1KJr4lNl0odcXQSsk
KsZYCMVdp4I/Ikk9zWyckRTMkmQGYimpD+bTsMCP5C/sJIU0E9Y2OXjjl5Videkq
qnRL9VdE5N41Rvks7S/5MpYcSmCsmaHfwcv82Gvx2zm9CrA5Xu7K2ZqhzRQPCRSP
mHTHQr4ED63ujE+qTpPgQZ0TvgmcrAc08Z75Z7Zzs17aTNc3YhAtQx9WowN8uiHk
kgc+ONNdtwKvWZNmnbmxMHYtYc291WCP1K1Nh4TV5XNyjIebzQKDrqTCN0ItAr1x
e6Bl3BYS3SG9XHAy0q3ekITzQsKypcuaK6dTAgMBAAGjggLhMIIC3TAfBgNVHSME
GDAWgBSBuA5jiokSGOX6OztQlZ/m5ZAThTAdBgNVHQ4EFgQUBQEUzzzuVJAKzAlR
d0Q//W6HvZUwHAYDVR0RBBUwE4IRc25zLmFtYXpvbmF3cy5jb20wEwYDVR0gBAww
CjAIBgZngQwBAgEwDgYDVR0PAQH/BAQDAgWgMBMGA1UdJQQMMAoGCCsGAQUFBwMB
MDsGA1UdHwQ0MDIwMKAuoCyGKmh0dHA6Ly9jcmwucjJtMDEuYW1hem9udHJ1c3Qu
Y29tL3IybTAxLmNybDB1BggrBgEFBQcBAQRpMGcwLQYIKwYBBQUHMAGGIWh0dHA6
Ly9vY3NwLnIybTAxLmFtYXpvbnRydXN0LmNvbTA2BggrBgEFBQcwAoYqaHR0cDov
L2NydC5yMm0wMS5hbWF6b250cnVzdC5jb20vcjJtMDEuY2VyMAwGA1UdEwEB/wQC
MAAwggF/BgorBgEEAdZ5AgQCBIIBbwSCAWsBaQB3ANdtfRDRp/V3wsfpX9cAv/mC
yTNaZeHQswFzF8DIxWl3AAABmnAb33MAAAQDAEgwRgIhANXAgMEZWU326cqxqwnf
ntD0XcBjRbmvVMOp3hZ8boPXAiEAkI3NTMXcdLCChHak1ipOae7K7r3spMGUMk6Q
cEUKqBEAdgDCMX5XRRmjRe5/ON6ykEHrx8IhWiK/f9W1rXaa2Q5SzQAAAZpwG9+u
AAAEAwBHMEUCIQD+Qyok8NYaFuQkccW+XIMmxHxj6Yka2wjtg6UN/tbU5wIgcp4z
8MyC/dUfeLRuHAt0owtVgEu7xXqrMBOYlbXrfC4AdgDLOPcViXyEoURfW8Hd+8lu
8ppZzUcKaQWFsMsUwxRY5wAAAZpwG9+yAAAEAwBHMEUCIQCmu1jQUG9A2br7OqwM
FvQXtBX10yIvvDa6a2Ov1Zgg6gIgKlqRvN6WhX0pSHAN2bKmjRwIUI3X9kjS/A/m
DYULaV4wDQYJKoZIhvcNAQELBQADggEBAIbTQWQhqrG6SzwLq79tKCpI0aL0xlD+
/jrGPxpwTlK7rtAArHiEVh/bsmwLYRlIxPBiU+NE/kqeT0lhJA6/e3X3KRmnpJ6u
Z70PJGYwmZbSRsFom0vGFBMncX0qYx1iD0dooPeAkkSnM5j81rBh+FepV3HfF+tA
9gaglWLsU7Z/A0fdn9D32UPreVHloOut5EyEinvXRUAWZco9CRloyEXJr7Mxq9MZ
vYOK+5wuSPHnPij+fGlQsPxEgoTnCmU03PqNS49kL13jjEnYYdijqL+4rfHtuZbc
4hlVoZfttwg8wD3m5brhQ+GkBBNYN8HFtdVy/BnFi+SPJqv6BgB3Y00=
-----END CERTIFICATE-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`official-notification-with-subject-v1`,comment:`the subject is signed where there is one`,code:`ok`,event:`Notification`,now:1772826801424,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`],body:`{
  "Type" : "Notification",
  "MessageId" : "26858270-545e-5848-82a2-e05566af3dcf",
  "TopicArn" : "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic",
  "Subject" : "My message subject",
  "Message" : "Hello! This message has a subject.",
  "Timestamp" : "2026-03-06T19:53:21.424Z",
  "SignatureVersion" : "1",
  "Signature" : "jvNSgHVOF9KUOKI3bmQZhURD0kDN6txhfjiyuvnV95Dw6b2SRa7nq3AhM8agP0KUCIrRgKHqUlN6K2XBA35Lzkx1eI5RT0oXIN00pvvzGxSz0ddnuSGmDJM7bd/b1vl2RlLjz+KvkhzEtspxLnxjLsGl2EpOmztt+um7owb4475sOLdGTx1QiFV/8HqB2J0DyjeWdRZvu7Xpsf1Yd2rgmijFoz8x89Vw8pIksjczr4q16pxdh/XKWjbN2uPoC+3EeYdljL8KUvLYH9ueHSs5E9qq2iLdze4+FtANnE73XRvvSGE0KI+FGOvz1igest6qon3g1/CVy4mq3n19TsCSmA==",
  "SigningCertURL" : "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem",
  "UnsubscribeURL" : "https://sns.us-west-2.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:us-west-2:131990247566:dongie-standard-topic:b24e11a2-06bd-4e73-aa29-0ed2de3b41b5"
}`,base64:null,secrets:[`-----BEGIN CERTIFICATE-----
MIIFxTCCBK2gAwIBAgIQBkyRNHAyygLkObkxH5ju+zANBgkqhkiG9w0BAQsFADA8
MQswCQYDVQQGEwJVUzEPMA0GA1UEChMGQW1hem9uMRwwGgYDVQQDExNBbWF6b24g
UlNBIDIwNDggTTAxMB4XDTI1MTExMDAwMDAwMFoXDTI2MTAxNDIzNTk1OVowHDEa
MBgGA1UEAxMRc25zLmFtYXpvbmF3cy5jb20wggEiMA0GCSqGSIb3DQEBAQUAA4IB
DwAwggEKAoIBAQChbVNQ+DEaT5WN+l+bg0iEeF666Z6LDFc1KJr4lNl0odcXQSsk
KsZYCMVdp4I/Ikk9zWyckRTMkmQGYimpD+bTsMCP5C/sJIU0E9Y2OXjjl5Videkq
qnRL9VdE5N41Rvks7S/5MpYcSmCsmaHfwcv82Gvx2zm9CrA5Xu7K2ZqhzRQPCRSP
mHTHQr4ED63ujE+qTpPgQZ0TvgmcrAc08Z75Z7Zzs17aTNc3YhAtQx9WowN8uiHk
kgc+ONNdtwKvWZNmnbmxMHYtYc291WCP1K1Nh4TV5XNyjIebzQKDrqTCN0ItAr1x
e6Bl3BYS3SG9XHAy0q3ekITzQsKypcuaK6dTAgMBAAGjggLhMIIC3TAfBgNVHSME
GDAWgBSBuA5jiokSGOX6OztQlZ/m5ZAThTAdBgNVHQ4EFgQUBQEUzzzuVJAKzAlR
d0Q//W6HvZUwHAYDVR0RBBUwE4IRc25zLmFtYXpvbmF3cy5jb20wEwYDVR0gBAww
CjAIBgZngQwBAgEwDgYDVR0PAQH/BAQDAgWgMBMGA1UdJQQMMAoGCCsGAQUFBwMB
MDsGA1UdHwQ0MDIwMKAuoCyGKmh0dHA6Ly9jcmwucjJtMDEuYW1hem9udHJ1c3Qu
Y29tL3IybTAxLmNybDB1BggrBgEFBQcBAQRpMGcwLQYIKwYBBQUHMAGGIWh0dHA6
Ly9vY3NwLnIybTAxLmFtYXpvbnRydXN0LmNvbTA2BggrBgEFBQcwAoYqaHR0cDov
L2NydC5yMm0wMS5hbWF6b250cnVzdC5jb20vcjJtMDEuY2VyMAwGA1UdEwEB/wQC
MAAwggF/BgorBgEEAdZ5AgQCBIIBbwSCAWsBaQB3ANdtfRDRp/V3wsfpX9cAv/mC
yTNaZeHQswFzF8DIxWl3AAABmnAb33MAAAQDAEgwRgIhANXAgMEZWU326cqxqwnf
ntD0XcBjRbmvVMOp3hZ8boPXAiEAkI3NTMXcdLCChHak1ipOae7K7r3spMGUMk6Q
cEUKqBEAdgDCMX5XRRmjRe5/ON6ykEHrx8IhWiK/f9W1rXaa2Q5SzQAAAZpwG9+u
AAAEAwBHMEUCIQD+Qyok8NYaFuQkccW+XIMmxHxj6Yka2wjtg6UN/tbU5wIgcp4z
8MyC/dUfeLRuHAt0owtVgEu7xXqrMBOYlbXrfC4AdgDLOPcViXyEoURfW8Hd+8lu
8ppZzUcKaQWFsMsUwxRY5wAAAZpwG9+yAAAEAwBHMEUCIQCmu1jQUG9A2br7OqwM
FvQXtBX10yIvvDa6a2Ov1Zgg6gIgKlqRvN6WhX0pSHAN2bKmjRwIUI3X9kjS/A/m
DYULaV4wDQYJKoZIhvcNAQELBQADggEBAIbTQWQhqrG6SzwLq79tKCpI0aL0xlD+
/jrGPxpwTlK7rtAArHiEVh/bsmwLYRlIxPBiU+NE/kqeT0lhJA6/e3X3KRmnpJ6u
Z70PJGYwmZbSRsFom0vGFBMncX0qYx1iD0dooPeAkkSnM5j81rBh+FepV3HfF+tA
9gaglWLsU7Z/A0fdn9D32UPreVHloOut5EyEinvXRUAWZco9CRloyEXJr7Mxq9MZ
vYOK+5wuSPHnPij+fGlQsPxEgoTnCmU03PqNS49kL13jjEnYYdijqL+4rfHtuZbc
4hlVoZfttwg8wD3m5brhQ+GkBBNYN8HFtdVy/BnFi+SPJqv6BgB3Y00=
-----END CERTIFICATE-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`official-notification-without-subject-v1`,comment:`a subject that is absent leaves no line`,code:`ok`,event:`Notification`,now:1772826938903,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`],body:`{
  "Type" : "Notification",
  "MessageId" : "c0e5a280-53c9-5a98-93bb-c0a560b3d192",
  "TopicArn" : "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic",
  "Message" : "This notification has no subject.",
  "Timestamp" : "2026-03-06T19:55:38.903Z",
  "SignatureVersion" : "1",
  "Signature" : "h5/2kLNyPKvMH+ipOA1kueaA1GLFlcKbO/9o6GbH7BtKk/8lM8krPFDrV+Lwuq8yZDXTxeSXHR8pG1w9MkKQ3VlsHhMigy+5ejIsb+ZfpkDDO6dOACbkTg1twy9tLeKCyPfU01OokKTR6jlKJGCgXXDQm5Q1Fs4NfUz22xGqteycG1GIioqq2Hvd1PLsDkcoyUAhciugGFcZKIGjUbBtdhMTPFX1ed8iH+Y/p6o/eD0G2i614oRSXYRJyV2iNpl54LCCiCrAafAJAM5NXAJJq9CWyTjxHFC18FnPqSukW1/6Qa502oujhPJ/pyl+6mMBoF6LjnpbIyR8/Gmm+RY6fg==",
  "SigningCertURL" : "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem",
  "UnsubscribeURL" : "https://sns.us-west-2.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:us-west-2:131990247566:dongie-standard-topic:b24e11a2-06bd-4e73-aa29-0ed2de3b41b5"
}`,base64:null,secrets:[`-----BEGIN CERTIFICATE-----
MIIFxTCCBK2gAwIBAgIQBkyRNHAyygLkObkxH5ju+zANBgkqhkiG9w0BAQsFADA8
MQswCQYDVQQGEwJVUzEPMA0GA1UEChMGQW1hem9uMRwwGgYDVQQDExNBbWF6b24g
UlNBIDIwNDggTTAxMB4XDTI1MTExMDAwMDAwMFoXDTI2MTAxNDIzNTk1OVowHDEa
MBgGA1UEAxMRc25zLmFtYXpvbmF3cy5jb20wggEiMA0GCSqGSIb3DQEBAQUAA4IB
DwAwggEKAoIBAQChbVNQ+DEaT5WN+l+bg0iEeF666Z6LDFc1KJr4lNl0odcXQSsk
KsZYCMVdp4I/Ikk9zWyckRTMkmQGYimpD+bTsMCP5C/sJIU0E9Y2OXjjl5Videkq
qnRL9VdE5N41Rvks7S/5MpYcSmCsmaHfwcv82Gvx2zm9CrA5Xu7K2ZqhzRQPCRSP
mHTHQr4ED63ujE+qTpPgQZ0TvgmcrAc08Z75Z7Zzs17aTNc3YhAtQx9WowN8uiHk
kgc+ONNdtwKvWZNmnbmxMHYtYc291WCP1K1Nh4TV5XNyjIebzQKDrqTCN0ItAr1x
e6Bl3BYS3SG9XHAy0q3ekITzQsKypcuaK6dTAgMBAAGjggLhMIIC3TAfBgNVHSME
GDAWgBSBuA5jiokSGOX6OztQlZ/m5ZAThTAdBgNVHQ4EFgQUBQEUzzzuVJAKzAlR
d0Q//W6HvZUwHAYDVR0RBBUwE4IRc25zLmFtYXpvbmF3cy5jb20wEwYDVR0gBAww
CjAIBgZngQwBAgEwDgYDVR0PAQH/BAQDAgWgMBMGA1UdJQQMMAoGCCsGAQUFBwMB
MDsGA1UdHwQ0MDIwMKAuoCyGKmh0dHA6Ly9jcmwucjJtMDEuYW1hem9udHJ1c3Qu
Y29tL3IybTAxLmNybDB1BggrBgEFBQcBAQRpMGcwLQYIKwYBBQUHMAGGIWh0dHA6
Ly9vY3NwLnIybTAxLmFtYXpvbnRydXN0LmNvbTA2BggrBgEFBQcwAoYqaHR0cDov
L2NydC5yMm0wMS5hbWF6b250cnVzdC5jb20vcjJtMDEuY2VyMAwGA1UdEwEB/wQC
MAAwggF/BgorBgEEAdZ5AgQCBIIBbwSCAWsBaQB3ANdtfRDRp/V3wsfpX9cAv/mC
yTNaZeHQswFzF8DIxWl3AAABmnAb33MAAAQDAEgwRgIhANXAgMEZWU326cqxqwnf
ntD0XcBjRbmvVMOp3hZ8boPXAiEAkI3NTMXcdLCChHak1ipOae7K7r3spMGUMk6Q
cEUKqBEAdgDCMX5XRRmjRe5/ON6ykEHrx8IhWiK/f9W1rXaa2Q5SzQAAAZpwG9+u
AAAEAwBHMEUCIQD+Qyok8NYaFuQkccW+XIMmxHxj6Yka2wjtg6UN/tbU5wIgcp4z
8MyC/dUfeLRuHAt0owtVgEu7xXqrMBOYlbXrfC4AdgDLOPcViXyEoURfW8Hd+8lu
8ppZzUcKaQWFsMsUwxRY5wAAAZpwG9+yAAAEAwBHMEUCIQCmu1jQUG9A2br7OqwM
FvQXtBX10yIvvDa6a2Ov1Zgg6gIgKlqRvN6WhX0pSHAN2bKmjRwIUI3X9kjS/A/m
DYULaV4wDQYJKoZIhvcNAQELBQADggEBAIbTQWQhqrG6SzwLq79tKCpI0aL0xlD+
/jrGPxpwTlK7rtAArHiEVh/bsmwLYRlIxPBiU+NE/kqeT0lhJA6/e3X3KRmnpJ6u
Z70PJGYwmZbSRsFom0vGFBMncX0qYx1iD0dooPeAkkSnM5j81rBh+FepV3HfF+tA
9gaglWLsU7Z/A0fdn9D32UPreVHloOut5EyEinvXRUAWZco9CRloyEXJr7Mxq9MZ
vYOK+5wuSPHnPij+fGlQsPxEgoTnCmU03PqNS49kL13jjEnYYdijqL+4rfHtuZbc
4hlVoZfttwg8wD3m5brhQ+GkBBNYN8HFtdVy/BnFi+SPJqv6BgB3Y00=
-----END CERTIFICATE-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`official-unsubscribe-v2`,comment:`the end of a subscription`,code:`ok`,event:`UnsubscribeConfirmation`,now:1772827345038,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: UnsubscribeConfirmation`],body:`{
  "Type" : "UnsubscribeConfirmation",
  "MessageId" : "0b71e34e-42c3-486a-9e32-b1928ec994b5",
  "Token" : "2336412f37fb687f5d51e6e2425929f52e8e353134fd0284eae5672847af082a982c7dd18215a1485e04e559716f8b42054594757f42dee2d63c46fd3a0fa59b4d688de03db956f8bf9f8cb3167587a28b74c5d325e6a7594d24a43ac534de2dfca614ca89cebd490342c721c30a76ea03def13673437a6a3e450642580119d0",
  "TopicArn" : "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic",
  "Message" : "You have chosen to deactivate subscription arn:aws:sns:us-west-2:131990247566:dongie-standard-topic:b24e11a2-06bd-4e73-aa29-0ed2de3b41b5.\\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.",
  "SubscribeURL" : "https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:us-west-2:131990247566:dongie-standard-topic&Token=2336412f37fb687f5d51e6e2425929f52e8e353134fd0284eae5672847af082a982c7dd18215a1485e04e559716f8b42054594757f42dee2d63c46fd3a0fa59b4d688de03db956f8bf9f8cb3167587a28b74c5d325e6a7594d24a43ac534de2dfca614ca89cebd490342c721c30a76ea03def13673437a6a3e450642580119d0",
  "Timestamp" : "2026-03-06T20:02:25.038Z",
  "SignatureVersion" : "2",
  "Signature" : "RLW/cGWZAdY96iEcvXGmAZQ851DUyWehJIUMHT3Qa0/kX7Wu2QimI44TfE8d9hTqyYFreA6ln4AS67m225DuySpBeiUBtzB/ibiU7jdZmfSiT/I/RTEU3eD0lHHZIYW0M7HAlhHyaSXdcSAbtfnhMBMION93IVl6UOR4kWYdJaJ17/u3by3zlSRs8wCIpj06S6BzuzxrINZPJl+NKZYCVdMlrjuT4etX/UfZkC0Tjchpmu/CQcuimAgswlesm8cVue0WqNPXkOr8h7HmsiGVXPN1jjkYKf2/tVJyBxur/lSksMopER8wtAIsrqY1caAZSI8YJkIndg/b+7eCwkjTBA==",
  "SigningCertURL" : "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem"
}`,base64:null,secrets:[`-----BEGIN CERTIFICATE-----
MIIFxTCCBK2gAwIBAgIQBkyRNHAyygLkObkxH5ju+zANBgkqhkiG9w0BAQsFADA8
MQswCQYDVQQGEwJVUzEPMA0GA1UEChMGQW1hem9uMRwwGgYDVQQDExNBbWF6b24g
UlNBIDIwNDggTTAxMB4XDTI1MTExMDAwMDAwMFoXDTI2MTAxNDIzNTk1OVowHDEa
MBgGA1UEAxMRc25zLmFtYXpvbmF3cy5jb20wggEiMA0GCSqGSIb3DQEBAQUAA4IB
DwAwggEKAoIBAQChbVNQ+DEaT5WN+l+bg0iEeF666Z6LDFc1KJr4lNl0odcXQSsk
KsZYCMVdp4I/Ikk9zWyckRTMkmQGYimpD+bTsMCP5C/sJIU0E9Y2OXjjl5Videkq
qnRL9VdE5N41Rvks7S/5MpYcSmCsmaHfwcv82Gvx2zm9CrA5Xu7K2ZqhzRQPCRSP
mHTHQr4ED63ujE+qTpPgQZ0TvgmcrAc08Z75Z7Zzs17aTNc3YhAtQx9WowN8uiHk
kgc+ONNdtwKvWZNmnbmxMHYtYc291WCP1K1Nh4TV5XNyjIebzQKDrqTCN0ItAr1x
e6Bl3BYS3SG9XHAy0q3ekITzQsKypcuaK6dTAgMBAAGjggLhMIIC3TAfBgNVHSME
GDAWgBSBuA5jiokSGOX6OztQlZ/m5ZAThTAdBgNVHQ4EFgQUBQEUzzzuVJAKzAlR
d0Q//W6HvZUwHAYDVR0RBBUwE4IRc25zLmFtYXpvbmF3cy5jb20wEwYDVR0gBAww
CjAIBgZngQwBAgEwDgYDVR0PAQH/BAQDAgWgMBMGA1UdJQQMMAoGCCsGAQUFBwMB
MDsGA1UdHwQ0MDIwMKAuoCyGKmh0dHA6Ly9jcmwucjJtMDEuYW1hem9udHJ1c3Qu
Y29tL3IybTAxLmNybDB1BggrBgEFBQcBAQRpMGcwLQYIKwYBBQUHMAGGIWh0dHA6
Ly9vY3NwLnIybTAxLmFtYXpvbnRydXN0LmNvbTA2BggrBgEFBQcwAoYqaHR0cDov
L2NydC5yMm0wMS5hbWF6b250cnVzdC5jb20vcjJtMDEuY2VyMAwGA1UdEwEB/wQC
MAAwggF/BgorBgEEAdZ5AgQCBIIBbwSCAWsBaQB3ANdtfRDRp/V3wsfpX9cAv/mC
yTNaZeHQswFzF8DIxWl3AAABmnAb33MAAAQDAEgwRgIhANXAgMEZWU326cqxqwnf
ntD0XcBjRbmvVMOp3hZ8boPXAiEAkI3NTMXcdLCChHak1ipOae7K7r3spMGUMk6Q
cEUKqBEAdgDCMX5XRRmjRe5/ON6ykEHrx8IhWiK/f9W1rXaa2Q5SzQAAAZpwG9+u
AAAEAwBHMEUCIQD+Qyok8NYaFuQkccW+XIMmxHxj6Yka2wjtg6UN/tbU5wIgcp4z
8MyC/dUfeLRuHAt0owtVgEu7xXqrMBOYlbXrfC4AdgDLOPcViXyEoURfW8Hd+8lu
8ppZzUcKaQWFsMsUwxRY5wAAAZpwG9+yAAAEAwBHMEUCIQCmu1jQUG9A2br7OqwM
FvQXtBX10yIvvDa6a2Ov1Zgg6gIgKlqRvN6WhX0pSHAN2bKmjRwIUI3X9kjS/A/m
DYULaV4wDQYJKoZIhvcNAQELBQADggEBAIbTQWQhqrG6SzwLq79tKCpI0aL0xlD+
/jrGPxpwTlK7rtAArHiEVh/bsmwLYRlIxPBiU+NE/kqeT0lhJA6/e3X3KRmnpJ6u
Z70PJGYwmZbSRsFom0vGFBMncX0qYx1iD0dooPeAkkSnM5j81rBh+FepV3HfF+tA
9gaglWLsU7Z/A0fdn9D32UPreVHloOut5EyEinvXRUAWZco9CRloyEXJr7Mxq9MZ
vYOK+5wuSPHnPij+fGlQsPxEgoTnCmU03PqNS49kL13jjEnYYdijqL+4rfHtuZbc
4hlVoZfttwg8wD3m5brhQ+GkBBNYN8HFtdVy/BnFi+SPJqv6BgB3Y00=
-----END CERTIFICATE-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`notification`,comment:`line breaks in the message, letters beyond ASCII, a public key`,code:`ok`,event:`Notification`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000001`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000001",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Subject" : "Grüße",
  "Message" : "{\\"order\\":9007199254740993,\\"note\\":\\"first\\\\nsecond\\"}\\nthird ✓",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "kLCJIzmZhFVkCtYIDavzBa1CuejwmnWT/98d/mnLqElPtjBsT1nb3ij2qu3bwG3+gZFXty3r3GcFhoQ8sXjTuP9235V5OwiTSL9k5qT2SYKEdzfrb5vmeJhk/vjltOfS/CYQcJGByWcixUq/zb8QT6tBoYfqKgZbG1ur4I9xSIK1tEntJ0Dh/96KkpEoM198I99XKHMNfQDFMccaMlhaTLbl6WU7D+9JpFSbrTrB+rk4mlkm0+4M6lpaY0WttC3TDwwxesXaKImFisrzjGhLw2YsGNmV6FW/HFc7FSiMFWCe8cF3zLvMw9pP87CrpJ6hOnAIggnYrFD0Zut1ZUl7pA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`subscription-confirmation-by-certificate`,comment:`a certificate as the key`,code:`ok`,event:`SubscriptionConfirmation`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: SubscriptionConfirmation`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000003`],body:`{
  "Type" : "SubscriptionConfirmation",
  "MessageId" : "22b80b92-0000-4000-8000-000000000003",
  "Token" : "exampletoken0000000000",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "You have chosen to subscribe to the example topic.",
  "SubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-central-1:000000000000:example-topic&Token=exampletoken0000000000",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "Fk6LK7K/JCPqzPUXg2X+RrrRgfCLfCoRGJrY0rG6Q05r5mV9HRHSE2xIP4nxp9x7KX5E/0pQwUJRI4EGSGBjffwjCQgCTD3M75TqMIajngVNQ3IfkRq8KnV10SKOCvvWWKDQ6XOJ2U4nOmWguKL5A60nE2TokRTSnT4szDIIxOjWodsAQB3tMpZ0Wnw+QjlbjobZlkFh99Fd7eCzSMqzMfNDg68zQkHbnWajLhOzlsRDDVpmvkc1464BZdVZai0KAcx89l5LLm9/4M2vTGihB+QXXY+4sPbJvPi+xiwcuVjEQnLCr50N7GRDqoNy2ah05X/2lu2ks2/iWLg6CJrWtg==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem"
}`,base64:null,secrets:[`-----BEGIN CERTIFICATE-----
MIICwDCCAaigAwIBAgIUeuOCt+o4vhFPhEwEADcnsZJL458wDQYJKoZIhvcNAQEL
BQAwGjEYMBYGA1UEAwwPc25zLmV4YW1wbGUuY29tMB4XDTI2MDEwMTAwMDAwMFoX
DTM2MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPc25zLmV4YW1wbGUuY29tMIIBIjAN
BgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoKF5c3pRbu
u2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zAh5HkVBze
v7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm3v2POjus
De6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNpVwkaM/qc
i/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08ejdiLEqvc
jgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOWjwIDAQAB
MA0GCSqGSIb3DQEBCwUAA4IBAQAMkJAH5vro3jzyB6shnE7LnV87oTNEULbHTwCa
TA11tHpsQ6k4vR7AzjR86JxUdaMCm4BwFFi4z+nU8ravRp9O2R6lIYwmdMSl4xcu
cIpdIEKByA3AXtMwSheu/8WDyoIVXEdF6wKeXw3MDSsAjgyA5on8ZwJk/Ej6S2PV
YCkok/vXaHYzzCoTFkqF4uYtFecavik7Z5DLcOr0deP0NZQFDE02o2enjNebeIAW
iTv1MkUYIeSa7eNlNQJrWZxRizCGU5sROHUMetQiNeORS7uYTEfmRbup/ROiHFIA
x6/PmEP/v8GJas5xTTyAQQ4PiHpkBRFiv4RjPD0ruv/nyXzv
-----END CERTIFICATE-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`rotation`,comment:`the second of two keys`,code:`ok`,event:`Notification`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "K/lNyNLyg+JYL32phzdweXBhEpe5jIX+a24y19zjPk9j8SLghFkBDUoNGff7p4mzsBH+uoQdz9fylc63hZn/jdJkH+PAIsCfWr+t8oEFYLf12BL4jKJfnHi7DgtDLcOh53XkSURPaZlpGcFIzVK3O8aHIK7vMEgSvjjwbT+79vGg0tP1u38wd6+hLXVf+V8qvQaVFV3sU2scjxfDI1J8fszWjSlSxHcN0IUyCOUoGngyzjO8ppJElgsr16co4OwdLqyiWSy21keVUa4QtxJ9214HS8IV+E3s2CbRca+VzDY4uTBf8X7AO2I6bFr1jEfO8bi4oGVxHrT/ykHJcapzQA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`,`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxeFAT0xh1+8Lt+YS1TwE
AXjpHDI1z0DNPksnmpvt0aB5+nslAqY+zvtHhbrYaNave69WdplP+UeWNyiEYUiy
3/xqsO8k687w0xp3X8mHn0DnBjno/+Q3y3Mfolj9Lu4XjwHLpzIbK9A51YaP2NTc
XwT1d8Gbn2oA1BdGzndNlcfQW3eFUmz+cCDIwMPxDJ4Dm02LZbJiS3uKRmHMKTCX
kR1JqogYu7SuTVLi8ifZ61zKyfyAskkYxGQex2xRNIve6k6Art+e7SUUxCg0re7q
YYN8RhHkOfG1AxnojqJbbBfHKmwg0D5zTDtjdwsfN+e07W4kJjU1CiK4m80nhrGB
DQIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`compact-body`,comment:`blanks between the members do not matter`,code:`ok`,event:`Notification`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{"Type":"Notification","MessageId":"22b80b92-0000-4000-8000-000000000002","TopicArn":"arn:aws:sns:eu-central-1:000000000000:example-topic","Message":"no subject","Timestamp":"2026-09-21T14:15:00.000Z","SignatureVersion":"2","Signature":"OBySPKGDxMyVd/EFSA7UMZWcTgNOUqd4Gt7k5nvYBMGyTzTdNtnL+paMEhSxaLI6WHtm5r9ue7jNfilIawG+JdfEcHa6l39N0RVmMTE6lCMP30COMdLWkyVCRia17bmAQ5486FdG6Ii75xGvsWbfNs9bWYIg2JP7SqHLyZubWisSA/TL4vHeDH2TPn92j996CQnYf5JGYVlGKS5wMRtQGqr/hfmkmRlvwXdtxOdF8NdAIzaUPV6r4dWfGAXe03WDDJzhXdAZt++/wYh8+Gz0JHNynf+kZK6WO+jOkk6yk8e15Qnr664Wl80YElpurQDLc2mFjxsGNOkhiYkh/qPqXg==","SigningCertURL":"https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem","UnsubscribeURL":"https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`header-says-otherwise`,comment:`the type in the header is not signed and not used`,code:`ok`,event:`Notification`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: SubscriptionConfirmation`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000001",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Subject" : "Grüße",
  "Message" : "{\\"order\\":9007199254740993,\\"note\\":\\"first\\\\nsecond\\"}\\nthird ✓",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "kLCJIzmZhFVkCtYIDavzBa1CuejwmnWT/98d/mnLqElPtjBsT1nb3ij2qu3bwG3+gZFXty3r3GcFhoQ8sXjTuP9235V5OwiTSL9k5qT2SYKEdzfrb5vmeJhk/vjltOfS/CYQcJGByWcixUq/zb8QT6tBoYfqKgZbG1ur4I9xSIK1tEntJ0Dh/96KkpEoM198I99XKHMNfQDFMccaMlhaTLbl6WU7D+9JpFSbrTrB+rk4mlkm0+4M6lpaY0WttC3TDwwxesXaKImFisrzjGhLw2YsGNmV6FW/HFc7FSiMFWCe8cF3zLvMw9pP87CrpJ6hOnAIggnYrFD0Zut1ZUl7pA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`another-unsubscribe-url`,comment:"this member is not signed: the report says `partial`",code:`ok`,event:`Notification`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000001`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000001",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Subject" : "Grüße",
  "Message" : "{\\"order\\":9007199254740993,\\"note\\":\\"first\\\\nsecond\\"}\\nthird ✓",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "kLCJIzmZhFVkCtYIDavzBa1CuejwmnWT/98d/mnLqElPtjBsT1nb3ij2qu3bwG3+gZFXty3r3GcFhoQ8sXjTuP9235V5OwiTSL9k5qT2SYKEdzfrb5vmeJhk/vjltOfS/CYQcJGByWcixUq/zb8QT6tBoYfqKgZbG1ur4I9xSIK1tEntJ0Dh/96KkpEoM198I99XKHMNfQDFMccaMlhaTLbl6WU7D+9JpFSbrTrB+rk4mlkm0+4M6lpaY0WttC3TDwwxesXaKImFisrzjGhLw2YsGNmV6FW/HFc7FSiMFWCe8cF3zLvMw9pP87CrpJ6hOnAIggnYrFD0Zut1ZUl7pA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Other&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`certificate-of-a-stranger`,comment:`a bucket is no SNS endpoint and is never named`,code:`ok`,event:`Notification`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "OBySPKGDxMyVd/EFSA7UMZWcTgNOUqd4Gt7k5nvYBMGyTzTdNtnL+paMEhSxaLI6WHtm5r9ue7jNfilIawG+JdfEcHa6l39N0RVmMTE6lCMP30COMdLWkyVCRia17bmAQ5486FdG6Ii75xGvsWbfNs9bWYIg2JP7SqHLyZubWisSA/TL4vHeDH2TPn92j996CQnYf5JGYVlGKS5wMRtQGqr/hfmkmRlvwXdtxOdF8NdAIzaUPV6r4dWfGAXe03WDDJzhXdAZt++/wYh8+Gz0JHNynf+kZK6WO+jOkk6yk8e15Qnr664Wl80YElpurQDLc2mFjxsGNOkhiYkh/qPqXg==",
  "SigningCertURL" : "https://sns.example.s3.amazonaws.com/x.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`certificate-in-a-bucket-called-sns`,comment:`hosts of buckets begin alike and are never named`,code:`ok`,event:`Notification`,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "OBySPKGDxMyVd/EFSA7UMZWcTgNOUqd4Gt7k5nvYBMGyTzTdNtnL+paMEhSxaLI6WHtm5r9ue7jNfilIawG+JdfEcHa6l39N0RVmMTE6lCMP30COMdLWkyVCRia17bmAQ5486FdG6Ii75xGvsWbfNs9bWYIg2JP7SqHLyZubWisSA/TL4vHeDH2TPn92j996CQnYf5JGYVlGKS5wMRtQGqr/hfmkmRlvwXdtxOdF8NdAIzaUPV6r4dWfGAXe03WDDJzhXdAZt++/wYh8+Gz0JHNynf+kZK6WO+jOkk6yk8e15Qnr664Wl80YElpurQDLc2mFjxsGNOkhiYkh/qPqXg==",
  "SigningCertURL" : "https://sns.s3.amazonaws.com/x.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`wrong-key`,comment:`another key than the one that signed`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000001`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000001",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Subject" : "Grüße",
  "Message" : "{\\"order\\":9007199254740993,\\"note\\":\\"first\\\\nsecond\\"}\\nthird ✓",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "kLCJIzmZhFVkCtYIDavzBa1CuejwmnWT/98d/mnLqElPtjBsT1nb3ij2qu3bwG3+gZFXty3r3GcFhoQ8sXjTuP9235V5OwiTSL9k5qT2SYKEdzfrb5vmeJhk/vjltOfS/CYQcJGByWcixUq/zb8QT6tBoYfqKgZbG1ur4I9xSIK1tEntJ0Dh/96KkpEoM198I99XKHMNfQDFMccaMlhaTLbl6WU7D+9JpFSbrTrB+rk4mlkm0+4M6lpaY0WttC3TDwwxesXaKImFisrzjGhLw2YsGNmV6FW/HFc7FSiMFWCe8cF3zLvMw9pP87CrpJ6hOnAIggnYrFD0Zut1ZUl7pA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxeFAT0xh1+8Lt+YS1TwE
AXjpHDI1z0DNPksnmpvt0aB5+nslAqY+zvtHhbrYaNave69WdplP+UeWNyiEYUiy
3/xqsO8k687w0xp3X8mHn0DnBjno/+Q3y3Mfolj9Lu4XjwHLpzIbK9A51YaP2NTc
XwT1d8Gbn2oA1BdGzndNlcfQW3eFUmz+cCDIwMPxDJ4Dm02LZbJiS3uKRmHMKTCX
kR1JqogYu7SuTVLi8ifZ61zKyfyAskkYxGQex2xRNIve6k6Art+e7SUUxCg0re7q
YYN8RhHkOfG1AxnojqJbbBfHKmwg0D5zTDtjdwsfN+e07W4kJjU1CiK4m80nhrGB
DQIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`tampered-message`,comment:`one letter of the message is another`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000001`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000001",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Subject" : "Grüße",
  "Message" : "{\\"order\\":9007199254740993,\\"note\\":\\"first\\\\nsecond\\"}\\nthirt ✓",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "kLCJIzmZhFVkCtYIDavzBa1CuejwmnWT/98d/mnLqElPtjBsT1nb3ij2qu3bwG3+gZFXty3r3GcFhoQ8sXjTuP9235V5OwiTSL9k5qT2SYKEdzfrb5vmeJhk/vjltOfS/CYQcJGByWcixUq/zb8QT6tBoYfqKgZbG1ur4I9xSIK1tEntJ0Dh/96KkpEoM198I99XKHMNfQDFMccaMlhaTLbl6WU7D+9JpFSbrTrB+rk4mlkm0+4M6lpaY0WttC3TDwwxesXaKImFisrzjGhLw2YsGNmV6FW/HFc7FSiMFWCe8cF3zLvMw9pP87CrpJ6hOnAIggnYrFD0Zut1ZUl7pA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`subject-added`,comment:`a subject that was not signed`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Subject" : "added",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "OBySPKGDxMyVd/EFSA7UMZWcTgNOUqd4Gt7k5nvYBMGyTzTdNtnL+paMEhSxaLI6WHtm5r9ue7jNfilIawG+JdfEcHa6l39N0RVmMTE6lCMP30COMdLWkyVCRia17bmAQ5486FdG6Ii75xGvsWbfNs9bWYIg2JP7SqHLyZubWisSA/TL4vHeDH2TPn92j996CQnYf5JGYVlGKS5wMRtQGqr/hfmkmRlvwXdtxOdF8NdAIzaUPV6r4dWfGAXe03WDDJzhXdAZt++/wYh8+Gz0JHNynf+kZK6WO+jOkk6yk8e15Qnr664Wl80YElpurQDLc2mFjxsGNOkhiYkh/qPqXg==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`url-added-to-a-notification`,comment:`a notification does not become a confirmation`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "SubscribeURL" : "https://example.net/",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "OBySPKGDxMyVd/EFSA7UMZWcTgNOUqd4Gt7k5nvYBMGyTzTdNtnL+paMEhSxaLI6WHtm5r9ue7jNfilIawG+JdfEcHa6l39N0RVmMTE6lCMP30COMdLWkyVCRia17bmAQ5486FdG6Ii75xGvsWbfNs9bWYIg2JP7SqHLyZubWisSA/TL4vHeDH2TPn92j996CQnYf5JGYVlGKS5wMRtQGqr/hfmkmRlvwXdtxOdF8NdAIzaUPV6r4dWfGAXe03WDDJzhXdAZt++/wYh8+Gz0JHNynf+kZK6WO+jOkk6yk8e15Qnr664Wl80YElpurQDLc2mFjxsGNOkhiYkh/qPqXg==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`order-of-the-body`,comment:`the lines stand in the order of the alphabet, not of the body`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000001`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000001",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Subject" : "Grüße",
  "Message" : "{\\"order\\":9007199254740993,\\"note\\":\\"first\\\\nsecond\\"}\\nthird ✓",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "xJVZ0R60hCx9Ar5gsAEBr2uzXMld60bdUhUMp39KhgL1O8cKn1dVjCcClRKuLmXpWkj7arHle+NK5bHDYckXsR4aZ9iu8EyByDTKVHfHQXaMo6Yu0gzzYG1471c9in0cs+IiKXyJ1muZUrAJ6Ku8jvdP1UagFc/8ZN20HVjWZRHUAjPYPh0Xrohzgb0+svgjn9qhTkWNFovnSG91bdpzrxVnDXW1rc8rUsIjBWJuh5jEDpuJLaboe29yzOE7TiHF5h5GM6ggOujDMLilTk/5NTHIxt2+n3NEbL91pDpqENQLKSjwIqxB93pTssKiSp3okOitSxlE50F+L4+C92Xw8g==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`sha1-called-version-2`,comment:`the version decides about the hash`,code:`signature.mismatch`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "5UQs4m8aDOTPDwYKNlP1/ZGijMdVP/g6M1u6it5O5W+ZuUKwk1+OxBy5sdbKm9eftKhpwSjqzoNl+px5caz3X0d+NjhuKZU4IhFia82M3fRJbz/AT3Qf6L8GCndQQZmzhjdLle8VnO2yN6A/1KyPgYdkBVS2qCpCmgzM9UbQmtVVk/DFAHf0yncJEOI7nE0Oc5jQtqeQQKANrMieeSZBFrkHvWG3AsDkJCBcXIM+dFN9ft9MlYARUwqyk9KSCGV5qf1j8eXOaclL72tGGsgapEpKolJ3PnVJIIih1rlimqoZqSgJS1X9UbQP9JK5FHqEftWPpt0z7bxuxDytZxz3kA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`sha1-while-pinned`,comment:`only version 2 is wanted`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "1",
  "Signature" : "5UQs4m8aDOTPDwYKNlP1/ZGijMdVP/g6M1u6it5O5W+ZuUKwk1+OxBy5sdbKm9eftKhpwSjqzoNl+px5caz3X0d+NjhuKZU4IhFia82M3fRJbz/AT3Qf6L8GCndQQZmzhjdLle8VnO2yN6A/1KyPgYdkBVS2qCpCmgzM9UbQmtVVk/DFAHf0yncJEOI7nE0Oc5jQtqeQQKANrMieeSZBFrkHvWG3AsDkJCBcXIM+dFN9ft9MlYARUwqyk9KSCGV5qf1j8eXOaclL72tGGsgapEpKolJ3PnVJIIih1rlimqoZqSgJS1X9UbQP9JK5FHqEftWPpt0z7bxuxDytZxz3kA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{schemes:[`v2`]}},{name:`unknown-version`,comment:`a version that is not known`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "3",
  "Signature" : "OBySPKGDxMyVd/EFSA7UMZWcTgNOUqd4Gt7k5nvYBMGyTzTdNtnL+paMEhSxaLI6WHtm5r9ue7jNfilIawG+JdfEcHa6l39N0RVmMTE6lCMP30COMdLWkyVCRia17bmAQ5486FdG6Ii75xGvsWbfNs9bWYIg2JP7SqHLyZubWisSA/TL4vHeDH2TPn92j996CQnYf5JGYVlGKS5wMRtQGqr/hfmkmRlvwXdtxOdF8NdAIzaUPV6r4dWfGAXe03WDDJzhXdAZt++/wYh8+Gz0JHNynf+kZK6WO+jOkk6yk8e15Qnr664Wl80YElpurQDLc2mFjxsGNOkhiYkh/qPqXg==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`signature-missing`,comment:`a raw message, as some subscriptions deliver it`,code:`signature.missing`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-rawdelivery: true`],body:`{"order":1}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`signature-malformed`,comment:`no base64`,code:`signature.malformed`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "not a signature",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`topic-missing`,comment:`a member that is always signed`,code:`signature.input`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "Topic" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "OBySPKGDxMyVd/EFSA7UMZWcTgNOUqd4Gt7k5nvYBMGyTzTdNtnL+paMEhSxaLI6WHtm5r9ue7jNfilIawG+JdfEcHa6l39N0RVmMTE6lCMP30COMdLWkyVCRia17bmAQ5486FdG6Ii75xGvsWbfNs9bWYIg2JP7SqHLyZubWisSA/TL4vHeDH2TPn92j996CQnYf5JGYVlGKS5wMRtQGqr/hfmkmRlvwXdtxOdF8NdAIzaUPV6r4dWfGAXe03WDDJzhXdAZt++/wYh8+Gz0JHNynf+kZK6WO+jOkk6yk8e15Qnr664Wl80YElpurQDLc2mFjxsGNOkhiYkh/qPqXg==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{}},{name:`stale-with-a-tolerance`,comment:`one second too old for the tolerance that was set`,code:`timestamp.stale`,event:null,now:17900001e5,method:`POST`,url:`https://hooks.example.com/aws-sns`,headers:[`Content-Type: text/plain; charset=UTF-8`,`x-amz-sns-message-type: Notification`,`x-amz-sns-message-id: 22b80b92-0000-4000-8000-000000000002`],body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000002",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "no subject",
  "Timestamp" : "2026-09-21T13:14:59.000Z",
  "SignatureVersion" : "2",
  "Signature" : "bJJm9oxbAZU5RMiYnrDJDhOX+1BJacOpxgu0bRVEq8WvAVgd/0e0WYK/ob4sL1oytuyphlCEL4KkyUWBfly7sy7OTY8wb4uHrlhg6bYeUx8tDw9IekJQuOuTQIxwFhtj+EsdnerGYDfSREdbSWZQI6MIzJ1VijWYO/8qw0xGvt+37BhGNLvfLr7R+TobhSN4cSYQe9M5TDiCQzd63NGXsF+lB5j+XJ/K34ewDsdxnqBafh5PYJjh7haIKxxuBK8XrTHNSfp4iMgd59jLhS2CnCK0lzb92gsHJ4HvoYMfeFeDRNvR6MH9k5Nf+AEOj1kEdGCvqh1Mn9rqI0pi84XjHA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`,base64:null,secrets:[`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bcqk+LipKwumCY77VoK
F5c3pRbuu2R8+5tuTxqUstGyERTxkhfBKvJfPuIRNnzGMlWycOtmF09ZF1mgR9zA
h5HkVBzev7b5eyESvgEKzwp6Q1pLzdQ6sDklv388VxkT8cp1IJ9oL0ZbUzKLohQm
3v2POjusDe6IcYpA0lvHzSgEB+1PNS8T26H+ngP1QngVIe+ClfqWlq+ENHmp0FNp
VwkaM/qci/wCrkHVn1h0kNCCe7A7t2zPCDuZpFcUKPGOjGaxVVinuKJX46jd+08e
jdiLEqvcjgmq7/IPzr1/OD4zKxyQHd3XTNJ0I5BLk+mIQhH3vVEbzcge6bukrhOW
jwIDAQAB
-----END PUBLIC KEY-----
`],mode:`tolerant`,parameters:{},options:{toleranceSeconds:3600}}],examples:[{name:`Notification`,body:`{
  "Type" : "Notification",
  "MessageId" : "22b80b92-0000-4000-8000-000000000001",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Subject" : "Grüße",
  "Message" : "{\\"order\\":9007199254740993,\\"note\\":\\"first\\\\nsecond\\"}\\nthird ✓",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "kLCJIzmZhFVkCtYIDavzBa1CuejwmnWT/98d/mnLqElPtjBsT1nb3ij2qu3bwG3+gZFXty3r3GcFhoQ8sXjTuP9235V5OwiTSL9k5qT2SYKEdzfrb5vmeJhk/vjltOfS/CYQcJGByWcixUq/zb8QT6tBoYfqKgZbG1ur4I9xSIK1tEntJ0Dh/96KkpEoM198I99XKHMNfQDFMccaMlhaTLbl6WU7D+9JpFSbrTrB+rk4mlkm0+4M6lpaY0WttC3TDwwxesXaKImFisrzjGhLw2YsGNmV6FW/HFc7FSiMFWCe8cF3zLvMw9pP87CrpJ6hOnAIggnYrFD0Zut1ZUl7pA==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem",
  "UnsubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example"
}`},{name:`SubscriptionConfirmation`,body:`{
  "Type" : "SubscriptionConfirmation",
  "MessageId" : "22b80b92-0000-4000-8000-000000000003",
  "Token" : "exampletoken0000000000",
  "TopicArn" : "arn:aws:sns:eu-central-1:000000000000:example-topic",
  "Message" : "You have chosen to subscribe to the example topic.",
  "SubscribeURL" : "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-central-1:000000000000:example-topic&Token=exampletoken0000000000",
  "Timestamp" : "2026-09-21T14:15:00.000Z",
  "SignatureVersion" : "2",
  "Signature" : "Fk6LK7K/JCPqzPUXg2X+RrrRgfCLfCoRGJrY0rG6Q05r5mV9HRHSE2xIP4nxp9x7KX5E/0pQwUJRI4EGSGBjffwjCQgCTD3M75TqMIajngVNQ3IfkRq8KnV10SKOCvvWWKDQ6XOJ2U4nOmWguKL5A60nE2TokRTSnT4szDIIxOjWodsAQB3tMpZ0Wnw+QjlbjobZlkFh99Fd7eCzSMqzMfNDg68zQkHbnWajLhOzlsRDDVpmvkc1464BZdVZai0KAcx89l5LLm9/4M2vTGihB+QXXY+4sPbJvPi+xiwcuVjEQnLCr50N7GRDqoNy2ah05X/2lu2ks2/iWLg6CJrWtg==",
  "SigningCertURL" : "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000000000example.pem"
}`}],handshakes:[]};export{e as default};