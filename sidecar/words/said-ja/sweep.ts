/** What the Sweep room says, by its English pattern. */
export const sweepSaidJa = {
  "No LoRA is chosen.": "LoRA が選ばれていません。",
  "Choose files in the script, or put <lora:NAME:1> into the prompt.":
    "スクリプトでファイルを選ぶか、プロンプトに <lora:名前:1> を書いてください。",
  "No pictures were put aside as {name}.": "{name} という名前で片付けた画像はありません。",
  "`sweep prune --dry-run` names what can come back.": "戻せるものは `sweep prune --dry-run` で一覧できます。",
  "There is no sweep {id}.": "描き比べ {id} がありません。",
  "`sweep list` names them.": "`sweep list` で一覧できます。",
  "{title} is the stand-in, which draws no real pictures.": "{title} はリハーサル用の代役で、本物の画像は描けません。",
  "{title} is no stand-in.": "{title} はリハーサル用の代役ではありません。",
  "Start the sweep as a rehearsal.": "リハーサルとして描き比べを始めてください。",
  "Start the sweep anew, without the rehearsal.": "リハーサルではない描き比べを新しく始めてください。",
  "It takes no part, for its pictures could not be compared with the others'.":
    "ほかの WebUI の画像と比べられないため、使いません。",
  "{title} draws the same cell differently.": "{title} は、同じマスでも違う絵を描きます。",
  "{title} was interrupted.": "{title} で中断されました。",
  "It draws the cell once more by itself.": "このマスは自動でもう一度描きます。",
  "Its cells are numbered from 0 to {cellCount}.": "マスの番号は 0〜{cellCount} です。",
  "Sweep {id} has no cell {index}.": "描き比べ {id} に {index} 番のマスはありません。",
  "Make room, then resume the sweep: nothing that is drawn is lost.":
    "空き容量を増やしてから再開してください。描いた画像は失われません。",
  "The disk is full: a picture could not be kept.": "ディスクに空きがなく、画像を保存できませんでした。",
  "Look at the folder's rights, then resume the sweep.": "フォルダの書き込み権限を確認してから再開してください。",
  "A picture could not be kept: {message}": "画像を保存できませんでした：{message}",
  "{path} is not the file any more that the sweep began with.":
    "{path} は、描き比べを始めたときのファイルから変わっています。",
  "Put the earlier file back, or start another sweep with this one.":
    "元のファイルに戻すか、今のファイルで新しい描き比べを始めてください。",
  "{title} does not list the LoRA {name}.": "{title} の LoRA 一覧に {name} がありません。",
  "Is the folder that we put it into the one that it reads? Another machine's WebUI needs the file in its own folder.":
    "置いたフォルダが WebUI の読み込むフォルダか確認してください。別のパソコンの WebUI では、そちらのフォルダにファイルが必要です。",
  "Sweep {id} was removed.": "描き比べ {id} は削除されています。",
  "Take the removal back first.": "先に削除を取り消してください。",
  "No WebUI is there to draw.": "描画できる WebUI がありません。",
  "Start the WebUI, or connect it: webui connect http://127.0.0.1:7860. Then resume the sweep.":
    "WebUI を起動するか接続し（webui connect http://127.0.0.1:7860）、描き比べを再開してください。",
  "This WebUI has no VAE {wanted}.": "この WebUI に VAE {wanted} がありません。",
  "Put it among its VAEs, or leave this WebUI out.": "VAE のフォルダに入れるか、この WebUI を使わないでください。",
  "This WebUI has no checkpoint {wanted}.": "この WebUI にチェックポイント {wanted} がありません。",
  "Put it among its checkpoints, or leave this WebUI out.":
    "WebUI のチェックポイントに入れるか、この WebUI を外してください。",
  "The LoRA file is not among this WebUI's.": "この WebUI の LoRA にこのファイルがありません。",
  "Is its Lora folder writable?": "Lora フォルダに書き込めるか確認してください。",
} as const;
