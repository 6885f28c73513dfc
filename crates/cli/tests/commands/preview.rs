//! `preview`: a page that follows the files, shown to browsers on this machine and to nobody else.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use equifinal_testing::needs::{Need, or_skip};

use crate::page::driver;
use crate::trial::{SMALL, Trial};

/// A preview that has started, and its address.
struct Started {
    child: Child,
    address: String,
}

impl Started {
    fn of(trial: &Trial) -> Self {
        Self::by(trial.start(&["preview"]))
    }

    /// The preview that this process shows.
    fn by(mut child: Child) -> Self {
        let stdout = BufReader::new(child.stdout.take().expect("stdout"));
        let address =
            stdout.lines().map_while(Result::ok).find(|line| line.starts_with("http://")).expect("an address");
        Self { child, address }
    }

    /// Host and port, and the path with the token.
    fn parts(&self) -> (&str, &str) {
        let (host, path) = self.address["http://".len()..].split_once('/').expect("a path");
        (host, path.trim_end_matches('/'))
    }

    /// The status and the body of the answer to a request with these headers.
    fn ask(&self, method: &str, path: &str, headers: &str) -> (String, String) {
        let mut stream = TcpStream::connect(self.parts().0).expect("connected");
        write!(stream, "{method} {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n").expect("written");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let status = answer.split(' ').nth(1).unwrap_or_default().to_owned();
        (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
    }

    /// Waits until the report in English has these words.
    fn shows(&self, words: &str) {
        let (host, token) = self.parts();
        let path = format!("/{token}/report/en");
        let start = Instant::now();
        while !self.ask("GET", &path, &format!("Host: {host}\r\n")).1.contains(words) {
            assert!(start.elapsed() < Duration::from_secs(30), "not within 30 s: {words}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Stops it as Ctrl-C does; returns the exit code.
    fn stop(mut self) -> Option<i32> {
        let sent = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().expect("kill runs");
        assert!(sent.success());
        self.child.wait().expect("an end").code()
    }
}

impl Drop for Started {
    /// A failed test leaves no preview behind.
    fn drop(&mut self) {
        let _has_ended = self.child.kill();
    }
}

#[cfg(unix)]
#[test]
fn only_this_machine_with_the_token_is_answered() {
    let trial = Trial::small();
    let before = trial.tree(".");
    let started = Started::of(&trial);
    let (host, token) = started.parts();
    assert!(host.starts_with(&format!("{}:", Ipv4Addr::LOCALHOST)) && token.len() == 32, "{}", started.address);
    let here = format!("Host: {host}\r\n");
    for (method, path, headers, expected) in [
        ("GET", format!("/{token}/"), here.clone(), "200"),
        ("GET", format!("/{token}/preview.js"), here.clone(), "200"),
        ("GET", format!("/{token}/report/en"), format!("{here}Origin: http://{host}\r\n"), "200"),
        ("GET", format!("/{token}/before/en"), here.clone(), "200"),
        ("GET", format!("/{token}/report/en/../../configs/small.yaml"), here.clone(), "404"),
        ("GET", "/".to_owned(), here.clone(), "404"),
        ("GET", "/report/en".to_owned(), here.clone(), "404"),
        ("GET", format!("/{}/", "0".repeat(32)), here.clone(), "404"),
        ("GET", format!("/{token}/../configs/small.yaml"), here.clone(), "404"),
        ("GET", format!("/{token}/configs/small.yaml"), here.clone(), "404"),
        ("POST", format!("/{token}/"), here.clone(), "405"),
        ("GET", format!("/{token}/"), "Host: attacker.example\r\n".to_owned(), "403"),
        ("GET", format!("/{token}/report/en"), format!("{here}Origin: http://attacker.example\r\n"), "403"),
        ("GET", format!("/{token}/report/en"), format!("{here}Sec-Fetch-Site: cross-site\r\n"), "403"),
    ] {
        assert_eq!(started.ask(method, &path, &headers).0, expected, "{method} {path} {headers}");
    }
    let address = host.to_owned();
    assert_eq!(started.stop(), Some(0));
    assert!(TcpStream::connect(address).is_err(), "it still listens");
    assert_eq!(trial.tree("."), before, "a preview writes nothing");
}

#[cfg(unix)]
#[test]
fn shared_files_are_followed_wherever_the_preview_starts() {
    for (folder, study) in [(".", "small"), (".", "configs/small.yaml"), ("configs", "small.yaml")] {
        let shared = |label: &str| format!("sets:\n  A: {{label: {label}, calibrate: {{given: fuzzy}}}}\n");
        let text = SMALL.replace("  A: {calibrate: {given: fuzzy}}\n", "");
        let text = text.replace("provenance:", "include: [shared/sets.yaml]\nprovenance:");
        let trial = Trial::small().file("configs/small.yaml", text).file("configs/shared/sets.yaml", shared("Before"));
        let mut command = trial.command(&["preview", study]);
        command.current_dir(trial.path(folder)).stdout(Stdio::piped());
        let started = Started::by(command.spawn().expect("the command starts"));
        started.shows("Before");
        let trial = trial.file("configs/shared/sets.yaml", shared("Afterwards"));
        started.shows("Afterwards");
        assert_eq!(started.stop(), Some(0), "{folder} {study}");
        drop(trial);
    }
}

#[test]
fn one_study_is_shown() {
    let two = Trial::small().file("configs/other.yaml", SMALL.replace("id: small", "id: other"));
    two.run(&["preview"]).code(2).says(&["name the study to preview: configs/other.yaml, configs/small.yaml"]);
    two.run(&["preview", "none"]).code(2).says(&["none"]);
}

#[cfg(unix)]
#[test]
fn the_preview_follows_the_files() {
    let Some(mut command) = or_skip(Need::Browser, driver("preview.mjs")) else { return };
    let checks = "robustness: {ranges: {}}\nreport: {languages: [en, zh]}\n";
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{checks}"));
    let started = Started::of(&trial);
    let worked = command.arg(&started.address).arg(trial.path("configs/small.yaml")).output().expect("node runs");
    let said = String::from_utf8_lossy(&worked.stdout).into_owned();
    assert!(worked.status.success(), "{said}{}", String::from_utf8_lossy(&worked.stderr));
    assert_eq!(started.stop(), Some(0));
}
