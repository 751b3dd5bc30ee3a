## コンテナのゴール

check-container-missing = { $name } というコンテナはまだありません。
check-container-similar = { $name } というコンテナはありません。似た名前の { $similar } ならあります。
check-container-unnamed = { $name } というコンテナはまだありませんが、{ $other } というコンテナがあります。--name を付け忘れていませんか。
check-container-there = { $name } がまだ残っています。docker rm -f { $name } で削除できます。
check-container-there-ended = { $name } は終了していますが、まだ残っています。docker rm { $name } で削除できます。
check-container-exited = { $name } は終了コード { $code } で終了しています。docker logs { $name } で出力を確認できます。
check-container-no-input = { $name } は終了コード 0 で終了しています。シェルに入力がなかったためです。-it を付け忘れていませんか。いったん削除して（docker rm { $name }）、もう一度実行してください。
check-container-stopped = { $name } は止められたため、終了コード { $code } で終了しています。docker start { $name } で、もう一度起動できます。
check-container-lost-network = { $name } の接続先のネットワーク { $network } が存在しないため、起動できません。
check-container-created = { $name } は作成されましたが、まだ起動していません。docker start { $name } で起動してください。
check-container-paused = { $name } は一時停止中です。docker unpause { $name } で再開してください。
check-container-restarting = { $name } は終了と再起動を繰り返しています。原因は docker logs { $name } で確認できます。
check-container-dead = { $name } は削除の途中で止まっています。docker rm -f { $name } で削除してください。
check-container-still-runs = { $name } はまだ動いています。このステップでは終了しているはずです。docker stop { $name } で止められます。
check-container-not-paused = { $name } は動いています。このステップでは一時停止しているはずです。docker pause { $name } で一時停止できます。
check-container-started = { $name } はすでに起動しています。このステップでは、作成しただけの状態のはずです。
check-container-exit = { $name } の終了コードは { $expected } のはずですが、{ $actual } でした。
check-container-image = { $name } は { $expected } から作るはずですが、{ $actual } から作られています。
check-container-network = { $name } はネットワーク { $network } に接続していません。いまの接続先は { $actual } です。
check-container-no-network = { $name } はどのネットワークにも接続していません。{ $network } に接続しているはずです。
check-container-on-host = { $name } はホストのネットワークを使っています。{ $network } に接続しているはずです。
check-container-shares = { $name } は { $owner } のネットワークを共有しています。{ $network } に直接接続しているはずです。
check-container-extra-network = { $name } はネットワーク { $network } にも接続しています。ここには接続していないはずです。
check-container-alias = { $name } は、ネットワーク上で { $alias } というエイリアスを持っていません（--network-alias { $alias }）。
check-link-missing = { $name } に { $target } へのリンクがありません（--link { $target }:{ $alias }）。
check-link-alias = { $name } は { $target } にリンクしていますが、呼び名が { $alias } ではなく { $actual } です。
check-link-elsewhere = { $name } のリンク { $alias } は、{ $target } ではなく { $actual } を指しています。
check-port-missing = { $name } はポートを公開していません（-p { $expected }）。
check-port-down = { $name } が { $expected } を公開するのは、動いている間だけです。
check-port-extra = { $name } は { $port } も公開しています。公開してよいのは、指定されたポートだけです。
check-port-elsewhere = { $name } は { $expected } ではなく { $actual } を公開しています。

## ネットワーク、イメージ、ファイルのゴール

check-network-missing = { $name } というネットワークはまだありません。
check-network-similar = { $name } というネットワークはありません。似た名前の { $similar } ならあります。
check-network-there = ネットワーク { $name } がまだ残っています。docker network rm { $name } で削除できます。
check-network-there-used = ネットワーク { $name } がまだ残っています。コンテナがつながっている間は削除できません（{ $containers }）。先にそのコンテナを docker network disconnect { $name } で外すか、不要なら docker rm -f で削除し、そのあとで docker network rm { $name } を実行してください。
check-network-driver = ネットワーク { $name } のドライバーは { $expected } のはずですが、{ $actual } です。
check-network-internal = ネットワーク { $name } は内部ネットワークになっています。後からは変えられないので、削除して --internal なしで作り直してください。
check-network-not-internal = ネットワーク { $name } は内部ネットワークではありません。後からは変えられないので、削除して --internal を付けて作り直してください。
check-network-internal-used = ネットワーク { $name } は内部ネットワークになっています。後からは変えられません。つながっているコンテナ（{ $containers }）を docker network disconnect で外してからネットワークを削除し、--internal を付けずに作り直してください。
check-network-not-internal-used = ネットワーク { $name } は内部ネットワークではありません。後からは変えられません。つながっているコンテナ（{ $containers }）を docker network disconnect で外してからネットワークを削除し、--internal を付けて作り直してください。
check-image-missing = イメージ { $name } はまだありません。
check-image-similar = イメージ { $name } はありません。似た名前の { $similar } ならあります。
check-image-there = イメージ { $name } がまだ残っています。docker rmi { $name } で削除できます。
check-file-missing = ファイル { $path } がありません。
check-file-there = ファイル { $path } がまだ残っています。削除されているはずです。
check-file-lacks = ファイル { $path } に次の内容が含まれていません: { $text }
check-file-still = ファイル { $path } に、まだ次の内容が残っています: { $text }
check-edit-undone = ファイル { $path } の編集がまだ終わっていません。「edit { $path }」で開けます。
check-file-unread = ファイル { $path } を読めませんでした。

## 到達

check-host = ホスト
check-reach-differs = { $from } から { $to } へは「{ $expected }」のはずですが、「{ $seen }」でした。
check-reach-because = { $what }{ $why }
check-reach-body = { $from } から { $to } への応答に、次の内容が含まれていません: { $text }
check-reach-by = { $from } から { $to } を呼ぶと、{ $expected } ではなく { $actual } が応答します。
check-reach-untried = { $from } から { $to } に届くかどうかは、まだ試していません。
check-seen-reply = 応答あり
check-seen-unknown-name = 名前がわからない
check-seen-unreachable = 応答なし
check-seen-refused = 接続拒否
check-seen-reset = 接続がすぐ切れる
check-seen-status = HTTP { $status }

## タスク

check-task-not-run = まだ実行していません: { $line }
check-task-exit = 終了コードは { $expected } のはずですが、{ $actual } でした: { $line }
check-task-exit-saying = 終了コードは { $expected } のはずですが、{ $actual } でした。最後の出力は「{ $said }」です: { $line }
check-task-differs = 「{ $expected }」のはずですが、「{ $actual }」と出力されました: { $line }
check-task-missing = 「{ $expected }」が出力されませんでした: { $line }
check-task-silent = 「{ $expected }」のはずですが、何も出力されませんでした: { $line }
check-task-extra = 余分に「{ $actual }」と出力されました: { $line }
check-task-other = 出力が期待と違います: { $line }

## エンジン

check-engine-lost = いまはエンジンに問い合わせできません。応答が戻ると、チェックを続けます。
