/** What sd-scripts says of pictures, word for word. */
export const noRepeats = (name: string): string =>
  `ignore directory without repeats / 繰り返し回数のないディレクトリを無視します: ${name}`;

export const noPictures = (folder: string): string =>
  `ignore subset with image_dir='${folder}': no images found / 画像が見つからないためサブセットを無視します`;

export const noCaptions = (count: number): string =>
  `No caption file found for ${count} images. Training will continue without captions for these images. If class token exists, it will be used. / ${count}枚の画像にキャプションファイルが見つかりませんでした。これらの画像についてはキャプションなしで学習を続行します。class tokenが存在する場合はそれを使います。`;

export const noData =
  "No data found. Please verify arguments (train_data_dir must be the parent of folders with images) / 画像がありません。引数指定を確認してください（train_data_dirには画像があるフォルダではなく、画像があるフォルダの親フォルダを指定する必要があります）";

export const noReg = "no regularization images / 正則化画像が見つかりませんでした";

export const tooManyReg =
  "some of reg images are not used / 正則化画像の数が多いので、一部使用されない正則化画像があります";

export const bucketSidesIgnored =
  "min_bucket_reso and max_bucket_reso are ignored if bucket_no_upscale is set, because bucket reso is defined by image size automatically / bucket_no_upscaleが指定された場合は、bucketの解像度は画像サイズから自動計算されるため、min_bucket_resoとmax_bucket_resoは無視されます";

export const smallestTooLarge =
  "min_bucket_reso must be equal or less than resolution / min_bucket_resoは最小解像度より大きくできません。解像度を大きくするかmin_bucket_resoを小さくしてください";

export const largestTooSmall =
  "max_bucket_reso must be equal or greater than resolution / max_bucket_resoは最大解像度より小さくできません。解像度を小さくするかmin_bucket_resoを大きくしてください";

export const pictureTooLarge = (path: string): string =>
  `image too large, but cropping and bucketing are disabled / 画像サイズが大きいのでface_crop_aug_rangeかrandom_crop、またはbucketを有効にしてください: ${path}`;
