/** What is said to visitors, and to whoever asks too much at once, by its English pattern. */
export const visitorsSaidJa = {
  "{folder} holds more than {most} files, too many to look through for a visitor.":
    "{folder} には {most} 個を超えるファイルがあり、訪問者のために調べるには多すぎます。",
  "Name a smaller folder.": "もっと小さいフォルダを指定してください。",
  "{link} is a link out of the folders that are open here.": "{link} は、許可されたフォルダの外へのリンクです。",
  "Its owner can put the file itself in its place, or name the folder that it leads to as well (--root).":
    "管理している人が、リンクの代わりに実際のファイルを置くか、リンク先のフォルダも許可（--root）してください。",
  "A trainer is installed only on the machine itself, or behind a login.":
    "学習プログラムのインストールは、このパソコン自身か、ログインした状態でのみ行えます。",
  "A visitor's plan is kept only with the folder of its pictures.":
    "訪問者のプランは、画像のフォルダと一緒にのみ保存できます。",
  "Presets are used by all who use this studio; only its owner changes them.":
    "プリセットは全員が使うため、変更できるのは管理している人だけです。",
  "What works on this machine is told only to its owner.":
    "このパソコンの動作状況は、管理している人にだけ表示されます。",
  "{argument} may be set to this only by the owner of this machine.":
    "{argument} をこの値にできるのは、このパソコンを管理している人だけです。",
  "Leave it out, log in, or ask who runs the studio.":
    "指定しないか、ログインするか、管理している人に確認してください。",
  "More than {most} requests wait for answers.": "{most} 件を超える要求が応答を待っています。",
  "Wait for some of them.": "いくつか終わるのを待ってください。",
};
