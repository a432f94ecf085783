/** What the journey says of projects. */
export const journeySaidJa = {
  "There is no project {id}.": "プロジェクト {id} はありません。",
  "`projects list` names those there are.": "`projects list` で一覧を見られます。",
  "{folder} is where it was: only a project whose folder is gone is pointed to another.":
    "{folder} は元の場所にあります。別の場所を指定できるのは、フォルダが見つからないプロジェクトだけです。",
  "Open the other folder instead; it becomes a project of its own.":
    "代わりにそのフォルダを開いてください。別のプロジェクトになります。",
};
