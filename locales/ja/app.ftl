## スラッシュコマンド

app-command-next = 次のステップへ進む
app-command-back = 前のステップへ戻る
app-command-hint = ヒントをもう一つ見る
app-command-solve = このステップの残りを代わりに実行する
app-command-check = このステップをもう一度判定する
app-command-why = 合格していない理由をすべて見る
app-command-reset = このレッスンのコンテナとネットワークを削除して、最初からやり直す
app-command-lessons = レッスン一覧へ戻る
app-command-lang = 表示言語を切り替える
app-command-pane = 次のペインへ移る
app-command-zoom = ペインを画面全体に広げる／元に戻す
app-command-clear = 出力を消去する
app-command-copy = 次のコマンド（または出力）をクリップボードにコピーする
app-command-mouse = マウスをここで使う／文字選択のために端末に返す
app-command-detach = 実行中のコマンドから離れる（コマンドは動き続ける）
app-command-help = キーとコマンドの一覧
app-command-quit = netdojo を終了する
