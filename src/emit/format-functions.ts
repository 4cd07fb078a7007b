/** The runtime's function for each format that it can check; its file is named as the format is. */
const functions: Readonly<Record<string, string>> = {
  "date-time": "isDateTimeFormat",
  date: "isDateFormat",
  duration: "isDurationFormat",
  email: "isEmailFormat",
  hostname: "isHostnameFormat",
  "idn-email": "isIdnEmailFormat",
  "idn-hostname": "isIdnHostnameFormat",
  ipv4: "isIpv4Format",
  ipv6: "isIpv6Format",
  "iri-reference": "isIriReferenceFormat",
  iri: "isIriFormat",
  "json-pointer": "isJsonPointerFormat",
  regex: "isRegexFormat",
  "relative-json-pointer": "isRelativeJsonPointerFormat",
  time: "isTimeFormat",
  "uri-reference": "isUriReferenceFormat",
  "uri-template": "isUriTemplateFormat",
  uri: "isUriFormat",
  uuid: "isUuidFormat",
};

/** The name of the function that checks a format; undefined for a format that is not known, which then is an annotation. */
export function findFormat(name: string): string | undefined {
  return Object.hasOwn(functions, name) ? functions[name] : undefined;
}
