//! The servers that tests talk to: found, or installed, or named with the way to get them.

use anyhow::{Result, anyhow};

use crate::process::Run;

const HINT: &str =
    "install Redis so that `redis-server` is found, on Debian with `apt-get install redis-server` as root";

/// Makes sure that there is a `redis-server`. The tests start their own on a free port.
pub fn redis_server() -> Result<()> {
    if there("redis-server") {
        return Ok(());
    }
    println!("  there is no redis-server yet");
    if !there("apt-get") {
        return Err(anyhow!("the program `redis-server` is not on this machine; {HINT}"));
    }
    let install = || apt_get(&["install", "-y", "--no-install-recommends", "redis-server"]);
    // The lists of packages may be missing or old; they are fetched only then.
    install().or_else(|_| apt_get(&["update"]).and_then(|()| install()))
}

fn there(program: &str) -> bool {
    Run::new(program).arg("--version").capture().is_ok()
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    Run::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").hint(HINT).run()
}
