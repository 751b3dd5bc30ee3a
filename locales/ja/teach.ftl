## ja: 講師が見るもの

teach-lessons = すべてのレッスン
teach-step = ステップ { $number }/{ $count }: { $title }
teach-next = 次: { $title }
teach-last-step = 最後のステップです。
teach-no-notes = このステップの講師用メモはありません。
teach-pace = ステップ { $step }/{ $of-step } 分 · レッスン { $lesson }/{ $of-lesson } 分
teach-pace-late = ステップ { $step }/{ $of-step } 分 · レッスン { $lesson }/{ $of-lesson } 分 · { $late } 分遅れ
teach-pace-course = 全体で { $spent }/{ $planned } 分
teach-passed = ✓ 合格
teach-read = ✓ 読みました
teach-not-run = ○ まだ実行していません
teach-failed = ✗ { $reason }
teach-notes = 講師用メモ
teach-more = 残り { $count } 行: /notes
teach-steps-title = ステップへ移る
teach-begins = { $minutes } 分から
teach-nobody = netdojo teach は起動していません。起動すると、ここに自動で表示されます。
teach-follow-keys = ↑ ↓: スクロール   F2: 言語   q: 終了
teach-another = ほかの netdojo teach が起動しているため、netdojo teach --notes はそちらと連動して表示します。
teach-no-board = netdojo teach --notes はこのプログラムと連動できません: { $detail }
teach-projector-on = プロジェクター用の表示です。ペインは 1 つずつ表示され、F3 で次に移ります。/projector で通常の表示に戻ります。
teach-projector-off = 通常の表示です。/projector でプロジェクター用の表示に戻ります。
teach-pointing = ↑ ↓ かクリックでポインターを動かします。F3 で次のペインへ移り、Esc で消えます。
