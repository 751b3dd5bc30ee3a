## The engine: where it is, what is wrong with it, what to do.

engine-response = The engine refused: { $message }
engine-stream = The engine stopped its answer: { $message }
engine-permission = You are not allowed to use the engine at { $endpoint }: only root and the members of the socket's group are. Run “sudo usermod -aG docker $USER” and then “newgrp docker” (or log in again), or run netdojo with sudo.
engine-no-socket = No engine answers at { $endpoint }: the socket is not there, so none is running, or none is installed. Start it (“sudo systemctl start docker”; Podman: “systemctl --user start podman.socket”; Docker Desktop or Colima: start the program), or install one (Debian: “sudo apt install docker.io”). If it is somewhere else, name it in DOCKER_HOST.
engine-refused = Nothing listens at { $endpoint }: the engine has ended, but its address still exists. Start it again, for example with “sudo systemctl start docker”.
engine-timed-out = The engine at { $endpoint } does not answer in time: it is very busy, or it hangs. Wait a little. If that does not help, restart it, for example with “sudo systemctl restart docker”.
engine-no-host = netdojo cannot find or reach the engine's machine ({ $endpoint }: { $detail }). Check the name in DOCKER_HOST or in the docker context, and your network.
engine-tls = netdojo cannot make a secure connection to { $endpoint }: { $detail }. Check that ca.pem, cert.pem and key.pem in DOCKER_CERT_PATH (or in the docker context) belong to this engine.
engine-closed = The connection to the engine at { $endpoint } was cut: it is being restarted or has ended. netdojo keeps trying; if it does not come back, start it again.
engine-unreachable = netdojo cannot reach the engine at { $endpoint }: { $detail }. Check that it runs and that the address is right.
engine-answer = The answer does not come from a container engine, or netdojo does not understand it: { $detail }. Check the address in DOCKER_HOST or in the docker context.

engine-choice-ssh = { $given } is an engine over SSH, which netdojo does not support directly. Forward the engine's socket with “ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock USER@HOST” in another terminal and set DOCKER_HOST=unix:///tmp/engine.sock.
engine-choice-named-pipe = { $given } is a Windows named pipe, which netdojo cannot use. Run netdojo in WSL, where the engine's Unix socket is.
engine-choice-scheme = { $given } is not an address that netdojo understands. Use unix:///PATH or tcp://HOST:PORT in DOCKER_HOST.
engine-choice-malformed = { $given } is not a complete address. Use unix:///PATH or tcp://HOST:PORT in DOCKER_HOST.
engine-choice-unverified = { $given } uses TLS without checking which server answers, and netdojo does not do that. Set DOCKER_TLS_VERIFY=1 and put ca.pem, cert.pem and key.pem into DOCKER_CERT_PATH.
engine-choice-no-such-context = There is no docker context called { $given }. “docker context ls” shows those that exist; choose one with DOCKER_CONTEXT or “docker context use”.
engine-choice-broken = netdojo cannot use { $given }: { $detail }. Fix or move the file, or set DOCKER_HOST.
