/** What is said of LoRA files among a WebUI's own, and of pictures that go there, by its English pattern. */
export const loraFilesSaidJa = {
  "{path} is the only copy: {source} is not there any more.": "{path} が最後のコピーです。{source} はもうありません。",
  "Copy it elsewhere first, or remove it by hand.": "先に別の場所へコピーするか、手で削除してください。",
  "No LoRA {name} was put among a WebUI's files here.": "ここから WebUI に入れた LoRA「{name}」はありません。",
  "`train published` names those that were.": "`train published` で一覧できます。",
  "Cell {index} has no picture.": "マス {index} には画像がありません。",
  "Choose one that was drawn.": "描かれたマスを選んでください。",
};
