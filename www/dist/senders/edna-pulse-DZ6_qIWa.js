var e={definition:{$schema:`../provider.schema.json`,id:`edna-pulse`,name:`edna Pulse`,summary:`Messages from customers in WhatsApp, Viber and other channels, the statuses of messages and templates, and clicks on link buttons.`,docs:[`https://docs-pulse.edna.io/docs/integrations/api/general`,`https://docs-pulse.edna.io/docs/integrations/api/webhook-settings`,`https://docs-pulse.edna.io/docs/api/callback/callback-set`,`https://docs-pulse.edna.io/docs/api/callback/get-message`,`https://docs-pulse.edna.io/docs/api/callback/get-status`,`https://docs-pulse.edna.io/docs/api/callback/get-status-template`,`https://docs-pulse.edna.io/docs/api/callback/webhook-wa`,`https://docs-pulse.edna.io/docs/api/callback/linkbutton-webhook`,`https://docs-pulse.edna.io/docs/additional-info/whatsapp/waba-bsuid`,`https://docs-pulse.edna.io/docs/api/templates/get-status`,`https://docs.edna.io/kb/receiving-template-registration-status/`,`https://docs.edna.io/kb/linkbutton-webhook`],checked:`2026-11-21`,confidence:`assumed`,notes:[`No delivery is signed: whoever knows the webhook key can send any body. Nothing ties the key to a body or a time, so there is no replay key and no timestamp to check.`,"No page names the header of the webhook key. That it is `Authorization: Token <key>` was seen in real deliveries of September 2026.",`Webhook authentication is off until it is switched on, once for the master webhooks and once for each additional webhook.`,`Only incoming messages have an id of their own. Events of the other kinds name the message or the template that they are about, which is the same in every later event about it; that is no event id, and is not reported as one.`,`The documentation contradicts itself in many places; docs/senders/edna-pulse.md lists each with what is accepted.`],authenticationOptional:!0,parameters:{header:{description:`The header that carries the webhook key: leave it out unless a proxy in front of you moves the key to another header.`,default:`Authorization`}},schemes:[{id:`token`,confidence:`observed`,note:"`Authorization: Token <webhook key>`, seen in real deliveries and named on no page of the documentation. `Token` may be of either case and is followed by exactly one blank; nothing may follow the key. It is the webhook key, not the key for calls to the API.",signature:{source:`header:{param:header}`,layout:{prefix:{text:`Token `,ignoreCase:!0}},encoding:`text`},algorithm:`static`,key:{format:`raw`}},{id:`bare`,confidence:`assumed`,note:"The key alone, without `Token `. It is not known that edna Pulse ever sends it; it is here for proxies that pass the key on in a header of their own. To refuse it select the scheme `token` alone.",signature:{source:`header:{param:header}`,layout:`bare`,encoding:`text`},algorithm:`static`,key:{format:`raw`}}],events:{envelope:`one-or-array`,kind:[`json:/type`],unknown:`error`,known:[{type:`incoming_message`,summary:`A customer has written, pressed a button, chosen from a menu, filled in a form or ordered.`,confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/api/callback/get-message`,match:{has:[`/messageContent`]},id:[`json:/id`],schema:`incoming_message`},{type:`message_status`,summary:`The status of a message that was sent has changed.`,confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/api/callback/get-status`,match:{has:[`/status`,`/statusAt`]},schema:`message_status`},{type:`template_status`,summary:`The registration status of a template has changed (the template itself, alone or in an array).`,confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/api/callback/get-status-template`,match:{has:[`/channelType`,`/content`,`/status`]},schema:`template_status`},{type:`template_status`,summary:`The registration status of a template has changed (older form: the template beside the channels it is for).`,confidence:`documented`,docs:`https://docs.edna.io/kb/receiving-template-registration-status/`,match:{has:[`/messageMatcher`]},schema:`template_status`},{type:`message_matcher.category_changed`,summary:`Meta has moved a WhatsApp template to another category.`,confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/api/callback/webhook-wa`,match:{equals:{"/type":`message_matcher.category_changed`}},schema:`message_matcher.category_changed`},{type:`short_link_visited`,summary:`A recipient has pressed a link button of a WhatsApp message.`,confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/api/callback/linkbutton-webhook`,match:{equals:{"/type":`short_link_visited`}},schema:`short_link_visited`}]},sender:{endpoint:{scheme:{allowed:[`https`],confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/integrations/api/webhook-settings`,note:`All pages of 2026 on registering a URL ask for HTTPS.`},port:{allowed:[443],confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/integrations/api/webhook-settings`,note:`The pages say "TCP port 443 by default". Whether another port is taken on request is not stated; here it is refused.`},length:{most:500,confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/api/callback/get-message`},publicHost:{confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/integrations/api/webhook-settings`,note:`The URL must be "accessible from the public internet". Names are not looked up here; the sender finds out by its liveness check.`},noUserinfo:{confidence:`assumed`,note:`No page speaks of it. Deliveries use the Authorization header for the webhook key, which a user name in the URL would compete with.`}},success:{statuses:[[200,200]],confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/api/callback/linkbutton-webhook`,note:`"Status code 200 should be returned"; whether other 2xx answers count is not stated. How long the sender waits for the answer is not documented.`},retries:{delaysSeconds:[4,128,2048],afterLast:{outcome:`unknown`,note:`No page says that an event is kept or can be sent again. Count on losing it.`},confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/api/callback/get-message`,note:`Each delay counts from the attempt before (pages of 2026). Pages of 2022, among them the one on callback/set, name ten more attempts after 4, 8, 16 ... 2048 seconds.`},handshakes:[{when:{method:`HEAD`},respond:{status:200},summary:`Checks that a URL answers before the URL is added.`,retries:{delaysSeconds:[4,128,2048],afterLast:{outcome:`refused`,note:`The URL is not added; another one has to be tried.`},confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/integrations/api/webhook-settings`,note:`Older pages name up to ten repetitions after 2, 4, 8 ... seconds.`},confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/integrations/api/webhook-settings`,note:`A receiver in use answers it without a key and with an empty body. One integrator reports an additional GET from the dashboard of a regional edition; no page mentions it, so it is not answered here.`}],routing:{model:`master-additional`,events:[{type:`message_status`,channelTypes:[`WHATSAPP`,`VIBER`]},{type:`incoming_message`,channelTypes:[`WHATSAPP`,`VIBER`]},{type:`template_status`,channelTypes:[`WHATSAPP`,`VIBER`]},{type:`message_matcher.category_changed`,channelTypes:[`WHATSAPP`]},{type:`short_link_visited`,channelTypes:[`WHATSAPP`]}],urlsPerEvent:2,additionalPerChannelEvent:1,channelStatus:`Correct`,leavesMaster:`channel`,keyHeader:{name:`Authorization`,prefix:`Token `,confidence:`observed`,note:`Seen in real deliveries; no page names the header. The master webhooks together and each additional webhook have a key and a switch of their own, off unless switched on.`},errors:{"setup.overlap":`Webhook for this sender already exists`},confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/integrations/api/general`,note:`Two URLs are two copies: the same message was seen at both within a second. A channel with an additional webhook leaves the master webhooks; whether with all its event types or only with those the additional one carries is not said, and is read as all. The limit of two URLs is stated for an event type in a channel, so a master webhook counts in each of its channels. That a second additional webhook for the same channel and event is refused was seen in the dashboard.`},apiKeys:{master:1,masterExpires:!1,additionalPerChannel:1,confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/integrations/api/general`,note:`An additional key may reach several channels. These keys are for calls to the API; webhooks have keys of their own.`},callbackSet:{fields:{statusCallbackUrl:{holds:`url`,events:[`message_status`]},inMessageCallbackUrl:{holds:`url`,events:[`incoming_message`]},messageMatcherCallbackUrl:{holds:`url`,events:[`template_status`]},subjectId:{holds:`channel-id`}},errors:{"endpoint.syntax":`error-callback-url-not-available`,"endpoint.scheme":`error-callback-url-not-https`,"endpoint.port":`error-callback-url-not-available`,"endpoint.length":`error-callback-url-max-length`,"endpoint.host":`error-callback-url-not-available`,"endpoint.address_spelling":`error-callback-url-not-available`,"endpoint.private_name":`error-callback-url-not-available`,"endpoint.private_address":`error-callback-url-not-available`,"setup.callback_channel":`error-subject-unknown`,"setup.callback_empty":`url-not-specified`},furtherFields:`category changes and link clicks can be set by this call too, but the names of their fields are not known`,confidence:`documented`,docs:`https://docs-pulse.edna.io/docs/api/callback/callback-set`,note:`POST https://app.edna.io/api/callback/set with the header X-API-KEY. The fields are those of the page, which is of 2022; that a call without subjectId is for all channels was seen in a client. The error codes were seen in code that calls the API; which one answers a text that is no URL, or another port, is assumed.`}},schemas:{incoming_message:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`edna Pulse: incoming message`,description:`One message that a customer has sent to a channel.`,$comment:`Source, unless a member says otherwise: "Webhook about Receiving Incoming Messages", docs-pulse.edna.io/docs/api/callback/get-message, edition of 15 June 2026. Required is what its table does not call optional and every example has. Members that the table calls optional may be null or absent: the examples do both.`,type:`object`,required:[`id`,`subject`,`subjectId`,`subscriber`,`userInfo`,`messageContent`,`receivedAt`],additionalProperties:!1,properties:{id:{description:`Id of this message; unique together with the channel's id.`,$comment:`The table calls it the id of a request. That receivers tell repeats by subjectId and id was observed.`,type:`integer`,format:`int64`},subject:{description:`Name of the channel.`,type:`string`},subjectId:{description:`Id of the channel.`,$comment:`One public consumer declares it as a string; table and examples have a number.`,type:`integer`,format:`int64`,"x-tolerant":{type:`drift`}},subscriber:{$ref:`#/$defs/subscriber`},userInfo:{$ref:`#/$defs/userInfo`},messageContent:{$ref:`#/$defs/messageContent`},text:{description:`Not known; the text of a message stands in messageContent.text.`,$comment:`The table has a row of this name whose condition is cut off; no example has it.`,type:[`string`,`null`]},receivedAt:{description:`When the message was received.`,$comment:`One example has blanks after the colons of the time; all others are clean.`,type:`string`,format:`date-time`,"x-tolerant":{format:`warning`}},replyOutMessageId:{description:`Id of the company's message that the customer quotes.`,type:[`integer`,`null`],format:`int64`},replyOutMessageExternalRequestId:{description:`The company's own request id of the quoted message.`,$comment:`A long in the table, a string in the example; whoever sends over the API chooses it freely. The length is the one that the page on link buttons gives for requestId.`,type:[`string`,`integer`,`null`],format:`int64`,maxLength:256,"x-tolerant":{maxLength:`warning`}},replyInMessageId:{description:`Id of the customer's own message that the customer quotes; also filled in an answer to a menu.`,type:[`integer`,`null`],format:`int64`},lastMessage:{$ref:`#/$defs/lastMessage`}},$defs:{subscriber:{description:`Who sent the message.`,type:`object`,required:[`id`,`identifier`],additionalProperties:!1,properties:{id:{description:`Id of the customer at edna.`,type:`integer`,format:`int64`},identifier:{description:`Phone number in digits without a plus sign, or a WhatsApp user id such as DE.4kPz (BSUID); ids of other kinds in other channels.`,$comment:`BSUID: "BSUID and Username", docs-pulse.edna.io/docs/additional-info/whatsapp/waba-bsuid, which also gives the length.`,type:`string`,maxLength:128,"x-tolerant":{maxLength:`warning`}}}},userInfo:{description:`The customer's profile.`,type:`object`,required:[`userName`],additionalProperties:!1,"x-tolerant":{required:`warning`},properties:{userName:{description:`Name of the profile.`,$comment:`Public consumers treat it as optional.`,type:`string`,"x-tolerant":{type:`drift`}},firstName:{description:`First name.`,$comment:`The table describes it as the last name and lastName as the middle name: the descriptions are shifted by a row.`,type:[`string`,`null`]},lastName:{description:`Last name.`,type:[`string`,`null`]},avatarUrl:{description:`Address of the profile picture.`,type:[`string`,`null`]}}},messageContent:{description:`What was sent. Which members are there depends on the type and on the age of the account's settings.`,type:`object`,required:[`type`],additionalProperties:!1,properties:{type:{description:`Kind of message. More kinds exist: the list could not be read.`,$comment:`In examples: TEXT, LIST_PICKER, PRODUCT, ORDER, FLOW. In the list for outgoing messages or in code of receivers: IMAGE, DOCUMENT, VIDEO, AUDIO, BUTTON, LOCATION. Assumed from the member of that name: CONTACT.`,type:`string`,enum:[`TEXT`,`IMAGE`,`DOCUMENT`,`VIDEO`,`AUDIO`,`BUTTON`,`LOCATION`,`CONTACT`,`LIST_PICKER`,`PRODUCT`,`ORDER`,`FLOW`],"x-tolerant":{enum:`drift`}},text:{description:`Text of the message. For FLOW the answers of the form, as a JSON document inside this string.`,type:[`string`,`null`]},caption:{description:`Title of what is attached.`,type:[`string`,`null`]},payload:{description:`Code of the template's button that was pressed.`,$comment:`Null in every example.`,type:[`string`,`null`]},story:{description:`Not described.`,$comment:`Null in every example and not in the table, so any value is let through.`},items:{description:`What was chosen from an interactive menu.`,$comment:`An object in the table, an array in the example.`,type:[`array`,`object`,`null`],$ref:`#/$defs/menuItem`,items:{type:`object`,$ref:`#/$defs/menuItem`}},location:{description:`A place. Its members are not documented.`,type:[`object`,`null`]},attachment:{$ref:`#/$defs/attachment`},contact:{$ref:`#/$defs/contact`},referral:{$ref:`#/$defs/referral`},product:{$ref:`#/$defs/product`},catalog:{description:`Not described.`,$comment:`Null in every example and not in the table, so any value is let through.`},order:{$ref:`#/$defs/order`}}},menuItem:{description:`An entry of an interactive menu.`,$comment:`Without a type of its own, since it also describes items where that is an object.`,required:[`title`],additionalProperties:!1,properties:{identifier:{description:`Id of the entry.`,$comment:`An integer in the table, the string "01" in the example.`,type:[`string`,`integer`,`null`],format:`int64`},title:{description:`Title of the entry.`,type:`string`},subtitle:{description:`Second line of the entry.`,type:[`string`,`null`]}}},attachment:{description:`An image, document, video or recording.`,$comment:`The table prints two of the names without their dot, as attachmentname and attachmentsize. mimeType is not in it, but is read by a public consumer.`,type:[`object`,`null`],additionalProperties:!1,properties:{url:{description:`Where the file can be fetched.`,type:[`string`,`null`]},name:{description:`Name of the file.`,type:[`string`,`null`]},size:{description:`Size of the file.`,$comment:`A string in the table, an integer in a public consumer. The unit is not documented.`,type:[`string`,`integer`,`null`],format:`int64`},mimeType:{description:`Media type of the file.`,type:[`string`,`null`]}}},contact:{description:`A contact card.`,$comment:`The table prints the members as contact.firstName and so on, without messageContent before it. No example has one.`,type:[`object`,`null`],additionalProperties:!1,properties:{firstName:{description:`First name on the card.`,type:[`string`,`null`]},lastName:{description:`Last name on the card.`,type:[`string`,`null`]},phoneNumber:{description:`Mobile number on the card.`,type:[`string`,`null`]}}},referral:{description:`The advertisement or post through which the customer came.`,type:[`object`,`null`],required:[`body`,`headline`,`sourceId`,`sourceType`,`sourceUrl`],additionalProperties:!1,"x-tolerant":{required:`warning`},properties:{body:{description:`Text of the advertisement.`,type:`string`,"x-tolerant":{type:`drift`}},headline:{description:`Title of the advertisement.`,type:`string`,"x-tolerant":{type:`drift`}},sourceId:{description:`Facebook's id of it.`,type:`string`,"x-tolerant":{type:`drift`}},sourceType:{description:`Whether it is an advertisement or a post.`,type:`string`,enum:[`ad`,`post`],"x-tolerant":{enum:`drift`,type:`drift`}},sourceUrl:{description:`Address that the customer saw.`,type:`string`,"x-tolerant":{type:`drift`}}}},product:{description:`The product that the customer asks about.`,$comment:`In one example only, not in the table; hence nothing is required, and another type is drift.`,type:[`object`,`null`],additionalProperties:!1,properties:{id:{description:`Id of the product.`,type:`string`,"x-tolerant":{type:`drift`}},catalogId:{description:`Id of its catalogue.`,type:`string`,"x-tolerant":{type:`drift`}}}},order:{description:`An order from a catalogue.`,$comment:`In one example only, not in the table; hence nothing is required, and another type is drift.`,type:[`object`,`null`],additionalProperties:!1,properties:{catalogId:{description:`Id of the catalogue.`,type:`string`,"x-tolerant":{type:`drift`}},products:{description:`What is ordered.`,type:`array`,"x-tolerant":{type:`drift`},items:{type:`object`,additionalProperties:!1,properties:{id:{description:`Id of the product.`,type:`string`,"x-tolerant":{type:`drift`}},quantity:{description:`How many.`,type:`integer`,"x-tolerant":{type:`drift`}},price:{description:`Price; whether of one piece or of all is not documented.`,type:`number`,"x-tolerant":{type:`drift`}},currency:{description:`Currency code such as EUR.`,type:`string`,"x-tolerant":{type:`drift`}}}}}}},lastMessage:{description:`The last message sent to this customer in the 14 days before; only in WhatsApp, and only where edna's support has switched it on.`,type:`object`,required:[`outMessageId`,`address`,`contentType`,`text`,`startTime`],additionalProperties:!1,"x-tolerant":{required:`warning`,type:`drift`},properties:{outMessageId:{description:`Id of that message.`,type:`integer`,format:`int64`},address:{description:`Phone number or other address it went to.`,type:`string`},contentType:{description:`Kind of message.`,type:`string`,enum:[`TEXT`],"x-tolerant":{enum:`drift`}},text:{description:`Its text.`,type:`string`,"x-tolerant":{type:`drift`}},startTime:{description:`When it was sent.`,$comment:`The table speaks of durations; its example and the payload have a date-time.`,type:`string`,format:`date-time`,"x-tolerant":{format:`warning`}}}}}},"message_matcher.category_changed":{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`edna Pulse: template category change`,description:`A WhatsApp template has been moved to another category.`,$comment:`Source: "Webhook about Changing WhatsApp Template Category", docs-pulse.edna.io/docs/api/callback/webhook-wa, edition of 15 June 2026, compared with the knowledge base (docs.edna.io/kb).`,type:`object`,required:[`payload`,`type`,`timestamp`],additionalProperties:!1,properties:{payload:{description:`The template.`,type:`object`,required:[`id`,`name`,`channelType`,`category`],additionalProperties:!1,properties:{id:{description:`Id of the template.`,type:`integer`,format:`int64`},name:{description:`Name of the template.`,type:`string`},channelType:{description:`Kind of channel.`,type:`string`,enum:[`WHATSAPP`],"x-tolerant":{enum:`drift`}},category:{description:`The new category.`,$comment:`The documentation says AUTHORIZATION; Meta's own word, AUTHENTICATION, is assumed to be possible.`,type:`string`,enum:[`MARKETING`,`UTILITY`,`AUTHORIZATION`,`AUTHENTICATION`],"x-tolerant":{enum:`drift`}}}},type:{description:`The event type.`,const:`message_matcher.category_changed`},version:{description:`Version of the format.`,$comment:`Required in the present edition, missing in the first one.`,type:`string`,enum:[`v1`],"x-tolerant":{enum:`drift`}},timestamp:{description:`When the category was changed; up to nine fractional digits.`,type:`string`,format:`date-time`,"x-tolerant":{format:`warning`}}}},message_status:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`edna Pulse: message status`,description:`The status of one message that was sent has changed.`,$comment:`Source, unless a member says otherwise: "Webhook about Changing Message Status", docs-pulse.edna.io/docs/api/callback/get-status, edition of 15 June 2026, compared with the knowledge base (docs.edna.io/kb), editions of 2021 to 2025. The last rows of its table could not be read.`,type:`object`,required:[`requestId`,`cascadeId`,`cascadeStageUUID`,`subject`,`subjectId`,`status`,`statusAt`],additionalProperties:!1,properties:{requestId:{description:`The id that the sender of the message gave to the request; any text.`,$comment:`Required in the table, null in the example of 2021.`,type:[`string`,`null`]},messageId:{description:`Id of the message.`,$comment:`In the examples and in logged deliveries; missing in the knowledge base and in the part of the table that could be read.`,type:`integer`,format:`int64`},cascadeId:{description:`Id of the cascade that the message belongs to.`,type:`integer`,format:`int64`},cascadeStageUUID:{description:`Id of the stage of the cascade; any text in spite of its name.`,$comment:`The table says "null or data"; the example is no UUID.`,type:[`string`,`null`]},subject:{description:`Name of the channel.`,type:`string`},subjectId:{description:`Id of the channel.`,$comment:`One public consumer declares it as a string; table and examples have a number.`,type:`integer`,format:`int64`,"x-tolerant":{type:`drift`}},status:{description:`The new status. More values exist: the list could not be read to its end.`,$comment:`The knowledge base lists the names in lower case; every payload shown has upper case. FAILED is from an example of 2021.`,type:`string`,enum:[`SENT`,`DELIVERED`,`READ`,`UNDELIVERED`,`CANCELLED`,`DELAYED`,`ENQUEUED`,`EXPIRED`,`FAILED`],"x-tolerant":{enum:`drift`}},statusAt:{description:`When the status changed.`,type:`string`,format:`date-time`,"x-tolerant":{format:`warning`}},error:{description:`Error code such as error-subject-unknown; new ones may appear at any time.`,type:[`string`,`null`]},comment:{description:`Remark on the status.`,type:[`string`,`null`]},paymentData:{description:`What WhatsApp charges for; only in WhatsApp.`,$comment:`Required in one edition, missing in another. Null is shown nowhere.`,type:`object`,required:[`conversationId`,`conversationType`],additionalProperties:!1,"x-tolerant":{type:`drift`,required:`warning`},properties:{"@type":{description:`Kind of this object.`,type:`string`,"x-tolerant":{type:`drift`}},conversationId:{description:`WhatsApp's id of the conversation.`,type:`string`,"x-tolerant":{type:`drift`}},conversationType:{description:`Category of the conversation, such as marketing.`,$comment:`The list of values could not be read.`,type:`string`,"x-tolerant":{type:`drift`}},chargeable:{description:`Whether it is charged for.`,type:`boolean`,"x-tolerant":{type:`drift`}},type:{description:`Kind of charge.`,type:`string`,"x-tolerant":{type:`drift`}}}}}},short_link_visited:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`edna Pulse: click on a link button`,description:`A recipient has pressed a link button of a WhatsApp message.`,$comment:`Source: "Webhook about Clicking on WhatsApp Link Buttons", docs-pulse.edna.io/docs/api/callback/linkbutton-webhook, edition of 11 June 2026, compared with docs.edna.io/kb/linkbutton-webhook.`,type:`object`,required:[`payload`,`type`,`version`,`timestamp`],additionalProperties:!1,properties:{payload:{description:`The click.`,type:`object`,required:[`sender`,`templateId`,`channelType`,`outMessageId`,`phone`,`url`,`shortLink`],additionalProperties:!1,properties:{sender:{description:`Name of the channel.`,type:`string`},templateId:{description:`Id of the template.`,$comment:`A number in the present edition, an integer in the one before.`,type:`integer`,format:`int64`},channelType:{description:`Kind of channel.`,type:`string`,enum:[`WHATSAPP`],"x-tolerant":{enum:`drift`}},outMessageId:{description:`Id of the message that has the button.`,$comment:`A number in the present edition, an integer in the one before.`,type:`integer`,format:`int64`},phone:{description:`Recipient's phone number in digits without a plus sign; what stands here for recipients without one is not documented.`,type:`string`},url:{description:`The button's link as it was set up; may lack the scheme.`,type:`string`},shortLink:{description:`The recipient's own link: its last part, in the older form the whole address.`,type:`string`},requestId:{description:`The id that the sender of the message gave to the request; only for messages sent over the API.`,$comment:`The table calls it required and prints it without payload before it; format and example have it here. The edition before does not have it.`,type:[`string`,`null`],maxLength:256,"x-tolerant":{maxLength:`warning`}}}},type:{description:`The event type.`,const:`short_link_visited`},version:{description:`Version of the format.`,type:`string`,enum:[`v1`],"x-tolerant":{enum:`drift`}},timestamp:{description:`When the button was pressed.`,type:`string`,format:`date-time`,"x-tolerant":{format:`warning`}}}},template_status:{$schema:`https://json-schema.org/draft/2020-12/schema`,title:`edna Pulse: template status`,description:`The registration status of a template has changed: the template itself, or in the older form the template beside the ids of its channels.`,$comment:`Sources: "Webhook about Changing Template Status", docs-pulse.edna.io/docs/api/callback/get-status-template, edition of 15 June 2026 (an array of templates; all values are placeholders and the table could not be read); "Receiving Template Registration Status", docs-pulse.edna.io/docs/api/templates/get-status of 2022 (the same array, and the list of statuses) and docs.edna.io/kb/receiving-template-registration-status (the object with messageMatcher). Since only placeholders show most members, all but four are optional, may be null, and are drift where they have another type.`,type:`object`,if:{required:[`messageMatcher`]},then:{$ref:`#/$defs/matcher`},else:{$ref:`#/$defs/template`},$defs:{matcher:{description:`The older form.`,required:[`messageMatcher`,`subjectIds`],additionalProperties:!1,properties:{messageMatcher:{type:`object`,$ref:`#/$defs/template`},subjectIds:{description:`Ids of the channels that the template is for.`,$comment:`An integer in the table, an array of integers in the example.`,type:[`array`,`integer`],format:`int64`,items:{type:`integer`,format:`int64`,"x-tolerant":{type:`drift`}}}}},template:{description:`The template.`,required:[`name`,`channelType`,`content`,`status`],additionalProperties:!1,properties:{id:{description:`Id of the template; the older form has none.`,type:`integer`,format:`int64`},name:{description:`Name of the template.`,type:`string`},channelType:{description:`Kind of channel.`,$comment:`WHATSAPP, VIBER and SMS in the documentation; MAX and MAX_BOT in public code for edna.ru. A test delivery in public code has lower-case whatsapp.`,type:`string`,enum:[`WHATSAPP`,`VIBER`,`SMS`,`MAX`,`MAX_BOT`],"x-tolerant":{enum:`drift`}},language:{description:`Language code such as EN.`,type:[`string`,`null`],"x-tolerant":{type:`drift`}},content:{$ref:`#/$defs/content`},contentType:{description:`Kind of content.`,type:[`string`,`null`],"x-tolerant":{type:`drift`}},category:{description:`Category of the template.`,$comment:`MARKETING, UTILITY and AUTHORIZATION from the page on category changes; ACCOUNT_UPDATE, which Meta gave up in 2023, is still in the example; AUTHENTICATION is Meta's word for AUTHORIZATION and assumed. Null is assumed for channels without categories.`,type:[`string`,`null`],enum:[`MARKETING`,`UTILITY`,`AUTHORIZATION`,`AUTHENTICATION`,`ACCOUNT_UPDATE`,null],"x-tolerant":{enum:`drift`}},status:{description:`The new status; only with APPROVED can the template be used.`,type:`string`,enum:[`APPROVED`,`REJECTED`,`PENDING`,`NOT_SENT`,`ARCHIVED`,`PAUSED`,`DISABLED`],"x-tolerant":{enum:`drift`}},locked:{description:`Whether the template is blocked.`,type:[`boolean`,`null`],"x-tolerant":{type:`drift`}},type:{description:`OPERATOR: registered with the messenger. USER: made by a user from such a template.`,type:[`string`,`null`],enum:[`OPERATOR`,`USER`,null],"x-tolerant":{enum:`drift`}},createdAt:{description:`When the template was made.`,type:[`string`,`null`],format:`date-time`,"x-tolerant":{format:`warning`}},updatedAt:{description:`When its status changed.`,type:[`string`,`null`],format:`date-time`,"x-tolerant":{format:`warning`}}}},content:{description:`What the template says.`,type:`object`,additionalProperties:!1,properties:{attachment:{$ref:`#/$defs/attachment`},action:{description:`Not described.`,$comment:`Only a placeholder in the example, so any value is let through.`},caption:{description:`Title.`,$ref:`#/$defs/text`},header:{description:`What stands above the text.`,type:[`object`,`null`],additionalProperties:!1,"x-tolerant":{type:`drift`},properties:{headerType:{description:`Kind of header, such as TEXT.`,$ref:`#/$defs/text`},text:{description:`Its text.`,$ref:`#/$defs/text`},attachment:{$ref:`#/$defs/attachment`},headerExampleTextParam:{description:`Example for its variable.`,$ref:`#/$defs/text`},headerExampleMediaUrl:{description:`Example of its file.`,$ref:`#/$defs/text`}}},text:{description:`The text, with places for variables.`,$ref:`#/$defs/text`},footer:{description:`What stands below the text.`,type:[`object`,`null`],additionalProperties:!1,"x-tolerant":{type:`drift`},properties:{text:{description:`Its text.`,$ref:`#/$defs/text`}}},keyboard:{description:`The buttons.`,$comment:`rows in the example; a remark on templates without buttons prints row.`,type:[`object`,`null`],additionalProperties:!1,"x-tolerant":{type:`drift`},properties:{rows:{$ref:`#/$defs/rows`},row:{$ref:`#/$defs/rows`}}},textExampleParams:{description:`Examples for the variables of the text.`,type:[`array`,`null`],items:{$ref:`#/$defs/text`},"x-tolerant":{type:`drift`}}}},rows:{description:`Rows of buttons.`,type:[`array`,`null`],"x-tolerant":{type:`drift`},items:{type:`object`,additionalProperties:!1,properties:{buttons:{description:`The buttons of the row.`,type:[`array`,`null`],"x-tolerant":{type:`drift`},items:{$ref:`#/$defs/button`}}}}},button:{type:`object`,additionalProperties:!1,properties:{text:{description:`What is written on the button.`,$ref:`#/$defs/text`},buttonType:{description:`What the button does.`,$comment:`PHONE is in the example; URL and QUICK_REPLY were seen in public code.`,type:[`string`,`null`],enum:[`PHONE`,`URL`,`QUICK_REPLY`,null],"x-tolerant":{enum:`drift`}},url:{description:`Fixed part of the link.`,$ref:`#/$defs/text`},urlPostfix:{description:`Variable end of the link.`,$ref:`#/$defs/text`},phone:{description:`Number to call.`,$ref:`#/$defs/text`},payload:{description:`Code that comes back when the button is pressed.`,$ref:`#/$defs/text`},urlTextExample:{description:`Example of the whole link.`,$ref:`#/$defs/text`}}},attachment:{description:`A file.`,type:[`object`,`null`],additionalProperties:!1,"x-tolerant":{type:`drift`},properties:{id:{description:`Id of the file.`,type:[`integer`,`null`],format:`int64`,"x-tolerant":{type:`drift`}},fileUrl:{description:`Where it can be fetched.`,$ref:`#/$defs/text`},originalFileName:{description:`Its name when it was uploaded.`,$ref:`#/$defs/text`},size:{description:`Its size.`,type:[`integer`,`null`],format:`int64`,"x-tolerant":{type:`drift`}}}},text:{type:[`string`,`null`],"x-tolerant":{type:`drift`}}}}}},samples:[{name:`text`,comment:`a text that quotes a message of the company`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`last-message`,comment:`with the last outgoing message`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
    "id": 5100377,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880217,
        "identifier": "447700900123"
    },
    "userInfo": {
        "userName": "Mira",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "TEXT",
        "attachment": null,
        "location": null,
        "referral": null,
        "caption": null,
        "text": "Спасибо! Is the terrace open on Sunday?",
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-04T08:00:00Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null,
    "lastMessage": {
        "outMessageId": 70412055,
        "address": "447700900123",
        "contentType": "TEXT",
        "text": "Hello Mira, your table is booked.\\nSee you on Friday!",
        "startTime": "2026-03-03T19:20:41Z"
    }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`list-picker`,comment:`items is an array, identifier a string; replyInMessageId is filled`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "id": 5100402,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880300,
    "identifier": "12025550143"
  },
  "userInfo": {
    "userName": "Dana Okafor",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "LIST_PICKER",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": null,
    "payload": null,
    "story": null,
    "items": [
      {
        "identifier": "03",
        "title": "Vegetarian menu",
        "subtitle": null
      }
    ]
  },
  "receivedAt": "2026-03-04T11:12:13Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": 5100398
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`list-picker-object`,comment:`items is an object, identifier an integer, as the table has it`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{"id":5100403,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"LIST_PICKER","attachment":null,"location":null,"caption":null,"text":null,"payload":null,"story":null,"items":{"identifier":3,"title":"Vegetarian menu","subtitle":"No meat, no fish"}},"receivedAt":"2026-03-04T11:12:40Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":5100398}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`product`,comment:`product has no row in the table; the phone number has ten digits`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "id": 5100519,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880455,
    "identifier": "2025550143"
  },
  "userInfo": {
    "userName": "Jonas Lindqvist",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "PRODUCT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Есть ли ещё? / Still in stock?",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": {
      "id": "tea-green-250",
      "catalogId": "90017734"
    },
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-05T09:30:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`order`,comment:`order has no row in the table; tabs and a price with a fraction`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
	"id": 5100520,
	"subject": "nordlicht_tee",
	"subjectId": 61377,
	"subscriber": {
		"id": 880455,
		"identifier": "2025550143"
	},
	"userInfo": {
		"userName": "Jonas Lindqvist",
		"firstName": null,
		"lastName": null,
		"avatarUrl": null
	},
	"messageContent": {
		"type": "ORDER",
		"attachment": null,
		"location": null,
		"caption": null,
		"text": null,
		"payload": null,
		"story": null,
		"items": null,
		"contact": null,
		"product": null,
		"catalog": null,
		"order": {
			"catalogId": "2093001188455",
			"products": [
				{
					"id": "tea-green-250",
					"quantity": 3,
					"price": 7.5,
					"currency": "EUR"
				},
				{
					"id": "cup-white",
					"quantity": 1,
					"price": 12,
					"currency": "EUR"
				}
			]
		}
	},
	"receivedAt": "2026-03-05T09:41:27Z",
	"replyOutMessageId": null,
	"replyOutMessageExternalRequestId": null,
	"replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`referral-ad`,comment:`came through an advertisement`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "id": 5100644,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880501,
    "identifier": "46701740605"
  },
  "userInfo": {
    "userName": "Liis",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": {
      "body": "Loose leaf tea, delivered within two days",
      "headline": "Spring harvest is here",
      "sourceId": "6177200418",
      "sourceType": "ad",
      "sourceUrl": "https://fb.me/example-ad"
    },
    "caption": null,
    "text": "Tere! I saw your ad 🌱",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-06T06:07:08Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`referral-post`,comment:`came through a post`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{"id": 5100645, "subject": "nordlicht_tee", "subjectId": 61377, "subscriber": {"id": 880502, "identifier": "46701740606"}, "userInfo": {"userName": "Rasmus", "firstName": null, "lastName": null, "avatarUrl": null}, "messageContent": {"type": "TEXT", "attachment": null, "location": null, "referral": {"body": "Our new pots", "headline": "Blue and white", "sourceId": "6177200977", "sourceType": "post", "sourceUrl": "https://fb.me/example-post"}, "caption": null, "text": "How much is the blue pot?", "payload": null, "story": null, "items": null, "contact": null, "product": null, "catalog": null, "order": null}, "receivedAt": "2026-03-06T06:09:59Z", "replyOutMessageId": null, "replyOutMessageExternalRequestId": null, "replyInMessageId": null}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`flow-array`,comment:`an array of one; the form is JSON inside a string`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`[
  {
    "id": 5100702,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
      "id": 880610,
      "identifier": "447700900188"
    },
    "userInfo": {
      "userName": "Айгуль",
      "firstName": null,
      "lastName": null,
      "avatarUrl": null
    },
    "messageContent": {
      "type": "FLOW",
      "attachment": null,
      "location": null,
      "referral": null,
      "caption": null,
      "text": "{\\"screen_0_Guests_0\\":\\"4\\",\\"screen_0_Date_1\\":\\"2026-03-14\\",\\"screen_0_Wish_2\\":\\"Стол \\\\\\"у окна\\\\\\" 🪟\\\\nno smoking\\",\\"flow_token\\":\\"booking-7f3a\\"}",
      "payload": null,
      "story": null,
      "items": null,
      "contact": null,
      "product": null,
      "catalog": null,
      "order": null
    },
    "receivedAt": "2026-03-06T12:00:30Z",
    "replyOutMessageId": 70413310,
    "replyOutMessageExternalRequestId": "booking/2026-03-06/17",
    "replyInMessageId": null
  }
]
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`flow-bare`,comment:`the same kind of message without the array; escapes instead of Cyrillic`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{"id":5100703,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880610,"identifier":"447700900188"},"userInfo":{"userName":"\\u0410\\u0439\\u0433\\u0443\\u043b\\u044c","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"FLOW","attachment":null,"location":null,"referral":null,"caption":null,"text":"{\\"flow_token\\":\\"booking-7f3b\\"}","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-06T12:03:11Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`several-messages`,comment:`three messages in one delivery`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`[{"id":5100810,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Hello","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100811,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Anyone there? 🙂","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100812,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"caption":null,"text":"\\\\o/ \\"quoted\\" / slashed","payload":null,"story":null,"items":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`image`,comment:`size is a string, as the table has it`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "id": 5100901,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "IMAGE",
    "attachment": {
      "url": "https://files.example.com/in/5100901/table.jpg",
      "name": "table.jpg",
      "size": "184320"
    },
    "location": null,
    "referral": null,
    "caption": "Our table 📷",
    "text": null,
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-07T18:22:05Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`document`,comment:`size is an integer, mimeType is there`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
    "id": 5100902,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880300,
        "identifier": "12025550143"
    },
    "userInfo": {
        "userName": "Dana Okafor",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "DOCUMENT",
        "attachment": {
            "url": "https://files.example.com/in/5100902/menu%20request.pdf",
            "name": "menu request.pdf",
            "size": 98304,
            "mimeType": "application/pdf"
        },
        "location": null,
        "referral": null,
        "caption": null,
        "text": null,
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-07T18:25:44Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`location`,comment:`the members of location are not documented`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{"id":5100903,"subject":"nordlicht_tee","subjectId":61377,"subscriber":{"id":880501,"identifier":"46701740605"},"userInfo":{"userName":"Liis","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"LOCATION","attachment":null,"location":{"latitude":59.437,"longitude":24.7536},"referral":null,"caption":null,"text":null,"payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T19:01:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`contact-card`,comment:`the name of this type is assumed`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "id": 5100904,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880501,
    "identifier": "46701740605"
  },
  "userInfo": {
    "userName": "Liis",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "CONTACT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": null,
    "payload": null,
    "story": null,
    "items": null,
    "contact": {
      "firstName": "Rasmus",
      "lastName": null,
      "phoneNumber": "46701740606"
    },
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-07T19:02:10Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`bsuid`,comment:`a WhatsApp user id instead of a phone number`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "id": 5101001,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 881002,
    "identifier": "GB.7Qx2LmN0aZrT5"
  },
  "userInfo": {
    "userName": "tea_and_rain",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "No number here, only a name ☔",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-06-20T07:15:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`button`,comment:`the code of a button in payload`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "id": 5101002,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "BUTTON",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "Confirm",
    "payload": "confirm-booking-17",
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-08T09:00:01Z",
  "replyOutMessageId": 70414001,
  "replyOutMessageExternalRequestId": "booking-17",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`absent-keys`,comment:`optional members are absent instead of null`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`status-delivered`,comment:`without paymentData`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`status-read`,comment:`with paymentData`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "READ",
  "statusAt": "2026-03-02T17:44:50Z",
  "error": null,
  "comment": null,
  "paymentData": {
    "@type": "WhatsAppConversationPaymentData",
    "conversationId": "b71c0e55d2",
    "conversationType": "utility",
    "chargeable": false,
    "type": "WHATSAPP_CONVERSATION"
  }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`status-failed`,comment:`with error and comment; requestId is free text`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{"requestId":"newsletter № 8","messageId":70411955,"cascadeId":318,"cascadeStageUUID":"7d2f9b4c-0c57-4f0e-8f35-50c1ad1a6d11","subject":"harbour_cafe_wa","subjectId":61204,"status":"FAILED","statusAt":"2026-03-02T17:40:13Z","error":"not-whatsapp-user","comment":"the address is not registered"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`status-without-request`,comment:`requestId and cascadeStageUUID are null, messageId is absent`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
    "requestId": null,
    "cascadeId": 318,
    "cascadeStageUUID": null,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "status": "SENT",
    "statusAt": "2026-03-02T17:40:11Z",
    "error": null,
    "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-array`,comment:`two templates in one delivery, one of Viber with microseconds and no category`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`[
  {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "language": "EN",
    "content": {
      "attachment": null,
      "action": null,
      "caption": null,
      "header": {
        "headerType": "TEXT",
        "text": "Your table",
        "attachment": null,
        "headerExampleTextParam": null,
        "headerExampleMediaUrl": null
      },
      "text": "See you on {{1}} at {{2}} 👋",
      "footer": {
        "text": "Harbour Café"
      },
      "keyboard": {
        "rows": [
          {
            "buttons": [
              {
                "text": "Call us",
                "buttonType": "PHONE",
                "url": null,
                "urlPostfix": null,
                "phone": "+442079460000",
                "payload": null,
                "urlTextExample": null
              },
              {
                "text": "Menu",
                "buttonType": "URL",
                "url": "https://cafe.example.com/m/",
                "urlPostfix": "{{1}}",
                "phone": null,
                "payload": null,
                "urlTextExample": "https://cafe.example.com/m/spring"
              }
            ]
          },
          {
            "buttons": [
              {
                "text": "Confirm",
                "buttonType": "QUICK_REPLY",
                "payload": "confirm"
              }
            ]
          }
        ]
      },
      "textExampleParams": [
        "Friday",
        "19:00"
      ]
    },
    "contentType": "TEXT",
    "category": "UTILITY",
    "status": "APPROVED",
    "locked": false,
    "type": "OPERATOR",
    "createdAt": "2026-02-20T08:15:30.120Z",
    "updatedAt": "2026-02-21T14:02:07.004Z"
  },
  {
    "id": 20418,
    "name": "весна",
    "channelType": "VIBER",
    "language": "RU",
    "content": {
      "text": "Весеннее меню уже здесь 🌷",
      "keyboard": {
        "rows": [
          {
            "buttons": []
          }
        ]
      }
    },
    "contentType": "TEXT",
    "category": null,
    "status": "REJECTED",
    "locked": true,
    "type": "USER",
    "createdAt": "2026-02-20T08:15:30.120001Z",
    "updatedAt": "2026-02-22T09:00:00Z"
  }
]
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-bare`,comment:`a template without the array`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{"id":20418,"name":"весна","channelType":"VIBER","language":"RU","content":{"text":"Весеннее меню уже здесь 🌷","keyboard":{"rows":[{"buttons":[]}]}},"contentType":"TEXT","category":null,"status":"REJECTED","locked":true,"type":"USER","createdAt":"2026-02-20T08:15:30.120001Z","updatedAt":"2026-02-22T09:00:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-matcher`,comment:`the older form`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
    "messageMatcher": {
        "name": "table_ready",
        "channelType": "WHATSAPP",
        "language": "EN",
        "content": {
            "header": {
                "headerType": "TEXT",
                "text": "Good news"
            },
            "text": "Your table is ready.",
            "footer": {
                "text": "Harbour Café"
            }
        },
        "category": "MARKETING",
        "status": "PAUSED",
        "locked": false,
        "type": "OPERATOR",
        "createdAt": "2022-06-01T10:00:00.500Z",
        "updatedAt": "2022-06-02T10:00:00.250Z"
    },
    "subjectIds": [
        61204,
        61205
    ]
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`category-changed`,comment:`nine fractional digits`,code:`ok`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "payload": {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "category": "MARKETING"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`category-changed-without-version`,comment:`the first edition had no version; category AUTHORIZATION`,code:`ok`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{"type": "message_matcher.category_changed", "timestamp": "2025-06-20T07:08:09Z", "payload": {"id": 20417, "name": "\\u043a\\u043e\\u0434 \\u0432\\u0445\\u043e\\u0434\\u0430", "channelType": "WHATSAPP", "category": "AUTHORIZATION"}}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`link-click`,comment:`shortLink is the last part of the link`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`link-click-full-link`,comment:`the older form: the whole link, no requestId`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{"payload":{"sender":"harbour_cafe_wa","templateId":20417,"channelType":"WHATSAPP","outMessageId":70414001,"phone":"447700900123","url":"https://cafe.example.com/m/spring?from=wa","shortLink":"https://links.example.net/link/Zk3pQ"},"type":"short_link_visited","version":"v1","timestamp":"2025-09-01T12:00:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`link-click-url-without-scheme`,comment:`url is no absolute address`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
    "payload": {
        "sender": "harbour_cafe_wa",
        "templateId": 20417,
        "channelType": "WHATSAPP",
        "outMessageId": 70414001,
        "phone": "447700900123",
        "url": "cafe.example.com/меню",
        "shortLink": "Zk3pQ",
        "requestId": "booking-17"
    },
    "type": "short_link_visited",
    "version": "v1",
    "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`large-id`,comment:`2^53 + 1: a double cannot hold it, the report does`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 9007199254740993,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "An id that a double cannot hold",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-08T10:00:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`large-ids-at-both-ends`,comment:`the largest long, and a negative integer below what a double can hold`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 9223372036854775807,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": -9007199254740993,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`id-beyond-a-long`,comment:`one more than the largest long`,code:`schema.format`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 9223372036854775808,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`method-not-told`,comment:`a host that does not know the method leaves it out`,code:`ok`,event:`incoming_message`,now:17729e8,method:``,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`token-lower-case`,comment:`the scheme name has no case`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`token-upper-case`,comment:`the scheme name has no case`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: TOKEN edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`header-name-lower-case`,comment:`header names have no case`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`blanks-around-the-header-value`,comment:`blanks around a header value are not part of it`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization:   Token edna-example-webhook-key-1 `],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`bare-key`,comment:`the key without Token, as a proxy may pass it on`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`bare-key-not-wanted`,comment:`only the form that was seen is selected`,code:`signature.malformed`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{schemes:[`token`]}},{name:`rotation-old-key`,comment:`both keys are accepted while the key is changed`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-2`,`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`rotation-named-keys`,comment:`a secret with an id is reported by it`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[{id:`2026-09`,value:`edna-example-webhook-key-2`},{id:`2026-03`,value:`edna-example-webhook-key-1`}],mode:`tolerant`,parameters:{},options:{}},{name:`custom-header`,comment:`a proxy moves the key to a header of its own`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`X-Webhook-Key: edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{header:`X-Webhook-Key`},options:{}},{name:`custom-header-with-token`,comment:`the same with Token before the key`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`x-webhook-key: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{header:`X-Webhook-Key`},options:{}},{name:`custom-header-missing`,comment:`Authorization does not stand in for the header that was asked for`,code:`signature.missing`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{header:`X-Webhook-Key`},options:{}},{name:`token-does-not-cover-the-body`,comment:`a known limit: whoever knows the key can send any body`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Nine seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`authentication-none`,comment:`authentication is off at edna, and the receiver has said so`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[],mode:`tolerant`,parameters:{},options:{authentication:`none`}},{name:`authentication-none-with-key`,comment:`the key is not looked at`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token whatever`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[],mode:`tolerant`,parameters:{},options:{authentication:`none`}},{name:`wrong-key`,comment:`another key`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-2`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`key-cut-short`,comment:`the last character is missing`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`key-of-other-case`,comment:`keys have case`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token EDNA-EXAMPLE-WEBHOOK-KEY-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`key-with-trailing-text`,comment:`nothing may follow the key`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1 extra`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`two-blanks`,comment:`exactly one blank`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token  edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`tab-for-a-blank`,comment:`a tab is no blank`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token	edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`no-blank`,comment:`Token and the key run together`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Tokenedna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`scheme-without-key`,comment:`Token and nothing else`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`bearer`,comment:`another scheme name: compared as a bare key, and none`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Bearer edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`bearer-for-token-alone`,comment:`where only the form that was seen is selected, the form is what is wrong`,code:`signature.malformed`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Bearer edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{schemes:[`token`]}},{name:`basic`,comment:`another scheme name`,code:`signature.mismatch`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Basic ZWRuYS1leGFtcGxlLXdlYmhvb2sta2V5LTE=`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-header`,comment:`authentication is off at edna, or a proxy drops the header`,code:`signature.missing`,event:null,now:17729e8,method:`POST`,url:``,headers:[],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`empty-header`,comment:`the header without a value`,code:`signature.missing`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: `],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`api-key-header`,comment:`X-API-KEY is for calls to edna`,code:`signature.missing`,event:null,now:17729e8,method:`POST`,url:``,headers:[`X-API-KEY: edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`two-lines`,comment:`the header stands twice, once with another key`,code:`signature.duplicated`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`authorization: Token other`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`two-equal-lines`,comment:`also when both are right`,code:`signature.duplicated`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`two-lines-combined`,comment:`the same as hosts hand it over that join header lines`,code:`signature.duplicated`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1, Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`head-request`,comment:`the availability check is answered before verifying`,code:`delivery.method`,event:null,now:17729e8,method:`HEAD`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:``,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`get-request`,comment:`one integrator saw a GET beside the HEAD`,code:`delivery.method`,event:null,now:17729e8,method:`GET`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:``,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`put-request`,comment:`deliveries are POST`,code:`delivery.method`,event:null,now:17729e8,method:`PUT`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`body-over-the-limit`,comment:`larger than the caller allows`,code:`limit.body`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{limits:{bodyBytes:512}}},{name:`header-over-the-limit`,comment:`the key header is longer than the caller allows`,code:`limit.header_bytes`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{limits:{headerBytes:16}}},{name:`too-many-headers`,comment:`more header lines than the caller allows`,code:`limit.headers`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{limits:{headers:1}}},{name:`nested-too-deep`,comment:`deeper than the caller allows`,code:`limit.depth`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100402,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880300,
    "identifier": "12025550143"
  },
  "userInfo": {
    "userName": "Dana Okafor",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "LIST_PICKER",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": null,
    "payload": null,
    "story": null,
    "items": [
      {
        "identifier": "03",
        "title": "Vegetarian menu",
        "subtitle": null
      }
    ]
  },
  "receivedAt": "2026-03-04T11:12:13Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": 5100398
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{limits:{depth:2}}},{name:`empty-body`,comment:`something has read the request before`,code:`payload.empty`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:``,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-value`,comment:`a value is missing in the middle`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": ,
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`trailing-comma`,comment:`a comma before a closing brace`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123",
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`python-literal`,comment:`None is no JSON`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": None,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`two-documents`,comment:`text after the document`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"requestId":"newsletter № 8","messageId":70411955,"cascadeId":318,"cascadeStageUUID":"7d2f9b4c-0c57-4f0e-8f35-50c1ad1a6d11","subject":"harbour_cafe_wa","subjectId":61204,"status":"FAILED","statusAt":"2026-03-02T17:40:13Z","error":"not-whatsapp-user","comment":"the address is not registered"}
{}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`not-json`,comment:`a form instead of JSON`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`status=DELIVERED&requestId=booking-17`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`byte-order-mark`,comment:`JSON has none`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`﻿{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`array-not-closed`,comment:`the body was cut off after the first message`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`after-emoji`,comment:`columns count characters, not bytes or UTF-16 units`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[{"id":5100810,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Hello","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100811,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Anyone 🙂 there? 🙂" x,"payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100812,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"caption":null,"text":"\\\\o/ \\"quoted\\" / slashed","payload":null,"story":null,"items":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`cut-off-in-a-string`,comment:`the body ends inside a string`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`leading-zero`,comment:`a number that JSON does not have`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 05100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`line-break-in-a-string`,comment:`it must be escaped`,code:`payload.syntax`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two
seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`blank-body`,comment:`blanks are no JSON value`,code:`payload.empty`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:` \r
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`half-a-surrogate-pair`,comment:`legal as an escape, as for JSON.parse`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please \\ud83e",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`not-utf8`,comment:`Windows-1251 instead of UTF-8`,code:`payload.utf8`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:null,base64:`eyJpZCI6NTEwMTAwMywic3ViamVjdCI6ImhhcmJvdXJfY2FmZV92aWJlciIsInN1YmplY3RJZCI6NjEyMDUsInN1YnNjcmliZXIiOnsiaWQiOjg4MDIxNywiaWRlbnRpZmllciI6IjQ0NzcwMDkwMDEyMyJ9LCJ1c2VySW5mbyI6eyJ1c2VyTmFtZSI6Ik1pcmEifSwibWVzc2FnZUNvbnRlbnQiOnsidHlwZSI6IlRFWFQiLCJ0ZXh0Ijoiz/Do4uXyIn0sInJlY2VpdmVkQXQiOiIyMDI2LTAzLTA4VDA5OjMwOjAwWiJ9`,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`duplicate-key-tolerant`,comment:`the last one counts, as in JavaScript`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "id": 5100232,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`duplicate-key-observe`,comment:`the last one counts, as in JavaScript`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "id": 5100232,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`duplicate-key-strict`,comment:`the last one counts, as in JavaScript`,code:`payload.duplicate_key`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "id": 5100232,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`array-of-mixed-events`,comment:`each item is told apart on its own`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"},{"requestId":"newsletter № 8","messageId":70411955,"cascadeId":318,"cascadeStageUUID":"7d2f9b4c-0c57-4f0e-8f35-50c1ad1a6d11","subject":"harbour_cafe_wa","subjectId":61204,"status":"FAILED","statusAt":"2026-03-02T17:40:13Z","error":"not-whatsapp-user","comment":"the address is not registered"},{"payload":{"sender":"harbour_cafe_wa","templateId":20417,"channelType":"WHATSAPP","outMessageId":70414001,"phone":"447700900123","url":"https://cafe.example.com/m/spring?from=wa","shortLink":"https://links.example.net/link/Zk3pQ"},"type":"short_link_visited","version":"v1","timestamp":"2025-09-01T12:00:00Z"},{"id":20418,"name":"весна","channelType":"VIBER","language":"RU","content":{"text":"Весеннее меню уже здесь 🌷","keyboard":{"rows":[{"buttons":[]}]}},"contentType":"TEXT","category":null,"status":"REJECTED","locked":true,"type":"USER","createdAt":"2026-02-20T08:15:30.120001Z","updatedAt":"2026-02-22T09:00:00Z"}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`empty-array`,comment:`an array without an event`,code:`event.missing`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-shape`,comment:`none of the five, and no type`,code:`event.missing`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"ok": true}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`text-alone`,comment:`JSON, but no object`,code:`event.missing`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`"ok"`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`legacy-status`,comment:`a status of im.edna.ru, another product`,code:`event.missing`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"imOutMessageId":778,"dlvStatus":"read","dlvStatusAt":"2021-05-06T07:08:09Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-event-type`,comment:`the known envelope with a new type`,code:`event.unknown`,event:`message_matcher.quality_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {"id": 20417, "name": "booking_reminder"},
  "type": "message_matcher.quality_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-event-type-observe`,comment:`reported, not refused`,code:`ok`,event:`message_matcher.quality_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {"id": 20417, "name": "booking_reminder"},
  "type": "message_matcher.quality_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`unknown-event-type-with-own-schema`,comment:`the caller knows the type`,code:`ok`,event:`message_matcher.quality_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {"id": 20417, "name": "booking_reminder"},
  "type": "message_matcher.quality_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{schemas:{"message_matcher.quality_changed":{type:`object`,required:[`payload`],properties:{payload:{type:`object`}}}}}},{name:`own-schema-refuses`,comment:`the caller's schema is held to`,code:`schema.type`,event:`message_matcher.quality_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": [20417],
  "type": "message_matcher.quality_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{schemas:{"message_matcher.quality_changed":{type:`object`,required:[`payload`],properties:{payload:{type:`object`}}}}}},{name:`array-with-an-unknown-item`,comment:`one bad item spoils the delivery, and the report says which`,code:`event.missing`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"},
 {"ok":true}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`array-in-an-array`,comment:`only the outermost array holds events`,code:`event.missing`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[[{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}]]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`reply-request-id-integer`,comment:`a long in the table, a text in the example`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": 90210,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`reply-request-id-text`,comment:`whoever sends over the API chooses it`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "заказ № 9 / ☕",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`menu-identifier-integer`,comment:`an integer in the table, a text in the example`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100402,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880300,
    "identifier": "12025550143"
  },
  "userInfo": {
    "userName": "Dana Okafor",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "LIST_PICKER",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": null,
    "payload": null,
    "story": null,
    "items": [
      {
        "identifier": 3,
        "title": "Vegetarian menu",
        "subtitle": null
      }
    ]
  },
  "receivedAt": "2026-03-04T11:12:13Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": 5100398
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`menu-several-items`,comment:`nothing says that only one can be chosen`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100402,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880300,
    "identifier": "12025550143"
  },
  "userInfo": {
    "userName": "Dana Okafor",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "LIST_PICKER",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": null,
    "payload": null,
    "story": null,
    "items": [
      {
        "identifier": "03",
        "title": "Vegetarian menu",
        "subtitle": null
      },
      {"title": "Dessert"}
    ]
  },
  "receivedAt": "2026-03-04T11:12:13Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": 5100398
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`top-level-text`,comment:`the table has a row of this name`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"text":null,"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`story-of-any-shape`,comment:`not described, so anything is let through`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": {"id": "s-1", "tags": [1, "a"]},
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`catalog-of-any-shape`,comment:`not described, so anything is let through`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100519,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880455,
    "identifier": "2025550143"
  },
  "userInfo": {
    "userName": "Jonas Lindqvist",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "PRODUCT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Есть ли ещё? / Still in stock?",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": {
      "id": "tea-green-250",
      "catalogId": "90017734"
    },
    "catalog": {"id": "90017734"},
    "order": null
  },
  "receivedAt": "2026-03-05T09:30:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`category-authentication`,comment:`Meta's word for AUTHORIZATION`,code:`ok`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "category": "AUTHENTICATION"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-account-update`,comment:`a category of before 2023`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "messageMatcher": {
        "name": "table_ready",
        "channelType": "WHATSAPP",
        "language": "EN",
        "content": {
            "header": {
                "headerType": "TEXT",
                "text": "Good news"
            },
            "text": "Your table is ready.",
            "footer": {
                "text": "Harbour Café"
            }
        },
        "category": "ACCOUNT_UPDATE",
        "status": "PAUSED",
        "locked": false,
        "type": "OPERATOR",
        "createdAt": "2022-06-01T10:00:00.500Z",
        "updatedAt": "2022-06-02T10:00:00.250Z"
    },
    "subjectIds": [
        61204,
        61205
    ]
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-sms`,comment:`SMS is in the examples but no longer in the list of channels`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":20418,"name":"весна","channelType":"SMS","language":"RU","content":{"text":"Весеннее меню уже здесь 🌷","keyboard":{"rows":[{"buttons":[]}]}},"contentType":"TEXT","category":null,"status":"REJECTED","locked":true,"type":"USER","createdAt":"2026-02-20T08:15:30.120001Z","updatedAt":"2026-02-22T09:00:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-subject-ids-integer`,comment:`an integer in the table, an array in the example`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "messageMatcher": {
        "name": "table_ready",
        "channelType": "WHATSAPP",
        "language": "EN",
        "content": {
            "header": {
                "headerType": "TEXT",
                "text": "Good news"
            },
            "text": "Your table is ready.",
            "footer": {
                "text": "Harbour Café"
            }
        },
        "category": "MARKETING",
        "status": "PAUSED",
        "locked": false,
        "type": "OPERATOR",
        "createdAt": "2022-06-01T10:00:00.500Z",
        "updatedAt": "2022-06-02T10:00:00.250Z"
    },
    "subjectIds": 61204
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-keyboard-row`,comment:`a remark in the documentation prints row for rows`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":20418,"name":"весна","channelType":"VIBER","language":"RU","content":{"text":"Весеннее меню уже здесь 🌷","keyboard":{"row":[{"buttons":[]}]}},"contentType":"TEXT","category":null,"status":"REJECTED","locked":true,"type":"USER","createdAt":"2026-02-20T08:15:30.120001Z","updatedAt":"2026-02-22T09:00:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`link-click-request-id-null`,comment:`absent and null mean the same throughout this sender`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": null
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`link-click-with-bsuid`,comment:`not documented, but no rule forbids it`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "GB.7Qx2LmN0aZrT5",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`fraction-of-0-digits`,comment:`senders of one product write 0 to 9 digits`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`fraction-of-1-digits`,comment:`senders of one product write 0 to 9 digits`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09.5Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`fraction-of-3-digits`,comment:`senders of one product write 0 to 9 digits`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09.120Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`fraction-of-6-digits`,comment:`senders of one product write 0 to 9 digits`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09.120001Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`fraction-of-9-digits`,comment:`senders of one product write 0 to 9 digits`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09.120001999Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`offset-instead-of-z`,comment:`legal in RFC 3339, though never shown`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T20:45:09+03:00",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`blanks-in-the-time-strict`,comment:`blanks after the colons, as one vendor example has them`,code:`schema.format`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100519,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880455,
    "identifier": "2025550143"
  },
  "userInfo": {
    "userName": "Jonas Lindqvist",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "PRODUCT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Есть ли ещё? / Still in stock?",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": {
      "id": "tea-green-250",
      "catalogId": "90017734"
    },
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-05T09: 30: 00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`blanks-in-the-time-tolerant`,comment:`blanks after the colons, as one vendor example has them`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100519,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880455,
    "identifier": "2025550143"
  },
  "userInfo": {
    "userName": "Jonas Lindqvist",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "PRODUCT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Есть ли ещё? / Still in stock?",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": {
      "id": "tea-green-250",
      "catalogId": "90017734"
    },
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-05T09: 30: 00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`blanks-in-the-time-observe`,comment:`blanks after the colons, as one vendor example has them`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100519,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880455,
    "identifier": "2025550143"
  },
  "userInfo": {
    "userName": "Jonas Lindqvist",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "PRODUCT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Есть ли ещё? / Still in stock?",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": {
      "id": "tea-green-250",
      "catalogId": "90017734"
    },
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-05T09: 30: 00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`fraction-of-10-digits-strict`,comment:`more than RFC 3339 readers take here`,code:`schema.format`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12.0123456789Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`fraction-of-10-digits-tolerant`,comment:`more than RFC 3339 readers take here`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12.0123456789Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`fraction-of-10-digits-observe`,comment:`more than RFC 3339 readers take here`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12.0123456789Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`start-time-as-a-duration-strict`,comment:`the table speaks of durations`,code:`schema.format`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "id": 5100377,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880217,
        "identifier": "447700900123"
    },
    "userInfo": {
        "userName": "Mira",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "TEXT",
        "attachment": null,
        "location": null,
        "referral": null,
        "caption": null,
        "text": "Спасибо! Is the terrace open on Sunday?",
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-04T08:00:00Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null,
    "lastMessage": {
        "outMessageId": 70412055,
        "address": "447700900123",
        "contentType": "TEXT",
        "text": "Hello Mira, your table is booked.\\nSee you on Friday!",
        "startTime": "P3D"
    }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`start-time-as-a-duration-tolerant`,comment:`the table speaks of durations`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "id": 5100377,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880217,
        "identifier": "447700900123"
    },
    "userInfo": {
        "userName": "Mira",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "TEXT",
        "attachment": null,
        "location": null,
        "referral": null,
        "caption": null,
        "text": "Спасибо! Is the terrace open on Sunday?",
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-04T08:00:00Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null,
    "lastMessage": {
        "outMessageId": 70412055,
        "address": "447700900123",
        "contentType": "TEXT",
        "text": "Hello Mira, your table is booked.\\nSee you on Friday!",
        "startTime": "P3D"
    }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`start-time-as-a-duration-observe`,comment:`the table speaks of durations`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "id": 5100377,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880217,
        "identifier": "447700900123"
    },
    "userInfo": {
        "userName": "Mira",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "TEXT",
        "attachment": null,
        "location": null,
        "referral": null,
        "caption": null,
        "text": "Спасибо! Is the terrace open on Sunday?",
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-04T08:00:00Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null,
    "lastMessage": {
        "outMessageId": 70412055,
        "address": "447700900123",
        "contentType": "TEXT",
        "text": "Hello Mira, your table is booked.\\nSee you on Friday!",
        "startTime": "P3D"
    }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`time-without-a-zone-strict`,comment:`a local time says nothing`,code:`schema.format`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`time-without-a-zone-tolerant`,comment:`a local time says nothing`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`time-without-a-zone-observe`,comment:`a local time says nothing`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`status-new-strict`,comment:`the list of statuses is open`,code:`schema.enum`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "PLAYED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`status-new-tolerant`,comment:`the list of statuses is open`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "PLAYED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`status-new-observe`,comment:`the list of statuses is open`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "PLAYED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`status-lower-case-strict`,comment:`the table prints lower case, payloads have upper case`,code:`schema.enum`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "delivered",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`status-lower-case-tolerant`,comment:`the table prints lower case, payloads have upper case`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "delivered",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`status-lower-case-observe`,comment:`the table prints lower case, payloads have upper case`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "delivered",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`message-type-new-strict`,comment:`the list of types could not be read`,code:`schema.enum`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "REACTION",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`message-type-new-tolerant`,comment:`the list of types could not be read`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "REACTION",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`message-type-new-observe`,comment:`the list of types could not be read`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "REACTION",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`source-type-new-strict`,comment:`the list has ad and post`,code:`schema.enum`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100644,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880501,
    "identifier": "46701740605"
  },
  "userInfo": {
    "userName": "Liis",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": {
      "body": "Loose leaf tea, delivered within two days",
      "headline": "Spring harvest is here",
      "sourceId": "6177200418",
      "sourceType": "reel",
      "sourceUrl": "https://fb.me/example-ad"
    },
    "caption": null,
    "text": "Tere! I saw your ad 🌱",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-06T06:07:08Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`source-type-new-tolerant`,comment:`the list has ad and post`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100644,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880501,
    "identifier": "46701740605"
  },
  "userInfo": {
    "userName": "Liis",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": {
      "body": "Loose leaf tea, delivered within two days",
      "headline": "Spring harvest is here",
      "sourceId": "6177200418",
      "sourceType": "reel",
      "sourceUrl": "https://fb.me/example-ad"
    },
    "caption": null,
    "text": "Tere! I saw your ad 🌱",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-06T06:07:08Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`source-type-new-observe`,comment:`the list has ad and post`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100644,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880501,
    "identifier": "46701740605"
  },
  "userInfo": {
    "userName": "Liis",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": {
      "body": "Loose leaf tea, delivered within two days",
      "headline": "Spring harvest is here",
      "sourceId": "6177200418",
      "sourceType": "reel",
      "sourceUrl": "https://fb.me/example-ad"
    },
    "caption": null,
    "text": "Tere! I saw your ad 🌱",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-06T06:07:08Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`last-message-type-new-strict`,comment:`the list has TEXT alone`,code:`schema.enum`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "id": 5100377,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880217,
        "identifier": "447700900123"
    },
    "userInfo": {
        "userName": "Mira",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "TEXT",
        "attachment": null,
        "location": null,
        "referral": null,
        "caption": null,
        "text": "Спасибо! Is the terrace open on Sunday?",
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-04T08:00:00Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null,
    "lastMessage": {
        "outMessageId": 70412055,
        "address": "447700900123",
        "contentType": "IMAGE",
        "text": "Hello Mira, your table is booked.\\nSee you on Friday!",
        "startTime": "2026-03-03T19:20:41Z"
    }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`last-message-type-new-tolerant`,comment:`the list has TEXT alone`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "id": 5100377,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880217,
        "identifier": "447700900123"
    },
    "userInfo": {
        "userName": "Mira",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "TEXT",
        "attachment": null,
        "location": null,
        "referral": null,
        "caption": null,
        "text": "Спасибо! Is the terrace open on Sunday?",
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-04T08:00:00Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null,
    "lastMessage": {
        "outMessageId": 70412055,
        "address": "447700900123",
        "contentType": "IMAGE",
        "text": "Hello Mira, your table is booked.\\nSee you on Friday!",
        "startTime": "2026-03-03T19:20:41Z"
    }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`last-message-type-new-observe`,comment:`the list has TEXT alone`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "id": 5100377,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880217,
        "identifier": "447700900123"
    },
    "userInfo": {
        "userName": "Mira",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "TEXT",
        "attachment": null,
        "location": null,
        "referral": null,
        "caption": null,
        "text": "Спасибо! Is the terrace open on Sunday?",
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-04T08:00:00Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null,
    "lastMessage": {
        "outMessageId": 70412055,
        "address": "447700900123",
        "contentType": "IMAGE",
        "text": "Hello Mira, your table is booked.\\nSee you on Friday!",
        "startTime": "2026-03-03T19:20:41Z"
    }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`template-status-new-strict`,comment:`the list of statuses is open`,code:`schema.enum`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[
  {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "language": "EN",
    "content": {
      "attachment": null,
      "action": null,
      "caption": null,
      "header": {
        "headerType": "TEXT",
        "text": "Your table",
        "attachment": null,
        "headerExampleTextParam": null,
        "headerExampleMediaUrl": null
      },
      "text": "See you on {{1}} at {{2}} 👋",
      "footer": {
        "text": "Harbour Café"
      },
      "keyboard": {
        "rows": [
          {
            "buttons": [
              {
                "text": "Call us",
                "buttonType": "PHONE",
                "url": null,
                "urlPostfix": null,
                "phone": "+442079460000",
                "payload": null,
                "urlTextExample": null
              },
              {
                "text": "Menu",
                "buttonType": "URL",
                "url": "https://cafe.example.com/m/",
                "urlPostfix": "{{1}}",
                "phone": null,
                "payload": null,
                "urlTextExample": "https://cafe.example.com/m/spring"
              }
            ]
          },
          {
            "buttons": [
              {
                "text": "Confirm",
                "buttonType": "QUICK_REPLY",
                "payload": "confirm"
              }
            ]
          }
        ]
      },
      "textExampleParams": [
        "Friday",
        "19:00"
      ]
    },
    "contentType": "TEXT",
    "category": "UTILITY",
    "status": "IN_APPEAL",
    "locked": false,
    "type": "OPERATOR",
    "createdAt": "2026-02-20T08:15:30.120Z",
    "updatedAt": "2026-02-21T14:02:07.004Z"
  },
  {
    "id": 20418,
    "name": "весна",
    "channelType": "VIBER",
    "language": "RU",
    "content": {
      "text": "Весеннее меню уже здесь 🌷",
      "keyboard": {
        "rows": [
          {
            "buttons": []
          }
        ]
      }
    },
    "contentType": "TEXT",
    "category": null,
    "status": "REJECTED",
    "locked": true,
    "type": "USER",
    "createdAt": "2026-02-20T08:15:30.120001Z",
    "updatedAt": "2026-02-22T09:00:00Z"
  }
]
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-status-new-tolerant`,comment:`the list of statuses is open`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[
  {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "language": "EN",
    "content": {
      "attachment": null,
      "action": null,
      "caption": null,
      "header": {
        "headerType": "TEXT",
        "text": "Your table",
        "attachment": null,
        "headerExampleTextParam": null,
        "headerExampleMediaUrl": null
      },
      "text": "See you on {{1}} at {{2}} 👋",
      "footer": {
        "text": "Harbour Café"
      },
      "keyboard": {
        "rows": [
          {
            "buttons": [
              {
                "text": "Call us",
                "buttonType": "PHONE",
                "url": null,
                "urlPostfix": null,
                "phone": "+442079460000",
                "payload": null,
                "urlTextExample": null
              },
              {
                "text": "Menu",
                "buttonType": "URL",
                "url": "https://cafe.example.com/m/",
                "urlPostfix": "{{1}}",
                "phone": null,
                "payload": null,
                "urlTextExample": "https://cafe.example.com/m/spring"
              }
            ]
          },
          {
            "buttons": [
              {
                "text": "Confirm",
                "buttonType": "QUICK_REPLY",
                "payload": "confirm"
              }
            ]
          }
        ]
      },
      "textExampleParams": [
        "Friday",
        "19:00"
      ]
    },
    "contentType": "TEXT",
    "category": "UTILITY",
    "status": "IN_APPEAL",
    "locked": false,
    "type": "OPERATOR",
    "createdAt": "2026-02-20T08:15:30.120Z",
    "updatedAt": "2026-02-21T14:02:07.004Z"
  },
  {
    "id": 20418,
    "name": "весна",
    "channelType": "VIBER",
    "language": "RU",
    "content": {
      "text": "Весеннее меню уже здесь 🌷",
      "keyboard": {
        "rows": [
          {
            "buttons": []
          }
        ]
      }
    },
    "contentType": "TEXT",
    "category": null,
    "status": "REJECTED",
    "locked": true,
    "type": "USER",
    "createdAt": "2026-02-20T08:15:30.120001Z",
    "updatedAt": "2026-02-22T09:00:00Z"
  }
]
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`template-status-new-observe`,comment:`the list of statuses is open`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[
  {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "language": "EN",
    "content": {
      "attachment": null,
      "action": null,
      "caption": null,
      "header": {
        "headerType": "TEXT",
        "text": "Your table",
        "attachment": null,
        "headerExampleTextParam": null,
        "headerExampleMediaUrl": null
      },
      "text": "See you on {{1}} at {{2}} 👋",
      "footer": {
        "text": "Harbour Café"
      },
      "keyboard": {
        "rows": [
          {
            "buttons": [
              {
                "text": "Call us",
                "buttonType": "PHONE",
                "url": null,
                "urlPostfix": null,
                "phone": "+442079460000",
                "payload": null,
                "urlTextExample": null
              },
              {
                "text": "Menu",
                "buttonType": "URL",
                "url": "https://cafe.example.com/m/",
                "urlPostfix": "{{1}}",
                "phone": null,
                "payload": null,
                "urlTextExample": "https://cafe.example.com/m/spring"
              }
            ]
          },
          {
            "buttons": [
              {
                "text": "Confirm",
                "buttonType": "QUICK_REPLY",
                "payload": "confirm"
              }
            ]
          }
        ]
      },
      "textExampleParams": [
        "Friday",
        "19:00"
      ]
    },
    "contentType": "TEXT",
    "category": "UTILITY",
    "status": "IN_APPEAL",
    "locked": false,
    "type": "OPERATOR",
    "createdAt": "2026-02-20T08:15:30.120Z",
    "updatedAt": "2026-02-21T14:02:07.004Z"
  },
  {
    "id": 20418,
    "name": "весна",
    "channelType": "VIBER",
    "language": "RU",
    "content": {
      "text": "Весеннее меню уже здесь 🌷",
      "keyboard": {
        "rows": [
          {
            "buttons": []
          }
        ]
      }
    },
    "contentType": "TEXT",
    "category": null,
    "status": "REJECTED",
    "locked": true,
    "type": "USER",
    "createdAt": "2026-02-20T08:15:30.120001Z",
    "updatedAt": "2026-02-22T09:00:00Z"
  }
]
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`template-channel-lower-case-strict`,comment:`seen in a test of public code`,code:`schema.enum`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "messageMatcher": {
        "name": "table_ready",
        "channelType": "whatsapp",
        "language": "EN",
        "content": {
            "header": {
                "headerType": "TEXT",
                "text": "Good news"
            },
            "text": "Your table is ready.",
            "footer": {
                "text": "Harbour Café"
            }
        },
        "category": "MARKETING",
        "status": "PAUSED",
        "locked": false,
        "type": "OPERATOR",
        "createdAt": "2022-06-01T10:00:00.500Z",
        "updatedAt": "2022-06-02T10:00:00.250Z"
    },
    "subjectIds": [
        61204,
        61205
    ]
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-channel-lower-case-tolerant`,comment:`seen in a test of public code`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "messageMatcher": {
        "name": "table_ready",
        "channelType": "whatsapp",
        "language": "EN",
        "content": {
            "header": {
                "headerType": "TEXT",
                "text": "Good news"
            },
            "text": "Your table is ready.",
            "footer": {
                "text": "Harbour Café"
            }
        },
        "category": "MARKETING",
        "status": "PAUSED",
        "locked": false,
        "type": "OPERATOR",
        "createdAt": "2022-06-01T10:00:00.500Z",
        "updatedAt": "2022-06-02T10:00:00.250Z"
    },
    "subjectIds": [
        61204,
        61205
    ]
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`template-channel-lower-case-observe`,comment:`seen in a test of public code`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "messageMatcher": {
        "name": "table_ready",
        "channelType": "whatsapp",
        "language": "EN",
        "content": {
            "header": {
                "headerType": "TEXT",
                "text": "Good news"
            },
            "text": "Your table is ready.",
            "footer": {
                "text": "Harbour Café"
            }
        },
        "category": "MARKETING",
        "status": "PAUSED",
        "locked": false,
        "type": "OPERATOR",
        "createdAt": "2022-06-01T10:00:00.500Z",
        "updatedAt": "2022-06-02T10:00:00.250Z"
    },
    "subjectIds": [
        61204,
        61205
    ]
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`template-button-new-strict`,comment:`the list of buttons is open`,code:`schema.enum`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[
  {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "language": "EN",
    "content": {
      "attachment": null,
      "action": null,
      "caption": null,
      "header": {
        "headerType": "TEXT",
        "text": "Your table",
        "attachment": null,
        "headerExampleTextParam": null,
        "headerExampleMediaUrl": null
      },
      "text": "See you on {{1}} at {{2}} 👋",
      "footer": {
        "text": "Harbour Café"
      },
      "keyboard": {
        "rows": [
          {
            "buttons": [
              {
                "text": "Call us",
                "buttonType": "PHONE",
                "url": null,
                "urlPostfix": null,
                "phone": "+442079460000",
                "payload": null,
                "urlTextExample": null
              },
              {
                "text": "Menu",
                "buttonType": "URL",
                "url": "https://cafe.example.com/m/",
                "urlPostfix": "{{1}}",
                "phone": null,
                "payload": null,
                "urlTextExample": "https://cafe.example.com/m/spring"
              }
            ]
          },
          {
            "buttons": [
              {
                "text": "Confirm",
                "buttonType": "COPY_CODE",
                "payload": "confirm"
              }
            ]
          }
        ]
      },
      "textExampleParams": [
        "Friday",
        "19:00"
      ]
    },
    "contentType": "TEXT",
    "category": "UTILITY",
    "status": "APPROVED",
    "locked": false,
    "type": "OPERATOR",
    "createdAt": "2026-02-20T08:15:30.120Z",
    "updatedAt": "2026-02-21T14:02:07.004Z"
  },
  {
    "id": 20418,
    "name": "весна",
    "channelType": "VIBER",
    "language": "RU",
    "content": {
      "text": "Весеннее меню уже здесь 🌷",
      "keyboard": {
        "rows": [
          {
            "buttons": []
          }
        ]
      }
    },
    "contentType": "TEXT",
    "category": null,
    "status": "REJECTED",
    "locked": true,
    "type": "USER",
    "createdAt": "2026-02-20T08:15:30.120001Z",
    "updatedAt": "2026-02-22T09:00:00Z"
  }
]
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`template-button-new-tolerant`,comment:`the list of buttons is open`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[
  {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "language": "EN",
    "content": {
      "attachment": null,
      "action": null,
      "caption": null,
      "header": {
        "headerType": "TEXT",
        "text": "Your table",
        "attachment": null,
        "headerExampleTextParam": null,
        "headerExampleMediaUrl": null
      },
      "text": "See you on {{1}} at {{2}} 👋",
      "footer": {
        "text": "Harbour Café"
      },
      "keyboard": {
        "rows": [
          {
            "buttons": [
              {
                "text": "Call us",
                "buttonType": "PHONE",
                "url": null,
                "urlPostfix": null,
                "phone": "+442079460000",
                "payload": null,
                "urlTextExample": null
              },
              {
                "text": "Menu",
                "buttonType": "URL",
                "url": "https://cafe.example.com/m/",
                "urlPostfix": "{{1}}",
                "phone": null,
                "payload": null,
                "urlTextExample": "https://cafe.example.com/m/spring"
              }
            ]
          },
          {
            "buttons": [
              {
                "text": "Confirm",
                "buttonType": "COPY_CODE",
                "payload": "confirm"
              }
            ]
          }
        ]
      },
      "textExampleParams": [
        "Friday",
        "19:00"
      ]
    },
    "contentType": "TEXT",
    "category": "UTILITY",
    "status": "APPROVED",
    "locked": false,
    "type": "OPERATOR",
    "createdAt": "2026-02-20T08:15:30.120Z",
    "updatedAt": "2026-02-21T14:02:07.004Z"
  },
  {
    "id": 20418,
    "name": "весна",
    "channelType": "VIBER",
    "language": "RU",
    "content": {
      "text": "Весеннее меню уже здесь 🌷",
      "keyboard": {
        "rows": [
          {
            "buttons": []
          }
        ]
      }
    },
    "contentType": "TEXT",
    "category": null,
    "status": "REJECTED",
    "locked": true,
    "type": "USER",
    "createdAt": "2026-02-20T08:15:30.120001Z",
    "updatedAt": "2026-02-22T09:00:00Z"
  }
]
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`template-button-new-observe`,comment:`the list of buttons is open`,code:`ok`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[
  {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "language": "EN",
    "content": {
      "attachment": null,
      "action": null,
      "caption": null,
      "header": {
        "headerType": "TEXT",
        "text": "Your table",
        "attachment": null,
        "headerExampleTextParam": null,
        "headerExampleMediaUrl": null
      },
      "text": "See you on {{1}} at {{2}} 👋",
      "footer": {
        "text": "Harbour Café"
      },
      "keyboard": {
        "rows": [
          {
            "buttons": [
              {
                "text": "Call us",
                "buttonType": "PHONE",
                "url": null,
                "urlPostfix": null,
                "phone": "+442079460000",
                "payload": null,
                "urlTextExample": null
              },
              {
                "text": "Menu",
                "buttonType": "URL",
                "url": "https://cafe.example.com/m/",
                "urlPostfix": "{{1}}",
                "phone": null,
                "payload": null,
                "urlTextExample": "https://cafe.example.com/m/spring"
              }
            ]
          },
          {
            "buttons": [
              {
                "text": "Confirm",
                "buttonType": "COPY_CODE",
                "payload": "confirm"
              }
            ]
          }
        ]
      },
      "textExampleParams": [
        "Friday",
        "19:00"
      ]
    },
    "contentType": "TEXT",
    "category": "UTILITY",
    "status": "APPROVED",
    "locked": false,
    "type": "OPERATOR",
    "createdAt": "2026-02-20T08:15:30.120Z",
    "updatedAt": "2026-02-21T14:02:07.004Z"
  },
  {
    "id": 20418,
    "name": "весна",
    "channelType": "VIBER",
    "language": "RU",
    "content": {
      "text": "Весеннее меню уже здесь 🌷",
      "keyboard": {
        "rows": [
          {
            "buttons": []
          }
        ]
      }
    },
    "contentType": "TEXT",
    "category": null,
    "status": "REJECTED",
    "locked": true,
    "type": "USER",
    "createdAt": "2026-02-20T08:15:30.120001Z",
    "updatedAt": "2026-02-22T09:00:00Z"
  }
]
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`category-new-strict`,comment:`Meta adds categories`,code:`schema.enum`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "category": "MARKETING_LITE"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`category-new-tolerant`,comment:`Meta adds categories`,code:`ok`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "category": "MARKETING_LITE"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`category-new-observe`,comment:`Meta adds categories`,code:`ok`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "category": "MARKETING_LITE"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`category-channel-new-strict`,comment:`only WhatsApp is documented`,code:`schema.enum`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "MAX",
    "category": "MARKETING"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`category-channel-new-tolerant`,comment:`only WhatsApp is documented`,code:`ok`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "MAX",
    "category": "MARKETING"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`category-channel-new-observe`,comment:`only WhatsApp is documented`,code:`ok`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "MAX",
    "category": "MARKETING"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`version-new-strict`,comment:`only v1 is known`,code:`schema.enum`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v2",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`version-new-tolerant`,comment:`only v1 is known`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v2",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`version-new-observe`,comment:`only v1 is known`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v2",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`subject-id-text-strict`,comment:`one public consumer declares it so`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": "61204",
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`subject-id-text-tolerant`,comment:`one public consumer declares it so`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": "61204",
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`subject-id-text-observe`,comment:`one public consumer declares it so`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": "61204",
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`status-subject-id-text-strict`,comment:`the same in a status`,code:`schema.type`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": "61204",
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`status-subject-id-text-tolerant`,comment:`the same in a status`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": "61204",
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`status-subject-id-text-observe`,comment:`the same in a status`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": "61204",
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`user-name-null-strict`,comment:`required in the table, optional for public consumers`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": null,
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`user-name-null-tolerant`,comment:`required in the table, optional for public consumers`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": null,
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`user-name-null-observe`,comment:`required in the table, optional for public consumers`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": null,
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`product-id-integer-strict`,comment:`one example only, and a text there`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100519,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880455,
    "identifier": "2025550143"
  },
  "userInfo": {
    "userName": "Jonas Lindqvist",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "PRODUCT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Есть ли ещё? / Still in stock?",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": {
      "id": 250,
      "catalogId": "90017734"
    },
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-05T09:30:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`product-id-integer-tolerant`,comment:`one example only, and a text there`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100519,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880455,
    "identifier": "2025550143"
  },
  "userInfo": {
    "userName": "Jonas Lindqvist",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "PRODUCT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Есть ли ещё? / Still in stock?",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": {
      "id": 250,
      "catalogId": "90017734"
    },
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-05T09:30:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`product-id-integer-observe`,comment:`one example only, and a text there`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100519,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880455,
    "identifier": "2025550143"
  },
  "userInfo": {
    "userName": "Jonas Lindqvist",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "PRODUCT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Есть ли ещё? / Still in stock?",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": {
      "id": 250,
      "catalogId": "90017734"
    },
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-05T09:30:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`order-price-text-strict`,comment:`one example only, and a number there`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
	"id": 5100520,
	"subject": "nordlicht_tee",
	"subjectId": 61377,
	"subscriber": {
		"id": 880455,
		"identifier": "2025550143"
	},
	"userInfo": {
		"userName": "Jonas Lindqvist",
		"firstName": null,
		"lastName": null,
		"avatarUrl": null
	},
	"messageContent": {
		"type": "ORDER",
		"attachment": null,
		"location": null,
		"caption": null,
		"text": null,
		"payload": null,
		"story": null,
		"items": null,
		"contact": null,
		"product": null,
		"catalog": null,
		"order": {
			"catalogId": "2093001188455",
			"products": [
				{
					"id": "tea-green-250",
					"quantity": 3,
					"price": "7.50",
					"currency": "EUR"
				},
				{
					"id": "cup-white",
					"quantity": 1,
					"price": 12,
					"currency": "EUR"
				}
			]
		}
	},
	"receivedAt": "2026-03-05T09:41:27Z",
	"replyOutMessageId": null,
	"replyOutMessageExternalRequestId": null,
	"replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`order-price-text-tolerant`,comment:`one example only, and a number there`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
	"id": 5100520,
	"subject": "nordlicht_tee",
	"subjectId": 61377,
	"subscriber": {
		"id": 880455,
		"identifier": "2025550143"
	},
	"userInfo": {
		"userName": "Jonas Lindqvist",
		"firstName": null,
		"lastName": null,
		"avatarUrl": null
	},
	"messageContent": {
		"type": "ORDER",
		"attachment": null,
		"location": null,
		"caption": null,
		"text": null,
		"payload": null,
		"story": null,
		"items": null,
		"contact": null,
		"product": null,
		"catalog": null,
		"order": {
			"catalogId": "2093001188455",
			"products": [
				{
					"id": "tea-green-250",
					"quantity": 3,
					"price": "7.50",
					"currency": "EUR"
				},
				{
					"id": "cup-white",
					"quantity": 1,
					"price": 12,
					"currency": "EUR"
				}
			]
		}
	},
	"receivedAt": "2026-03-05T09:41:27Z",
	"replyOutMessageId": null,
	"replyOutMessageExternalRequestId": null,
	"replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`order-price-text-observe`,comment:`one example only, and a number there`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
	"id": 5100520,
	"subject": "nordlicht_tee",
	"subjectId": 61377,
	"subscriber": {
		"id": 880455,
		"identifier": "2025550143"
	},
	"userInfo": {
		"userName": "Jonas Lindqvist",
		"firstName": null,
		"lastName": null,
		"avatarUrl": null
	},
	"messageContent": {
		"type": "ORDER",
		"attachment": null,
		"location": null,
		"caption": null,
		"text": null,
		"payload": null,
		"story": null,
		"items": null,
		"contact": null,
		"product": null,
		"catalog": null,
		"order": {
			"catalogId": "2093001188455",
			"products": [
				{
					"id": "tea-green-250",
					"quantity": 3,
					"price": "7.50",
					"currency": "EUR"
				},
				{
					"id": "cup-white",
					"quantity": 1,
					"price": 12,
					"currency": "EUR"
				}
			]
		}
	},
	"receivedAt": "2026-03-05T09:41:27Z",
	"replyOutMessageId": null,
	"replyOutMessageExternalRequestId": null,
	"replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`payment-data-null-strict`,comment:`only WhatsApp has it; null is shown nowhere`,code:`schema.type`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null,
  "paymentData": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`payment-data-null-tolerant`,comment:`only WhatsApp has it; null is shown nowhere`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null,
  "paymentData": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`payment-data-null-observe`,comment:`only WhatsApp has it; null is shown nowhere`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null,
  "paymentData": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`last-message-null-strict`,comment:`documented as absent when there is none`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"lastMessage":null,"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`last-message-null-tolerant`,comment:`documented as absent when there is none`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"lastMessage":null,"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`last-message-null-observe`,comment:`documented as absent when there is none`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"lastMessage":null,"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`unknown-field-strict`,comment:`edna adds members on request`,code:`schema.unknown_field`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null,
  "chatId": 17
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`unknown-field-tolerant`,comment:`edna adds members on request`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null,
  "chatId": 17
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-field-observe`,comment:`edna adds members on request`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null,
  "chatId": 17
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`unknown-field-inside-strict`,comment:`a member of an inner object`,code:`schema.unknown_field`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123",
    "username": "mira"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`unknown-field-inside-tolerant`,comment:`a member of an inner object`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123",
    "username": "mira"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-field-inside-observe`,comment:`a member of an inner object`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123",
    "username": "mira"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`unknown-field-with-a-slash-strict`,comment:`pointers escape it`,code:`schema.unknown_field`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null,
  "a/b~c": 1
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`unknown-field-with-a-slash-tolerant`,comment:`pointers escape it`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null,
  "a/b~c": 1
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-field-with-a-slash-observe`,comment:`pointers escape it`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null,
  "a/b~c": 1
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`unknown-field-in-the-second-item-strict`,comment:`the place in the array is in the pointer`,code:`schema.unknown_field`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[{"id":5100810,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Hello","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100811,"edited":true,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Anyone there? 🙂","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100812,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"caption":null,"text":"\\\\o/ \\"quoted\\" / slashed","payload":null,"story":null,"items":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`unknown-field-in-the-second-item-tolerant`,comment:`the place in the array is in the pointer`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[{"id":5100810,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Hello","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100811,"edited":true,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Anyone there? 🙂","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100812,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"caption":null,"text":"\\\\o/ \\"quoted\\" / slashed","payload":null,"story":null,"items":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`unknown-field-in-the-second-item-observe`,comment:`the place in the array is in the pointer`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[{"id":5100810,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Hello","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100811,"edited":true,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Anyone there? 🙂","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100812,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"caption":null,"text":"\\\\o/ \\"quoted\\" / slashed","payload":null,"story":null,"items":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`attachment-name-misprint-strict`,comment:`the table prints attachmentname without its dot`,code:`schema.unknown_field`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain","attachmentname":"a.pdf"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`attachment-name-misprint-tolerant`,comment:`the table prints attachmentname without its dot`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain","attachmentname":"a.pdf"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`attachment-name-misprint-observe`,comment:`the table prints attachmentname without its dot`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain","attachmentname":"a.pdf"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`link-click-request-id-outside-strict`,comment:`the table prints requestId without payload before it`,code:`schema.unknown_field`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"payload":{"sender":"harbour_cafe_wa","templateId":20417,"channelType":"WHATSAPP","outMessageId":70414001,"phone":"447700900123","url":"https://cafe.example.com/m/spring?from=wa","shortLink":"https://links.example.net/link/Zk3pQ"},"type":"short_link_visited","requestId":"booking-17","version":"v1","timestamp":"2025-09-01T12:00:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`link-click-request-id-outside-tolerant`,comment:`the table prints requestId without payload before it`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"payload":{"sender":"harbour_cafe_wa","templateId":20417,"channelType":"WHATSAPP","outMessageId":70414001,"phone":"447700900123","url":"https://cafe.example.com/m/spring?from=wa","shortLink":"https://links.example.net/link/Zk3pQ"},"type":"short_link_visited","requestId":"booking-17","version":"v1","timestamp":"2025-09-01T12:00:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`link-click-request-id-outside-observe`,comment:`the table prints requestId without payload before it`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"payload":{"sender":"harbour_cafe_wa","templateId":20417,"channelType":"WHATSAPP","outMessageId":70414001,"phone":"447700900123","url":"https://cafe.example.com/m/spring?from=wa","shortLink":"https://links.example.net/link/Zk3pQ"},"type":"short_link_visited","requestId":"booking-17","version":"v1","timestamp":"2025-09-01T12:00:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`payment-data-new-member-strict`,comment:`the object is shown in one form only`,code:`schema.unknown_field`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "READ",
  "statusAt": "2026-03-02T17:44:50Z",
  "error": null,
  "comment": null,
  "paymentData": {
    "@type": "WhatsAppConversationPaymentData",
    "conversationId": "b71c0e55d2",
    "conversationType": "utility",
    "chargeable": false,
    "price": 0.05,
    "type": "WHATSAPP_CONVERSATION"
  }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`payment-data-new-member-tolerant`,comment:`the object is shown in one form only`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "READ",
  "statusAt": "2026-03-02T17:44:50Z",
  "error": null,
  "comment": null,
  "paymentData": {
    "@type": "WhatsAppConversationPaymentData",
    "conversationId": "b71c0e55d2",
    "conversationType": "utility",
    "chargeable": false,
    "price": 0.05,
    "type": "WHATSAPP_CONVERSATION"
  }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`payment-data-new-member-observe`,comment:`the object is shown in one form only`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "READ",
  "statusAt": "2026-03-02T17:44:50Z",
  "error": null,
  "comment": null,
  "paymentData": {
    "@type": "WhatsAppConversationPaymentData",
    "conversationId": "b71c0e55d2",
    "conversationType": "utility",
    "chargeable": false,
    "price": 0.05,
    "type": "WHATSAPP_CONVERSATION"
  }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`user-name-absent-strict`,comment:`required in the table, optional for public consumers`,code:`schema.required`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`user-name-absent-tolerant`,comment:`required in the table, optional for public consumers`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`user-name-absent-observe`,comment:`required in the table, optional for public consumers`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`referral-without-headline-strict`,comment:`side information: a gap in it costs no message`,code:`schema.required`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id": 5100645, "subject": "nordlicht_tee", "subjectId": 61377, "subscriber": {"id": 880502, "identifier": "46701740606"}, "userInfo": {"userName": "Rasmus", "firstName": null, "lastName": null, "avatarUrl": null}, "messageContent": {"type": "TEXT", "attachment": null, "location": null, "referral": {"body": "Our new pots", "sourceId": "6177200977", "sourceType": "post", "sourceUrl": "https://fb.me/example-post"}, "caption": null, "text": "How much is the blue pot?", "payload": null, "story": null, "items": null, "contact": null, "product": null, "catalog": null, "order": null}, "receivedAt": "2026-03-06T06:09:59Z", "replyOutMessageId": null, "replyOutMessageExternalRequestId": null, "replyInMessageId": null}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`referral-without-headline-tolerant`,comment:`side information: a gap in it costs no message`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id": 5100645, "subject": "nordlicht_tee", "subjectId": 61377, "subscriber": {"id": 880502, "identifier": "46701740606"}, "userInfo": {"userName": "Rasmus", "firstName": null, "lastName": null, "avatarUrl": null}, "messageContent": {"type": "TEXT", "attachment": null, "location": null, "referral": {"body": "Our new pots", "sourceId": "6177200977", "sourceType": "post", "sourceUrl": "https://fb.me/example-post"}, "caption": null, "text": "How much is the blue pot?", "payload": null, "story": null, "items": null, "contact": null, "product": null, "catalog": null, "order": null}, "receivedAt": "2026-03-06T06:09:59Z", "replyOutMessageId": null, "replyOutMessageExternalRequestId": null, "replyInMessageId": null}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`referral-without-headline-observe`,comment:`side information: a gap in it costs no message`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id": 5100645, "subject": "nordlicht_tee", "subjectId": 61377, "subscriber": {"id": 880502, "identifier": "46701740606"}, "userInfo": {"userName": "Rasmus", "firstName": null, "lastName": null, "avatarUrl": null}, "messageContent": {"type": "TEXT", "attachment": null, "location": null, "referral": {"body": "Our new pots", "sourceId": "6177200977", "sourceType": "post", "sourceUrl": "https://fb.me/example-post"}, "caption": null, "text": "How much is the blue pot?", "payload": null, "story": null, "items": null, "contact": null, "product": null, "catalog": null, "order": null}, "receivedAt": "2026-03-06T06:09:59Z", "replyOutMessageId": null, "replyOutMessageExternalRequestId": null, "replyInMessageId": null}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`payment-data-without-type-strict`,comment:`side information: a gap in it costs no status`,code:`schema.required`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "READ",
  "statusAt": "2026-03-02T17:44:50Z",
  "error": null,
  "comment": null,
  "paymentData": {
    "@type": "WhatsAppConversationPaymentData",
    "conversationId": "b71c0e55d2",
    "chargeable": false,
    "type": "WHATSAPP_CONVERSATION"
  }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`payment-data-without-type-tolerant`,comment:`side information: a gap in it costs no status`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "READ",
  "statusAt": "2026-03-02T17:44:50Z",
  "error": null,
  "comment": null,
  "paymentData": {
    "@type": "WhatsAppConversationPaymentData",
    "conversationId": "b71c0e55d2",
    "chargeable": false,
    "type": "WHATSAPP_CONVERSATION"
  }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`payment-data-without-type-observe`,comment:`side information: a gap in it costs no status`,code:`ok`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "READ",
  "statusAt": "2026-03-02T17:44:50Z",
  "error": null,
  "comment": null,
  "paymentData": {
    "@type": "WhatsAppConversationPaymentData",
    "conversationId": "b71c0e55d2",
    "chargeable": false,
    "type": "WHATSAPP_CONVERSATION"
  }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`identifier-too-long-strict`,comment:`documented: at most 128 characters`,code:`schema.length`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5101001,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 881002,
    "identifier": "GB.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  },
  "userInfo": {
    "userName": "tea_and_rain",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "No number here, only a name ☔",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-06-20T07:15:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`identifier-too-long-tolerant`,comment:`documented: at most 128 characters`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5101001,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 881002,
    "identifier": "GB.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  },
  "userInfo": {
    "userName": "tea_and_rain",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "No number here, only a name ☔",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-06-20T07:15:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`identifier-too-long-observe`,comment:`documented: at most 128 characters`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5101001,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 881002,
    "identifier": "GB.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  },
  "userInfo": {
    "userName": "tea_and_rain",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "No number here, only a name ☔",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-06-20T07:15:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`identifier-of-128-characters`,comment:`the longest that is documented`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5101001,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 881002,
    "identifier": "GB.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  },
  "userInfo": {
    "userName": "tea_and_rain",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "No number here, only a name ☔",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-06-20T07:15:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`identifier-of-128-emoji`,comment:`characters, not bytes or UTF-16 units`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5101001,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 881002,
    "identifier": "🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪🪪"
  },
  "userInfo": {
    "userName": "tea_and_rain",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "No number here, only a name ☔",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-06-20T07:15:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`link-click-request-id-too-long-strict`,comment:`documented: at most 256 characters`,code:`schema.length`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`link-click-request-id-too-long-tolerant`,comment:`documented: at most 256 characters`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`link-click-request-id-too-long-observe`,comment:`documented: at most 256 characters`,code:`ok`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`drift-of-every-kind`,comment:`all of it in one delivery, and still accepted`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[{"id":5100810,"source":"wa","subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Hello","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100811,"subject":"harbour_cafe_wa","subjectId":"61204","subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Anyone there? 🙂","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100812,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"STICKER","attachment":null,"location":null,"caption":null,"text":"\\\\o/ \\"quoted\\" / slashed","payload":null,"story":null,"items":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-subscriber`,comment:`a member that table and examples agree on`,code:`schema.required`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-identifier`,comment:`a member of an inner object`,code:`schema.required`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-message-type`,comment:`the one member that every content has`,code:`schema.required`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-request-id`,comment:`null is legal, absent is not`,code:`schema.required`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-in-the-second-item`,comment:`the place in the array is in the pointer`,code:`schema.required`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`[{"id":5100810,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Hello","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100811,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Anyone there? 🙂","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"replyOutMessageId":null},{"id":5100812,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"caption":null,"text":"\\\\o/ \\"quoted\\" / slashed","payload":null,"story":null,"items":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-title-in-a-menu`,comment:`required in the table`,code:`schema.required`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100402,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880300,
    "identifier": "12025550143"
  },
  "userInfo": {
    "userName": "Dana Okafor",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "LIST_PICKER",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": null,
    "payload": null,
    "story": null,
    "items": [
      {
        "identifier": "03",
        "subtitle": null
      }
    ]
  },
  "receivedAt": "2026-03-04T11:12:13Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": 5100398
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-title-in-a-menu-object`,comment:`the same where items is an object`,code:`schema.required`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5100403,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"LIST_PICKER","attachment":null,"location":null,"caption":null,"text":null,"payload":null,"story":null,"items":{"identifier":3,"subtitle":"No meat, no fish"}},"receivedAt":"2026-03-04T11:12:40Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":5100398}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-link-sender`,comment:`required in the table`,code:`schema.required`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-subject-ids`,comment:`the older form without its channels`,code:`schema.required`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "messageMatcher": {
        "name": "table_ready",
        "channelType": "WHATSAPP",
        "language": "EN",
        "content": {
            "header": {
                "headerType": "TEXT",
                "text": "Good news"
            },
            "text": "Your table is ready.",
            "footer": {
                "text": "Harbour Café"
            }
        },
        "category": "MARKETING",
        "status": "PAUSED",
        "locked": false,
        "type": "OPERATOR",
        "createdAt": "2022-06-01T10:00:00.500Z",
        "updatedAt": "2022-06-02T10:00:00.250Z"
    }
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`id-text`,comment:`an id is a number everywhere`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": "5100231",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`id-fraction`,comment:`an id is no fraction`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231.5,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`id-null`,comment:`null where it is not allowed`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": null,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`subscriber-null`,comment:`null where it is not allowed`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":null,"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`content-is-a-text`,comment:`an object everywhere`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":"Short and plain","receivedAt":"2026-03-08T09:30:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`content-text-is-an-object`,comment:`FLOW answers are JSON inside a string, never an object`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5100703,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880610,"identifier":"447700900188"},"userInfo":{"userName":"\\u0410\\u0439\\u0433\\u0443\\u043b\\u044c","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"FLOW","attachment":null,"location":null,"referral":null,"caption":null,"text":{"flow_token":"booking-7f3b"},"payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-06T12:03:11Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`items-text`,comment:`array, object or null`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":5100403,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"LIST_PICKER","attachment":null,"location":null,"caption":null,"text":null,"payload":null,"story":null,"items":"Vegetarian menu"},"receivedAt":"2026-03-04T11:12:40Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":5100398}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`attachment-size-boolean`,comment:`text, integer or null`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
    "id": 5100902,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880300,
        "identifier": "12025550143"
    },
    "userInfo": {
        "userName": "Dana Okafor",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "DOCUMENT",
        "attachment": {
            "url": "https://files.example.com/in/5100902/menu%20request.pdf",
            "name": "menu request.pdf",
            "size": true,
            "mimeType": "application/pdf"
        },
        "location": null,
        "referral": null,
        "caption": null,
        "text": null,
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-07T18:25:44Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`received-at-number`,comment:`a text everywhere`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": 1772473509,
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`reply-request-id-boolean`,comment:`text, integer or null`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": true,
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`cascade-id-text`,comment:`a long in table and example`,code:`schema.type`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": "318",
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`error-object`,comment:`a text or null`,code:`schema.type`,event:`message_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": {"code": 1},
  "comment": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`template-content-null`,comment:`an object everywhere`,code:`schema.type`,event:`template_status`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":20418,"name":"весна","channelType":"VIBER","language":"RU","content":null,"contentType":"TEXT","category":null,"status":"REJECTED","locked":true,"type":"USER","createdAt":"2026-02-20T08:15:30.120001Z","updatedAt":"2026-02-22T09:00:00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`template-id-fraction`,comment:`a number in one table, an integer in the other: an id all the same`,code:`schema.type`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417.25,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`link-click-url-null`,comment:`null where it is not allowed`,code:`schema.type`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": null,
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`category-id-text`,comment:`a number in table and example`,code:`schema.type`,event:`message_matcher.category_changed`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "payload": {
    "id": "20417",
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "category": "MARKETING"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`several-errors`,comment:`all are reported, in the order of the text`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": "5100231",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": 447700900123
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": null,
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`error-after-emoji`,comment:`columns count characters`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id": 5100645, "subject": "nordlicht_tee", "subjectId": 61377, "subscriber": {"id": 880502, "identifier": "46701740606"}, "userInfo": {"userName": "Rasmus", "firstName": null, "lastName": null, "avatarUrl": null}, "messageContent": {"type": "TEXT", "attachment": null, "location": null, "referral": {"body": "Our new pots", "headline": "Blue and white", "sourceId": "6177200977", "sourceType": "post", "sourceUrl": "https://fb.me/example-post"}, "caption": null, "text": "🫖🫖 How much?", "payload": 7, "story": null, "items": null, "contact": null, "product": null, "catalog": null, "order": null}, "receivedAt": "2026-03-06T06:09:59Z", "replyOutMessageId": null, "replyOutMessageExternalRequestId": null, "replyInMessageId": null}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`id-text-observe`,comment:`errors of the payload are warnings`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": "5100231",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`missing-identifier-observe`,comment:`errors of the payload are warnings`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`observe`,parameters:{},options:{}},{name:`error-with-crlf`,comment:`lines end at the line feed`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{\r
  "id": 5100231,\r
  "subject": 7,\r
  "subjectId": 61204,\r
  "subscriber": {\r
    "id": 880217,\r
    "identifier": "447700900123"\r
  },\r
  "userInfo": {\r
    "userName": "Mira",\r
    "firstName": null,\r
    "lastName": null,\r
    "avatarUrl": null\r
  },\r
  "messageContent": {\r
    "type": "TEXT",\r
    "attachment": null,\r
    "location": null,\r
    "caption": null,\r
    "text": "Two seats by the window, please 🪟",\r
    "payload": null,\r
    "story": null,\r
    "items": null\r
  },\r
  "receivedAt": "2026-03-02T17:45:09Z",\r
  "replyOutMessageId": 70411902,\r
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",\r
  "replyInMessageId": null\r
}\r
`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`missing-payload`,comment:`the envelope without its content`,code:`schema.required`,event:`short_link_visited`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"type":"short_link_visited","version":"v1","timestamp":"2026-03-08T09:05:33Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`note-drift-and-warning-strict`,comment:`stages in order: what reading found comes before what the schema found`,code:`schema.type`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":9007199254740993,"subject":"harbour_cafe_viber","subjectId":"61205","subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09: 30: 00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{}},{name:`note-drift-and-warning-tolerant`,comment:`stages in order: what reading found comes before what the schema found`,code:`ok`,event:`incoming_message`,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`],body:`{"id":9007199254740993,"subject":"harbour_cafe_viber","subjectId":"61205","subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09: 30: 00Z"}`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`tolerant`,parameters:{},options:{}},{name:`more-events-than-the-limit`,comment:`three messages where two are allowed`,code:`limit.events`,event:null,now:17729e8,method:`POST`,url:``,headers:[`Authorization: Token edna-example-webhook-key-1`,`Content-Type: application/json`],body:`[{"id":5100810,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Hello","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100811,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Anyone there? 🙂","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100812,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"caption":null,"text":"\\\\o/ \\"quoted\\" / slashed","payload":null,"story":null,"items":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}]`,base64:null,secrets:[`edna-example-webhook-key-1`],mode:`strict`,parameters:{},options:{limits:{events:2}}}],examples:[{name:`incoming_message.bsuid`,body:`{
  "id": 5101001,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 881002,
    "identifier": "GB.7Qx2LmN0aZrT5"
  },
  "userInfo": {
    "userName": "tea_and_rain",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "No number here, only a name ☔",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-06-20T07:15:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`},{name:`incoming_message.button`,body:`{
  "id": 5101002,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "BUTTON",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "Confirm",
    "payload": "confirm-booking-17",
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-08T09:00:01Z",
  "replyOutMessageId": 70414001,
  "replyOutMessageExternalRequestId": "booking-17",
  "replyInMessageId": null
}
`},{name:`incoming_message.contact`,body:`{
  "id": 5100904,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880501,
    "identifier": "46701740605"
  },
  "userInfo": {
    "userName": "Liis",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "CONTACT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": null,
    "payload": null,
    "story": null,
    "items": null,
    "contact": {
      "firstName": "Rasmus",
      "lastName": null,
      "phoneNumber": "46701740606"
    },
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-07T19:02:10Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`},{name:`incoming_message.document`,body:`{
    "id": 5100902,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880300,
        "identifier": "12025550143"
    },
    "userInfo": {
        "userName": "Dana Okafor",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "DOCUMENT",
        "attachment": {
            "url": "https://files.example.com/in/5100902/menu%20request.pdf",
            "name": "menu request.pdf",
            "size": 98304,
            "mimeType": "application/pdf"
        },
        "location": null,
        "referral": null,
        "caption": null,
        "text": null,
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-07T18:25:44Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null
}
`},{name:`incoming_message.flow-bare`,body:`{"id":5100703,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880610,"identifier":"447700900188"},"userInfo":{"userName":"\\u0410\\u0439\\u0433\\u0443\\u043b\\u044c","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"FLOW","attachment":null,"location":null,"referral":null,"caption":null,"text":"{\\"flow_token\\":\\"booking-7f3b\\"}","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-06T12:03:11Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}`},{name:`incoming_message.flow`,body:`[
  {
    "id": 5100702,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
      "id": 880610,
      "identifier": "447700900188"
    },
    "userInfo": {
      "userName": "Айгуль",
      "firstName": null,
      "lastName": null,
      "avatarUrl": null
    },
    "messageContent": {
      "type": "FLOW",
      "attachment": null,
      "location": null,
      "referral": null,
      "caption": null,
      "text": "{\\"screen_0_Guests_0\\":\\"4\\",\\"screen_0_Date_1\\":\\"2026-03-14\\",\\"screen_0_Wish_2\\":\\"Стол \\\\\\"у окна\\\\\\" 🪟\\\\nno smoking\\",\\"flow_token\\":\\"booking-7f3a\\"}",
      "payload": null,
      "story": null,
      "items": null,
      "contact": null,
      "product": null,
      "catalog": null,
      "order": null
    },
    "receivedAt": "2026-03-06T12:00:30Z",
    "replyOutMessageId": 70413310,
    "replyOutMessageExternalRequestId": "booking/2026-03-06/17",
    "replyInMessageId": null
  }
]
`},{name:`incoming_message.image`,body:`{
  "id": 5100901,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "IMAGE",
    "attachment": {
      "url": "https://files.example.com/in/5100901/table.jpg",
      "name": "table.jpg",
      "size": "184320"
    },
    "location": null,
    "referral": null,
    "caption": "Our table 📷",
    "text": null,
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-07T18:22:05Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`},{name:`incoming_message`,body:`{
  "id": 5100231,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Two seats by the window, please 🪟",
    "payload": null,
    "story": null,
    "items": null
  },
  "receivedAt": "2026-03-02T17:45:09Z",
  "replyOutMessageId": 70411902,
  "replyOutMessageExternalRequestId": "c4f1b0de-6a37-4a0e-9d52-1b7e0c9a2f35",
  "replyInMessageId": null
}
`},{name:`incoming_message.large-id`,body:`{
  "id": 9007199254740993,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880217,
    "identifier": "447700900123"
  },
  "userInfo": {
    "userName": "Mira",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": null,
    "caption": null,
    "text": "An id that a double cannot hold",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-08T10:00:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`},{name:`incoming_message.last-message`,body:`{
    "id": 5100377,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "subscriber": {
        "id": 880217,
        "identifier": "447700900123"
    },
    "userInfo": {
        "userName": "Mira",
        "firstName": null,
        "lastName": null,
        "avatarUrl": null
    },
    "messageContent": {
        "type": "TEXT",
        "attachment": null,
        "location": null,
        "referral": null,
        "caption": null,
        "text": "Спасибо! Is the terrace open on Sunday?",
        "payload": null,
        "story": null,
        "items": null,
        "contact": null,
        "product": null,
        "catalog": null,
        "order": null
    },
    "receivedAt": "2026-03-04T08:00:00Z",
    "replyOutMessageId": null,
    "replyOutMessageExternalRequestId": null,
    "replyInMessageId": null,
    "lastMessage": {
        "outMessageId": 70412055,
        "address": "447700900123",
        "contentType": "TEXT",
        "text": "Hello Mira, your table is booked.\\nSee you on Friday!",
        "startTime": "2026-03-03T19:20:41Z"
    }
}
`},{name:`incoming_message.list-picker-object`,body:`{"id":5100403,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"LIST_PICKER","attachment":null,"location":null,"caption":null,"text":null,"payload":null,"story":null,"items":{"identifier":3,"title":"Vegetarian menu","subtitle":"No meat, no fish"}},"receivedAt":"2026-03-04T11:12:40Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":5100398}`},{name:`incoming_message.list-picker`,body:`{
  "id": 5100402,
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "subscriber": {
    "id": 880300,
    "identifier": "12025550143"
  },
  "userInfo": {
    "userName": "Dana Okafor",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "LIST_PICKER",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": null,
    "payload": null,
    "story": null,
    "items": [
      {
        "identifier": "03",
        "title": "Vegetarian menu",
        "subtitle": null
      }
    ]
  },
  "receivedAt": "2026-03-04T11:12:13Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": 5100398
}
`},{name:`incoming_message.location`,body:`{"id":5100903,"subject":"nordlicht_tee","subjectId":61377,"subscriber":{"id":880501,"identifier":"46701740605"},"userInfo":{"userName":"Liis","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"LOCATION","attachment":null,"location":{"latitude":59.437,"longitude":24.7536},"referral":null,"caption":null,"text":null,"payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T19:01:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}`},{name:`incoming_message.order`,body:`{
	"id": 5100520,
	"subject": "nordlicht_tee",
	"subjectId": 61377,
	"subscriber": {
		"id": 880455,
		"identifier": "2025550143"
	},
	"userInfo": {
		"userName": "Jonas Lindqvist",
		"firstName": null,
		"lastName": null,
		"avatarUrl": null
	},
	"messageContent": {
		"type": "ORDER",
		"attachment": null,
		"location": null,
		"caption": null,
		"text": null,
		"payload": null,
		"story": null,
		"items": null,
		"contact": null,
		"product": null,
		"catalog": null,
		"order": {
			"catalogId": "2093001188455",
			"products": [
				{
					"id": "tea-green-250",
					"quantity": 3,
					"price": 7.5,
					"currency": "EUR"
				},
				{
					"id": "cup-white",
					"quantity": 1,
					"price": 12,
					"currency": "EUR"
				}
			]
		}
	},
	"receivedAt": "2026-03-05T09:41:27Z",
	"replyOutMessageId": null,
	"replyOutMessageExternalRequestId": null,
	"replyInMessageId": null
}
`},{name:`incoming_message.product`,body:`{
  "id": 5100519,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880455,
    "identifier": "2025550143"
  },
  "userInfo": {
    "userName": "Jonas Lindqvist",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "PRODUCT",
    "attachment": null,
    "location": null,
    "caption": null,
    "text": "Есть ли ещё? / Still in stock?",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": {
      "id": "tea-green-250",
      "catalogId": "90017734"
    },
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-05T09:30:00Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`},{name:`incoming_message.referral-ad`,body:`{
  "id": 5100644,
  "subject": "nordlicht_tee",
  "subjectId": 61377,
  "subscriber": {
    "id": 880501,
    "identifier": "46701740605"
  },
  "userInfo": {
    "userName": "Liis",
    "firstName": null,
    "lastName": null,
    "avatarUrl": null
  },
  "messageContent": {
    "type": "TEXT",
    "attachment": null,
    "location": null,
    "referral": {
      "body": "Loose leaf tea, delivered within two days",
      "headline": "Spring harvest is here",
      "sourceId": "6177200418",
      "sourceType": "ad",
      "sourceUrl": "https://fb.me/example-ad"
    },
    "caption": null,
    "text": "Tere! I saw your ad 🌱",
    "payload": null,
    "story": null,
    "items": null,
    "contact": null,
    "product": null,
    "catalog": null,
    "order": null
  },
  "receivedAt": "2026-03-06T06:07:08Z",
  "replyOutMessageId": null,
  "replyOutMessageExternalRequestId": null,
  "replyInMessageId": null
}
`},{name:`incoming_message.referral-post`,body:`{"id": 5100645, "subject": "nordlicht_tee", "subjectId": 61377, "subscriber": {"id": 880502, "identifier": "46701740606"}, "userInfo": {"userName": "Rasmus", "firstName": null, "lastName": null, "avatarUrl": null}, "messageContent": {"type": "TEXT", "attachment": null, "location": null, "referral": {"body": "Our new pots", "headline": "Blue and white", "sourceId": "6177200977", "sourceType": "post", "sourceUrl": "https://fb.me/example-post"}, "caption": null, "text": "How much is the blue pot?", "payload": null, "story": null, "items": null, "contact": null, "product": null, "catalog": null, "order": null}, "receivedAt": "2026-03-06T06:09:59Z", "replyOutMessageId": null, "replyOutMessageExternalRequestId": null, "replyInMessageId": null}
`},{name:`incoming_message.several`,body:`[{"id":5100810,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Hello","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:00Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100811,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"referral":null,"caption":null,"text":"Anyone there? 🙂","payload":null,"story":null,"items":null,"contact":null,"product":null,"catalog":null,"order":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null},{"id":5100812,"subject":"harbour_cafe_wa","subjectId":61204,"subscriber":{"id":880300,"identifier":"12025550143"},"userInfo":{"userName":"Dana Okafor","firstName":null,"lastName":null,"avatarUrl":null},"messageContent":{"type":"TEXT","attachment":null,"location":null,"caption":null,"text":"\\\\o/ \\"quoted\\" / slashed","payload":null,"story":null,"items":null},"receivedAt":"2026-03-07T10:00:02Z","replyOutMessageId":null,"replyOutMessageExternalRequestId":null,"replyInMessageId":null}]`},{name:`incoming_message.sparse`,body:`{"id":5101003,"subject":"harbour_cafe_viber","subjectId":61205,"subscriber":{"id":880217,"identifier":"447700900123"},"userInfo":{"userName":"Mira"},"messageContent":{"type":"TEXT","text":"Short and plain"},"receivedAt":"2026-03-08T09:30:00Z"}`},{name:`message_matcher.category_changed`,body:`{
  "payload": {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "category": "MARKETING"
  },
  "type": "message_matcher.category_changed",
  "version": "v1",
  "timestamp": "2026-04-01T00:00:00.000000001Z"
}
`},{name:`message_matcher.category_changed.no-version`,body:`{"type": "message_matcher.category_changed", "timestamp": "2025-06-20T07:08:09Z", "payload": {"id": 20417, "name": "\\u043a\\u043e\\u0434 \\u0432\\u0445\\u043e\\u0434\\u0430", "channelType": "WHATSAPP", "category": "AUTHORIZATION"}}
`},{name:`message_status.failed`,body:`{"requestId":"newsletter № 8","messageId":70411955,"cascadeId":318,"cascadeStageUUID":"7d2f9b4c-0c57-4f0e-8f35-50c1ad1a6d11","subject":"harbour_cafe_wa","subjectId":61204,"status":"FAILED","statusAt":"2026-03-02T17:40:13Z","error":"not-whatsapp-user","comment":"the address is not registered"}`},{name:`message_status`,body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "DELIVERED",
  "statusAt": "2026-03-02T17:40:12Z",
  "error": null,
  "comment": null
}
`},{name:`message_status.no-request`,body:`{
    "requestId": null,
    "cascadeId": 318,
    "cascadeStageUUID": null,
    "subject": "harbour_cafe_wa",
    "subjectId": 61204,
    "status": "SENT",
    "statusAt": "2026-03-02T17:40:11Z",
    "error": null,
    "comment": null
}
`},{name:`message_status.read`,body:`{
  "requestId": "booking-17",
  "messageId": 70411902,
  "cascadeId": 318,
  "cascadeStageUUID": "stage-1",
  "subject": "harbour_cafe_wa",
  "subjectId": 61204,
  "status": "READ",
  "statusAt": "2026-03-02T17:44:50Z",
  "error": null,
  "comment": null,
  "paymentData": {
    "@type": "WhatsAppConversationPaymentData",
    "conversationId": "b71c0e55d2",
    "conversationType": "utility",
    "chargeable": false,
    "type": "WHATSAPP_CONVERSATION"
  }
}
`},{name:`short_link_visited.full-link`,body:`{"payload":{"sender":"harbour_cafe_wa","templateId":20417,"channelType":"WHATSAPP","outMessageId":70414001,"phone":"447700900123","url":"https://cafe.example.com/m/spring?from=wa","shortLink":"https://links.example.net/link/Zk3pQ"},"type":"short_link_visited","version":"v1","timestamp":"2025-09-01T12:00:00Z"}`},{name:`short_link_visited`,body:`{
  "payload": {
    "sender": "harbour_cafe_wa",
    "templateId": 20417,
    "channelType": "WHATSAPP",
    "outMessageId": 70414001,
    "phone": "447700900123",
    "url": "https://cafe.example.com/m/spring?from=wa",
    "shortLink": "Zk3pQ",
    "requestId": "booking-17"
  },
  "type": "short_link_visited",
  "version": "v1",
  "timestamp": "2026-03-08T09:05:33Z"
}
`},{name:`short_link_visited.no-scheme`,body:`{
    "payload": {
        "sender": "harbour_cafe_wa",
        "templateId": 20417,
        "channelType": "WHATSAPP",
        "outMessageId": 70414001,
        "phone": "447700900123",
        "url": "cafe.example.com/меню",
        "shortLink": "Zk3pQ",
        "requestId": "booking-17"
    },
    "type": "short_link_visited",
    "version": "v1",
    "timestamp": "2026-03-08T09:05:33Z"
}
`},{name:`template_status.bare`,body:`{"id":20418,"name":"весна","channelType":"VIBER","language":"RU","content":{"text":"Весеннее меню уже здесь 🌷","keyboard":{"rows":[{"buttons":[]}]}},"contentType":"TEXT","category":null,"status":"REJECTED","locked":true,"type":"USER","createdAt":"2026-02-20T08:15:30.120001Z","updatedAt":"2026-02-22T09:00:00Z"}`},{name:`template_status`,body:`[
  {
    "id": 20417,
    "name": "booking_reminder",
    "channelType": "WHATSAPP",
    "language": "EN",
    "content": {
      "attachment": null,
      "action": null,
      "caption": null,
      "header": {
        "headerType": "TEXT",
        "text": "Your table",
        "attachment": null,
        "headerExampleTextParam": null,
        "headerExampleMediaUrl": null
      },
      "text": "See you on {{1}} at {{2}} 👋",
      "footer": {
        "text": "Harbour Café"
      },
      "keyboard": {
        "rows": [
          {
            "buttons": [
              {
                "text": "Call us",
                "buttonType": "PHONE",
                "url": null,
                "urlPostfix": null,
                "phone": "+442079460000",
                "payload": null,
                "urlTextExample": null
              },
              {
                "text": "Menu",
                "buttonType": "URL",
                "url": "https://cafe.example.com/m/",
                "urlPostfix": "{{1}}",
                "phone": null,
                "payload": null,
                "urlTextExample": "https://cafe.example.com/m/spring"
              }
            ]
          },
          {
            "buttons": [
              {
                "text": "Confirm",
                "buttonType": "QUICK_REPLY",
                "payload": "confirm"
              }
            ]
          }
        ]
      },
      "textExampleParams": [
        "Friday",
        "19:00"
      ]
    },
    "contentType": "TEXT",
    "category": "UTILITY",
    "status": "APPROVED",
    "locked": false,
    "type": "OPERATOR",
    "createdAt": "2026-02-20T08:15:30.120Z",
    "updatedAt": "2026-02-21T14:02:07.004Z"
  },
  {
    "id": 20418,
    "name": "весна",
    "channelType": "VIBER",
    "language": "RU",
    "content": {
      "text": "Весеннее меню уже здесь 🌷",
      "keyboard": {
        "rows": [
          {
            "buttons": []
          }
        ]
      }
    },
    "contentType": "TEXT",
    "category": null,
    "status": "REJECTED",
    "locked": true,
    "type": "USER",
    "createdAt": "2026-02-20T08:15:30.120001Z",
    "updatedAt": "2026-02-22T09:00:00Z"
  }
]
`},{name:`template_status.matcher`,body:`{
    "messageMatcher": {
        "name": "table_ready",
        "channelType": "WHATSAPP",
        "language": "EN",
        "content": {
            "header": {
                "headerType": "TEXT",
                "text": "Good news"
            },
            "text": "Your table is ready.",
            "footer": {
                "text": "Harbour Café"
            }
        },
        "category": "MARKETING",
        "status": "PAUSED",
        "locked": false,
        "type": "OPERATOR",
        "createdAt": "2022-06-01T10:00:00.500Z",
        "updatedAt": "2022-06-02T10:00:00.250Z"
    },
    "subjectIds": [
        61204,
        61205
    ]
}
`}],handshakes:[]};export{e as default};