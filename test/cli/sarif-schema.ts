/**
 * What SARIF 2.1.0 requires of the parts that we write, by the names of its own schema's definitions; nothing else may stand in
 * them, so that a misspelt property is found.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarifSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", format: "uri" },
    version: { enum: ["2.1.0"] },
    runs: { type: "array", minItems: 0, items: { $ref: "#/definitions/run" } },
  },
  definitions: {
    run: {
      type: "object",
      required: ["tool"],
      additionalProperties: false,
      properties: {
        tool: { $ref: "#/definitions/tool" },
        columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
        originalUriBaseIds: {
          type: "object",
          additionalProperties: { $ref: "#/definitions/artifactLocation" },
        },
        results: { type: "array", items: { $ref: "#/definitions/result" } },
      },
    },
    tool: {
      type: "object",
      required: ["driver"],
      additionalProperties: false,
      properties: { driver: { $ref: "#/definitions/toolComponent" } },
    },
    toolComponent: {
      type: "object",
      required: ["name"],
      additionalProperties: false,
      properties: {
        name: { type: "string" },
        version: { type: "string" },
        rules: { type: "array", uniqueItems: true, items: { $ref: "#/definitions/reportingDescriptor" } },
      },
    },
    reportingDescriptor: {
      type: "object",
      required: ["id"],
      additionalProperties: false,
      properties: {
        id: { type: "string" },
        shortDescription: { $ref: "#/definitions/message" },
        fullDescription: { $ref: "#/definitions/message" },
        help: { $ref: "#/definitions/message" },
        defaultConfiguration: {
          type: "object",
          additionalProperties: false,
          properties: { level: { $ref: "#/definitions/level" } },
        },
      },
    },
    level: { enum: ["none", "note", "warning", "error"] },
    message: {
      type: "object",
      required: ["text"],
      additionalProperties: false,
      properties: { text: { type: "string", minLength: 1 } },
    },
    result: {
      type: "object",
      required: ["message"],
      additionalProperties: false,
      properties: {
        ruleId: { type: "string" },
        ruleIndex: { type: "integer", minimum: -1 },
        level: { $ref: "#/definitions/level" },
        message: { $ref: "#/definitions/message" },
        locations: { type: "array", items: { $ref: "#/definitions/location" } },
      },
    },
    location: {
      type: "object",
      additionalProperties: false,
      properties: {
        physicalLocation: {
          type: "object",
          required: ["artifactLocation"],
          additionalProperties: false,
          properties: {
            artifactLocation: { $ref: "#/definitions/artifactLocation" },
            region: {
              type: "object",
              required: ["startLine"],
              additionalProperties: false,
              properties: {
                startLine: { type: "integer", minimum: 1 },
                startColumn: { type: "integer", minimum: 1 },
              },
            },
          },
        },
        logicalLocations: {
          type: "array",
          uniqueItems: true,
          items: {
            type: "object",
            additionalProperties: false,
            properties: { fullyQualifiedName: { type: "string" } },
          },
        },
      },
    },
    artifactLocation: {
      type: "object",
      additionalProperties: false,
      properties: {
        uri: { type: "string", format: "uri-reference" },
        uriBaseId: { type: "string" },
        description: { $ref: "#/definitions/message" },
      },
    },
  },
} as const;
