import { definitionsUnder, examplesOf, type MethodDocument } from "../../protocol/documents.js";
import { version } from "../host/version.js";

const PLACE = "#/components/schemas/";
// Enough to see what differs; all are in protocol/examples.
const MOST_EXAMPLES = 3;

const description = `Every method of LoRA Atelier: the page, the command line and this API call the same ones.

Work that outlives a request is a job: its method answers \`{jobId}\` at once, \`job/wait\` tells when it has changed.
Paths are those of the machine that the studio runs on. Params are closed (a misspelt name is an error), results are
open: a newer studio may add fields.`;

const errorSchema = {
  type: "object",
  properties: {
    code: { type: "string", description: "For programs, such as notFound." },
    message: { type: "string", description: "What was expected and what was found, for people." },
    hint: { type: "string", description: "What to do." },
  },
  required: ["code", "message", "hint"],
};

const response = (text: string, schema: object) => ({ description: text, content: { "application/json": { schema } } });

const errorResponses = {
  "4XX": { $ref: "#/components/responses/Refused" },
  "5XX": { $ref: "#/components/responses/Failed" },
};

const named = (values: readonly unknown[]): object =>
  Object.fromEntries(values.slice(0, MOST_EXAMPLES).map((value, index) => [`example${index + 1}`, { value }]));

function operation({ name, summary, params, result, command }: MethodDocument): object {
  const examples = examplesOf(name);
  return {
    operationId: name.replace("/", "_"),
    tags: [name.slice(0, name.indexOf("/"))],
    summary,
    ...(command === null ? {} : { description: `On the command line: \`${command}\`` }),
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: PLACE + params }, examples: named(examples.params) } },
    },
    responses: {
      "200": {
        description: "Done.",
        content: {
          "application/json": { schema: { $ref: PLACE + result }, examples: named(examples.result.slice(0, 1)) },
        },
      },
      ...errorResponses,
    },
  };
}

const rooms = (methods: readonly MethodDocument[]): string[] => [
  ...new Set(methods.map(({ name }) => name.slice(0, name.indexOf("/")))),
];

/** Definitions that `roots` need, themselves included. */
function needed(definitions: Record<string, object>, roots: readonly string[]): Record<string, object> {
  const found: Record<string, object> = {};
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = definitions[name];
    if (definition === undefined || name in found) continue;
    found[name] = definition;
    for (const [, other = ""] of JSON.stringify(definition).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
      open.push(other);
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Those that a script may call. */
export const offered = (methods: readonly MethodDocument[]): MethodDocument[] =>
  methods.filter(({ notInApi }) => notInApi === null);

/** The API as OpenAPI 3.1.0 (spec.openapis.org/oas/v3.1.0), made of the protocol's own files. */
export function openApiDocument(methods: readonly MethodDocument[]): object {
  const open = offered(methods);
  return {
    openapi: "3.1.0",
    info: { title: "LoRA Atelier", version, description, license: { name: "MIT", identifier: "MIT" } },
    // Relative to this document, so that it is right under --subpath and behind proxies.
    servers: [{ url: "../api" }],
    security: [{ token: [] }, { apiAuth: [] }, {}],
    tags: rooms(open).map((name) => ({ name })),
    paths: Object.fromEntries(open.map((method) => [`/${method.name}`, { post: operation(method) }])),
    components: {
      schemas: {
        ...needed(
          definitionsUnder(PLACE),
          open.flatMap(({ params, result }) => [params, result]),
        ),
        Error: errorSchema,
      },
      responses: {
        Refused: response("Not done: the request cannot be carried out as it is.", { $ref: `${PLACE}Error` }),
        Failed: response("Not done: a fault of the studio, or of a program it needs.", { $ref: `${PLACE}Error` }),
      },
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "On the studio's own address: the token in `endpoint.json` of its state folder.",
        },
        apiAuth: {
          type: "http",
          scheme: "basic",
          description: "On a WebUI's address: a login of `--api-auth`, where that is given.",
        },
      },
    },
  };
}
