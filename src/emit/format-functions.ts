import type { FormatName, NumberFormatName } from "../checks/check-plan.js";

/** The runtime's function for each format; its template is named as the format is. */
export const formatFunctions: Readonly<Record<FormatName | NumberFormatName, string>> = {
  byte: "isByteFormat",
  "css-color": "isCssColorFormat",
  "date-time": "isDateTimeFormat",
  date: "isDateFormat",
  duration: "isDurationFormat",
  email: "isEmailFormat",
  hostname: "isHostnameFormat",
  "idn-email": "isIdnEmailFormat",
  "idn-hostname": "isIdnHostnameFormat",
  ipv4: "isIpv4Format",
  ipv6: "isIpv6Format",
  int32: "isInt32Format",
  int64: "isInt64Format",
  "iri-reference": "isIriReferenceFormat",
  iri: "isIriFormat",
  "json-pointer": "isJsonPointerFormat",
  "partial-time": "isPartialTimeFormat",
  regex: "isRegexFormat",
  "relative-json-pointer": "isRelativeJsonPointerFormat",
  time: "isTimeFormat",
  "uri-reference": "isUriReferenceFormat",
  "uri-template": "isUriTemplateFormat",
  uri: "isUriFormat",
  uuid: "isUuidFormat",
};
