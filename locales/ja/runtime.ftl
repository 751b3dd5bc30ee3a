runtime-line-outside = 「{ $path }」はレッスンのフォルダーの外にあります。このプロンプトから外のファイルには触れません。
runtime-line-no-engine = コンテナエンジンが応答していないため、実行しませんでした。{ $reason }
runtime-line-file = 「{ $path }」に書き込めないため、最後まで実行できませんでした: { $reason }
runtime-judge-unknown = ステップを判定できませんでした。{ $reason }
runtime-line-filter = 実行しませんでした: { $detail }
runtime-folder = フォルダー「{ $folder }」を使えません（{ $detail }）。権限と空き容量を確認してください。
runtime-judge-no-engine = コンテナエンジンが応答していません。
runtime-reset-left = 「{ $name }」を削除できませんでした。{ $reason }
runtime-task-panicked = netdojo の内部で問題が起きました。お手元のものには触れていません。もう一度お試しください。NETDOJO_LOG=ファイル名 を指定すると詳細を記録します。
runtime-edit-nowhere = ここでは「{ $path }」を編集する画面を開けません。netdojo の画面の中で edit を使うか、ターミナルで EDITOR か VISUAL にお使いのエディターを設定してください。
runtime-exit = 終了コード { $code }
runtime-editor-failed = エディター「{ $editor }」が正常に終わりませんでした（{ $detail }）。EDITOR か VISUAL を確かめるか、NETDOJO_EDITOR=builtin で内蔵のエディターを使ってください。
runtime-player-left = 作ったものを削除できませんでした。{ $reason }
    エンジンが応答するようになったら「netdojo clean」で削除できます。
runtime-player-missing = 行に必要な値（{ $names }）がわからないため、実行していません。
runtime-approach-failed = ステップ { $step } の「{ $line }」が失敗したため、その先は実行していません。{ $reason }
runtime-approach-exit = 終了コードは { $code } でした。
runtime-player-replace = ファイル「{ $path }」に「{ $text }」がないため、何も置き換えていません。
runtime-player-no-step = そのステップはありません。
runtime-build-input = このプロンプトには「-」に渡せる入力がありません。docker build にはフォルダーを指定してください。いまのフォルダーなら「.」です。
runtime-build-remote = 「{ $path }」はほかのマシンにあります。このプロンプトでビルドできるのはレッスンのフォルダーだけです。docker build にはフォルダーを指定してください。いまのフォルダーなら「.」です。
runtime-build-newer = { $file } の { $line } 行目にある「{ $construct }」は、新しいビルダー BuildKit だけの書き方です。netdojo は従来のビルダーを使うため、ビルドを始めませんでした。これを使わずに書き換えるか、ご自分のシェルでビルドしてください。

## curl と open

runtime-curl-outside = netdojo は外部のネットワークには接続しません。{ $host } は、このマシンでもエンジンのネットワークのアドレスでもありません。公開したポートには http://127.0.0.1:ポート/ を、コンテナにはそのアドレスを使ってください。
runtime-curl-remote = エンジンは別のマシンで動いているため、公開したポートはこのマシンの 127.0.0.1 にはありません。代わりにコンテナの中から確かめてください（例: docker exec コンテナ wget -qO- http://名前/）。
runtime-open-shown = ページをブラウザーで開きました。
runtime-open-relayed = ページをブラウザーで開きました。ブラウザーは { $port } 番ポートへの接続を拒否するため、netdojo が動いている間だけ、別のポートを通して表示します。
runtime-open-relay = ここから起動できるブラウザーがありません。ブラウザーは { $port } 番ポートへの接続を拒否するため、代わりに上のアドレスを開いてください。netdojo が動いている間、同じページを表示します。
runtime-open-refused-port = ページは応答していますが、{ $port } 番は別のプロトコルのポートなので、ブラウザーは接続を拒否します。別のポートでも公開するか（例: -p 8080:80）、画面のある netdojo の中で open を実行してください。そこでは別のポートを通して表示します。
runtime-open-absent = ここから起動できるブラウザーがありません。ページは応答しているので、このマシンのブラウザーで上のアドレスを開いてください。
runtime-recording-failed = 録画 { $path } に書き込めなくなったため（{ $detail }）、録画を終えました。それまでの内容は残っています。
