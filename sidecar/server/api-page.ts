const escaped = (text: unknown): string =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
nav a { margin-right: 1rem }
article { border-top: 1px solid #8885; padding: .6rem 0 }
h3 { font: 600 1rem ui-monospace, monospace; margin: 0 }
p { margin: .2rem 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .4rem 0 }
dt { font-family: ui-monospace, monospace } dd { margin: 0 }
dt.must::after { content: " *" }
details pre { overflow: auto; max-height: 24rem; padding: .6rem; background: #8882 }`;

/** A schema in a few words. */
function shape(schema: object): string {
  const { $ref, type, enum: values, items, anyOf } = Object(schema);
  if (typeof $ref === "string") return $ref.slice($ref.lastIndexOf("/") + 1);
  if (Array.isArray(values)) return values.map((one) => JSON.stringify(one)).join(" | ");
  if (type === "array") return `list of ${shape(items)}`;
  if (Array.isArray(anyOf)) return anyOf.map(shape).join(" | ");
  return Array.isArray(type) ? type.join(" | ") : String(type ?? "any");
}

function field(name: string, schema: unknown, isRequired: boolean): string {
  const { description = "" } = Object(schema);
  return `<dt${isRequired ? ' class="must"' : ""}>${escaped(name)}</dt><dd>${escaped(shape(Object(schema)))}${
    description === "" ? "" : ` – ${escaped(description)}`
  }</dd>`;
}

function article(path: string, operation: object, schemas: Record<string, unknown>): string {
  const { summary, requestBody } = Object(operation);
  const { schema, examples } = Object(requestBody).content["application/json"];
  const params = Object(schemas[shape(schema)]);
  const must: unknown[] = Array.isArray(params.required) ? params.required : [];
  const fields = Object.entries(Object(params.properties)).map(([name, one]) => field(name, one, must.includes(name)));
  const { value } = Object(Object(examples).example1);
  return `<article id="${escaped(path.slice(1))}"><h3>POST ${escaped(path.slice(1))}</h3><p>${escaped(summary)}</p>
<dl>${fields.join("")}</dl>
<details><summary>Example / 例</summary><pre>${escaped(JSON.stringify(value ?? {}, null, 2))}</pre></details></article>`;
}

/** The document as one page, without scripts. */
export function apiPage(document: object): string {
  const { info, tags, paths, components } = Object(document);
  const rooms: string[] = tags.map((tag: unknown) => String(Object(tag).name));
  const all = Object.entries(Object(paths));
  const section = (room: string): string => {
    const own = all.filter(([path]) => path.startsWith(`/${room}/`));
    return `<h2 id="${room}">${room}</h2>${own
      .map(([path, item]) => article(path, Object(item).post, Object(components.schemas)))
      .join("\n")}`;
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>LoRA Atelier API</title><style>${STYLE}</style></head><body>
<h1>LoRA Atelier API ${escaped(info.version)}</h1>
<p>Each method is called with POST and one JSON object; * marks what must be given. What went wrong is answered as
<code>{code, message, hint}</code>. All shapes are in <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<p lang="ja">各メソッドは POST と JSON オブジェクト 1 つで呼び出します（* は必須）。エラーは <code>{code, message, hint}</code>
で返ります。すべての形式は <a href="openapi.json">openapi.json</a>（OpenAPI 3.1）にあります。</p>
<nav>${rooms.map((room) => `<a href="#${room}">${room}</a>`).join("")}</nav>
${rooms.map(section).join("\n")}
</body></html>`;
}
