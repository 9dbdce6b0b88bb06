// What to tell OpenTelemetry of a delivery. Needs none of its packages: attributes are a plain object.

/**
 * The attributes of a span or a log record. Pass it to `onReport`:
 *
 *     onReport: (report, outcome) => trace.getActiveSpan()?.setAttributes(attributesOf(report, outcome))
 *
 * `http.response.status_code` and `error.type` are names of OpenTelemetry's semantic conventions; there are none for
 * webhooks, so the others have a name space of their own. Ids of events are the sender's; leave them out where they must
 * not be stored.
 */
export function attributesOf(report, outcome) {
  const attributes = metricAttributesOf(report, outcome);
  attributes['hookproof.claimed'] = outcome.claimed;
  if (report === null) return attributes;
  attributes['hookproof.scheme'] = report.scheme ?? undefined;
  attributes['hookproof.secret.id'] = report.secretId ?? undefined;
  attributes['hookproof.authenticated'] = report.authenticated;
  attributes['hookproof.stage'] = report.stages.find(({ result }) => result === 'failed')?.name;
  attributes['hookproof.event.count'] = report.events.length;
  attributes['hookproof.event.id'] = report.event?.id ?? undefined;
  attributes['hookproof.drift'] = report.drift?.fingerprint;
  return withoutGaps(attributes);
}

/** The attributes of a metric: each has few values. Record `outcome.milliseconds / 1000` as `hookproof.delivery.duration`. */
export function metricAttributesOf(report, { result, status }) {
  return withoutGaps({
    'http.response.status_code': status,
    'error.type': errorType(report, result),
    'hookproof.result': result,
    'hookproof.provider': report?.provider,
    'hookproof.code': report?.code,
    // What a stranger sends has no say in it: types are reported of verified deliveries alone.
    'hookproof.event.type': report?.event?.type ?? undefined,
  });
}

/** Copies and handshakes are no errors, nor is what was accepted. */
function errorType(report, result) {
  if (['accepted', 'duplicate', 'handshake'].includes(result)) return undefined;
  return result === 'refused' ? report.code : result;
}

function withoutGaps(attributes) {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
