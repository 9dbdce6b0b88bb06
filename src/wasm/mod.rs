//! The only JavaScript boundary: bytes in, a packed verdict out, plain data on request. It decides nothing.

mod answer;
mod options;
mod schemas;
#[cfg(feature = "full")]
mod seed;
#[cfg(feature = "details")]
mod senders;
#[cfg(feature = "details")]
mod sign;
mod text;

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;

use crate::check::{Check, Kept, Verdict};
use crate::code::Code;
use crate::data;
use crate::delivery::{Delivery, Headers};
use crate::error::UsageError;
use crate::host;
use crate::payload::json::Span;
use crate::payload::pointer;
#[cfg(feature = "details")]
use crate::provider;
use crate::report::Authenticated;
use crate::schema::{Engine, Validator};
use crate::verifier::Verifier;
use answer::{Answer, answer};
#[cfg(feature = "details")]
use answer::{plain, usage};
use options::{Options, created, written};
use schemas::Text;

/// What validates by the schemas that the host hands in; those of built-in providers are always walked.
#[cfg(not(feature = "full"))]
const ENGINE: Engine = Engine::Walk;
#[cfg(feature = "full")]
const ENGINE: Engine = Engine::Full;

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// What the module keeps between calls.
#[derive(Default)]
struct State {
    /// Where the host writes a delivery, after some room: first the body, then the frame with headers, method and URL.
    input: Vec<u8>,
    verifiers: Vec<Option<Slot>>,
    schemas: Vec<Option<Validator>>,
    last: Option<Last>,
    /// Its run, for what is asked for after the verdict.
    kept: Cell<Option<Kept>>,
    /// What was captured of it; see [`captures`].
    captured: Vec<u8>,
    /// The text that lies in the input area, once it was validated; there is this or `last`.
    text: Option<Text>,
}

struct Slot {
    verifier: Verifier,
    headers: Vec<String>,
}

/// The delivery that lies in the input area, once it was checked.
#[derive(Clone, Copy)]
struct Last {
    slot: usize,
    frame: usize,
    body: usize,
    unread: usize,
    now: i64,
    /// Whether values of the body may be shown.
    readable: bool,
}

/// Kinds of frame entries that are no header.
const METHOD: u8 = 254;
const URL: u8 = 255;

/// Makes room for a delivery and says where to write it. Before it there are [`ROOM`](host::ROOM) bytes more.
#[wasm_bindgen]
pub fn buffer(bytes: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.forget();
        let bytes = bytes + host::ROOM;
        if state.input.len() < bytes {
            state.input.resize(bytes.next_power_of_two().max(4096), 0);
        }
        state.input[host::ROOM..].as_mut_ptr()
    })
}

/// Builds a verifier.
#[wasm_bindgen]
pub fn create(options: &str) -> Answer<String> {
    answer(build(options).map(|verifier| {
        STATE.with_borrow_mut(|state| {
            let handle = free(&mut state.verifiers);
            let headers = verifier.headers();
            let created = created(&verifier, handle, &headers);
            state.verifiers[handle] = Some(Slot { verifier, headers });
            created
        })
    }))
}

fn build(options: &str) -> Result<Verifier, UsageError> {
    let options: Options = data::read(options)
        .map_err(|error| UsageError::new(Code::UsageOption, say!("the options cannot be read: {error}")))?;
    options.builder()?.build()
}

/// Frees a verifier.
#[wasm_bindgen]
pub fn release(handle: usize) {
    STATE.with_borrow_mut(|state| {
        if let Some(slot) = state.verifiers.get_mut(handle) {
            *slot = None;
        }
        if state.last.is_some_and(|last| last.slot == handle) {
            state.last = None;
        }
    });
}

/// Checks the delivery in the input area; the verdict is packed into one number.
#[wasm_bindgen]
pub fn verify(handle: usize, frame: usize, body: usize, unread: usize, now: f64) -> u32 {
    STATE.with_borrow_mut(|state| {
        let mut last = Last { slot: handle, frame, body, unread, now: now as i64, readable: false };
        state.forget();
        let mut captured = std::mem::take(&mut state.captured);
        let (verdict, kept) = state.with(&last, |slot, delivery| {
            let (verdict, captures, kept) = slot.verifier.check().judge_keeping(delivery, last.now);
            if verdict.readable && !slot.verifier.captures().is_empty() {
                captures.write(&mut captured);
            }
            (verdict, kept)
        });
        last.readable = verdict.readable;
        state.last = Some(last);
        state.kept.set(Some(kept));
        state.captured = captured;
        pack(&verdict)
    })
}

/// Where the captured values of the last verify lie, if its body may be shown; see `Captures::write`.
#[wasm_bindgen]
pub fn captures() -> *const u8 {
    STATE.with_borrow(|state| state.captured.as_ptr())
}

/// What the report of the last verify says beside the verdict, where nothing has to be put into words; else nothing.
#[wasm_bindgen]
pub fn brief() -> Option<String> {
    STATE.with_borrow(|state| state.resume(Check::brief).flatten().map(|brief| written(&brief)))
}

/// The whole report of the last verify.
#[cfg(feature = "details")]
#[wasm_bindgen]
pub fn report() -> JsValue {
    STATE.with_borrow(|state| {
        let report = state.resume(Check::report_kept);
        report.and_then(|report| plain(&report).ok()).unwrap_or(JsValue::NULL)
    })
}

/// The value at a JSON Pointer of the verified body, behind a tag: `s` decoded string, `n` number as written, `i` the
/// same of a field that the schema calls int64, `j` other JSON text.
#[wasm_bindgen]
pub fn lookup(text: &str) -> Option<String> {
    STATE.with_borrow(|state| {
        let last = state.last.filter(|last| last.readable)?;
        state.with(&last, |slot, delivery| {
            let payload = slot.verifier.payload(delivery)?;
            let span = pointer::find_one(&payload, 0, text)?;
            let token = std::str::from_utf8(&payload[span.start..span.end]).ok()?;
            Some(match token.as_bytes().first()? {
                // An escaped surrogate without its other half is no Rust text, but JavaScript's.
                b'"' if token.as_bytes().windows(2).any(|pair| pair == b"\\u") => ["j", token].concat(),
                b'"' => ["s", &*pointer::unescape(&payload, span)].concat(),
                b'-' | b'0'..=b'9' if state.integers().contains(&span) => ["i", token].concat(),
                b'-' | b'0'..=b'9' => ["n", token].concat(),
                _ => ["j", token].concat(),
            })
        })
    })
}

/// The verified body with every number of an int64 field written as a string that starts with `tag`.
#[wasm_bindgen(js_name = taggedPayload)]
pub fn tagged_payload(tag: &str) -> Option<String> {
    STATE.with_borrow(|state| {
        let last = state.last.filter(|last| last.readable)?;
        state.with(&last, |slot, delivery| {
            let payload = slot.verifier.payload(delivery)?;
            Some(tagged(std::str::from_utf8(&payload).ok()?, &state.integers(), tag))
        })
    })
}

/// The version of the crate.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The built-in providers in brief.
#[cfg(feature = "details")]
#[wasm_bindgen]
pub fn providers() -> Result<JsValue, JsValue> {
    plain(&provider::summaries().map_err(|error| usage(&error))?)
}

impl State {
    /// The input area is about to hold something else.
    fn forget(&mut self) {
        self.last = None;
        self.kept.set(None);
        self.captured.clear();
        self.text = None;
    }

    /// Runs `look` on the delivery in the input area. A handle or length that is not one means a broken host binding.
    fn with<T>(&self, last: &Last, look: impl FnOnce(&Slot, &Delivery<'_>) -> T) -> T {
        let slot = self.verifiers.get(last.slot).and_then(Option::as_ref).expect("the handle names a verifier");
        let (body, rest) = self.input[host::ROOM..].split_at(last.body);
        let delivery = read_frame(&rest[..last.frame], slot, body, last.unread).expect("the frame is whole");
        look(slot, &delivery)
    }

    /// Goes on with the last run; `None` where there is none.
    fn resume<T>(&self, look: impl FnOnce(&Check, Kept, &Delivery<'_>) -> (T, Kept)) -> Option<T> {
        let last = self.last?;
        let kept = self.kept.take()?;
        Some(self.with(&last, |slot, delivery| {
            let (told, kept) = look(slot.verifier.check(), kept, delivery);
            self.kept.set(Some(kept));
            told
        }))
    }

    /// Where the integers of the last run lie that the schemas call int64.
    fn integers(&self) -> Vec<Span> {
        self.resume(Check::integers_kept).unwrap_or_default()
    }
}

/// The place of an empty slot.
fn free<T>(slots: &mut Vec<Option<T>>) -> usize {
    slots.iter().position(Option::is_none).unwrap_or_else(|| {
        slots.push(None);
        slots.len() - 1
    })
}

/// The text with each of these numbers written as a string that starts with `tag`.
fn tagged(text: &str, integers: &[Span], tag: &str) -> String {
    let mut tagged = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for span in integers {
        for piece in [&text[from..span.start], "\"", tag, &text[span.start..span.end], "\""] {
            tagged.push_str(piece);
        }
        from = span.end;
    }
    tagged.push_str(&text[from..]);
    tagged
}

/// Reads entries of kind (one byte), length (four bytes, little-endian) and text.
fn read_frame<'a>(mut frame: &'a [u8], slot: &'a Slot, body: &'a [u8], unread: usize) -> Option<Delivery<'a>> {
    let mut delivery = Delivery { body, ..Delivery::default() };
    let mut headers = Headers::new();
    while let Some((&kind, rest)) = frame.split_first() {
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (text, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        match kind {
            METHOD => delivery.method = Some(std::str::from_utf8(text).ok()?),
            URL => delivery.url = Some(std::str::from_utf8(text).ok()?),
            kind => headers.push(slot.headers.get(usize::from(kind))?.as_str(), text),
        }
        frame = rest;
    }
    headers.add_unread(unread);
    delivery.headers = headers;
    Some(delivery)
}

/// Bits 0-7 the code's number, 8 ok, 9-10 what is proved, 11-16 place of the scheme + 1, 17-24 place of the secret + 1,
/// 25 whether there is a payload.
fn pack(verdict: &Verdict) -> u32 {
    let proved = match verdict.authenticated {
        Authenticated::None => 0,
        Authenticated::Token => 1,
        Authenticated::Partial => 2,
        Authenticated::Body => 3,
    };
    let place = |place: Option<usize>, most: u32| place.map_or(0, |place| (place as u32 + 1).min(most));
    verdict.code as u32
        | u32::from(verdict.code == Code::Ok) << 8
        | proved << 9
        | place(verdict.scheme, 63) << 11
        | place(verdict.secret, 255) << 17
        | u32::from(verdict.readable) << 25
}
