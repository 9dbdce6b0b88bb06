//! Reads the vectors of all providers and turns each into a verifier and a delivery.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Mutex, OnceLock};

use base64ct::{Base64, Encoding as _};
use hookproof::payload::reading::{self, BodyKind, Reading};
use hookproof::provider::{
    self,
    definition::{ProviderDefinition, SchemeDefinition},
};
use hookproof::verifier::Provider;
use hookproof::{Delivery, Headers, Limits, Mode, Report, Secret, UsageError, Verifier, VerifierBuilder};
use serde::Deserialize;
use serde_json::Value;

/// The repository's root.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the repository.
#[track_caller]
pub fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Definitions of the tests' own, which show what no built-in definition uses.
const OWN: &str = "tests/providers";

/// The built-in providers' folders, by id.
pub fn provider_ids() -> Vec<String> {
    folders("providers")
}

/// The names of the folders in a folder.
pub fn folders(parent: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(parent)).unwrap();
    let folders = entries.map(|entry| entry.unwrap()).filter(|entry| entry.file_type().unwrap().is_dir());
    let mut ids: Vec<_> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    ids.sort();
    ids
}

/// One vector of one provider.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    #[serde(skip)]
    pub provider: String,
    #[serde(skip)]
    folder: String,
    pub name: String,
    #[serde(default)]
    pub comment: String,
    #[serde(default)]
    pub source: String,
    pub options: Options,
    pub now: i64,
    pub delivery: Request,
    pub expect: Value,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Options {
    secrets: Vec<SecretOption>,
    mode: Mode,
    parameters: BTreeMap<String, String>,
    schemas: BTreeMap<String, Value>,
    tolerance_seconds: Option<u32>,
    limits: Limits,
    authentication: Option<String>,
    schemes: Vec<String>,
    pub captures: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum SecretOption {
    Text(String),
    Named { id: String, value: String },
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    method: Option<String>,
    url: Option<String>,
    #[serde(default)]
    headers: Vec<(String, String)>,
    body: Body,
}

#[derive(Clone, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Body {
    Utf8 {
        utf8: String,
    },
    Base64 {
        base64: String,
    },
    Example {
        example: String,
        #[serde(default)]
        replace: Vec<(String, String)>,
    },
}

/// The definition of a folder with its schemas inlined; each is read once.
fn definition(folder: &str) -> ProviderDefinition {
    static READ: OnceLock<Mutex<BTreeMap<String, ProviderDefinition>>> = OnceLock::new();
    let mut known = READ.get_or_init(Mutex::default).lock().unwrap();
    known.entry(folder.to_owned()).or_insert_with(|| read_definition(folder)).clone()
}

fn read_definition(folder: &str) -> ProviderDefinition {
    if let Some(id) = folder.strip_prefix("providers/") {
        return provider::built_in(id).unwrap();
    }
    let mut definition: Value = serde_json::from_str(&read(format!("{folder}/provider.json"))).unwrap();
    for entry in fs::read_dir(root().join(folder).join("schemas")).into_iter().flatten() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap();
        let name = file.strip_suffix(".schema.json").unwrap();
        definition["schemas"][name] = serde_json::from_str(&read(&path)).unwrap();
    }
    provider::parse(&definition.to_string()).unwrap_or_else(|error| panic!("{folder}: {error}"))
}

/// Whether a vector is of a definition of the tests' own.
pub fn own(vector: &Vector) -> bool {
    vector.folder.starts_with(OWN)
}

/// A file of vectors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    vectors: Vec<Vector>,
    #[serde(default)]
    handshakes: Vec<Handshake>,
}

/// One handshake of one provider.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handshake {
    #[serde(skip)]
    pub provider: String,
    #[serde(skip)]
    folder: String,
    pub name: String,
    #[serde(default)]
    pub comment: String,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub options: Options,
    #[serde(default)]
    pub now: i64,
    pub request: Request,
    /// The answer, or the code of the misuse as `{ "code": ... }`.
    pub expect: Value,
}

fn files() -> Vec<(String, String, File)> {
    let ids = provider_ids().into_iter().map(|id| (format!("providers/{id}"), id));
    let own = folders(OWN).into_iter().map(|id| (format!("{OWN}/{id}"), id));
    ids.chain(own).map(|(folder, id)| file(folder, id)).collect()
}

fn file(folder: String, id: String) -> (String, String, File) {
    let path = format!("{folder}/vectors.json");
    let file = serde_json::from_str(&read(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    (folder, id, file)
}

/// The vectors and handshakes of one folder, wherever it lies in the repository.
pub fn of_folder(folder: &str) -> (Vec<Vector>, Vec<Handshake>) {
    let file = || vec![file(folder.to_owned(), folder.rsplit('/').next().unwrap().to_owned())];
    (vectors_in(file()), handshakes_in(file()))
}

impl Request {
    /// The request with this body.
    pub fn with<'a>(&'a self, body: &'a [u8]) -> Delivery<'a> {
        let headers: Headers<'a> = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        Delivery { method: self.method.as_deref(), url: self.url.as_deref(), headers, body }
    }
}

impl Body {
    fn bytes(&self, folder: &str, title: &str) -> Vec<u8> {
        match self {
            Body::Utf8 { utf8 } => utf8.clone().into_bytes(),
            Body::Base64 { base64 } => Base64::decode_vec(base64).unwrap(),
            Body::Example { example, replace } => {
                let mut text = read(format!("{folder}/examples/{example}.json"));
                for (from, to) in replace {
                    assert_eq!(text.matches(from.as_str()).count(), 1, "{title}: `{from}` in {example}");
                    text = text.replace(from.as_str(), to);
                }
                text.into_bytes()
            }
        }
    }
}

impl Options {
    fn builder(&self, provider: impl Into<Provider>) -> VerifierBuilder {
        let options = self;
        let mut builder = Verifier::builder(provider).mode(options.mode).limits(options.limits.clone());
        for secret in &options.secrets {
            builder = builder.secret(match secret {
                SecretOption::Text(value) => Secret::text(value.as_str()),
                SecretOption::Named { id, value } => Secret::text(value.as_str()).with_id(id.as_str()),
            });
        }
        for (name, value) in &options.parameters {
            builder = builder.parameter(name, value);
        }
        for (event, schema) in &options.schemas {
            builder = builder.schema(event, schema.to_string());
        }
        for pointer in &options.captures {
            builder = builder.capture(pointer);
        }
        for scheme in &options.schemes {
            builder = builder.scheme(scheme);
        }
        if let Some(seconds) = options.tolerance_seconds {
            builder = builder.tolerance_seconds(seconds);
        }
        if options.authentication.as_deref() == Some("none") {
            builder = builder.without_authentication();
        }
        builder
    }
}

impl Handshake {
    /// What is answered, as the vectors write it.
    pub fn answer(&self) -> Value {
        let title = format!("{}/{}", self.provider, self.name);
        let body = self.request.body.bytes(&self.folder, &title);
        let builder = self.options.builder(definition(&self.folder));
        match builder.handshake(&self.request.with(&body), self.now) {
            Ok(answer) => serde_json::to_value(answer).unwrap(),
            Err(error) => serde_json::json!({ "code": error.code }),
        }
    }
}

/// All vectors that this build can run, in the order of ids and files.
pub fn vectors() -> Vec<Vector> {
    let all = all_vectors();
    if cfg!(feature = "public-key") {
        return all;
    }
    all.into_iter().filter(|vector| !vector.needs_public_key()).collect()
}

/// All vectors, in the order of ids and files.
pub fn all_vectors() -> Vec<Vector> {
    vectors_in(files())
}

fn vectors_in(files: Vec<(String, String, File)>) -> Vec<Vector> {
    let all = files.into_iter().flat_map(|(folder, provider, file)| {
        let placed = move |vector| Vector { provider: provider.clone(), folder: folder.clone(), ..vector };
        file.vectors.into_iter().map(placed)
    });
    all.collect()
}

/// All handshakes, in the order of ids and files.
pub fn handshakes() -> Vec<Handshake> {
    handshakes_in(files())
}

fn handshakes_in(files: Vec<(String, String, File)>) -> Vec<Handshake> {
    let all = files.into_iter().flat_map(|(folder, provider, file)| {
        let placed = move |handshake| Handshake { provider: provider.clone(), folder: folder.clone(), ..handshake };
        file.handshakes.into_iter().map(placed)
    });
    all.collect()
}

impl Vector {
    /// Whether this build says that it leaves out what the vector needs.
    pub fn needs_public_key(&self) -> bool {
        self.code() != "usage.entry"
            && matches!(self.verifier(), Err(error) if error.code == hookproof::Code::UsageEntry)
    }

    /// Whether the sender itself, or a library of its, has published it.
    pub fn is_official(&self) -> bool {
        self.source.starts_with("https://")
    }

    /// The provider and name, for messages.
    pub fn title(&self) -> String {
        format!("{}/{}", self.provider, self.name)
    }

    /// Whether its options name secrets.
    pub fn is_signed(&self) -> bool {
        !self.options.secrets.is_empty()
    }

    /// Whether its options name parameters or schemes.
    pub fn has_parameters(&self) -> bool {
        !self.options.parameters.is_empty()
    }

    /// The verifier that its options describe, not built yet.
    pub fn builder(&self) -> VerifierBuilder {
        self.options.builder(definition(&self.folder))
    }

    /// The request's method and URL.
    pub fn target(&self) -> (Option<&str>, Option<&str>) {
        (self.delivery.method.as_deref(), self.delivery.url.as_deref())
    }

    /// The verifier that its options describe; vectors with the same options share one.
    pub fn verifier(&self) -> Result<Rc<Verifier>, UsageError> {
        thread_local! {
            static BUILT: RefCell<HashMap<String, Rc<Verifier>>> = RefCell::default();
        }
        let key = format!("{} {:?}", self.folder, self.options);
        if let Some(known) = BUILT.with_borrow(|built| built.get(&key).cloned()) {
            return Ok(known);
        }
        let verifier = Rc::new(self.builder().build()?);
        BUILT.with_borrow_mut(|built| built.insert(key, Rc::clone(&verifier)));
        Ok(verifier)
    }

    /// The raw body.
    pub fn body(&self) -> Vec<u8> {
        self.delivery.body.bytes(&self.folder, &self.title())
    }

    /// What its body is read as; `null` where there is nothing to read, or no JSON.
    pub fn payload(&self) -> Value {
        let kinds = definition(&self.folder).events.body;
        let kinds: Vec<_> = kinds.iter().map(|kind| BodyKind::parse(kind).unwrap()).collect();
        let body = self.body();
        let json = |text: &[u8]| serde_json::from_slice(text).unwrap_or_default();
        match reading::read(&kinds, &body, self.delivery.url.as_deref()) {
            Reading::Body => json(&body),
            Reading::Made(text) => json(&text),
            Reading::Nothing | Reading::Unreadable(..) => Value::Null,
        }
    }

    /// The delivery with a body in place of its own.
    pub fn delivery<'a>(&'a self, body: &'a [u8]) -> Delivery<'a> {
        self.delivery.with(body)
    }

    /// The report on it.
    pub fn report(&self) -> Report {
        let verifier = self.verifier().unwrap_or_else(|error| panic!("{}: {error}", self.title()));
        verifier.verify(&self.delivery(&self.body()), self.now)
    }

    /// The report under other limits.
    pub fn report_with(&self, change: impl FnOnce(&mut Limits)) -> Report {
        let mut other = self.clone();
        change(&mut other.options.limits);
        other.report()
    }

    /// The code that it must give.
    pub fn code(&self) -> &str {
        self.expect["code"].as_str().unwrap_or_else(|| panic!("{}: expect.code", self.title()))
    }

    /// The header lines as given.
    pub fn header_lines(&self) -> impl Iterator<Item = (&str, &str)> {
        self.delivery.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The secrets' texts.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        self.options.secrets.iter().map(|secret| match secret {
            SecretOption::Text(value) | SecretOption::Named { value, .. } => value.as_str(),
        })
    }
}

/// A scheme of a built-in provider with a made-up secret, ready to sign.
pub struct Signer {
    /// Id of the provider.
    pub provider: String,
    /// The scheme.
    pub scheme: SchemeDefinition,
    /// The provider's definition as it is written.
    pub definition: Value,
    /// Provider and scheme, for messages.
    pub title: String,
    /// The secret.
    pub secret: String,
    /// With the secret.
    pub builder: VerifierBuilder,
    /// Without one.
    pub unkeyed: VerifierBuilder,
}

/// Every scheme of every built-in provider.
pub fn signers() -> Vec<Signer> {
    let mut all = Vec::new();
    for id in provider_ids() {
        let definition: Value = serde_json::from_str(&read(format!("providers/{id}/provider.json"))).unwrap();
        let schemes = provider::built_in(&id).unwrap().schemes;
        for (place, scheme) in schemes.into_iter().enumerate() {
            let secret = secret_for(&scheme, &definition["schemes"][place]["key"]);
            let unkeyed = unkeyed(&id, &scheme, &definition);
            all.push(Signer {
                title: format!("{id}/{}", scheme.id),
                provider: id.clone(),
                builder: unkeyed.clone().secret(Secret::text(secret.as_str())),
                secret,
                unkeyed,
                definition: definition.clone(),
                scheme,
            });
        }
    }
    all
}

/// A secret in the form that a scheme's key rule takes.
fn secret_for(scheme: &SchemeDefinition, key: &Value) -> String {
    // Where keys are published the private one signs.
    let tokens = scheme.token.iter().flat_map(|token| &token.algorithms).map(String::as_str);
    for (mark, name) in [("ed25519", "ed25519"), ("ecdsa", "p256"), ("ES256", "p256"), ("rsa", "rsa")] {
        if scheme.algorithm.starts_with(mark) || tokens.clone().any(|token| token == mark) {
            let keys: Value = serde_json::from_str(&read("tests/vectors/public-key.json")).unwrap();
            return keys["keys"][name]["private"]["PKCS#8 PEM"].as_str().unwrap().to_owned();
        }
    }
    let prefix = key["stripPrefix"][0].as_str().unwrap_or_default();
    let bytes = b"a secret of 32 bytes for testing";
    let text = match key["format"].as_str() {
        Some("hex") => base16ct::lower::encode_string(bytes),
        Some("base64") => Base64::encode_string(bytes),
        _ if scheme.algorithm == "basic" => "user:a-long-password".to_owned(),
        _ => "a-secret-for-testing".to_owned(),
    };
    format!("{prefix}{text}")
}

fn unkeyed(id: &str, scheme: &SchemeDefinition, definition: &Value) -> VerifierBuilder {
    let mut builder = Verifier::builder(id).scheme(&scheme.id);
    for (name, value) in parameters(definition) {
        builder = builder.parameter(name, value);
    }
    builder
}

/// A value for each parameter that a definition asks for.
pub fn parameters(definition: &Value) -> Vec<(String, &'static str)> {
    let all = definition["parameters"].as_object().into_iter().flatten();
    let asked = all.filter(|(_, parameter)| parameter["default"].is_null());
    let value = |parameter: &Value| {
        let header = parameter["description"].as_str().is_some_and(|text| text.to_lowercase().contains("header"));
        if header { "X-Test-Header" } else { "parameter-value" }
    };
    asked.map(|(name, parameter)| (name.clone(), value(parameter))).collect()
}
