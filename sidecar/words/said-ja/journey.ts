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
  "{folder} is where it was: only a project whose folder is gone is pointed to another.":
    "{folder} は元の場所にあります。別の場所を指定できるのは、フォルダが見つからないプロジェクトだけです。",
  "Open the other folder instead; it becomes a project of its own.":
    "代わりにそのフォルダを開いてください。別のプロジェクトになります。",
  "{file} holds no project that can be read: {found}.": "{file} から読めるプロジェクトが見つかりません：{found}",
  "Expected a ZIP that `projects export` or the button of the Projects page has written, whole.":
    "`projects export` か「プロジェクト」画面のボタンで書き出した ZIP を、欠けのない状態で指定してください。",
  "{file} has version {version} of the format; this program knows versions up to {newest}.":
    "{file} の形式はバージョン {version} です。このプログラムが読めるのは {newest} までです。",
  "Update LoRA Atelier here, then import it again.":
    "こちらの LoRA Atelier を更新してから、もう一度取り込んでください。",
  "{file} is refused: {what}.": "{file} は受け付けられません：{what}",
  "It was not written by this program as it is; export the project again.":
    "このプログラムが書いたままの内容ではありません。プロジェクトをもう一度書き出してください。",
  "{into} holds none of the project's {count} pictures, and it is not empty.":
    "{into} は空ではなく、プロジェクトの画像 {count} 枚のどれもありません。",
  "Choose a folder that has the pictures, or one that is empty or not there yet.":
    "画像のあるフォルダか、空のフォルダ、まだないフォルダを選んでください。",
  "“{name}” is here already: project {id}, “{known}”, in {folder}.":
    "「{name}」はすでにあります：プロジェクト {id}「{known}」（{folder}）",
  "Nothing was imported. Open that project; what another machine added to it cannot be joined yet.":
    "何も取り込んでいません。そのプロジェクトを開いてください。ほかのマシンで加えた分の結合にはまだ対応していません。",
  "{into} belongs to another project already: {id}, “{name}”.":
    "{into} はすでに別のプロジェクト {id}「{name}」のものです。",
  "Projects are taken to other machines by their owner only.":
    "プロジェクトをほかのマシンへ移せるのは、所有者だけです。",
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
