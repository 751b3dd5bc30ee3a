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
