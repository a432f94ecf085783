/** What the journey says of projects. */
export const journeySaidJa = {
  "There is no project {id}.": "プロジェクト {id} はありません。",
  "`projects list` names those there are.": "`projects list` で一覧を見られます。",
};
