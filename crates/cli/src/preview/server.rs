//! Serves a preview to browsers on this machine, and nothing else.
//!
//! The port and a token in the address are random. A request must name this machine as its host, so that another site
//! whose name leads here learns nothing, and a page of another origin is refused.

use crate::language::tell;
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use futures_util::stream::{self, Stream};

use super::board::{Board, Shown};
use crate::failure::Failure;

/// Number of random bytes in the address.
const TOKEN: usize = 16;

/// The policy of the page around the report: nothing from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Starts the server; returns its address.
pub(super) fn start(board: &Arc<Board>) -> Result<String, Failure> {
    let failed = |source: io::Error| Failure::Usage(tell!("preview-address", source));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    let token = token().map_err(failed)?;
    let app = app(Arc::clone(board), &token, port);
    let serve = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        runtime.block_on(async {
            listener.set_nonblocking(true)?;
            axum::serve(tokio::net::TcpListener::from_std(listener)?, app).await
        })
    };
    let logged = move || {
        if let Err(error) = serve() {
            tracing::error!("{}", tell!("preview-broken", error = error.to_string()));
        }
    };
    thread::Builder::new().name("preview".to_owned()).spawn(logged).map_err(failed)?;
    Ok(format!("http://{}/{token}/", SocketAddr::from((Ipv4Addr::LOCALHOST, port))))
}

/// Random hexadecimal digits.
fn token() -> io::Result<String> {
    let mut bytes = [0_u8; TOKEN];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn app(board: Arc<Board>, token: &str, port: u16) -> Router {
    let fixed = |kind: &'static str, text: &'static str| {
        get(move || async move { ([(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, POLICY)], text) })
    };
    let at = |name: &str| format!("/{token}/{name}");
    Router::new()
        .route(&at(""), fixed("text/html; charset=utf-8", include_str!("../../preview/preview.html")))
        .route(&at("preview.js"), fixed("text/javascript; charset=utf-8", include_str!("../../preview/preview.js")))
        .route(&at("preview.css"), fixed("text/css; charset=utf-8", include_str!("../../preview/preview.css")))
        .route(&at("report/{language}"), page(Shown::page))
        .route(&at("before/{language}"), page(Shown::page_before))
        .route(&at("events"), get(events))
        .with_state(board)
        .layer(middleware::from_fn_with_state(port, only_from_here))
}

/// Answers with a page in the language of the path.
fn page(chosen: fn(&Shown, &str) -> Bytes) -> MethodRouter<Arc<Board>> {
    get(move |State(board): State<Arc<Board>>, Path(language): Path<String>| async move {
        let headers = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            // The page holds a policy of its own; this says only who may show it.
            (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'self'"),
        ];
        (headers, chosen(&board.follow().borrow(), &language))
    })
}

/// Everything that is shown, now and after every change.
async fn events(State(board): State<Arc<Board>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut shown = board.follow();
    shown.mark_changed();
    let next = stream::unfold(shown, |mut shown| async move {
        shown.changed().await.ok()?;
        let text = serde_json::to_string(&*shown.borrow_and_update()).unwrap_or_default();
        Some((Ok(Event::default().data(text)), shown))
    });
    Sse::new(next).keep_alive(KeepAlive::default())
}

/// Refuses what does not come from a page of this server.
async fn only_from_here(State(port): State<u16>, request: Request, next: Next) -> Response {
    if !is_from_here(request.headers(), port) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if request.method() != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let mut response = next.run(request).await;
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}

/// True for a request whose host is this machine and that no page of another origin makes.
fn is_from_here(headers: &HeaderMap, port: u16) -> bool {
    let here = SocketAddr::from((Ipv4Addr::LOCALHOST, port)).to_string();
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let is_host = text("host").is_some_and(|host| host == here);
    let is_origin = text("origin").is_none_or(|origin| origin == format!("http://{here}"));
    let is_site = text("sec-fetch-site").is_none_or(|site| ["same-origin", "none"].contains(&site));
    is_host && is_origin && is_site
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_this_server_are_answered() {
        let here = SocketAddr::from((Ipv4Addr::LOCALHOST, 80)).to_string();
        let origin = format!("http://{here}");
        let (host, other) = (("host", here.as_str()), SocketAddr::from((Ipv4Addr::LOCALHOST, 81)).to_string());
        for (headers, expected) in [
            (&[host][..], true),
            (&[host, ("origin", &origin), ("sec-fetch-site", "same-origin")], true),
            (&[host, ("sec-fetch-site", "none")], true),
            (&[], false),
            (&[("host", &other)], false),
            (&[("host", here.trim_end_matches(":80"))], false),
            (&[("host", "attacker.example:80")], false),
            (&[host, ("origin", "http://attacker.example")], false),
            (&[host, ("origin", "null")], false),
            (&[host, ("sec-fetch-site", "cross-site")], false),
            (&[host, ("sec-fetch-site", "same-site")], false),
        ] {
            let mut map = HeaderMap::new();
            for (name, value) in headers {
                map.insert(*name, header::HeaderValue::from_str(value).expect("a value"));
            }
            assert_eq!(is_from_here(&map, 80), expected, "{headers:?}");
        }
    }

    #[test]
    fn tokens_are_long_and_differ() {
        let tokens = [token().expect("random bytes"), token().expect("random bytes")];
        assert!(tokens.iter().all(|token| token.len() == 2 * TOKEN));
        assert_ne!(tokens[0], tokens[1]);
    }
}
