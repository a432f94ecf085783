/** What the journey says of projects. */
export const journeySaidJa = {
  "There is no project {id}.": "プロジェクト {id} はありません。",
  "file is missing.": "file がありません。",
  "Expected ?file= of project/report.": "project/report の ?file= を指定してください。",
  "No project is named.": "プロジェクトが指定されていません。",
  "Name its number, or the folder of its pictures.": "番号か、画像のフォルダを指定してください。",
  "Reports are made only on the machine itself, or behind a login.":
    "レポートは、そのパソコン自体か、ログインした場合にだけ作れます。",
  "`projects list` names those there are.": "`projects list` で一覧を見られます。",
  "There is no course {id}.": "進行 {id} はありません。",
  "`run list` names those there are.": "`run list` で一覧を見られます。",
  "Course {id} of this folder is not over.": "このフォルダーの進行 {id} がまだ終わっていません。",
  "Answer its question, or stop it: run stop {id}.": "質問に答えるか、止めてください: run stop {id}",
  "Course {id} asks nothing now.": "進行 {id} は今は何も尋ねていません。",
  "Somebody answered meanwhile, or what was asked for is there.": "その間に答えがあったか、必要なものがそろいました。",
  "One of {answers} is expected as the answer; found {found}.":
    "答えは {answers} のどれかです。見つかったもの: {found}",
  "The question may have changed meanwhile: look at it again.":
    "質問が変わった可能性があります。もう一度確認してください。",
  "The answer needs a text.": "この答えには文字が必要です。",
  "On the command line: run answer ID give TEXT.": "コマンドでは: run answer ID give TEXT",
  "The pictures are not arranged for the trainer yet.": "画像がまだ学習用に並べられていません。",
  "Let the course arrange them, or name a folder that is: it holds 10_okara.":
    "進行に並べさせるか、10_okara の入った学習用フォルダーを指定してください。",
  "It was done, and nothing changed.": "実行しましたが、何も変わりませんでした。",
  "Look at the folder in its room: another program may undo what is done.":
    "その部屋でフォルダーを確認してください。ほかのプログラムが元に戻している可能性があります。",
  "{folder} is not empty.": "{folder} は空ではありません。",
  "Name a new folder: a rehearsal never mixes its pictures with yours.":
    "新しいフォルダーを指定してください。リハーサルの画像があなたの画像と混ざることはありません。",
  "Remove old rehearsals.": "古いリハーサルを削除してください。",
  "The rehearsal's pictures could not be drawn: {reason}.": "リハーサルの画像を描けませんでした：{reason}。",
};
