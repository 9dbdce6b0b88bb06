//! Runs other programs: echoes what it runs, and says in its errors what failed and what would help.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use anyhow::{Context, Result, anyhow, bail};

/// One program run.
pub struct Run {
    command: Command,
    line: String,
    hint: Option<&'static str>,
}

impl Run {
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let line = Path::new(program).file_stem().unwrap_or(program).to_string_lossy().into_owned();
        Self { command: Command::new(program), line, hint: None }
    }

    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.line.push(' ');
        self.line.push_str(&argument.as_ref().to_string_lossy());
        self.command.arg(argument);
        self
    }

    pub fn args<A: AsRef<OsStr>>(self, arguments: impl IntoIterator<Item = A>) -> Self {
        arguments.into_iter().fold(self, Self::arg)
    }

    pub fn directory(mut self, directory: &Path) -> Self {
        self.command.current_dir(directory);
        self
    }

    pub fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.command.env(name, value.into());
        self
    }

    /// What to do when the program is not there or fails; ends the error message.
    pub fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Runs it with this terminal as its own.
    pub fn run(mut self) -> Result<()> {
        self.echo();
        let status = self.command.status();
        let status = status.map_err(|error| self.not_started(&error))?;
        self.judge(status)
    }

    /// Runs it, hands each line of its standard output to `wanted`, and shows those for which that holds.
    pub fn watch(mut self, mut wanted: impl FnMut(&str) -> bool) -> Result<()> {
        self.echo();
        let mut child = self.start()?;
        let output = child.stdout.take().context("the program's standard output is not piped")?;
        for text in BufReader::new(output).split(b'\n') {
            let text = text.with_context(|| format!("cannot read the output of `{}`", self.shown()))?;
            let text = String::from_utf8_lossy(&text);
            if wanted(&text) {
                println!("{text}");
            }
        }
        let status = child.wait()?;
        self.judge(status)
    }

    /// Runs it silently and returns its standard output without the final newline.
    pub fn capture(mut self) -> Result<String> {
        self.command.stdin(Stdio::null()).stderr(Stdio::piped());
        let output = self.command.output();
        let output = output.map_err(|error| self.not_started(&error))?;
        let complaint = String::from_utf8_lossy(&output.stderr);
        self.judge(output.status).map_err(|error| anyhow!("{}\n{error}", complaint.trim()))?;
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    }

    fn start(&mut self) -> Result<Child> {
        let child = self.command.stdout(Stdio::piped()).spawn();
        child.map_err(|error| self.not_started(&error))
    }

    fn echo(&self) {
        println!("  $ {}", self.shown());
    }

    /// The command line, with paths as they are written in its directory.
    fn shown(&self) -> String {
        match self.command.get_current_dir().and_then(Path::to_str) {
            Some(directory) => self.line.replace(&format!("{directory}/"), ""),
            None => self.line.clone(),
        }
    }

    fn judge(&self, status: ExitStatus) -> Result<()> {
        if status.success() {
            return Ok(());
        }
        let end = match status.code() {
            Some(code) => format!("exit code {code}"),
            None => "a signal".to_owned(),
        };
        bail!("`{}` ended with {end}{}", self.shown(), self.advice())
    }

    fn not_started(&self, error: &std::io::Error) -> anyhow::Error {
        let program = self.command.get_program().to_string_lossy();
        match error.kind() {
            ErrorKind::NotFound => anyhow!("the program `{program}` is not on this machine{}", self.advice()),
            _ => anyhow!("cannot start `{program}`: {error}{}", self.advice()),
        }
    }

    fn advice(&self) -> String {
        self.hint.map_or(String::new(), |hint| format!("; {hint}"))
    }
}
