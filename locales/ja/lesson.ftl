# 教材の作者に伝える、教材の問題点。`-help` は対処のしかた。

## ファイル
lesson-no-key = 正解キー lesson.toml がありません
lesson-no-key-help = 少なくとも format、images、minutes を書いた lesson.toml を置いてください。
lesson-no-prose = 本文がありません
lesson-no-prose-help = ja.md や en.md のように、言語ごとのファイルを置いてください。
lesson-not-utf8 = ここから先が UTF-8 ではありません
lesson-not-utf8-help = UTF-8 で保存し直してください。
lesson-file-unknown = レッスンのどの部分でもないファイルです
lesson-file-unknown-help = レッスンに置けるのは、lesson.toml、言語ごとの「言語.md」、そして workspace/ 以下のファイルです。
lesson-no-course = course.toml がないため、レッスンはフォルダー名の順に並びます
lesson-no-course-help = format = 1 と lessons = ["…"] を書いた course.toml を置いてください。
lesson-course-twice = レッスン「{ $id }」が 2 回挙げられています
lesson-course-twice-help = どちらか一方を消してください。
lesson-course-no-folder = レッスン「{ $id }」のフォルダーがありません
lesson-course-no-folder-help = { $id }/lesson.toml と本文を用意するか、一覧から外してください。
lesson-course-unlisted = レッスン「{ $id }」がコースに入っていません
lesson-course-unlisted-help = course.toml の lessons に加えてください。加えないと、誰にも表示されません。
lesson-language-missing = { $lang }.md がありません
lesson-language-missing-help = 本文を翻訳してください。コマンドと期待する出力は、そのまま写します。

## 正解キー
lesson-toml = TOML として読めません: { $message }
lesson-toml-help = 印の付いた行を直してください。
lesson-format = このレッスンの形式は { $format } で、この netdojo では読めません
lesson-format-help = 新しい netdojo を使うか、形式 1 で書いてください。
lesson-key-missing = ここに「{ $key }」がありません
lesson-key-missing-help = { $key } = … を加えてください。
lesson-key-unknown = ここに「{ $key }」というキーは書けません
lesson-key-unknown-help = ここに書けるもの: { $known }
lesson-known-help = 使えるもの: { $known }
lesson-key-type = ここに書ける値の種類が違います
lesson-key-type-text = 空でない文字列を引用符で囲んで書いてください。
lesson-key-type-texts = 文字列の並びを ["…", "…"] の形で書いてください。
lesson-key-type-number = 引用符を付けずに整数を書いてください。
lesson-key-type-truth = true か false を書いてください。
lesson-key-type-table = [節] または { "{" } 名前 = … { "}" } の形で、表を書いてください。
lesson-key-type-tables = 二重の角括弧で [[step.ID.goal]] のように書いてください。
lesson-key-range = { $number } は範囲の外です
lesson-key-range-help = { $least } から { $most } までの数を書いてください。
lesson-name = 「{ $name }」は名前として使えません
lesson-name-help = ASCII の英字、数字、-、_ を使ってください。
lesson-need-unknown = 「{ $need }」という要件はありません
lesson-port-twice = ポート { $port } に名前が 2 つあります
lesson-port-twice-help = 1 つのポートには名前を 1 つだけ付けてください。
lesson-value-source = 「{ $source }」では、エンジンから何を読み取るのかがわかりません
lesson-value-source-help = "ip コンテナ名 ネットワーク名"、"gateway ネットワーク名"、"subnet ネットワーク名"、"id コンテナ名" のいずれかを書いてください。
lesson-goal-subject = 目標の対象は、コンテナ、ネットワーク、イメージ、ファイルのうち 1 つです
lesson-goal-subject-help = container、network、image、file のうち、ちょうど 1 つを書いてください。
lesson-goal-absent = 「存在しない」という目標には、ほかの条件を書けません
lesson-goal-absent-help = ほかのキーか absent を消してください。
lesson-goal-lacks = ファイルに含まれるはずの内容が、含まれてはいけない内容を含んでいます
lesson-goal-lacks-help = contains と lacks のどちらかを直してください。このままでは達成できません。
lesson-state-unknown = 「{ $state }」という状態はありません
lesson-path-outside = 「{ $path }」はワークスペースの中にありません
lesson-path-outside-help = workspace/ からの相対パスを書いてください。.. や先頭の / は使えません。
lesson-expect-unknown = 「{ $expect }」という結果はありません
lesson-expect-help = 使えるもの: { $known }。または 200 のような HTTP ステータス。
lesson-within = 「{ $within }」は時間の長さとして読めません
lesson-within-help = "30s" のように、数に ms、s、m のいずれかを付けてください。上限は 10 分です。
lesson-reach-scheme = 「{ $to }」への到達は試せません
lesson-reach-scheme-help = 名前（ping）、名前:ポート（TCP）、http:// で始まる URL のいずれかを書いてください。
lesson-reach-not-url = ステータスや本文を調べるには URL が必要ですが、「{ $to }」は URL ではありません
lesson-reach-by = by を使えるのは expect = "reply" のときだけです。応答がなければ、相手はわかりません
lesson-reach-by-help = by を取り除くか、expect = "reply" としてください。
lesson-reach-not-url-help = http://名前:ポート/パス と書くか、body を付けずに expect = "reply" としてください。
lesson-reach-to = 「{ $to }」は名前でも「名前:ポート」でもありません
lesson-reach-to-help = 名前（ping）、名前:ポート（TCP）、http:// で始まる URL のいずれかを書いてください。
lesson-step-unknown = 本文に「{ $id }」というステップはありません
lesson-step-unknown-help = 本文にあるステップ: { $known }
lesson-task-unknown = このステップに { $task } 番目のコマンドはありません
lesson-task-unknown-help = コマンドは、ステップの console ブロック全体を通して 1 から数えます。

## 本文
lesson-title-missing = レッスンの見出しがありません
lesson-title-missing-help = ファイルの先頭に「# 題名」を 1 行書いてください。
lesson-title-late = レッスンの見出しより前に、ほかの内容があります
lesson-title-second = # が 1 つの見出しが、もう 1 つあります
lesson-title-second-help = ステップには ##、ステップの中の見出しには ### を使ってください。
lesson-heading-inside = # や ## の見出しは、リストや引用の中に置けません
lesson-heading-inside-help = 行頭に移すか、### にしてください。
lesson-no-steps = ステップがありません
lesson-no-steps-help = ## で始まる節が、それぞれ 1 つのステップになります。
lesson-step-id-missing = ステップに ID がありません
lesson-step-id-missing-help = 見出しの次の行に <!-- step: some-id --> と書いてください。ID は後から変えられません。
lesson-step-id = 「{ $id }」はステップの ID として使えません
lesson-step-id-help = 英小文字か数字で始め、英小文字、数字、- だけを使ってください。
lesson-step-id-twice = ID「{ $id }」は、ほかのステップで使われています
lesson-step-id-twice-help = ステップごとに違う ID を付けてください。
lesson-step-misplaced = ステップの ID は、見出しの次の行に書きます
lesson-step-misplaced-help = コメントを ## の見出しの下に移すか、消してください。
lesson-html = HTML は表示されません: { $html }
lesson-html-help = Markdown で書いてください。置き換える語を示すときは、`<name>` のようにコードにします。
lesson-html-comment-help = コメントは独立した行に書き、--> の後ろには何も置かないでください。
lesson-picture = 画像は表示されません
lesson-picture-help = 言葉で説明するか、コードブロックに図を描いてください。
lesson-too-deep = 入れ子が深すぎます
lesson-too-deep-help = リストや引用の段数を減らしてください。
lesson-alert-unknown = { $alert } という囲みはありません
lesson-alert-unknown-help = 使えるもの: [!TIP]、[!NOTE]、[!IMPORTANT]、[!WARNING]、[!CAUTION]
lesson-console-misplaced = 実行するコマンドは、ここに置けません
lesson-console-misplaced-help = ステップの中に、引用や囲みに入れずに置いてください。見せるだけなら ```sh を使います。
lesson-edit-misplaced = ファイルの編集は、ここに置けません
lesson-console-empty = console ブロックにコマンドがありません
lesson-console-empty-help = コマンドは「$ 」で始めてください。文字を見せるだけなら、console を付けないブロックを使います。
lesson-output-before-command = 最初のコマンドより前に、出力らしいものがあります
lesson-output-before-command-help = コマンドは「$ 」で始めてください。コメントはコマンドのすぐ上の行に書きます。
lesson-command-empty = $ の後ろにコマンドがありません
lesson-command-empty-help = コマンドを書くか、行を消してください。出力なら \$ と書きます。
lesson-continued-nothing = 行が続くはずですが、次の行がありません
lesson-continued-nothing-help = \ を消すか、次の行を書いてください。
lesson-continued-prompt = 上の行からコマンドが続いていますが、別のコマンドのように見えます
lesson-continued-prompt-help = 上の行の末尾の \ を消してください。
lesson-continued-quotes = 引用符の中では、コマンドを次の行へ続けられません
lesson-continued-quotes-help = 引用符の外で改行してください。
lesson-second-interrupt = 割り込みを送れるのは 1 回だけです
lesson-second-interrupt-help = ^C を 1 つにしてください。出力なら \^C と書きます。
lesson-exit-not-last = 終了コードの後ろに出力があります
lesson-exit-not-last-help = 出力の最後の行に移してください。出力なら \? と書きます。
lesson-exit-range = { $code } は終了コードではありません
lesson-exit-range-help = 0 から 255 までの数を書いてください。
lesson-value-unknown = 正解キーに「{ $name }」という値がありません
lesson-value-kind = 値「{ $name }」は [{ $kind }:…] の形では使えません
lesson-value-unknown-help = lesson.toml の [values] に、{ $name } をどこから読み取るかを書いてください。ip、gateway、subnet は [IP:…]、id は [ID:…] の形で使います。

## 質問と課題
lesson-fence-word = 「{ $word }」は、ここでは何の意味も持ちません
lesson-fence-word-help = console の後に書けるのは solution、diff の後に書けるのは path=… と solution です。
lesson-question-misplaced = 質問はここに置けません
lesson-question-misplaced-help = 質問は、ステップの中に字下げせずに書くタスクリストです。項目の中に実行するものは置けません。[x] のないリストは、どこでもただのチェックリストです。
lesson-question-two-right = 2 つ目の答えに印が付いています
lesson-question-two-right-help = 正しい答え 1 つだけを [x] に、ほかは [ ] にしてください。
lesson-question-count = 質問の答えは 2～9 個です。ここには { $count } 個あります
lesson-question-count-help = 答えには 1～9 の数字キーが 1 つずつ付きます。
lesson-question-no-box = この答えには枠がありません
lesson-question-no-box-help = 答えはどれも - [ ] で、正しい答えは - [x] で始めてください。
lesson-question-no-text = 答えの文がありません
lesson-question-no-text-help = 1 行の文で始めてください。理由は、その下に字下げして書きます。
lesson-question-unasked = 答えの上に、問いの文がありません
lesson-question-unasked-help = すぐ上に、問いかける段落を置いてください。質問のつもりでなければ、すべて [ ] にします。
lesson-question-two = 同じコンソールブロックの前に、2 つ目の質問があります
lesson-question-two-help = 1 つのコンソールブロックが答えるのは 1 つの質問です。間にコンソールブロックを置くか、一方を消してください。
lesson-solution-mixed = 解答とほかのコマンドが、1 つのステップに混ざっています
lesson-solution-mixed-help = ステップのすべての console と diff に solution を付けるか、どれにも付けないでください。
lesson-looks-nothing = looks = true のステップに、見るためのコマンドがありません
lesson-looks-nothing-help = ステップに console ブロックを加えるか、looks を消してください。
lesson-challenge-no-goals = 課題を達成したかどうかを決めるものがありません
lesson-challenge-no-goals-help = lesson.toml に [[step.{ $id }.goal]] か [[step.{ $id }.reach]] を加えてください。

## 用語集
lesson-no-words = 用語集に用語がありません
lesson-no-words-help = ## で始まる節が、1 つの用語になります。
lesson-word-file-help = 用語集に置けるのは、言語ごとの「言語.md」だけです。
lesson-word-id = 「{ $id }」は用語の ID にできません
lesson-word-id-missing = 用語に ID がありません
lesson-word-id-missing-help = 見出しの次の行に <!-- word: some-id --> と書いてください。ID はどの言語でも同じです。
lesson-word-id-twice = 「{ $id }」は、すでにほかの用語の ID です
lesson-word-id-twice-help = 用語ごとに別の ID を付けてください。
lesson-word-empty = 「{ $term }」の説明がありません
lesson-word-empty-help = 短い段落を 1 つか 2 つ書いてください。
lesson-word-misplaced = 用語の ID は、用語集の見出しの次の行に書きます
lesson-word-misplaced-help = コメントを用語集の ## 見出しの下に移すか、消してください。
lesson-word-missing = 用語「{ $id }」がありません
lesson-word-more = 用語「{ $id }」は、この言語にしかありません
lesson-word-order = 「{ $wanted }」があるべき場所に、用語「{ $id }」があります
lesson-word-differs-help = { $first } の { $line } 行目と { $other } を見比べてください。ID とその順序は、どの言語でも同じです。
lesson-word-link-dead = リンク { $link } の先に用語がありません
lesson-word-link-language = リンク先が別の言語の用語集です: { $lang }
lesson-word-link-help = { $right } と書いてください。
lesson-word-like-help = { $known } のことですか？
lesson-word-unknown-help = 用語「{ $id }」を用語集に加えるか、すでにある用語にリンクしてください: { $known }。

## 言語どうしの対応
lesson-differs-help = { $first } の { $line } 行目と { $other } を見比べてください。コマンド、出力、編集、ID、ブロックの種類は、どの言語でも同じにします。
lesson-differs-step-missing = ステップ「{ $id }」がありません
lesson-differs-step-more = ステップ「{ $id }」は、この言語にしかありません
lesson-differs-order = 「{ $wanted }」があるべき位置に、ステップ「{ $id }」があります
lesson-differs-command = コマンドが違います。もう一方では: { $wanted }
lesson-differs-command-more = このコマンドは、この言語にしかありません
lesson-differs-command-missing = コマンドが足りません: { $wanted }
lesson-differs-output = 期待する出力が違います。もう一方では: { $wanted }
lesson-differs-output-more = この出力は、この言語でしか期待されていません
lesson-differs-exit = 終了コードが違います。ここでは { $found }、もう一方では { $wanted }
lesson-differs-edit = もう一方の { $wanted } の編集と違います
lesson-differs-edit-more = この編集は、この言語にしかありません
lesson-differs-edit-missing = 編集が足りません: { $wanted }
lesson-differs-solution = このブロックを解答（solution）としているのが、一方の言語だけです
lesson-differs-options = 質問の答えが { $found } 個です。ほかの言語では { $wanted } 個です
lesson-differs-right = { $found } 番の答えに印があります。ほかの言語では { $wanted } 番です
lesson-differs-block = ここには { $found } がありますが、もう一方では { $wanted } です
lesson-differs-block-missing = この後ろに { $wanted } がありません
lesson-differs-block-more = ここの { $found } は、この言語にしかありません

## そのほかに lint が調べること
lesson-emphasis-open = { $sign } が文字のまま残っていて、強調になっていません
lesson-emphasis-open-help = 括弧や句読点に接するときは、記号を括弧の内側に移すか、外側に空白を入れてください。記号そのものを書くなら { $escaped } とします。
lesson-tab = タブ文字があります
lesson-tab-help = 空白を使ってください。タブの幅はターミナルによって変わります。
lesson-wildcard-unknown = 「{ $wildcard }」というワイルドカードはありません
lesson-wildcard-unknown-help = 使えるもの: { $known }、任意の文字列を表す [..]。角括弧が出力なら \[ と書きます。
lesson-value-unused = 値「{ $name }」が使われていません
lesson-value-unused-help = 本文に [IP:{ $name }]（または [ID:{ $name }]）と書くか、正解キーから消してください。
lesson-port-unused = ポート { $port } が使われていません
lesson-port-unused-help = コマンドか URL に書くか、正解キーから消してください。
lesson-image-unlisted = イメージ「{ $image }」が使われていますが、images にありません
lesson-image-unlisted-help = レッスンの開始前に用意できるよう、lesson.toml の images に加えてください。
lesson-command-refused = この行は実行できません: { $reason }
lesson-command-refused-help = どの行も、シェルと同じように netdojo で実行できなければなりません。
lesson-edit-fails = 編集を適用できません: { $reason }
lesson-edit-fails-help = それまでの編集を終えた時点のファイルと、ブロックの内容を見比べてください。
lesson-edit-no-file = ワークスペースに { $path } がありません
lesson-edit-binary = { $path } はテキストではありません
lesson-edit-empty = ブロックに変更がありません
lesson-edit-no-match = ブロックの { $line } 行目からに一致する行が { $path } にありません
lesson-edit-bad-line = ブロックの { $line } 行目が、空白、-、+、@@ のどれでも始まっていません
lesson-edit-as-command = 「edit」はレッスンのコマンドとして書けません
lesson-edit-as-command-help = 編集は ```diff path=ファイル のブロックで書いてください。verify と /solve が代わりに編集できます。
lesson-need-unsaid = この行には「{ $need }」が必要ですが、レッスンに書かれていません
lesson-need-unsaid-help = lesson.toml の needs に加えてください。対応していないエンジンでは、始める前にそう伝えられます。
lesson-container-unnamed = ステップ「{ $id }」が調べる「{ $name }」は、どのコマンドにも出てきません
lesson-container-unknown = 値を読み取る「{ $name }」は、どのコマンドにも出てきません
lesson-container-unnamed-help = コマンドの中の名前と見比べてください。
lesson-help = ヒント:
