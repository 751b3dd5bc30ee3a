## ja: そのままでは実行できない行の説明

shell-braces = シェルなら、この波括弧は複数の単語に展開されます。ここでは展開しません。単語をすべて書くか、文字そのものであれば '…' で囲んでください。
shell-glob = シェルなら、「{ $sign }」に当てはまるファイルを探します。ここでは探しません。名前をすべて書くか、文字そのものであれば '…' で囲んでください。
shell-tilde = シェルなら、「~」はホームフォルダーを表します。ここで使えるのはレッスンのフォルダーだけです。パスを省略せずに書いてください。
shell-open-quote = ここで始まる { $quote } が閉じていません。閉じる { $quote } を書いてください。
shell-open-escape = 行末の「\」は、次の行に続くという印です。続きを書くか、「\」を消してください。
shell-substitution = 「$( … )」は、コマンドの出力を別のコマンドに埋め込む書き方です。ここでは使えません。先に「{ $command }」を実行し、表示された値を入力してください。
shell-substitution-empty = 「$( … )」は、コマンドの出力を別のコマンドに埋め込む書き方です。ここでは使えません。先に中のコマンドを実行し、表示された値を入力してください。
shell-variable = ここには変数がないため、{ $name } は値になりません。値をそのまま書いてください。コンテナの中の変数なら、シングルクォートで囲みます（sh -c 'echo $HOME'）。
shell-ansi-quote = $'…' と $"…" は使えません。'…' か "…" を使ってください。
shell-op-sequence = 「{ $op }」は複数のコマンドをつなぐ書き方です。ここでは一度に 1 つずつ実行します。1 つ入力するごとに Enter を押してください。
shell-op-newline = 2 行以上あります。ここでは一度に 1 つのコマンドを実行します。行を続けるときは、行末に「\」を置いてください。
shell-op-background = 「&」はコマンドをバックグラウンドで動かす書き方です。代わりに docker run -d や docker exec -d を使ってください。URL の中の「&」であれば、引用符で囲んでください。
shell-op-subshell = シェルなら、丸括弧はコマンドをまとめる記号です。ここでは使えません。単語の一部であれば、引用符で囲んでください。
shell-op-heredoc = 「{ $op }」はコマンドに文字列を渡す書き方です。ここでは使えません。コンテナの中で sh -c '…' を使ってください。
shell-op-input = 「{ $op }」はファイルから読み込む書き方です。ここでは使えません。ファイルの中を見るには「cat ファイル |」で始めてください。
shell-pipe-nothing-before = この「|」の前に何もありません。コマンドを書いてください。
shell-pipe-nothing-after = この「|」の後ろに何もありません。「grep 単語」のようなフィルターを書くか、「|」を消してください。
shell-redirect-nowhere = 「{ $op }」の後ろにファイル名が必要です。
shell-redirect-alone = コマンドがありません。
shell-redirect-early = ファイルに書き出した出力は、次の「|」には届きません。書き出しの指定は行の最後に置いてください。
shell-redirect-order = 「2>&1」が「>」より前にあるため、エラーは画面に残ります。両方をファイルに書き出すなら「> ファイル 2>&1」の順に書き、そうでなければ「2>&1」を消してください。
shell-redirect-other = この形のリダイレクトは使えません。使えるのは > ファイル、>> ファイル、2> ファイル、2>/dev/null、2>&1 です。
shell-redirect-filter-err = フィルターのエラーを { $path } に書き出すことはできません。「2>」を消してください。
shell-pasted-prompt = 「{ $sign }」は、コマンドの前に表示されるプロンプトの記号です。入力する必要はないので、消してください。
shell-sudo = 「{ $name }」は要りません。このプログラムがエンジンと直接やりとりします。docker から書き始めてください。
shell-wrapper = 「{ $name }」はここでは使えません。docker から書き始めてください。
shell-exit = 終了するには、何も入力せずに Ctrl-D を押すか、/quit と入力してください。
shell-help = できることの一覧は /help、docker のコマンドの一覧は docker --help で表示できます。
shell-other-engine = 「{ $name }」の代わりに docker と書いてください。コマンドは同じで、画面の上に表示されているエンジンで実行されます。
shell-compose = 「{ $name }」はここでは実行できません。レッスンでは docker だけを使います。
shell-editor = 「{ $name }」はここでは実行できません。「edit ファイル」で開いてください。EDITOR か VISUAL のエディターが、なければ内蔵のエディターが開きます。
shell-inside = 「{ $name }」はホストで動くコマンドで、ここからは起動できません。コンテナの中から確かめるには、docker exec -it コンテナ { $name } … と入力してください。
shell-keyword = 「{ $name }」はシェルの構文で、ここにはありません。コンテナの中でなら、docker exec コンテナ sh -c '…' で使えます。
shell-filter-first = 「{ $name }」は、ほかのコマンドの出力を読むものです。docker ps | { $name } … のように、コマンドの後ろに置いてください。
shell-assignment = ここでは変数を設定できません（{ $name }）。コンテナの中の変数なら、docker run -e 名前=値 … を使ってください。
shell-unknown = 「{ $name }」というコマンドはありません。使えるのは docker と、{ $commands } です。/help ですべての操作を確認できます。
shell-unknown-near = 「{ $name }」というコマンドはありません。「{ $near }」ではありませんか。
shell-missing-docker = 「{ $name }」は docker のコマンドです。「docker { $name }」と入力してください。
shell-unknown-filter = 「{ $name }」は「|」の後ろでは使えません。使えるのは { $filters } です。
shell-unknown-filter-near = 「{ $name }」は「|」の後ろでは使えません。「{ $near }」ではありませんか。
shell-edit-nothing = 「edit」の後ろにファイルの名前を書いてください。「ls」で一覧を表示できます。
shell-edit-piped = 「edit」は画面を使うため、「|」や「>」と一緒には使えません。
shell-builtin-flag = ここの「{ $name }」にはオプションがありません（{ $flag }）。
shell-builtin-extra = { $most ->
    [0] ここの「{ $name }」は、後ろに何も取りません。
   *[other] ここの「{ $name }」が取る名前は 1 つだけです。
}
shell-docker-absent = 「{ $command }」は docker にはありますが、ここではまだ使えません。ご自分のシェルでは実行できます。
shell-docker-flag-absent = docker の「{ $verb }」には { $flag } がありますが、ここでは使えません。外して実行するか、ご自分のシェルで実行してください。
shell-docker-global-absent = { $flag } は、docker で接続先のエンジンや接続方法を選ぶオプションです。このプログラムでは起動時に決まります。DOCKER_HOST か DOCKER_CONTEXT を設定して、起動し直してください。

## ja: 「|」の後ろのフィルター

shell-filter-option = ここの「{ $name }」に { $option } はありません。使えるのは { $options } です。
shell-filter-option-value = 「{ $name }」の { $option } には、後ろに値が必要です。
shell-filter-number = 「{ $value }」は数ではありません。「{ $name }」のこの場所には、「-n 5」のように数を書きます。
shell-filter-file = ここの「{ $name }」が読むのは「|」から届く出力だけで、ファイル（{ $file }）は読めません。「cat { $file } | { $name } …」と書いてください。
shell-filter-list = 「{ $list }」は位置の指定になっていません。「1」「2,4」「3-5」「2-」のように、1 から始まる数で書いてください。
shell-filter-long-line = 「{ $name }」: { $bytes } バイトより長い行がありました。先頭だけを処理しています。
shell-filter-too-much = 「{ $name }」がここで扱えるのは { $bytes } バイトまでです。出力の一部が欠けています。
shell-grep-pattern = 「grep」には、探す文字列が必要です（grep 単語）。
shell-grep-bracket = 「{ $pattern }」の「[」が閉じていません。「]」を補うか、文字そのものであれば「\[」と書いてください（grep -F も使えます）。
shell-grep-group = 「{ $pattern }」の括弧の対応がとれていません。足りない括弧を補うか、文字列をそのまま探す grep -F を使ってください。
shell-grep-interval = 「{ $pattern }」の繰り返しの書き方が正しくありません。{"{"}2{"}"}、{"{"}2,{"}"}、{"{"}2,5{"}"} のように、1000 までの数で書きます。
shell-grep-range = 「{ $pattern }」の範囲は、[z-a] のように終わりが始まりより前にあります。
shell-grep-class = 「{ $class }」という文字クラスはありません。[[:digit:]]、[[:alpha:]]、[[:space:]] などが使えます。
shell-grep-back-reference = 「{ $pattern }」はグループへの後方参照（\1）を含みます。ここの grep では使えません。
shell-grep-backslash = 「{ $pattern }」が「\」で終わっています。消すか、2 つ重ねてください。
shell-grep-too-big = 「{ $pattern }」は、ここの grep で扱うには大きすぎます。
shell-cut-what = 「cut」には取り出す場所が必要です。-f フィールド（-d 区切り文字と一緒に）か、-c 文字の位置 を指定してください。
shell-cut-one = 「cut」に指定できるのは、-f、-c、-b のうち 1 つだけです。
shell-cut-delimiter = 「cut」の -d は 1 文字で、-f と一緒に使います。
shell-sort-separator = 「sort」の -t は 1 文字で、1 つだけ指定できます。
shell-sort-key = 「{ $key }」は並べ替えのキーになっていません。2 番目のフィールド以降なら -k2、そのフィールドだけなら -k2,2、数として比べるなら -k2,2n と書きます。
shell-tr-missing = { $least ->
    [1] 「tr」には文字の集まりが必要です（tr -d 文字）。
   *[other] 「tr」には文字の集まりが 2 つ必要です（tr 変換前 変換後）。
}
shell-tr-extra = { $most ->
    [1] -d を付けた「tr」が取る文字の集まりは 1 つだけです。
   *[other] 「tr」が取る文字の集まりは 2 つまでです。読むのは「|」から届く出力だけです。
}
shell-tr-empty = 「tr」の 2 つ目の文字の集まりが空です。文字を取り除くには tr -d 文字 を使ってください。
shell-tr-range = 「tr」の範囲 { $range } は、終わりが始まりより前にあります。
shell-tr-class = 「{ $class }」は「tr」の文字クラスではありません。[:digit:]、[:alpha:]、[:upper:]、[:lower:]、[:space:] などが使えます。

## ja: 補完の候補の説明

shell-about-docker = docker のコマンドをエンジンで実行する
shell-about-builtin = { $name ->
    [cat] ファイルの中を表示する
    [cd] フォルダーを移動する
    [clear] 出力を消す
    [curl] ページを取得する
    [echo] 文字列を表示する
    [edit] ファイルを編集する
    [ls] ファイルの一覧を表示する
    [open] ページをブラウザーで開く
    [pwd] いまのフォルダーを表示する
   *[other] { $name }
}
shell-about-filter = { $name ->
    [cut] 各行から一部を取り出す
    [grep] 一致する行だけを残す
    [head] 先頭の行を残す
    [sort] 行を並べ替える
    [tail] 末尾の行を残す
    [tr] 文字を置き換える、または取り除く
    [uniq] 連続する同じ行をまとめる
    [wc] 行数、単語数、バイト数を数える
   *[other] { $name }
}
shell-about-verb = { $verb ->
    [create] コンテナを作成する（起動はしない）
    [container-create] コンテナを作成する（起動はしない）
    [exec] 起動中のコンテナでコマンドを実行する
    [container-exec] 起動中のコンテナでコマンドを実行する
    [images] イメージの一覧を表示する
    [image-ls] イメージの一覧を表示する
    [inspect] コンテナ、イメージ、ネットワーク、ボリュームの詳細を表示する
    [container-inspect] コンテナの詳細を表示する
    [image-inspect] イメージの詳細を表示する
    [network-inspect] ネットワークの詳細を表示する
    [volume-inspect] ボリュームの詳細を表示する
    [kill] 起動中のコンテナを強制終了する、またはシグナルを送る
    [container-kill] 起動中のコンテナを強制終了する、またはシグナルを送る
    [logs] コンテナの出力を表示する
    [container-logs] コンテナの出力を表示する
    [pause] コンテナのプロセスを一時停止する
    [container-pause] コンテナのプロセスを一時停止する
    [port] 公開されているポートを表示する
    [container-port] 公開されているポートを表示する
    [ps] コンテナの一覧を表示する
    [container-ls] コンテナの一覧を表示する
    [pull] イメージをレジストリから取得する
    [image-pull] イメージをレジストリから取得する
    [restart] コンテナを再起動する
    [container-restart] コンテナを再起動する
    [build] Dockerfile からイメージをビルドする
    [image-build] Dockerfile からイメージをビルドする
    [rmi] イメージ、またはイメージの名前を削除する
    [image-rm] イメージ、またはイメージの名前を削除する
    [rm] コンテナを削除する
    [container-rm] コンテナを削除する
    [run] イメージからコンテナを作成して起動する
    [container-run] イメージからコンテナを作成して起動する
    [start] 停止しているコンテナを起動する
    [container-start] 停止しているコンテナを起動する
    [stop] 起動中のコンテナを停止する
    [container-stop] 起動中のコンテナを停止する
    [unpause] 一時停止したコンテナを再開する
    [container-unpause] 一時停止したコンテナを再開する
    [wait] コンテナが終わるのを待ち、終了コードを表示する
    [container-wait] コンテナが終わるのを待ち、終了コードを表示する
    [version] クライアントとエンジンのバージョンを表示する
    [network-create] ネットワークを作成する
    [network-connect] コンテナをネットワークに接続する
    [network-disconnect] コンテナをネットワークから切り離す
    [network-rm] 使われていないネットワークを削除する
    [network-prune] ここで作成し、使われていないネットワークをすべて削除する
    [network-ls] ネットワークの一覧を表示する
    [container] コンテナの管理
    [image] イメージの管理
    [network] ネットワークの管理
    [volume] ボリュームの管理
   *[other] { $text }
}
shell-about-flag = { $full ->
    [exec-detach] コマンドをバックグラウンドで実行する
    [images-all] 中間イメージも表示する
    [ls-all] 停止しているコンテナや中間イメージも表示する
    [pull-quiet] イメージ名だけを表示する
    [build-build-arg] Dockerfile の ARG に値を渡す（名前=値）
    [build-file] 使う Dockerfile（指定しなければ PATH/Dockerfile）
    [build-label] イメージに付けるラベル（キー=値）
    [build-no-cache] キャッシュを使わず、すべてのステップをやり直す
    [build-pull] FROM のイメージの新しいものをレジストリに確かめる
    [build-tag] イメージの名前（名前:タグ）
    [build-target] このステージまでビルドする
    [rmi-force] ほかの名前や、停止中のコンテナがあっても削除する
    [rmi-no-prune] もとになった名前のないイメージを残す
    [rm-link] リンクを削除する（コンテナ/呼び名）
    [start-interactive] 標準入力をコンテナにつなぐ
    [network-create-driver] ネットワークの仕組み（指定しなければ bridge）
    [network-create-label] ネットワークに付けるラベル（キー=値）
    [network-rm-force] ネットワークがなくてもエラーにしない
    [network-disconnect-force] コンテナの状態にかかわらず切り離す
    [network-prune-force] 確認せずに削除する
    [network-prune-filter] 条件に合うものだけを削除する（キー=値）
    [network-connect-link] そのネットワークで、別のコンテナを名前で呼べるようにする（コンテナ:呼び名）
    [kill-signal] 送るシグナル（名前か番号）
   *[other] { $flag ->
        [add-host] コンテナの /etc/hosts に 名前:アドレス を追加する
        [alias] そのネットワークでのエイリアス
        [all] 停止しているコンテナも表示する
        [attachable] 受け付けるだけで、動作は変わらない
        [attach] コンテナの出力を表示し、シグナルを伝える
        [cap-add] コンテナに Linux のケーパビリティを与える
        [cap-drop] コンテナから Linux のケーパビリティを外す
        [debug] 受け付けるだけで、動作は変わらない
        [detach] コンテナをバックグラウンドで動かし、ID を表示する
        [digests] ダイジェストを表示する
        [dns] 問い合わせる DNS サーバー
        [driver-opt] ドライバーのオプション（キー=値）
        [entrypoint] イメージのエントリーポイントの代わりに実行するもの
        [env] 環境変数（名前=値）
        [expose] コンテナが待ち受けるポート、またはその範囲
        [filter] 条件に合うものだけを表示する（キー=値）
        [follow] これから出力される分も続けて表示する
        [force] 起動中でも強制終了して削除する
        [format] 表示の形式（table、json、Go テンプレート）
        [gateway] ゲートウェイのアドレス（指定したサブネットの中から）
        [gw-priority] 外への経路に使うネットワークの優先度（大きいほど優先）
        [hostname] コンテナのホスト名
        [init] シグナルを伝えプロセスを回収する init を動かす
        [interactive] 標準入力を開いたままにする
        [internal] 外部との通信を禁止する
        [ip-range] コンテナにアドレスを割り当てる範囲（サブネットの一部）
        [ip6] ネットワークでの IPv6 アドレス
        [ipv6] IPv6 アドレスも割り当てる
        [link-local-ip] リンクローカルアドレス
        [opt] ドライバーのオプション（キー=値）
        [subnet] ネットワークのアドレス（172.30.0.0/24 など）
        [ip] ネットワークでの IPv4 アドレス
        [label] ラベル（キー=値）
        [last] 最後に作られた N 個を、状態にかかわらず表示する
        [latest] 最後に作られたものを、状態にかかわらず表示する
        [link] 別のコンテナを名前で呼べるようにする（コンテナ:呼び名、古い方法）
        [log-level] 受け付けるだけで、動作は変わらない
        [name] コンテナの名前
        [network] 接続するネットワーク
        [network-alias] ネットワークでのエイリアス
        [no-trunc] 省略せずに表示する
        [platform] 複数のプラットフォームから選ぶもの
        [privileged] すべてのケーパビリティを与える
        [publish] コンテナのポートをホストに公開する（ホスト:コンテナ）
        [publish-all] 待ち受けるポートをすべて、ホストの空いているポートに公開する
        [pull] イメージをいつ取得するか（always、missing、never）
        [quiet] ID だけを表示する
        [read-only] ルートファイルシステムを読み取り専用にする
        [restart] 終了後にいつ再起動するか（no、always、unless-stopped、on-failure）
        [rm] 終了時にコンテナを自動で削除する
        [signal] 停止のために送るシグナル（名前か番号）
        [since] この時刻から、またはこの時間前から（42m など）
        [size] 使っている容量も表示する
        [tail] 末尾から表示する行数
        [timeout] 強制終了するまで待つ秒数
        [timestamps] 各行の時刻を表示する
        [tty] ターミナルを割り当てる
        [type] 調べるものの種類（container、image、network、volume）
        [until] この時刻まで、またはこの時間前まで（42m など）
        [user] 実行するユーザー（名前か UID、:グループ）
        [version] バージョンを表示して終わる
        [volume] ボリュームやホストのフォルダーをマウントする（元:コンテナ内のパス）
        [volumes] 名前のないボリュームも削除する
        [workdir] 最初の作業フォルダー
       *[other] { $text }
    }
}
shell-about-it = ターミナルを割り当て、標準入力を開いたままにする（-i と -t）
shell-about-host = ホスト自身のネットワーク
shell-about-none = ネットワークなし
shell-about-shared = ほかのコンテナのネットワーク
shell-about-network = { $count ->
    [0] ネットワーク（コンテナなし）
   *[other] ネットワーク（コンテナ { $count } 個）
}
shell-about-subnet = { $count ->
    [0] { $subnet }（コンテナなし）
   *[other] { $subnet }（コンテナ { $count } 個）
}
shell-about-image = { $count ->
    [0] イメージ（未使用）
   *[other] イメージ（コンテナ { $count } 個が使用）
}
shell-about-file = ファイル
shell-about-folder = フォルダー
shell-about-here = コマンドを実行するフォルダー
shell-about-context = Dockerfile のあるフォルダー
shell-about-dockerfile = docker build の手順
shell-about-dockerignore = docker build に渡さないファイルの一覧
shell-about-conf = 設定ファイル
shell-about-running = 起動中
shell-about-stopped = 停止中

## ja: 補完の候補がないとき

shell-nothing = ここで補完できるものはありません。
shell-nothing-begins = 「{ $typed }」で始まる候補はありません。
shell-nothing-running = 起動中のコンテナがありません。
shell-nothing-stopped = 停止中のコンテナがありません。
shell-nothing-containers = コンテナがまだありません。
shell-nothing-images = イメージがまだありません。
shell-nothing-files = ここにはファイルがありません。

## ja: curl と open

shell-curl-one = ここの「curl」は、一度に 1 つのアドレスだけを受け付けます。
shell-curl-scheme = ここの「curl」は、ご自分のコンテナに http で接続するためのものです。http://127.0.0.1:ポート/ の形で入力してください。
shell-curl-user = ユーザー名やパスワードを含むアドレスは、ここでは使えません。http://127.0.0.1:ポート/ の形で入力してください。
shell-curl-flag = ここの「curl」に { $flag } はありません。使えるのは -s -S -i -I -f -L -v -o -w -m -H と --connect-timeout です。ほかの機能は、コンテナの中か別のシェルの curl で試してください。
shell-open-missing = 開くページを指定してください（例: open http://127.0.0.1:ポート/）。
shell-open-where = 「open」で開けるのは、このマシンのページだけです。{ $url } は開けません。http://127.0.0.1:ポート/ の形で入力してください。
