## 触れてはいけないもの

session-foreign = { $name } は netdojo で作ったものではないため、変更しません。ご自分のコンテナなら、別のシェルで docker { $verb } { $name } を実行してください。
session-others = { $name } は、このエンジンを使っている別の netdojo のものなので、ここでは変更しません。docker { $verb } は、その持ち主が実行できます。
session-network-foreign = ネットワーク { $name } は netdojo で作ったものではないため、変更しません。ご自分のネットワークなら、別のシェルで docker network { $verb } を実行してください。
session-network-others = ネットワーク { $name } は、このエンジンを使っている別の netdojo のものなので、ここでは変更しません。docker network { $verb } は、その持ち主が実行できます。
session-taken = このレッスンでは { $name } という名前を使いますが、netdojo で作ったものではないコンテナがすでに使っています。別のシェルでそのコンテナの名前を変えるか削除してください。名前が空けば、レッスンを進められます。
session-taken-by-others = このレッスンでは { $name } という名前を使いますが、このエンジンの別の netdojo がすでに使っています。そちらが終わるのを待つか、別のエンジンを使ってください。ここで「netdojo verify」が途中で止まったのなら、「netdojo clean」で残りを削除できます。
session-taken-network = このレッスンでは { $name } という名前を使いますが、netdojo で作ったものではないネットワークがすでに使っています。別のシェルでそのネットワークを削除してください。名前が空けば、レッスンを進められます。
session-taken-network-by-others = このレッスンでは { $name } という名前を使いますが、このエンジンの別の netdojo のネットワークがすでに使っています。そちらが終わるのを待つか、別のエンジンを使ってください。ここで「netdojo verify」が途中で止まったのなら、「netdojo clean」で残りを削除できます。
session-taken-image = このレッスンでは { $name } という名前を使いますが、ここでビルドしたものではないイメージがすでに使っています。ご自分のシェルでその名前を外してください（docker rmi { $name }）。名前が空けば、レッスンを進められます。「netdojo verify」が途中で終わっていた場合は、「netdojo clean」で残りを片付けられます。
session-image-taken = { $name } という名前は、ここでビルドしたものではないイメージが使っています。ビルドすると名前を奪ってしまうため、何もしませんでした。-t で別の名前を指定するか、ご自分のシェルでその名前を外してください。「netdojo verify」が途中で終わっていた場合は、「netdojo clean」で残りを片付けられます。
session-image-foreign = イメージ { $name } はここでビルドも取得もしていないため、netdojo は触れません。ご自分のものなら、ご自分のシェルで docker rmi { $name } を実行してください。

## 保存するもの

session-no-home = 保存先のホームフォルダーがありません。NETDOJO_HOME にフォルダーを指定してください。
session-cannot-make-folder = フォルダー { $path } を作成できません（{ $detail }）。権限を確認するか、NETDOJO_HOME に別のフォルダーを指定してください。
session-cannot-read = { $path } を読み込めません（{ $detail }）。権限を確認してください。
session-cannot-write = { $path } に書き込めません（{ $detail }）。権限と空き容量を確認してください。
session-no-folder = { $path } に書き込めません。保存先のフォルダーがありません。フォルダーを作成するか、別の場所を指定してください。
session-because-missing = その名前のファイルやフォルダーがありません
session-because-denied = アクセスが許可されていません
session-because-no-folder = パスの途中にフォルダーではないファイルがあります
session-because-folder = フォルダーです
session-because-read-only = 読み取り専用のファイルシステムです
session-because-full = ディスクに空きがありません
session-because-other = システムのメッセージ: { $detail }
session-exists = { $path } というファイルがすでにあるため、書き込みませんでした。別の名前を指定してください。
session-newer = { $path } は新しいバージョンの netdojo が書いたものなので、そのまま残します。続きから始めるには netdojo を更新してください。
session-outside = { $path } はレッスンのフォルダーの外にあります。netdojo はこのフォルダーの外を操作しません。
session-is-folder = { $path } はフォルダーです。その中のファイルの名前まで入力してください。
session-no-text = { $path } はテキストではないため、編集できません。
session-too-large = { $path } は 1 MB を超えているため、ここでは編集できません。
session-progress-broken = 進み具合を読み込めなかったため、最初から始めます。元のファイルは { $path } に残してあります。

## clean で残すもの

session-clean-others = 別の netdojo が作成したもの
session-clean-image = レッスンのために取得したイメージ（イメージは残します）
session-clean-image-used = { $name } が使っているイメージ
session-edit-fails = 「{ $path }」の編集を適用できません: { $reason }
