export const workerUsage =
  "worker --engine redis://HOST [--roles tag,score,prepare,sweep,train] [--studio URL] [--token-file FILE] [--webui URL] [--gpu N] [--threads N] [--trainer DIR] [--map THERE=HERE]… [--models DIR]… [--name NAME] [--cache-gb 20]";
