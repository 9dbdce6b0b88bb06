//! The one table of what to do about a cause, with the line that cures it in the frameworks where it is made.

use crate::code::Code;
use crate::delivery::Delivery;

/// Where a line of code belongs.
struct Host {
    name: &'static str,
    /// Headers that only deliveries to this host have.
    marks: &'static [&'static str],
    /// How to get the bytes as they were received.
    raw: &'static str,
}

/// How each host hands over the raw body, the most used first.
const HOSTS: &[Host] = &[
    Host {
        name: "Express",
        marks: &[],
        raw: "app.post(path, express.raw({ type: () => true }), handler), before any express.json()",
    },
    Host {
        name: "Next.js",
        marks: &["x-vercel-id", "x-matched-path", "x-invoke-path"],
        raw: "const body = await request.text() in a route handler; in pages/api, export const config = { api: { bodyParser: false } }",
    },
    Host {
        name: "AWS Lambda and API Gateway",
        marks: &["x-amzn-trace-id", "x-amz-cf-id", "x-amzn-requestid"],
        raw: "const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')",
    },
    Host {
        name: "Cloudflare Workers",
        marks: &["cf-ray", "cf-connecting-ip", "cf-worker"],
        raw: "const body = new Uint8Array(await request.arrayBuffer())",
    },
    Host { name: "Hono", marks: &[], raw: "const body = new Uint8Array(await c.req.arrayBuffer())" },
    Host {
        name: "Fastify",
        marks: &[],
        raw: "app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => done(null, body))",
    },
    Host {
        name: "Nest",
        marks: &[],
        raw: "NestFactory.create(AppModule, { rawBody: true }), then const body = request.rawBody",
    },
    Host {
        name: "Firebase",
        marks: &["function-execution-id", "x-cloud-trace-context", "x-appengine-request-id"],
        raw: "const body = request.rawBody",
    },
];

/// What to do about a cause, in one text.
pub fn of(code: Code, delivery: &Delivery<'_>) -> String {
    let Some(more) = more(code) else { return code.remedy().to_owned() };
    match more {
        More::Raw => {
            let likely = |host: &&Host| {
                let named = |(name, _): (&str, &[u8])| host.marks.iter().any(|mark| name.eq_ignore_ascii_case(mark));
                delivery.headers.lines().any(named)
            };
            let (first, others): (Vec<&Host>, Vec<&Host>) = HOSTS.iter().partition(likely);
            let lines = first.iter().chain(&others).map(|host| format!("{}: {}", host.name, host.raw));
            let once = if delivery.body.is_empty() { " A stream can be read only once." } else { "" };
            format!("{}{once}\n{}", code.remedy(), lines.collect::<Vec<_>>().join("\n"))
        }
        More::Line(line) => format!("{}\n{line}", code.remedy()),
    }
}

enum More {
    /// The line of each host.
    Raw,
    /// This line.
    Line(&'static str),
}

/// What there is to say beside the code's own remedy.
fn more(code: Code) -> Option<More> {
    use More::{Line, Raw};
    Some(match code {
        Code::BodyReserialized
        | Code::BodyNewline
        | Code::BodyLineEndings
        | Code::BodyBom
        | Code::BodyWhitespace
        | Code::BodyCharset
        | Code::BodyUnicodeEscapes
        | Code::BodySlashEscapes
        | Code::BodyHtmlEscapes
        | Code::BodyDoubleEncoded
        | Code::BodyFormWrapped
        | Code::BodyPercentEncoded
        | Code::BodyEmpty
        | Code::BodyStringifiedObject
        | Code::BodyLossy => Raw,
        Code::BodyBase64 => Line(
            "AWS Lambda and API Gateway: const body = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8')",
        ),
        Code::BodyCompressed => Line(
            "Express: express.raw({ type: '*/*', inflate: true }); elsewhere, decompress by Content-Encoding before verifying",
        ),
        Code::SecretWhitespace => {
            Line("process.env.WEBHOOK_SECRET.trim(); in files, end the line without a line break (printf, not echo)")
        }
        Code::SecretQuoted => Line(
            ".env and docker: WEBHOOK_SECRET=value without quotation marks; docker --env-file and systemd keep them",
        ),
        Code::SecretPrefix => {
            Line("pass the text as the sender's page shows it, with its prefix; nothing needs to be cut off or added")
        }
        Code::SecretEncoding => {
            Line("pass the text itself; do not call Buffer.from(secret, 'base64') or btoa(secret) first")
        }
        Code::SecretOther => {
            Line("each endpoint, and test mode and live mode, has a secret of its own; during rotation hand in both")
        }
        Code::UrlScheme | Code::UrlPort | Code::UrlHost => Line(
            "Express: app.set('trust proxy', true), then `https://${req.hostname}${req.originalUrl}`; elsewhere write the public URL into the configuration",
        ),
        Code::UrlPath | Code::UrlQuery => Line(
            "Express: req.originalUrl, not req.url; elsewhere the path and query as they stand in the request line",
        ),
        Code::TimestampStale | Code::TimestampFuture => Line(
            "set the clock (NTP); a delivery that waited in a queue is verified with the time at which it was received",
        ),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_that_its_headers_tell_comes_first() {
        let first = |headers: &[(&str, &str)]| {
            let headers = headers.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
            let delivery = Delivery { method: None, url: None, headers, body: b"{}" };
            let fix = of(Code::BodyReserialized, &delivery);
            fix.lines().nth(1).and_then(|line| line.split(':').next()).map(str::to_owned)
        };
        assert_eq!(first(&[("Accept", "*/*")]).as_deref(), Some("Express"));
        assert_eq!(first(&[("X-Amzn-Trace-Id", "Root=1-2")]).as_deref(), Some("AWS Lambda and API Gateway"));
        assert_eq!(first(&[("CF-Ray", "1-VIE")]).as_deref(), Some("Cloudflare Workers"));
        assert_eq!(first(&[("x-vercel-id", "fra1::1")]).as_deref(), Some("Next.js"));
    }
}
