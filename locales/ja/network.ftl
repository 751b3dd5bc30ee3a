## つながらない理由（最初に直すところ）と対処

network-why-missing = { $name } というコンテナはありません。先に起動してください。
network-why-created = { $name } は作成されましたが、まだ起動していません。docker start { $name } で起動してください。
network-why-exited = { $name } は終了しています（終了コード { $code }）。停止したコンテナにはアドレスがありません。もう一度起動してください。
network-why-paused = { $name } は一時停止中です。docker unpause { $name } で再開してください。
network-why-restarting = { $name } は終了と再起動を繰り返しています。原因は docker logs { $name } で確認できます。
network-why-dead = { $name } は削除の途中で止まっています。docker rm -f { $name } で削除してください。
network-why-no-network = { $name } はどのネットワークにも接続していません（--network none）。自分自身としか通信できません。
network-why-stranded = { $name } が使っていた { $owner } のネットワークは、{ $owner } の再起動または削除でなくなりました。{ $name } を再起動してください。
network-why-on-host = { $to } はホストのネットワークを使っているため、{ $from } からは名前で見つけられません。
network-why-shares = { $to } は { $owner } のネットワークを共有しており、自分の名前を持ちません。{ $owner } を宛先にしてください。
network-why-apart = { $from }（{ $from_networks }）と { $to }（{ $to_networks }）は、同じネットワークに接続していません。
network-why-no-such-name = { $name } という名前のコンテナはありません。
network-why-own-name = デフォルトブリッジでは、コンテナは自分の名前 { $name } を名前解決できません。localhost ならいつでも使えます。
network-why-other-name = { $from } と { $to } は同じネットワークにありますが、{ $to } はそこで { $name } という名前を持っていません。
network-why-one-way = リンクで名前が通じるのは片方向だけです。{ $to } からは { $from } がわかりますが、{ $from } からは { $to } がわかりません。
network-why-default-bridge = デフォルトブリッジではコンテナ名の名前解決ができません。{ $from } から { $to } へは、リンク（--link）か IP アドレスでしか届きません。自分で作ったネットワークなら名前で届きます。
network-why-icc = ネットワーク { $network } は、コンテナどうしの通信を禁止しています（icc が無効）。
network-why-internal = { $name } は内部ネットワークだけにつながっているため、外へは出られません。
network-why-host-names = ホストはコンテナ名を名前解決できません。{ $name } の IP アドレスか、公開したポートを使ってください。

## エンジンからはわからないこと

network-unknown-outside = { $name } というコンテナはありません。ほかの DNS サーバーが知っているかどうかは、試してみないとわかりません。
network-unknown-case = { $name } と大文字・小文字だけが違う名前のリンクがあります。同じ名前として扱われるかどうかは、試してみないとわかりません。
network-unknown-gateway = { $address } はゲートウェイ、つまりホストです。何が待ち受けているかは、試してみないとわかりません。
network-unknown-address = { $address } を持つコンテナはありません。届くかどうかは、試してみないとわかりません。

## エンジンにできないこと

network-lacks-links = { $engine } は --link に対応していません。
network-lacks-ping = { $engine } のコンテナは、追加の権限がないと ping を送れません。
network-lacks-default-bridge = { $engine } には、デフォルトブリッジ（bridge という名前のネットワーク）がありません。
network-lacks-host-network = { $engine } には、ホストネットワークがありません。
network-lacks-local-ports = { $engine } はこのマシンの上にないため、公開したポートに 127.0.0.1 では届きません。
