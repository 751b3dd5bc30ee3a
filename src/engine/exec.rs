//! Commands in running containers.

use bollard::models::ExecConfig;
use bollard::query_parameters::ResizeExecOptionsBuilder;
use serde_json::json;
use tokio::io::split;

use super::streams::{Attached, Output};
use super::wire::encoded;
use super::{Engine, EngineError};
use crate::text::Size;

impl Engine {
    /// Prepares a command in a running container: the exec's id.
    pub async fn create_exec(&self, container: &str, config: ExecConfig) -> Result<String, EngineError> {
        let made = self.client.create_exec(&encoded(container), config).await;
        Ok(made.map_err(|error| self.error(error))?.id)
    }

    /// Starts a prepared command and connects to its streams. `tty` must be as it was prepared.
    pub async fn start_exec(
        &self,
        id: &str,
        tty: bool,
        terminal: Option<Size>,
    ) -> Result<Attached, EngineError> {
        let body = start(false, tty, terminal);
        let (reader, writer) = split(self.hijack(&format!("/exec/{id}/start"), Some(body)).await?);
        Ok(Attached {
            output: Output::of_connection(reader, tty, &self.info().endpoint),
            input: Box::new(writer),
        })
    }

    /// Starts a prepared command and lets it go.
    pub async fn start_exec_detached(&self, id: &str, tty: bool) -> Result<(), EngineError> {
        let path = format!("/exec/{id}/start");
        self.send(hyper::Method::POST, &path, Some(start(true, tty, None)), false).await.map(drop)
    }

    /// The exit code of a command that has ended; none while it runs.
    pub async fn exec_exit(&self, id: &str) -> Result<Option<i64>, EngineError> {
        let state = self.client.inspect_exec(id).await.map_err(|error| self.error(error))?;
        Ok(state.exit_code)
    }

    /// Tells a command's terminal its size.
    pub async fn resize_exec(&self, id: &str, size: Size) -> Result<(), EngineError> {
        let options = ResizeExecOptionsBuilder::default().h(size.rows.into()).w(size.cols.into()).build();
        self.client.resize_exec(id, options).await.map_err(|error| self.error(error))
    }
}

/// What a start is sent.
fn start(detach: bool, tty: bool, terminal: Option<Size>) -> String {
    let mut body = json!({ "Detach": detach, "Tty": tty });
    if let Some(Size { cols, rows }) = terminal {
        body["ConsoleSize"] = json!([rows, cols]);
    }
    body.to_string()
}
