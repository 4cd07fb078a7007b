import { isDateTimeFormat } from "../../templates/formats/date-time.js";
import { isDateFormat } from "../../templates/formats/date.js";
import { isDurationFormat } from "../../templates/formats/duration.js";
import { isEmailFormat } from "../../templates/formats/email.js";
import { isHostnameFormat } from "../../templates/formats/hostname.js";
import { isIdnEmailFormat } from "../../templates/formats/idn-email.js";
import { isIdnHostnameFormat } from "../../templates/formats/idn-hostname.js";
import { isIpv4Format } from "../../templates/formats/ipv4.js";
import { isIpv6Format } from "../../templates/formats/ipv6.js";
import { isIriReferenceFormat } from "../../templates/formats/iri-reference.js";
import { isIriFormat } from "../../templates/formats/iri.js";
import { isJsonPointerFormat } from "../../templates/formats/json-pointer.js";
import { isRegexFormat } from "../../templates/formats/regex.js";
import { isRelativeJsonPointerFormat } from "../../templates/formats/relative-json-pointer.js";
import { isTimeFormat } from "../../templates/formats/time.js";
import { isUriReferenceFormat } from "../../templates/formats/uri-reference.js";
import { isUriTemplateFormat } from "../../templates/formats/uri-template.js";
import { isUriFormat } from "../../templates/formats/uri.js";
import { isUuidFormat } from "../../templates/formats/uuid.js";

/** The template function of each format that the specifications define. */
export const formatFunctions: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDateFormat,
  "date-time": isDateTimeFormat,
  duration: isDurationFormat,
  email: isEmailFormat,
  hostname: isHostnameFormat,
  "idn-email": isIdnEmailFormat,
  "idn-hostname": isIdnHostnameFormat,
  ipv4: isIpv4Format,
  ipv6: isIpv6Format,
  iri: isIriFormat,
  "iri-reference": isIriReferenceFormat,
  "json-pointer": isJsonPointerFormat,
  regex: isRegexFormat,
  "relative-json-pointer": isRelativeJsonPointerFormat,
  time: isTimeFormat,
  uri: isUriFormat,
  "uri-reference": isUriReferenceFormat,
  "uri-template": isUriTemplateFormat,
  uuid: isUuidFormat,
};
