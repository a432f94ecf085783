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
};
