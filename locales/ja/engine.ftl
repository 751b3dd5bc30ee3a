## エンジン: どこにあり、何が起きていて、どうすればよいか。

engine-response = エンジンが要求を断りました: { $message }
engine-stream = エンジンが処理を途中で打ち切りました: { $message }
engine-permission = { $endpoint } のエンジンを使う権限がありません。ソケットを使えるのは root とソケットのグループに入っているユーザーだけです。「sudo usermod -aG docker $USER」のあと「newgrp docker」を実行する（またはログインし直す）か、netdojo を sudo で起動してください。
engine-no-socket = { $endpoint } で応答するエンジンがありません。ソケットが存在しないので、エンジンが起動していないか、インストールされていません。起動するには「sudo systemctl start docker」（Podman なら「systemctl --user start podman.socket」、Docker Desktop や Colima ならそのアプリを起動）、インストールするには Debian なら「sudo apt install docker.io」を実行します。別の場所にある場合は DOCKER_HOST で指定してください。
engine-refused = { $endpoint } では何も待ち受けていません。エンジンが終了し、アドレスだけが残っています。「sudo systemctl start docker」などで起動し直してください。
engine-timed-out = { $endpoint } のエンジンが時間内に応答しません。とても忙しいか、止まってしまっています。少し待っても変わらなければ、「sudo systemctl restart docker」などで再起動してください。
engine-no-host = エンジンのあるマシンが見つからないか、ここから届きません（{ $endpoint }: { $detail }）。DOCKER_HOST または docker コンテキストに書かれた名前と、ネットワークを確認してください。
engine-tls = { $endpoint } と安全な接続を確立できません: { $detail }。DOCKER_CERT_PATH（または docker コンテキスト）の ca.pem、cert.pem、key.pem がこのエンジンのものか確認してください。
engine-closed = { $endpoint } のエンジンとの接続が切れました。エンジンが再起動中か、終了しています。netdojo は接続を試し続けます。戻らないときはエンジンを起動し直してください。
engine-unreachable = { $endpoint } のエンジンに接続できません: { $detail }。エンジンが動いていることと、アドレスが正しいことを確認してください。
engine-answer = 応答したのはコンテナエンジンではないか、netdojo の知らない形式です: { $detail }。DOCKER_HOST または docker コンテキストのアドレスを確認してください。

engine-choice-ssh = { $given } は SSH 経由のエンジンですが、netdojo は SSH 接続を自分では行いません。別のターミナルで「ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock USER@HOST」を実行してソケットを転送し、DOCKER_HOST=unix:///tmp/engine.sock を設定してください。
engine-choice-named-pipe = { $given } は Windows の名前付きパイプで、netdojo では使えません。エンジンの Unix ソケットがある WSL の中で netdojo を実行してください。
engine-choice-scheme = { $given } は netdojo で使えるアドレスではありません。DOCKER_HOST には unix:///パス または tcp://ホスト:ポート を指定してください。
engine-choice-malformed = { $given } はアドレスとして不完全です。DOCKER_HOST には unix:///パス または tcp://ホスト:ポート を指定してください。
engine-choice-unverified = { $given } は相手を検証しない TLS 接続を求めていますが、netdojo は検証なしでは接続しません。DOCKER_TLS_VERIFY=1 を設定し、DOCKER_CERT_PATH に ca.pem、cert.pem、key.pem を置いてください。
engine-choice-no-such-context = { $given } という docker コンテキストはありません。「docker context ls」で一覧を確認し、DOCKER_CONTEXT または「docker context use」で選んでください。
engine-choice-broken = { $given } を使えません: { $detail }。ファイルを直すか移動する、または DOCKER_HOST でエンジンを指定してください。
