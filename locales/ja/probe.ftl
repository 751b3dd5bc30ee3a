## 到達できるかを実際に試す。

probe-target-malformed = { $to } は到達先として読み取れません。名前、名前:ポート、または http://名前:ポート/パス の形で書いてください。
probe-target-https = { $to } は試せません。netdojo が使えるのは TLS なしの HTTP だけです。
probe-asker-missing = 確認元のコンテナ { $name } がありません。先に起動してください。
probe-asker-stopped = { $name } は停止しているので、そこからはどこにも到達できません。「docker start { $name }」で起動してください。
probe-asker-restarting = { $name } は終了と再起動を繰り返しているため、そこからの通信を試せません。原因は docker logs { $name } で確認できます。
probe-asker-paused = { $name } は一時停止中です。このエンジンでは、一時停止中のコンテナのネットワークに入れません。「docker unpause { $name }」で再開してください。
probe-no-image = 確認用コンテナの元になるイメージがありません。「docker pull alpine」などで、busybox を含む小さなイメージを取得してください。
probe-image-unfit = { $image } からは確認用コンテナを作れませんでした（{ $detail }）。「docker pull alpine」などで、busybox を含むイメージを取得してください。
probe-ping-forbidden = このエンジンではコンテナから ping を送れないため、応答があるかどうかを確かめられません。
probe-failed = 確認そのものに失敗しました: { $detail }
