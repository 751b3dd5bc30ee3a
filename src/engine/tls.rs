//! TLS on a connection of our own, with the certificates that docker uses.

use std::io;
use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::endpoint::Tls;

impl Tls {
    /// TLS over `stream`, to the host of `authority`.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] for certificates that are missing, unreadable or not accepted.
    pub(super) async fn secure(
        &self,
        stream: TcpStream,
        authority: &str,
    ) -> io::Result<TlsStream<TcpStream>> {
        let config = self.config()?;
        let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let name = ServerName::try_from(host).map_err(invalid)?;
        TlsConnector::from(Arc::new(config)).connect(name, stream).await
    }

    /// The engine is to be known by `ca.pem`, and knows us by `cert.pem` and `key.pem`.
    fn config(&self) -> io::Result<ClientConfig> {
        let mut roots = RootCertStore::empty();
        for certificate in certificates(&self.folder.join("ca.pem"))? {
            roots.add(certificate).map_err(invalid)?;
        }
        let key = PrivateKeyDer::from_pem_file(self.folder.join("key.pem")).map_err(invalid)?;
        ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(invalid)?
            .with_root_certificates(roots)
            .with_client_auth_cert(certificates(&self.folder.join("cert.pem"))?, key)
            .map_err(invalid)
    }
}

fn certificates(path: &Path) -> io::Result<Vec<CertificateDer<'static>>> {
    CertificateDer::pem_file_iter(path).map_err(invalid)?.map(|found| found.map_err(invalid)).collect()
}

fn invalid(error: impl std::error::Error + Send + Sync + 'static) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}
