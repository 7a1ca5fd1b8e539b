//! Serving an application until the process is asked to stop.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use app::app::App;
use tokio::net::TcpListener;

/// Serves; `opened` is called with the address once it listens.
pub(crate) fn serve(
    app: Arc<App>,
    address: SocketAddr,
    opened: impl FnOnce(SocketAddr),
) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async move {
        let listener = TcpListener::bind(address).await.with_context(|| {
            format!("{address} kan inte öppnas; prova en annan port med --port")
        })?;
        opened(listener.local_addr()?);
        app::web::serve::serve(listener, app, stop()).await?;
        Ok(())
    })
}

async fn stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupt = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}
