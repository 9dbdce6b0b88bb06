//! `cargo bench --bench scaling [-- GIGABYTES]`: the walk of recorded deliveries by one thread and by two.

mod support;

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Instant;

use hookproof::schema::Validator;
use support::{Recorded, cpu, recorded, validator};

const BODIES: [&str; 11] = [
    "0.5k",
    "0.5k-ascii",
    "2k",
    "2k-ascii",
    "16k",
    "16k-ascii",
    "256k",
    "256k-ascii",
    "16k-pretty",
    "16k-cyrillic",
    "16k-escaped",
];
/// One thread and two alternate, since other programs may come and go.
const ROUNDS: usize = 9;
const GIGABYTES: f64 = 10.0;

fn main() {
    let gigabytes = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(GIGABYTES);
    let share = (gigabytes * 1e9 / ROUNDS as f64) as usize;
    let bodies = recorded(&BODIES);
    let validator = validator();
    walk(&validator, &bodies, 0, share / 20);

    let rounds: Vec<[Spent; 2]> =
        (0..ROUNDS).map(|_| [1, 2].map(|threads| spread(&validator, &bodies, threads, share))).collect();
    let [one, two] = [0, 1].map(|place| share as f64 / 1e9 / median(rounds.iter().map(|round| round[place].wall)));
    let ratio = median(rounds.iter().map(|[one, two]| one.wall / two.wall));
    let cpu = median(rounds.iter().map(|[one, two]| two.cpu / one.cpu));
    println!(
        "{gigabytes} GB by one thread and by two: {one:.3} and {two:.3} GB/s, {ratio:.2} times as fast, {cpu:.2} times the CPU time"
    );

    let figures = serde_json::json!({ "gigabytes": gigabytes, "one": one, "two": two, "ratio": ratio, "cpu": cpu });
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("scaling.json");
    fs::write(file, figures.to_string()).expect("the target directory can be written to");
}

/// Seconds that a round took, by the clock and of all threads.
struct Spent {
    wall: f64,
    cpu: f64,
}

/// So many threads walk so many bytes together.
fn spread(validator: &Validator, bodies: &[Recorded], threads: usize, bytes: usize) -> Spent {
    let started = Instant::now();
    let cpu = thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|place| {
                scope.spawn(move || {
                    let before = cpu().unwrap_or_default();
                    walk(validator, bodies, place, bytes / threads);
                    cpu().map_or(f64::NAN, |after| (after - before).as_secs_f64())
                })
            })
            .collect();
        running.into_iter().map(|thread| thread.join().expect("a walk does not panic")).sum()
    });
    Spent { wall: started.elapsed().as_secs_f64(), cpu }
}

fn walk(validator: &Validator, bodies: &[Recorded], from: usize, bytes: usize) {
    let mut walked = 0;
    for recorded in bodies.iter().cycle().skip(from) {
        if walked >= bytes {
            break;
        }
        assert!(validator.check(&recorded.body).is_ok_and(|verdict| !verdict.errors), "{}", recorded.name);
        walked += recorded.body.len();
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
