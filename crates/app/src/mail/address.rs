//! Which server letters go to, as its address says: `smtps://user@mail.example.se:465`.

/// How what is said to the server is kept from others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Security {
    /// Encrypted from the first byte (port 465).
    Tls,
    /// Begun in the clear and encrypted before anything is said; refused when the server cannot.
    StartTls,
    /// Not at all: only for a server on this computer.
    Plain,
}

/// A server as an address names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Server {
    /// Its name or number.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How it is spoken to.
    pub security: Security,
    /// The name to sign in with; none where the server lets this computer in without.
    pub user: Option<String>,
}

/// Why an address of a server cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ServerProblem {
    /// It does not begin with `smtp://` or `smtps://`.
    #[error("the address begins with smtp:// or smtps://")]
    Scheme,
    /// No name of a computer stands in it.
    #[error("the address names no server")]
    Host,
    /// The port is no number from 1 to 65535.
    #[error("the port is a number from 1 to 65535")]
    Port,
    /// A password stands in it, where everyone on the computer could read it.
    #[error("a password does not stand in the address")]
    Password,
    /// Speaking in the clear goes only with a server on this computer.
    #[error("only a server on this computer is spoken to without TLS")]
    NotLoopback,
}

impl Server {
    /// Reads an address. `smtp://` is STARTTLS unless `plain` is asked for.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn read(address: &str, plain: bool) -> Result<Self, ServerProblem> {
        let (tls, rest) = match address.split_once("://") {
            Some(("smtps", rest)) => (true, rest),
            Some(("smtp", rest)) => (false, rest),
            _ => return Err(ServerProblem::Scheme),
        };
        let rest = rest.trim_end_matches('/');
        let (user, place) = match rest.rsplit_once('@') {
            Some((user, _)) if user.contains(':') => return Err(ServerProblem::Password),
            Some((user, place)) => (Some(decoded(user)), place),
            None => (None, rest),
        };
        let (host, port) = split_port(place)?;
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || ".-:_".contains(letter);
        if host.is_empty() || !host.chars().all(is_name) {
            return Err(ServerProblem::Host);
        }
        let security = match (tls, plain) {
            (true, _) => Security::Tls,
            (false, false) => Security::StartTls,
            (false, true) if is_here(&host) => Security::Plain,
            (false, true) => return Err(ServerProblem::NotLoopback),
        };
        let usual = match security {
            Security::Tls => 465,
            Security::StartTls => 587,
            Security::Plain => 25,
        };
        let user = user.filter(|user| !user.is_empty());
        Ok(Self { host, port: port.unwrap_or(usual), security, user })
    }
}

fn split_port(place: &str) -> Result<(String, Option<u16>), ServerProblem> {
    // `[::1]:25`: a number of version 6 has colons of its own.
    let (host, port) = match place.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, after)) => (host, after.strip_prefix(':')),
        None => match place.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (place, None),
        },
    };
    let read = |port: &str| port.parse().ok().filter(|port| *port > 0).ok_or(ServerProblem::Port);
    Ok((host.to_owned(), port.map(read).transpose()?))
}

fn is_here(host: &str) -> bool {
    host == "localhost"
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// `%40` in a name that is itself an address.
fn decoded(user: &str) -> String {
    user.replace("%40", "@")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> Result<Server, ServerProblem> {
        Server::read(address, false)
    }

    #[test]
    fn an_address_says_server_port_name_and_how_it_is_spoken_to() {
        let server = read("smtps://traden%40kommun.se@mail.kommun.se").unwrap();
        assert_eq!((server.host.as_str(), server.port), ("mail.kommun.se", 465));
        assert_eq!(server.user.as_deref(), Some("traden@kommun.se"));
        assert_eq!(server.security, Security::Tls);
        let server = read("smtp://mail.kommun.se:2525/").unwrap();
        assert_eq!((server.port, server.security), (2525, Security::StartTls));
        assert_eq!(read("smtp://mail.kommun.se").unwrap().port, 587);
        let here = Server::read("smtp://[::1]:2500", true).unwrap();
        assert_eq!((here.host.as_str(), here.port), ("::1", 2500));
        assert_eq!(Server::read("smtp://localhost", true).unwrap().security, Security::Plain);
    }

    #[test]
    fn what_is_no_address_of_a_server_is_refused() {
        for (address, problem) in [
            ("mail.kommun.se", ServerProblem::Scheme),
            ("http://mail.kommun.se", ServerProblem::Scheme),
            ("smtp://", ServerProblem::Host),
            ("smtp://a b", ServerProblem::Host),
            ("smtp://mail\r\nHELO x", ServerProblem::Host),
            ("smtp://mail:0", ServerProblem::Port),
            ("smtp://mail:x", ServerProblem::Port),
            ("smtp://me:secret@mail", ServerProblem::Password),
        ] {
            assert_eq!(read(address), Err(problem), "{address}");
        }
    }

    #[test]
    fn only_this_computer_is_spoken_to_in_the_clear() {
        assert_eq!(Server::read("smtp://mail.kommun.se", true), Err(ServerProblem::NotLoopback));
        assert_eq!(Server::read("smtp://10.0.0.1", true), Err(ServerProblem::NotLoopback));
        assert!(Server::read("smtp://127.0.0.1:25", true).is_ok());
    }
}
