//! Values that docker's command line looks at before it asks the engine, with its messages.

use std::net::IpAddr;

use super::go::quote;

/// `-e`: `NAME`, `NAME=VALUE`.
pub(super) fn env(text: &str) -> Result<(), String> {
    let (name, _) = text.split_once('=').unwrap_or((text, ""));
    if name.is_empty() { Err(format!("invalid environment variable: {text}")) } else { Ok(()) }
}

/// `-l`: `KEY`, `KEY=VALUE`.
pub(super) fn label(text: &str) -> Result<(), String> {
    let (key, _) = text.split_once('=').unwrap_or((text, ""));
    let key = key.trim_start();
    if key.is_empty() {
        return Err(format!("invalid label '{text}': empty name"));
    }
    if key.contains(char::is_whitespace) {
        return Err(format!("label '{key}' contains whitespaces"));
    }
    Ok(())
}

/// `--add-host`: `HOST:IP` or `HOST=IP`, the address in brackets or not, or `host-gateway`.
pub(super) fn add_host(text: &str) -> Result<(), String> {
    let bad = || format!("bad format for add-host: {}", quote(text));
    let (name, address) = text.split_once('=').or_else(|| text.split_once(':')).ok_or_else(bad)?;
    if name.is_empty() {
        return Err(bad());
    }
    if address == "host-gateway" {
        return Ok(());
    }
    let bare = address.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(address);
    if bare.parse::<IpAddr>().is_err() {
        return Err(format!("invalid IP address in add-host: {}", quote(address)));
    }
    Ok(())
}

/// `--dns`: an address.
pub(super) fn address(text: &str) -> Result<(), String> {
    text.trim()
        .parse::<IpAddr>()
        .map(drop)
        .map_err(|_| format!("IP address is not correctly formatted: {text}"))
}

/// `--dns-search`: a domain with a letter in it, or `.`.
pub(super) fn dns_search(text: &str) -> Result<(), String> {
    let domain = text.trim();
    let bare = domain.strip_suffix('.').unwrap_or(domain);
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let valid =
        bare.contains(|c: char| c.is_ascii_alphabetic()) && bare.len() < 255 && bare.split('.').all(label);
    if domain == "." || valid { Ok(()) } else { Err(format!("{text} is not a valid domain")) }
}

/// `--link`: `CONTAINER`, `CONTAINER:ALIAS`.
pub(super) fn link(text: &str) -> Result<(), String> {
    super::Link::parse(text).map(drop)
}

/// `--network`: a name, or `name=…,alias=…`.
pub(super) fn network(text: &str) -> Result<(), String> {
    super::NetworkSpec::parse(text).map(drop)
}

/// `--tag`: an image's name.
pub(super) fn image(text: &str) -> Result<(), String> {
    super::Reference::parse(text).map(drop).map_err(|why| why.to_string())
}

/// `-f`: `KEY=VALUE`; an empty one is no filter.
pub(super) fn filter(text: &str) -> Result<(), String> {
    if text.is_empty() || text.contains('=') {
        Ok(())
    } else {
        Err("bad format of filter (expected name=value)".to_owned())
    }
}

/// `-a`: a stream's name.
pub(super) fn stream(text: &str) -> Result<(), String> {
    if ["stdin", "stdout", "stderr"].contains(&text.to_ascii_lowercase().as_str()) {
        Ok(())
    } else {
        Err("valid streams are STDIN, STDOUT and STDERR".to_owned())
    }
}

/// A duration as Go writes them: `1m30s`, `1.5h`, `0`.
pub(super) fn duration(text: &str) -> Result<(), String> {
    let bad = || format!("time: invalid duration {}", quote(text));
    let mut rest = text.strip_prefix(['-', '+']).unwrap_or(text);
    if rest == "0" {
        return Ok(());
    }
    if rest.is_empty() {
        return Err(bad());
    }
    while !rest.is_empty() {
        let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let tail = match tail.strip_prefix('.') {
            Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
            None => tail,
        };
        if !rest[..rest.len() - tail.len()].contains(|c: char| c.is_ascii_digit()) {
            return Err(bad());
        }
        let end = tail.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(end);
        match unit {
            "" => return Err(format!("time: missing unit in duration {}", quote(text))),
            "ns" | "us" | "µs" | "μs" | "ms" | "s" | "m" | "h" => {}
            _ => return Err(format!("time: unknown unit {} in duration {}", quote(unit), quote(text))),
        }
        rest = tail;
    }
    Ok(())
}
