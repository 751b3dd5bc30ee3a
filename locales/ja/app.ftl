## スラッシュコマンド

app-command-next = 次のステップへ進む
app-command-back = 前のステップへ戻る
app-command-hint = ヒントをもう 1 つ見る
app-command-goto = 好きなステップへ移る（単独なら一覧から選ぶ）
app-command-solve = このステップの残りを代わりに実行する
app-command-predict = コマンドを実行する前に、質問に答える
app-command-check = このステップをもう一度判定する
app-command-why = 合格していない理由をすべて見る
app-command-reset = このレッスンで作ったものを消し、ファイルを戻してやり直す
app-command-catchup = 環境をこのステップ（または指定したステップ）の始まりの状態にする
app-command-jump = 好きなステップへ移り、環境もその始まりの状態にする
app-command-notes = 講師用メモを表示する
app-command-blank = キーが押されるまで画面に何も表示しない
app-command-point = ペインの行を指し示す
app-command-projector = ペインを 1 つずつ余白を付けて表示する（プロジェクター用）
app-command-lessons = レッスン一覧へ戻る
app-command-lang = 表示言語を切り替える
app-command-text = このステップの本文を最初から読む
app-command-network = ネットワークとコンテナ、どこから届くかを見る（すべて、このレッスンだけ、語で絞り込み）
app-command-fold = ネットワークのペインをキーで開閉する
app-command-pane = 次のペインへ移る
app-command-zoom = ペインを画面全体に広げる／元に戻す
app-command-find = 選んだペインの中で語句を探す（単独なら前の語句をもう一度）
app-command-clear = 出力を消去する
app-command-copy = 次のコマンド（または出力）をクリップボードにコピーする
app-command-select = ペインの文字をキーボードで選んでコピーする
app-command-mouse = マウスをここで使う／文字選択のために端末に返す
app-command-detach = 実行中のコマンドから離れる（コマンドは動き続ける）
app-command-report = 学習の記録をファイルに書き出す（HTML。FILE.md なら Markdown）
app-command-shot = 画面を画像（SVG）として保存する
app-command-record = 操作の録画を始める、または終える
app-command-word = 用語を説明する（単独なら用語の一覧）
app-command-links = 本文のリンクをたどる
app-command-help = キーとコマンドの一覧
app-command-quit = netdojo を終了する

## 判定行に出る言葉

app-engine-connecting = エンジンを探しています…
app-lesson-opening = レッスンを始める前に、エンジンの状態を確認しています…
app-lesson-resetting = このレッスンのコンテナ、ネットワーク、イメージを削除しています…
app-lesson-reset = レッスンで作ったものを削除し、ファイルを元に戻しました。最初のステップからやり直せます。
app-names-free = このレッスンで使う名前が空きました。続けられます。
app-lesson-finished = 「{ $title }」を修了しました。お疲れさまでした！
app-lesson-left = 「{ $title }」の最後まで来ました。まだ { $count } 個のステップが残っています。Enter で最初の残りへ進みます。
app-lesson-skipped = 「{ $title }」を最後まで読みました。このエンジンではコマンドを実行できませんが、別のエンジンなら実行できます。
app-first-step = ここが最初のステップです。/lessons で一覧に戻ります。
app-until-interrupt = このコマンドは Ctrl-C を押すまで続きます。
app-exited = コマンドは終了コード { $code } で終わりました。
app-exited-expected = 終了コード { $code } で終わりました。このステップの想定どおりです。
app-detached-goes-on = コマンドから離れました。コンテナの中では動き続けています。止めるには、docker ps で名前を確かめて docker stop でコンテナを止めます。
app-detached = コマンドから離れました。
app-line-lost = コマンドの実行中にエンジンとの接続が切れました。そこまでの結果は残っています。エンジンが戻ったら、もう一度実行してください。
app-busy = コマンドを実行中です。Ctrl-C で止めるか離れると、また Enter が使えます。
app-detached-keys = キー入力はプロンプトに戻りました。コマンドは続いています。Ctrl-] でコマンドへ戻り、Ctrl-C で中断します。
app-waiting-values = このコマンドに必要な値（{ $names }）がまだわかりません。対応するコンテナが起動すると表示されます。
app-judging = このステップを判定しています…
app-confirm-paste = { $kilobytes } KB（{ $lines } 行）をコンテナに貼り付けようとしています。Enter で送ります。他のキーで取りやめます。
app-paste-dropped = 貼り付けを取りやめました。
app-paste-too-large = 貼り付けるテキストが大きすぎます（{ $kilobytes } KB。コンテナに送れるのは { $most } KB までです）。何も送っていません。
app-folded = 全角文字を半角として読み取りました。
app-pasted = { $count } 個のコマンドが貼り付けられました。自動では実行されません。1 つずつここで Enter を待ちます。Ctrl-C で取り消せます。
app-report-written = 学習レポートを { $path } に書き出しました。
app-shot-written = 画面の画像を { $path } に保存しました。
app-recording = { $path } に録画しています。画面に映るものは、プロンプトに入力した内容も含めてすべて記録されます。/record で終わります。
app-recorded = 録画を { $path } に保存しました。
app-no-such-lesson = その番号のレッスンはありません。1 から { $count } の番号を選んでください。
app-no-such-command = /{ $name } というコマンドはありません。/help で一覧を見られます。
app-no-such-language = 「{ $name }」という言語はありません。使える言語: { $known }
app-only-in-lesson = /{ $name } はレッスンの中で使います。Enter でレッスンを開いてください。
app-only-on-screen = /{ $name } は全画面表示でだけ使えます。
app-hint = ヒント { $number }／{ $count } を本文に表示しました。
app-no-hints = このステップにヒントはありません。/solve で代わりに実行できます。
app-no-more-hints = ヒントはこれで全部です。/solve で代わりに実行できます。
app-predict-nothing = いま答えを待っている質問はありません。
app-predict-which = 答えを 1～{ $last } で選んでください。/predict と番号でも選べます。
app-predict-first = どうなると思いますか？ まず 1～{ $last } で予想してください。もう一度 Enter を押すと、予想なしで実行します。
app-answer-first = 質問があります。1～{ $last } で答えてください。もう一度 Enter を押すと、答えずに進みます。
app-predicted = 予想は { $number } です。どうなるか、Enter で実行して確かめましょう。
app-no-glossary = このレッスンには用語集がありません。
app-no-such-word = 用語集に「{ $word }」はありません。/word で一覧を見られます。
app-word-id = { $id }
app-nothing-to-solve = このステップに実行するものは残っていません。
app-nothing-to-check = 読むだけのステップです。判定するものはありません。
app-confirm-reset = このレッスンで作ったコンテナ、ネットワーク、イメージを削除し、ファイルを元に戻します。Enter で実行、それ以外で取り消します。
app-confirm-quit = コマンドを実行中です。それでも終了するには Enter か Ctrl-D を押してください。コンテナはそのまま残ります。
app-how-to-leave = Ctrl-D か /quit で netdojo を終了します。
app-copied-command = コマンドをクリップボードにコピーしました。
app-copied-characters = 選択した { $count } 文字をクリップボードに送りました。
app-copied-lines = 選択した { $lines } 行（{ $count } 文字）をクリップボードに送りました。
app-copied-output = 出力をクリップボードにコピーしました。
app-nothing-to-copy = コピーするものがありません。
app-mouse-on = ホイールでスクロールし、クリックでペインを選べます。
app-mouse-off = マウスを端末に返しました。ドラッグで文字を選択できます。/mouse で元に戻ります。
app-nothing-runs = 実行中のコマンドはありません。
app-edit-only-in-lesson = 「edit」はレッスンのファイルを編集します。Enter でレッスンを開いてください。
app-edit-saved = { $path } を保存しました。
app-edit-how-to-leave = Ctrl-Q か Esc でエディターを閉じます。Ctrl-S で保存します。

## エンジンが断ったときの意味

app-refusal-no-container = { $name } というコンテナはありません。docker ps -a で名前を確かめてください。前のステップで作るものなら、/back で戻って作り直せます。
app-refusal-link-stopped = リンクする相手の { $name } が動いていません。docker start { $name } で起動してください。いま作られたコンテナは起動せずに残っているので、docker rm で削除してからやり直します。
app-refusal-no-network = { $name } というネットワークはありません。docker network ls で名前を確かめてください。いま作られたコンテナは起動せずに残っています（docker ps -a）。
app-refusal-no-program = コンテナの中に「{ $command }」というコマンドがありません。つづりと、イメージに入っているコマンドかどうかを確かめてください。
app-refusal-stopped = コンテナが動いていません。docker ps -a で状態を確かめ、docker start に名前を付けて起動してください。
app-refusal-name-taken = { $name } という名前のコンテナがすでにあります（docker ps -a）。要らなければ docker rm -f { $name } で削除するか、別の名前を付けてください。
app-refusal-port-taken = そのポートは、すでに別のものが使っています。-p の左側を別の番号に変えてください。いま作られたコンテナは起動せずに残っています（docker ps -a）。
app-refusal-still-running = コンテナが動いているため、断られました。先に docker stop で止めるか、docker rm -f で強制的に削除してください。
app-refusal-no-image = そのイメージはレジストリに見つかりません。つづりとタグを確かめてください。手元にあるものは docker images で表示できます。
app-refusal-image-unreachable = { $image } はこのエンジンになく、レジストリにも接続できないため取得できません。つづりが正しければ、ネットワークかプロキシの設定を確かめてください。手元にあるものは docker images で表示できます。
app-refusal-registry-unreachable = エンジンからレジストリに接続できないため、取得できません。ネットワークかプロキシの設定を確かめてください。手元にあるイメージは docker images で表示できます。

## /find、/goto、/links

app-find-what = /find に続けて、探す語句を入力してください。見つかった箇所は n と N で順に移れます。
app-find-nothing = 「{ $word }」はこのペインにはありません。F3 で別のペインに移り、/find だけを入力すると、そこで探せます。
app-find-nothing-here = 「{ $word }」は出力の中にはありません。
app-find-nowhere = ここにはまだ探せるものがありません。レッスンを開くか、コマンドを実行してからお使いください。
app-find-around = 端まで来たので、反対の端から続けます。
app-step-done = ステップ { $number }・済み
app-step-open = ステップ { $number }
app-no-links = この本文にはリンクがありません。
app-link-copied = netdojo はこのマシンの外へは接続しません。ブラウザーで開けるように、アドレスをコピーしました: { $url }

## 環境をステップの始まりの状態にする

app-bringing = 環境をこのステップの始まりの状態にしています。その間も読み進められます。Ctrl-C で中止できます。
app-bringing-removing = このレッスンで作ったものを削除しています…
app-bringing-working = { $done }/{ $count } · ステップ { $step } · { $line }
app-bringing-waiting = ステップ { $step } で作ったものに届くようになるのを待っています…
app-bringing-stopping = 中止しています…
app-bringing-stopped = 中止しました。環境はステップ { $step } の途中の状態なので、そのステップを開きました。/catchup でステップの始まりの状態にできます。
app-bringing-stopped-early = ステップを実行する前に中止しました。このレッスンで作ったものの一部は削除済みかもしれません。/catchup で、開いているステップの始まりの状態にできます。
app-brought = 環境はステップ { $step } の始まりの状態です。
app-confirm-catchup = このレッスンで作ったコンテナとネットワークを削除し、ステップ { $step } より前のステップを代わりに実行します。変更したファイルは、隣のフォルダーに残ります。Enter で実行、ほかのキーで取り消します。
app-no-such-step = ステップ「{ $step }」はありません。1 から { $count } の番号か、ステップの ID を指定してください。
app-only-teaching = /{ $name } は講師用のコマンドです。netdojo teach で起動すると使えます。
