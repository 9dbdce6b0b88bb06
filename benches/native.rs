//! `cargo bench --bench native`: the core without WebAssembly, and what a Rust user would take instead.

#[path = "support/cpu.rs"]
mod cpu_time;
mod support;

use std::hint::black_box;
use std::time::Duration;

use cpu_time::CpuTime;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use hookproof::signature::algorithm;
use serde_json::Value;
use subtle::ConstantTimeEq;
use support::{NOW, Recorded, SECRET, mac, recorded, schema, validator, verifier};

const BODIES: [&str; 6] = ["0.5k", "2k", "16k", "256k", "256k-text", "16k-escaped"];

fn native(criterion: &mut Criterion<CpuTime>) {
    let bodies = recorded(&BODIES);
    let verifier = verifier();
    let walk = validator();
    let row = algorithm::find("hmac-sha256").expect("a known name");
    let key = (row.prepare)(SECRET.as_bytes()).expect("any key will do");
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let tree = jsonschema::draft202012::new(&schema).expect("the schema is right");

    let mut measure = |name: &str, call: &dyn Fn(&Recorded) -> bool| group(criterion, name, &bodies, call);
    measure("verdict", &|recorded| verifier.judge(&recorded.delivery(), NOW).code.as_str() == "ok");
    measure("report", &|recorded| verifier.verify(&recorded.delivery(), NOW).ok);
    measure("walk", &|recorded| walk.check(&recorded.body).is_ok_and(|verdict| !verdict.errors));
    measure("hmac", &|recorded| key.sign(&[&recorded.body]).is_some());
    measure("hmac + serde_json + jsonschema", &|recorded| {
        let given = base16ct::mixed::decode_vec(&recorded.signature).unwrap_or_default();
        let body = || serde_json::from_slice::<Value>(&recorded.body);
        bool::from(mac(&recorded.body).ct_eq(&given)) && body().is_ok_and(|body| tree.is_valid(&body))
    });
    measure("serde_json", &|recorded| serde_json::from_slice::<Value>(&recorded.body).is_ok());
}

fn group(criterion: &mut Criterion<CpuTime>, name: &str, bodies: &[Recorded], call: &dyn Fn(&Recorded) -> bool) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(20).warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_millis(1000));
    for recorded in bodies {
        assert!(call(recorded), "{name} refuses {}", recorded.name);
        group.throughput(Throughput::Bytes(recorded.body.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(&recorded.name), |bencher| {
            bencher.iter(|| call(black_box(recorded)));
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(CpuTime);
    targets = native
}
criterion_main!(benches);
