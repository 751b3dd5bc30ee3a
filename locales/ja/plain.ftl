## 一行ずつの表示

plain-chosen = TERM={ $term } のため、一行ずつの表示で始めます。全画面で使うには netdojo --screen と起動してください。
plain-title = { $text }:
plain-warning = 注意: { $text }
plain-bad = 失敗: { $text }
plain-engine = エンジン: { $engine }
plain-lesson = { $title }（ID { $id }）: 約 { $minutes } 分、{ $count } ステップ中 { $done } 済み。
plain-lesson-title = レッスン: { $title }
plain-step = { $step }: { $title }
plain-heading = 見出し: { $text }
plain-quote = 引用:
plain-table = 表（{ $count } 行）:
plain-cell = { $name }: { $text }
plain-edit = ファイル { $path } の変更（- の行を消し、+ の行を加えます）:
plain-words = /word で調べられる用語: { $words }
plain-goto = 移動するには、/goto の後に番号を入力してください。
plain-word-list = /word に続けて次のどれかを入力すると、説明が出ます。
plain-question = どうなると思いますか？ 1～{ $last } の数字と Enter で答えてください。
plain-judging = 判定しています…
plain-verdict = { $verdict }。
plain-because = { $verdict }: { $reason }
plain-standing = { $text }: { $standing }
plain-open = 未確認
plain-holds = 満たしています
plain-fails = 満たしていません
plain-as-expected = 期待どおりの出力です
plain-otherwise = 出力が違います
plain-progress = { $action }: { $percent } %（{ $done } / { $all }）
plain-progress-left = { $progress }、{ $left }
plain-attached = 入力した行はコンテナに送られます。Ctrl-] で戻ります。
plain-full-screen = このプログラムは画面全体に描くため、ここでは内容をお伝えできません。Ctrl-C で中断し、Ctrl-] でプロンプトに戻ります。
plain-no-editor = ここでは { $path } のエディターを起動できません。別のウィンドウで { $file } を変更し（または、netdojo を起動する前に EDITOR でエディターを指定し）、Enter を押してください。/solve で代わりに変更することもできます。
plain-offer-open = Enter でレッスン { $number } を開きます。番号か ID を入力すると、そのレッスンを開きます。/help で使えるものの一覧が出ます。
plain-offer-run = Enter で実行: { $line }
plain-help = Enter だけを押すと、最後に案内した動作をします。自分で入力した行は、シェルと同じように実行されます。行末に \ を付けると、次の行に続きます。数字は質問への答えになります。Ctrl-C は実行中のものを中断し、Ctrl-] はコンテナのシェルから戻り、Ctrl-D は終了します。
