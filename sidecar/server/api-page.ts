import type { MethodDocument } from "../../protocol/documents.js";
import { type ApiPageWords, apiPageEn } from "../words/api-page-en.js";
import { apiPageJa } from "../words/api-page-ja.js";
import { en } from "../words/en.js";
import { ja } from "../words/ja.js";

const escaped = (text: unknown): string =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
nav a { margin-right: 1rem }
article { border-top: 1px solid #8885; padding: .6rem 0 }
h2 small { font-weight: 400; opacity: .7 }
h3 { font: 600 1rem ui-monospace, monospace; margin: 0 }
p { margin: .2rem 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .4rem 0 }
dt { font-family: ui-monospace, monospace } dd { margin: 0 }
dt.must::after { content: " *" }
details pre { overflow: auto; max-height: 24rem; padding: .6rem; background: #8882 }`;

type Language = "en" | "ja";

const said: Record<Language, ApiPageWords> = { en: apiPageEn, ja: apiPageJa };
const roomNames: Record<Language, Record<string, string>> = { en: en.rooms, ja: ja.rooms };

const nameOf = (schema: object): string => {
  const { $ref } = Object(schema);
  return typeof $ref === "string" ? $ref.slice($ref.lastIndexOf("/") + 1) : "";
};

/** A schema in a few words. */
function shape(schema: object, words: ApiPageWords): string {
  const { type, enum: values, items, anyOf } = Object(schema);
  const name = nameOf(schema);
  if (name !== "") return name;
  if (Array.isArray(values)) return values.map((one) => JSON.stringify(one)).join(" | ");
  if (type === "array") return words.listOf(shape(Object(items), words));
  if (Array.isArray(anyOf)) return anyOf.map((one) => shape(Object(one), words)).join(" | ");
  return Array.isArray(type) ? type.join(" | ") : String(type ?? "any");
}

function field([name, schema]: [string, unknown], isRequired: boolean, words: ApiPageWords): string {
  const { description = "" } = Object(schema);
  const told = description === "" ? "" : ` – <span lang="en">${escaped(description)}</span>`;
  const term = `<dt${isRequired ? ' class="must"' : ""}>${escaped(name)}</dt>`;
  return `${term}<dd>${escaped(shape(Object(schema), words))}${told}</dd>`;
}

interface Method {
  path: string;
  operation: object;
  summary: string;
}

function article({ path, operation, summary }: Method, schemas: Record<string, unknown>, words: ApiPageWords): string {
  const { schema, examples } = Object(Object(operation).requestBody).content["application/json"];
  const params = Object(schemas[nameOf(schema)]);
  const must: unknown[] = Array.isArray(params.required) ? params.required : [];
  const fields = Object.entries(Object(params.properties)).map((one) => field(one, must.includes(one[0]), words));
  const { value } = Object(Object(examples).example1);
  return `<article id="${escaped(path)}"><h3>POST ${escaped(path)}</h3><p>${escaped(summary)}</p>
<dl>${fields.join("")}</dl>
<details><summary>${words.example}</summary><pre>${escaped(JSON.stringify(value ?? {}, null, 2))}</pre></details></article>`;
}

/** The document as one page, without scripts; its address with `?lang=` and the other language is linked. */
export function apiPage(document: object, methods: readonly MethodDocument[], language: Language): string {
  const { info, tags, paths, components } = Object(document);
  const words = said[language];
  const rooms: string[] = tags.map((tag: unknown) => String(Object(tag).name));
  const offered = methods.filter(({ name }) => `/${name}` in paths);
  const section = (room: string): string => {
    const own = offered.filter(({ name }) => name.startsWith(`${room}/`));
    const articles = own.map(({ name, summary, summaryJa }) => {
      const method = {
        path: name,
        operation: paths[`/${name}`].post,
        summary: language === "ja" ? summaryJa : summary,
      };
      return article(method, Object(components.schemas), words);
    });
    const name = roomNames[language][room];
    const more = name === undefined || name.toLowerCase() === room ? "" : ` <small>${escaped(name)}</small>`;
    return `<h2 id="${room}">${room}${more}</h2>${articles.join("\n")}`;
  };
  const other = language === "ja" ? "en" : "ja";
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>LoRA Atelier API</title><style>${STYLE}</style></head><body>
<p><a href="?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></p>
<h1>LoRA Atelier API ${escaped(info.version)}</h1>
<p>${words.call} <code>{code, message, hint}</code></p>
<p>${words.shapes} <a href="openapi.json">openapi.json</a> (OpenAPI 3.1). ${words.fields}</p>
<nav>${rooms.map((room) => `<a href="#${room}">${room}</a>`).join("")}</nav>
${rooms.map(section).join("\n")}
</body></html>`;
}
