cli-about = ターミナルの道場。コンテナどうしが通信する仕組みを、手元のエンジンで動かしながら学びます。
    コマンドを付けずに起動すると、レッスンの画面が開きます。
cli-after-help = 環境変数: DOCKER_HOST, DOCKER_CONTEXT, NETDOJO_LANG, NETDOJO_HOME, NETDOJO_LESSONS, NETDOJO_LOG, NO_COLOR
    終了コード: 0 正常、1 チェック不合格、2 コマンドラインの誤り、3 エンジンなし
cli-heading-usage = 使い方
cli-heading-commands = コマンド
cli-heading-arguments = 引数
cli-heading-options = オプション
cli-value-command = コマンド
cli-run-about = 画面のプロンプトと同じように 1 行を実行します
cli-run-after-help = 例: netdojo run 'docker ps -a | grep alpine'
    終了コードは、実行した行の終了コードです。
cli-teach-about = 講師用の画面を開きます（メモ、時間の配分、好きなステップへの移動）
cli-arg-lesson = 最初に開くレッスンの ID か番号
cli-arg-notes = 別のターミナルの netdojo teach と連動して、メモだけを表示します
cli-no-such-lesson = 「{ $lesson }」というレッスンはありません。
cli-verify-about = レッスンをエンジン上で実際に進め、すべてのステップをチェックします
cli-report-about = 学習の記録（コマンド、出力、判定）を文書にまとめます
cli-lint-about = レッスンのフォルダーを検査し、ファイル・行・桁を示します
cli-doctor-about = この環境で見つかったものと、必要な対処を表示します
cli-clean-about = このプログラムがエンジンに作ったものだけを削除します
cli-completions-about = シェルの補完スクリプトを出力します
cli-arg-lang = 表示言語（ja、en）
cli-arg-plain = 一行ずつの表示で進めます（スクリーンリーダー、簡素なターミナル、パイプ向け）
cli-arg-screen = TERM=dumb でも全画面で使います
cli-arg-ascii = 罫線・チェック・矢印などの記号の代わりに ASCII で表示します
cli-arg-line = 実行する行（引用符で囲みます）
cli-arg-lessons = レッスンの ID（省略するとすべて）
cli-arg-html = 1 つの HTML ファイルにまとめます
cli-arg-md = Markdown にまとめます（どちらも付けないときの形式）
cli-arg-output = このファイルに書き出します（既存のファイルは置き換えます。名前が .html で終われば HTML にします）
cli-arg-record = 操作をこのファイルに録画します（asciicast 形式。入力した内容も含め、画面に映るものはすべて記録されます）
cli-arg-told = レッスンの ID（省略すると、学習したすべてのレッスン）
cli-arg-json = JSON で出力します
cli-arg-dir = course.toml のあるフォルダー（省略すると内蔵のレッスン）
cli-arg-dry-run = 削除せずに、対象だけを表示します
cli-arg-yes = 確認せずに削除します
cli-arg-shell = シェルの名前
cli-arg-help = このヘルプを表示します
cli-arg-version = バージョンを表示します

cli-error-subcommand = 「{ $name }」というコマンドはありません。
cli-error-extra = 「{ $name }」は余分な引数です。docker の行のように空白を含むものは、netdojo run 'docker ps' のように引用符で囲んでください。
cli-error-argument = 「{ $name }」というオプションは、ここでは使えません。
cli-error-missing = { $name } が指定されていません。
cli-error-value = 「{ $value }」は { $name } に指定できません。
cli-error-value-missing = { $name } には値が必要です。
cli-error-conflict = { $name } は、ここでは指定できないか、重複しています。
cli-error-other = コマンドラインを解釈できません（{ $detail }）。
cli-error-lang = 「{ $lang }」という表示言語はありません。
cli-error-io = 読み書きに失敗しました: { $detail }
cli-error-no-engine = コンテナエンジンが応答しないため、何も実行できません。
    { $detail }
cli-hint-help = 使えるものは「netdojo --help」で確認できます。
cli-hint-suggested = 「{ $name }」の間違いではありませんか。
cli-hint-values = 指定できる値: { $values }
cli-hint-doctor = 「netdojo doctor」で、エンジンを探した場所と対処方法を確認できます。

cli-lint-folder = フォルダー「{ $folder }」を読み込めません: { $detail }
cli-lint-folder-hint = course.toml のあるフォルダーを指定してください。
cli-lint-well = { $files } 個のファイルに問題はありません。
cli-lint-problems = { $problems } 件の問題が見つかりました。

cli-verify-taken = レッスンに必要な名前かポートが使用中のため、実行していません。既存のものには触れていません。
cli-verify-lacking = レッスンに必要な機能がこのエンジンにないため、省略しました。
cli-verify-not-run = 判定されていません。
cli-verify-timeout = { $seconds } 秒以内に終わらなかったため、終了させました。
cli-verify-exit = 終了コードは { $expected } のはずですが、{ $actual } でした。
cli-verify-legend = 期待した出力 (-) と実際の出力 (+):
cli-verify-summary = レッスン: 合格 { $passed } 件、不合格 { $failed } 件、省略 { $left } 件

cli-teach-plain = netdojo teach は全画面でしか使えません。講師用のメモとレイアウトは、一行ずつの表示には対応していません。
cli-teach-plain-hint = --plain を付けずに起動してください。TERM=dumb でも全画面を表示できるターミナルなら、netdojo --screen teach と起動してください。
cli-start-no-terminal = レッスンの画面にはターミナルが必要ですが、入力または出力がターミナルではありません。
cli-start-no-terminal-hint = ターミナルで直接 netdojo を起動してください。スクリプトからは「netdojo run」や「netdojo verify」を使います。
cli-start-no-lessons = 読み込めるレッスンがありません。
cli-start-no-lessons-hint = 「netdojo lint」で問題を確認できます。フォルダーは NETDOJO_LESSONS で指定します。指定しなければ内蔵のレッスンが開きます。
cli-verify-broken = レッスン「{ $id }」を読み込めません。問題は「netdojo lint」で確認できます。
cli-verify-no-lesson = 「{ $id }」というレッスンはありません。

cli-clean-nothing = このエンジンに netdojo が作ったものはありません。
cli-clean-these = netdojo が作ったもの（削除の対象）:
cli-clean-left = 残すもの:
cli-clean-item = { $kind } { $name }
cli-clean-container = コンテナ
cli-clean-network = ネットワーク
cli-clean-volume = ボリューム
cli-clean-image = イメージ
cli-clean-outdated = 以前にビルドしたイメージ（ID { $id }）
cli-clean-ask = 削除しますか？
cli-clean-ask-nobody = ここでは確認ができないため、何も削除していません。
cli-clean-ask-nobody-hint = --yes を付けると確認せずに削除し、--dry-run を付けると一覧だけを表示します。
cli-clean-kept = 何も削除していません。
cli-clean-removed = { $kind } { $name } を削除しました
cli-clean-failed = { $kind } { $name } を削除できませんでした。{ $reason }

cli-doctor-engine = エンジン
cli-doctor-folders = フォルダー
cli-doctor-lessons = レッスン
cli-doctor-terminal = ターミナル
cli-doctor-answers = { $endpoint }（{ $origin }）: { $engine }、API { $api }
cli-doctor-refuses = { $endpoint }（{ $origin }）: { $reason }
cli-doctor-origin-host = DOCKER_HOST の指定
cli-doctor-origin-context = docker コンテキスト「{ $name }」の指定
cli-doctor-origin-usual = 標準の場所
cli-doctor-state = 進捗と台帳: { $folder }
cli-doctor-data = レッスンのファイル: { $folder }
cli-doctor-lessons-from = レッスンの読み込み元: { $folder }（NETDOJO_LESSONS）
cli-doctor-lessons-built-in = 内蔵のレッスンを使います
cli-doctor-lesson = { $id }
cli-doctor-broken = { $id }: { $problems } 件の問題があります（「netdojo lint」で確認できます）
cli-doctor-image = イメージ { $image } がありません: docker pull { $image }
cli-doctor-no-terminal = 出力先がターミナルではないため、確認していません。
cli-doctor-size = { $cols } 桁 × { $rows } 行
cli-doctor-too-small = レッスンには { $cols } × { $rows } 以上が必要です。ウィンドウを広げてください。
cli-doctor-colours-full = フルカラー
cli-doctor-colours-16 = 16 色（ターミナルが対応していれば COLORTERM=truecolor でフルカラーになります）
cli-doctor-colours-none = 色なし（NO_COLOR）
cli-doctor-utf8 = UTF-8
cli-doctor-no-utf8 = ロケールが UTF-8 ではないため、罫線や日本語が正しく表示されないことがあります。LANG=ja_JP.UTF-8 か LANG=C.UTF-8 を設定してください。
cli-doctor-no-engine = 応答するエンジンがないため、レッスンを進められません。Docker（または Podman、Colima など）を起動するか、DOCKER_HOST を設定して、もう一度お試しください。
cli-doctor-todo = 先に対処が必要な項目があります。上の印の付いた行を確認してください。
cli-doctor-lacking = 理由を示したレッスンは、このエンジンでは進められません。ほかのレッスンの準備は整っています。Docker など別のエンジンなら、すべて進められることがあります。
cli-doctor-well = 準備は整っています。「netdojo」でレッスンが開きます。

