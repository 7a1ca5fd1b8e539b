//! Reaching PostgreSQL: only where nobody can listen, and never waiting for ever.

use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::{Client, Config, NoTls};

use crate::DbError;

/// How long the server may take to say that it is there.
const LONGEST_CONNECT: Duration = Duration::from_secs(10);

/// What a session may not exceed. A statement of ours takes milliseconds; a lock is waited for while
/// another write of the same municipality runs, of which an import is the longest; a transaction that
/// does nothing belongs to a node that hangs, and holds up all writes of its municipality.
const LIMITS: &str = "set statement_timeout = '60s'; set lock_timeout = '30s'; \
    set idle_in_transaction_session_timeout = '60s'";

/// An address that may be used.
pub(super) struct Address(Config);

impl Address {
    /// Reads a connection string, and refuses one that would send everything in clear over a network.
    pub(super) fn read(url: &str) -> Result<Self, DbError> {
        let mut config: Config = url.parse()?;
        let in_the_open = outside(&config).filter(|_| config.get_ssl_mode() != SslMode::Disable);
        if let Some(host) = in_the_open {
            return Err(DbError::Unencrypted { host });
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(LONGEST_CONNECT);
        }
        Ok(Self(config))
    }

    /// A client without limits: a step of the schema may take its time.
    pub(super) fn connect_unlimited(&self) -> Result<Client, DbError> {
        Ok(self.0.connect(NoTls)?)
    }

    /// A client for pages and writes.
    pub(super) fn connect(&self) -> Result<Client, DbError> {
        let mut client = self.connect_unlimited()?;
        limit(&mut client)?;
        Ok(client)
    }
}

/// Sets the limits of a session.
pub(super) fn limit(client: &mut Client) -> Result<(), DbError> {
    Ok(client.batch_execute(LIMITS)?)
}

/// The first host that is reached over a network.
fn outside(config: &Config) -> Option<String> {
    // An address, where there is one, is what is connected to; the name is then only a name.
    let addresses = config.get_hostaddrs();
    if !addresses.is_empty() {
        return addresses.iter().find(|ip| !ip.is_loopback()).map(ToString::to_string);
    }
    config.get_hosts().iter().find_map(|host| match host {
        Host::Tcp(name) => {
            let here = name == "localhost"
                || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
            (!here).then(|| name.clone())
        }
        #[cfg(unix)]
        Host::Unix(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(url: &str) -> bool {
        matches!(Address::read(url), Err(DbError::Unencrypted { .. }))
    }

    #[test]
    fn a_database_on_this_machine_needs_no_encryption() {
        for url in [
            "host=/var/run/postgresql user=traden",
            "host=localhost user=traden",
            "postgres://traden@127.0.0.1/traden",
            "postgres://traden@[::1]:5433/traden",
            "host=db.example.se hostaddr=127.0.0.1 user=traden",
        ] {
            assert!(!refused(url), "{url}");
        }
    }

    #[test]
    fn a_database_over_the_network_is_refused_unless_somebody_says_that_it_is_safe() {
        for url in [
            "postgres://traden@db.example.se/traden",
            "host=10.0.0.7 user=traden",
            "host=localhost,db.example.se user=traden",
            "host=localhost hostaddr=10.0.0.7 user=traden",
            "postgres://traden@localhost.example.se/traden",
        ] {
            assert!(refused(url), "{url}");
            let separator = if url.starts_with("host") { ' ' } else { '?' };
            assert!(!refused(&format!("{url}{separator}sslmode=disable")), "{url}");
            // We have no TLS: asking for it is no way round.
            assert!(refused(&format!("{url}{separator}sslmode=require")), "{url}");
        }
    }
}
