## ネットワークのペイン: 折りたたみと絞り込み

panes-title-words = 「{ $words }」だけ
panes-title-lesson = このレッスンだけ
panes-title-everything = すべて
panes-scope-usual = このレッスンのものをすべて表示し、ほかは折りたたみます。
panes-scope-lesson = このレッスンのものだけを表示します。
panes-scope-everything = エンジンにあるものをすべて表示します。
panes-fold-keys = ↑ ↓: 移動  Space ← →: 開閉  a: 範囲  /: 絞り込み  Esc: 戻る
panes-nothing-to-fold = 折りたたむものはありません。エンジンからまだ応答がありません。
panes-nothing-found = 「{ $words }」に当てはまるものはありません。/network で通常の表示に戻ります。
panes-left-out = { $count } 個のコンテナを省いています。/network で通常の表示に戻ります。
panes-candidate-all = エンジンにあるすべて
panes-candidate-lesson = このレッスンのものだけ
panes-candidate-container = コンテナ
panes-candidate-network = ネットワーク

## チェックのペイン

panes-held = { $count } 個の条件のうち { $held } 個を達成
panes-turned-held = 達成しました
panes-turned-failed = 満たさなくなりました
panes-next-enter = 次は、プロンプトで Enter を押すと { $line } を実行します。
panes-next-line = 試すとよいこと: { $line }
panes-next-anew = 試すとよいこと: { $removal } で削除してから { $line }
panes-next-earlier = { $name } は前のステップで作るものです。/catchup で、ここまでのステップを自動で実行できます。
panes-next-hint = 次は /hint でヒントを見られます（残り { $count } 個）。
panes-next-solve = 次は /solve でこのステップのコマンドを自動で実行できます。
panes-next-solution = 次は /solve で解答の一例を見て実行できます。

## 変わったところ

panes-was = 前の状態: { $was }
panes-restarted = このステップの間に再起動しました
