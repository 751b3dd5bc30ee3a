## 見出しとエンジン

ui-language = 日本語
ui-recording = 録画中
ui-lessons = レッスン一覧
ui-step = ステップ { $number }/{ $count }
ui-engine-connecting = エンジンに接続しています…
ui-engine-lost = { $engine } 切断
ui-engine-absent = エンジンなし
ui-separator = 、
ui-too-small = 画面が小さすぎます。横 { $columns } 桁 × 縦 { $rows } 行以上が必要です（いまは { $width } × { $height }）。ターミナルを広げてください。

## 開始画面

ui-start-tagline = コンテナどうしが通信する仕組みを、自分の手で確かめる道場です。
ui-start-minutes = 約 { $minutes } 分
ui-start-steps = { $done }/{ $count }
ui-start-next = 次のステップ: { $title }
ui-start-finished = 修了しました。何度でもやり直せます。
ui-start-images = イメージがまだありません: { $images }（docker pull { $first } で取得できます）
ui-start-broken = 「{ $lesson }」を読み込めません（問題 { $count } 件）。netdojo lint で確認できます。
ui-start-engine = { $engine }（API { $api }）  { $endpoint }

## ペイン

ui-pane-lesson = レッスン
ui-pane-network = ネットワーク
ui-pane-output = 出力
ui-pane-check = チェック
ui-rows-more = PgDn: 続きを読む
ui-rows = { $first }–{ $last } / { $count } 行
ui-find-word = 「{ $word }」 { $number }/{ $count }  n N: 次/前  Esc: 終了
ui-find-keys = { $number }/{ $count }  n N  Esc
ui-find-number = { $number }/{ $count }
ui-output-attached = Ctrl-] でプロンプトに戻る

## 本文

ui-lesson-more-hints = { $shown ->
    [0] ヒントが { $count } 個あります。/hint で 1 つずつ見られます。
   *[other] ヒントがあと { $count } 個あります。/hint で 1 つずつ見られます。
}
ui-alert-tip = ヒント
ui-alert-note = 解説
ui-alert-important = 重要
ui-alert-warning = 注意
ui-alert-caution = 警告

## 質問と課題

ui-question-open = どうなると思いますか？ 1～{ $last } で答えてください。
ui-question-chosen = あなたの予想: { $number }（結果がわかるまで 1～{ $last } で変えられます）
ui-question-kept = あなたの予想: { $number }
ui-question-none = 予想はしませんでした
ui-question-well = あなたの予想: そのとおり
ui-question-otherwise = あなたの予想: 結果は違いました
ui-question-happened = 実際の結果
ui-question-kind = 予想と違ったところほど、よく覚えられます。
ui-challenge-judged = 方法は自由です。判定するのは結果だけです。
ui-challenge-goals = 達成すべきこと:
ui-challenge-hidden = コマンドは自分で見つけてください。/hint でヒントを見られ、/solve で解答の一例を実行できます。
ui-challenge-solution = 解答の一例:

## 用語集

ui-word-title = 用語集
ui-word-list = /word に続けて次のどれかを入力すると、説明が出ます。Tab で補完できます。
ui-word-untold = この用語の説明は、この言語にはありません。

## ネットワーク

ui-network-empty = コンテナはまだありません。
ui-network-none-of-own = このレッスンのコンテナはまだありません。
ui-network-others = ほかに { $count } 個のコンテナ
ui-network-containers = { $count } 個のコンテナ
ui-network-others-changed = うち { $count } 個に変化
ui-network-unused = コンテナのないネットワーク: { $networks }
ui-network-ways = どこから、どの名前で届くか
ui-network-grid = 呼ぶ側 ↓  相手 →
ui-network-grid-named = 名前で届く
ui-network-grid-nameless = アドレスでのみ届く
ui-network-grid-unknown = 不明
ui-network-confirmed = 実際に試して確認済み
ui-network-nameless = 名前なし（アドレス { $addresses } なら届く）
ui-network-broken = 届かない
ui-network-same-reason = 理由は上と同じです。
ui-network-tried-answer = 実際に試したところ、{ $to } から応答がありました。正しいのは試した結果のほうです。
ui-network-tried-silence = 実際に試したところ、{ $to } から応答がありませんでした。正しいのは試した結果のほうです。
ui-network-more-ways = ほかに { $count } 組
ui-network-stale = 以下は、接続が切れる前の状態です。
ui-network-default = デフォルトブリッジ
ui-network-internal = 内部ネットワーク
ui-network-no-icc = コンテナ間通信なし
ui-network-apart = 自分のネットワークを持たないコンテナ
ui-network-shares = { $container } のネットワークを共有
ui-network-aliases = エイリアス: { $names }
ui-network-link = リンク
ui-network-nowhere = ネットワーク { $network } は存在しません
ui-network-port = ホストへ公開
ui-state-created = 未起動
ui-state-running = 実行中
ui-state-paused = 一時停止
ui-state-restarting = 再起動中
ui-state-exited = 停止 ({ $code })
ui-state-dead = 破損
ui-change-new = 新規
ui-change-gone = 削除
ui-change-other = 変化

## チェック

ui-check-nothing = 読むだけのステップです。チェックする項目はありません。
ui-network-guarded = 質問の答えになるコマンドを実行したあとに表示します。
ui-check-guarded = 期待される結果は、コマンドを実行したあとに表示します。
ui-check-expected = 期待される出力
ui-check-actual = 実際の出力
ui-check-exit = 終了コードが違います（期待: { $expected }、実際: { $actual }）
ui-check-not-judged = 出力の違いは参考です。合否は上の条件で決まります。
ui-goal = { $subject }: { $facts }
ui-goal-container = コンテナ { $name }
ui-goal-network = ネットワーク { $name }
ui-goal-image = イメージ { $name }
ui-goal-file = ファイル { $name }
ui-goal-present = 存在する
ui-goal-absent = 存在しない
ui-goal-created = 作成済みで未起動
ui-goal-running = 実行中
ui-goal-paused = 一時停止中
ui-goal-exited = 終了済み
ui-goal-exit = 終了コード { $code }
ui-goal-from-image = イメージは { $image }
ui-goal-networks = { $networks } に接続
ui-goal-only-networks = { $networks } だけに接続
ui-goal-aliases = エイリアス { $aliases }
ui-goal-link = { $alias } → { $target } のリンク
ui-goal-only-publishes = 公開するポートは { $ports } だけ
ui-goal-publishes = ポート { $ports } を公開
ui-goal-contains = 「{ $text }」を含む
ui-goal-lacks = 「{ $text }」を含まない
ui-goal-driver = ドライバーは { $driver }
ui-goal-internal = 内部ネットワーク
ui-goal-not-internal = 内部ネットワークではない
ui-reach = { $from } → { $to }: { $expect }
ui-reach-by = { $reach }（応答するのは { $name }）
ui-reach-body = { $reach }（本文に「{ $text }」を含む）
ui-reach-host = ホスト
ui-reach-reply = 応答がある
ui-reach-unknown-name = 名前がわからない
ui-reach-unreachable = 届かない
ui-reach-refused = 接続を拒否される
ui-reach-reset = 接続が切られる
ui-reach-status = HTTP { $status } が返る

## 判定行とプロンプト

ui-verdict-running = 実行中
ui-verdict-waited = { $seconds } 秒
ui-progress-all = 全体
ui-progress-seconds = 残り約 { $seconds } 秒
ui-progress-minutes = 残り約 { $minutes } 分
ui-finished-title = 全レッスンを修了しました。お疲れさまでした！
ui-finished-done = { $lessons } レッスン、{ $steps } ステップをすべて終えました。
ui-finished-predictions = 予想は { $answered } 問のうち { $right } 問が当たりました。
ui-finished-report = /report で、実行したコマンドと出力、判定を書き出して持ち帰れます。
ui-finished-again = どのレッスンも、もう一度開けます。終えたステップの記録は消えません。
ui-finished-own = このプロンプトは、自分で作ったコンテナにも使えます。/network で、どこから、どの名前で届くかがわかります。
ui-verdict-preparing = 準備中
ui-verdict-judging = 判定中
ui-verdict-not-run = 未実行
ui-verdict-under-way = 進行中
ui-verdict-passed = 合格
ui-verdict-read = 読了
ui-verdict-failed = 不合格
ui-verdict-unknown = 不明
ui-verdict-skipped = 対象外
ui-enter-open = Enter: レッスンを開く
ui-enter-run = Enter: コマンドを実行
ui-enter-edit = Enter: ファイルを編集
ui-enter-waiting = 値がわかるのを待っています
ui-enter-check = Enter: もう一度判定
ui-enter-read = Enter: 読み終えて次へ
ui-enter-next = Enter: 次のステップへ
ui-enter-finish = Enter: レッスンを終える
ui-enter-running = Ctrl-C: 中断
ui-enter-leaving = Ctrl-C: 動かしたまま離れる
ui-enter-attached = Ctrl-]: プロンプトに戻る
ui-enter-return = Ctrl-]: コマンドに戻る
ui-enter-clear = Ctrl-C: プロンプトを消す
ui-prompt-select = 矢印: 移動  Space: 開始  V: 行  y: コピー  Esc: 戻る
ui-prompt-attached = キー入力はコンテナに送られます（Ctrl-] でここに戻る）
ui-prompt-search = 履歴検索:
ui-prompt-search-failed = 履歴検索（見つかりません）:

## 重なる画面

ui-overlay-close = Esc: 閉じる
ui-overlay-scroll = ↑ ↓ PgUp PgDn: スクロール   /: 検索   Esc: 閉じる
ui-overlay-links = ↑ ↓: スクロール   Tab: リンク   /: 検索   Esc: 閉じる
ui-list-keys = ↑ ↓ 1 … 9: 選ぶ   Enter: 移る   Esc: 閉じる
ui-steps-title = このレッスンのステップ
ui-steps-here = （現在地）
ui-themes-title = 配色
ui-links-title = リンク
ui-why-title = このステップの状況
ui-why-nothing = 妨げになっているものはありません。
ui-why-passed = 合格しています。妨げになっているものはありません。
ui-why-midway = 必要な条件はすべて満たされています。まだ実行していないコマンドがあります。
ui-why-reading = このステップで実行するものはありません。読み終えたら先へ進んでください。
ui-why-not-run = 失敗したわけではありません。まだ実行していないコマンドがあります。
ui-palette-title = コマンド
ui-palette-keys = ↑ ↓: 選択   Enter: 実行   Esc: 閉じる
ui-palette-nothing = 該当するコマンドはありません。
ui-help-title = ヘルプ
ui-help-keys = キー
ui-help-commands = コマンド（プロンプトに入力します。全角の／でも使えます）
ui-help-shell = プロンプトでは docker のほかに cd、ls、cat、curl、edit、echo、open、pwd、clear が使え、出力は grep、head、tail、wc などへパイプで渡せます。
ui-help-words = レッスンの中の下線の付いた用語は、/word で説明を見られます。/links で一覧から選べます。
ui-key-enter = 薄く表示されたコマンドを実行する／入力した行を実行する
ui-key-predict = レッスンの質問に答える（プロンプトが空のとき）
ui-key-take = 薄く表示されたコマンドを編集できるように取り込む
ui-key-complete = コマンド、フラグ、コンテナ名などを補完する
ui-key-history = 履歴をたどる
ui-key-search = 履歴を検索する（古いほうへ／新しいほうへ）
ui-key-palette = コマンドの一覧から名前で探す
ui-key-interrupt = 入力を消す／空なら実行中のコマンドを中断する（または離れる）
ui-key-detach = コンテナのターミナルからプロンプトに戻る／もう一度入る
ui-key-page = 選んだペインをページ単位でスクロールする
ui-key-scroll = 選んだペインを 1 行ずつスクロールする
ui-key-drag = ペインの文字を選んでコピーする（ダブルクリックで単語、トリプルクリックで行）
ui-key-find = /find のあと、次／前に見つかった箇所へ移る（Esc で終わる）
ui-key-functions = ヘルプ、言語、次のペイン、ペインの拡大、ネットワークの折りたたみ
ui-key-quit = 空のプロンプトで終了する
ui-prompt-find = n N: 次/前  Esc: 終了
ui-editor-help = キー一覧
ui-help-line = 行の編集（シェルと同じ）
ui-help-editor = 内蔵エディター（edit ファイル）
ui-key-take-word = そのうち 1 語だけを取り込む
ui-key-newline = 次の行に続ける（「\」や「|」のあと、引用符の中では Enter でも続く）
ui-key-ends = 行頭／行末へ移動する
ui-key-letters = 1 文字戻る／進む
ui-key-words = 1 語戻る／進む
ui-key-cut-line = カーソルより前／後ろをすべて切り取る
ui-key-cut-word = カーソルの前／後ろの 1 語を切り取る
ui-key-put-back = 最後に切り取ったものを貼り付ける／その前に切り取ったものに替える
ui-key-transpose = 2 文字／2 語を入れ替える
ui-key-case = 1 語を大文字／小文字／先頭だけ大文字にする
ui-key-last-word = 前に入力した行の最後の語を挿入する
ui-key-blanks = カーソルの前後の空白を消す
ui-key-undo = 元に戻す
ui-key-redo = やり直す
ui-key-revert = 行への変更をすべて元に戻す
ui-key-rows = 1 行上／下へ移動し、端では履歴をたどる
ui-key-oldest = 履歴の最も古い行へ／入力していた行へ戻る
ui-key-editor-save = 保存する
ui-key-editor-leave = エディターを閉じる
ui-key-editor-find = 検索する
ui-key-editor-next = 次／前に見つかった箇所へ移動する
ui-key-editor-undo = 元に戻す／やり直す
ui-key-editor-delete = 行の残り／カーソルの前の 1 語を削除する
ui-key-editor-ends = ファイルの先頭／末尾へ移動する

## ja: 内蔵のエディター

ui-editor-save = 保存
ui-editor-leave = 閉じる
ui-editor-find = 検索
ui-editor-undo = 元に戻す
ui-editor-redo = やり直す
ui-editor-saving = 保存中…
ui-editor-new = 新しいファイル
ui-editor-changed = 未保存の変更あり
ui-editor-unchanged = 変更なし
ui-editor-place = { $line }/{ $count } 行  { $column } 桁
ui-editor-search = 検索:
ui-editor-not-found = 見つかりません:
ui-editor-search-keys = Enter: 次へ   ↑: 前へ   Esc: 検索を終える
ui-editor-ask-unsaved = 変更がまだ保存されていません。
ui-editor-unsaved-keys = s: 保存して閉じる   d: 保存せずに閉じる   Esc: 編集に戻る
ui-editor-ask-changed = 開いている間に、ファイルがほかのところで変更されました。
ui-editor-changed-keys = o: この内容で上書きする   r: ファイルを読み直す（こちらの変更は消えます）   Esc: 編集に戻る
