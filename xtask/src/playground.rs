//! `playground`: builds the static files of `www/`, serves them, makes the pictures of `docs/`.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use crate::build::{self, Profile};
use crate::process::Run;
use crate::project::Project;
use crate::tools;

/// Builds the package and the playground, and serves it unless it is only to be built.
pub fn run(project: &Project, serve: bool) -> Result<()> {
    build::run(project, Profile::Release)?;
    files(project)?;
    if serve { tools::node(project)?.arg("www/serve.mjs").run() } else { Ok(()) }
}

/// The static files in `www/dist`, from the package as it is built.
pub fn files(project: &Project) -> Result<()> {
    tools::node_packages(project)?;
    tools::package_script(project, "typescript/bin/tsc")?.args(["--project", "www"]).run()?;
    tools::package_script(project, "vite/bin/vite.js")?.args(["build", "www", "--logLevel", "warn"]).run()
}

/// The pictures in `docs/`, as the tests in a browser see the playground.
pub fn pictures(project: &Project) -> Result<()> {
    files(project)?;
    browsers()?;
    tools::node(project)?
        .args(["--test", "--test-name-pattern=axe", "tests/playground/looks.test.mjs"])
        .env("PLAYGROUND_PICTURES", "1")
        .run()
}

/// Serves what is built beside another program.
pub struct Beside(Child);

impl Beside {
    /// Starts to serve on a free port, and gives the address.
    ///
    /// # Errors
    /// When there is no port, or Node cannot be started.
    pub fn start(project: &Project) -> Result<(Self, String)> {
        tools::node(project)?;
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
        let port = port.context("there is no free port")?.port();
        let mut command = Command::new("node");
        command.arg("www/serve.mjs").current_dir(&project.root).env("PLAYGROUND_PORT", port.to_string());
        let child = command.stdout(Stdio::null()).spawn().context("cannot start Node")?;
        Ok((Self(child), format!("http://127.0.0.1:{port}/")))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The browsers that the tests run in, installed where a package manager can do it.
pub fn browsers() -> Result<()> {
    let wanted = [
        ("chromium", ["CHROMIUM", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]),
        ("firefox-esr", ["FIREFOX", "/usr/bin/firefox-esr", "/usr/bin/firefox", "/usr/bin/firefox"]),
    ];
    let missing: Vec<&str> = wanted
        .iter()
        .filter(|(_, [variable, paths @ ..])| {
            std::env::var_os(variable).is_none() && !paths.iter().any(|path| std::path::Path::new(path).exists())
        })
        .map(|(package, _)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let hint = "install Chromium and Firefox, or name them in the variables CHROMIUM and FIREFOX";
    Run::new("apt-get").arg("update").hint(hint).run()?;
    Run::new("apt-get").args(["install", "-y", "--no-install-recommends"]).args(missing).hint(hint).run()
}
