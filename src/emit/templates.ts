import assertValidText from "../../templates/runtime/assert-valid.ts?raw";
import awaitableText from "../../templates/runtime/awaitable.ts?raw";
import containsItemsText from "../../templates/runtime/contains-items.ts?raw";
import countOwnPropertiesText from "../../templates/runtime/count-own-properties.ts?raw";
import countPropertiesText from "../../templates/runtime/count-properties.ts?raw";
import descendText from "../../templates/runtime/descend.ts?raw";
import describeValueText from "../../templates/runtime/describe-value.ts?raw";
import equalsText from "../../templates/runtime/equals.ts?raw";
import evaluatedOrText from "../../templates/runtime/evaluated-or.ts?raw";
import everyOwnPropertyText from "../../templates/runtime/every-own-property.ts?raw";
import everyPropertyText from "../../templates/runtime/every-property.ts?raw";
import everyUnevaluatedItemText from "../../templates/runtime/every-unevaluated-item.ts?raw";
import fromJsonText from "../../templates/runtime/from-json.ts?raw";
import guardAnswersText from "../../templates/runtime/guard-answers.ts?raw";
import handlerOfText from "../../templates/runtime/handler-of.ts?raw";
import hasCodePointsText from "../../templates/runtime/has-code-points.ts?raw";
import hasOnlyKeysText from "../../templates/runtime/has-only-keys.ts?raw";
import hasOnlyOwnKeysText from "../../templates/runtime/has-only-own-keys.ts?raw";
import hasOwnText from "../../templates/runtime/has-own.ts?raw";
import hasAtMostText from "../../templates/runtime/has-at-most.ts?raw";
import hasUniqueItemsText from "../../templates/runtime/has-unique-items.ts?raw";
import isMultipleOfText from "../../templates/runtime/is-multiple-of.ts?raw";
import isObjectText from "../../templates/runtime/is-object.ts?raw";
import issueCollectorText from "../../templates/runtime/issue-collector.ts?raw";
import issueMessageText from "../../templates/runtime/issue-message.ts?raw";
import joinTagsText from "../../templates/runtime/join-tags.ts?raw";
import jsonTypeText from "../../templates/runtime/json-type.ts?raw";
import listenerTargetText from "../../templates/runtime/listener-target.ts?raw";
import mapSchemasText from "../../templates/runtime/map-schemas.ts?raw";
import nearestNameText from "../../templates/runtime/nearest-name.ts?raw";
import onlyKnownText from "../../templates/runtime/only-known.ts?raw";
import partOfText from "../../templates/runtime/part-of.ts?raw";
import presentKeyText from "../../templates/runtime/present-key.ts?raw";
import publishedDefinitionText from "../../templates/runtime/published-definition.ts?raw";
import readJsonText from "../../templates/runtime/read-json.ts?raw";
import reportChecksText from "../../templates/runtime/report-checks.ts?raw";
import reportTagText from "../../templates/runtime/report-tag.ts?raw";
import resultOfText from "../../templates/runtime/result-of.ts?raw";
import runValidationText from "../../templates/runtime/run-validation.ts?raw";
import schemaPlaceText from "../../templates/runtime/schema-place.ts?raw";
import standardSchemaText from "../../templates/runtime/standard-schema.ts?raw";
import tagAtText from "../../templates/runtime/tag-at.ts?raw";
import tagLiteralText from "../../templates/runtime/tag-literal.ts?raw";
import tagRouterText from "../../templates/runtime/tag-router.ts?raw";
import taggedBodyRouterText from "../../templates/runtime/tagged-body-router.ts?raw";
import toDraft07Text from "../../templates/runtime/to-draft-07.ts?raw";
import unevaluatedItemsText from "../../templates/runtime/unevaluated-items.ts?raw";
import unevaluatedPropertiesText from "../../templates/runtime/unevaluated-properties.ts?raw";
import unknownTagText from "../../templates/runtime/unknown-tag.ts?raw";
import untaggedWithinText from "../../templates/runtime/untagged-within.ts?raw";
import untaggedText from "../../templates/runtime/untagged.ts?raw";
import validationErrorText from "../../templates/runtime/validation-error.ts?raw";
import validationIssueText from "../../templates/runtime/validation-issue.ts?raw";
import validationOptionsText from "../../templates/runtime/validation-options.ts?raw";
import validationPathText from "../../templates/runtime/validation-path.ts?raw";
import validationResultText from "../../templates/runtime/validation-result.ts?raw";
import writeJsonSchemaText from "../../templates/runtime/write-json-schema.ts?raw";
import writeOpenapi30Text from "../../templates/runtime/write-openapi-30.ts?raw";
import asBooleanText from "../../templates/runtime/as-boolean.ts?raw";
import asItemsText from "../../templates/runtime/as-items.ts?raw";
import asMembersText from "../../templates/runtime/as-members.ts?raw";
import asNullText from "../../templates/runtime/as-null.ts?raw";
import asNumberText from "../../templates/runtime/as-number.ts?raw";
import asOneOfText from "../../templates/runtime/as-one-of.ts?raw";
import asTextText from "../../templates/runtime/as-text.ts?raw";
import coercerText from "../../templates/runtime/coercer.ts?raw";
import inTurnText from "../../templates/runtime/in-turn.ts?raw";
import toDateText from "../../templates/runtime/to-date.ts?raw";
import bidiRuleFormatText from "../../templates/formats/bidi-rule.ts?raw";
import byteFormatText from "../../templates/formats/byte.ts?raw";
import characterClassesFormatText from "../../templates/formats/character-classes.ts?raw";
import cssColorFormatText from "../../templates/formats/css-color.ts?raw";
import dateFormatText from "../../templates/formats/date.ts?raw";
import dateTimeFormatText from "../../templates/formats/date-time.ts?raw";
import durationFormatText from "../../templates/formats/duration.ts?raw";
import emailFormatText from "../../templates/formats/email.ts?raw";
import hostnameFormatText from "../../templates/formats/hostname.ts?raw";
import idnEmailFormatText from "../../templates/formats/idn-email.ts?raw";
import idnHostnameFormatText from "../../templates/formats/idn-hostname.ts?raw";
import idnLabelFormatText from "../../templates/formats/idn-label.ts?raw";
import int32FormatText from "../../templates/formats/int32.ts?raw";
import int64FormatText from "../../templates/formats/int64.ts?raw";
import ipv4FormatText from "../../templates/formats/ipv4.ts?raw";
import ipv6FormatText from "../../templates/formats/ipv6.ts?raw";
import iriFormatText from "../../templates/formats/iri.ts?raw";
import iriMappingFormatText from "../../templates/formats/iri-mapping.ts?raw";
import iriReferenceFormatText from "../../templates/formats/iri-reference.ts?raw";
import joinersFormatText from "../../templates/formats/joiners.ts?raw";
import jsonPointerFormatText from "../../templates/formats/json-pointer.ts?raw";
import partialTimeFormatText from "../../templates/formats/partial-time.ts?raw";
import punycodeFormatText from "../../templates/formats/punycode.ts?raw";
import regexFormatText from "../../templates/formats/regex.ts?raw";
import relativeJsonPointerFormatText from "../../templates/formats/relative-json-pointer.ts?raw";
import timeFormatText from "../../templates/formats/time.ts?raw";
import uriFormatText from "../../templates/formats/uri.ts?raw";
import uriReferenceFormatText from "../../templates/formats/uri-reference.ts?raw";
import uriTemplateFormatText from "../../templates/formats/uri-template.ts?raw";
import uuidFormatText from "../../templates/formats/uuid.ts?raw";

/** The text of every runtime template, by file name; a test holds that none is missing. */
export const templates: Readonly<Record<string, string>> = {
  "assert-valid": assertValidText,
  awaitable: awaitableText,
  "contains-items": containsItemsText,
  "count-own-properties": countOwnPropertiesText,
  "count-properties": countPropertiesText,
  descend: descendText,
  "describe-value": describeValueText,
  equals: equalsText,
  "evaluated-or": evaluatedOrText,
  "every-own-property": everyOwnPropertyText,
  "every-property": everyPropertyText,
  "every-unevaluated-item": everyUnevaluatedItemText,
  "from-json": fromJsonText,
  "guard-answers": guardAnswersText,
  "handler-of": handlerOfText,
  "has-code-points": hasCodePointsText,
  "has-only-keys": hasOnlyKeysText,
  "has-only-own-keys": hasOnlyOwnKeysText,
  "has-own": hasOwnText,
  "has-at-most": hasAtMostText,
  "has-unique-items": hasUniqueItemsText,
  "is-multiple-of": isMultipleOfText,
  "is-object": isObjectText,
  "issue-collector": issueCollectorText,
  "issue-message": issueMessageText,
  "join-tags": joinTagsText,
  "json-type": jsonTypeText,
  "listener-target": listenerTargetText,
  "map-schemas": mapSchemasText,
  "nearest-name": nearestNameText,
  "only-known": onlyKnownText,
  "part-of": partOfText,
  "present-key": presentKeyText,
  "published-definition": publishedDefinitionText,
  "read-json": readJsonText,
  "report-checks": reportChecksText,
  "report-tag": reportTagText,
  "result-of": resultOfText,
  "run-validation": runValidationText,
  "schema-place": schemaPlaceText,
  "standard-schema": standardSchemaText,
  "tag-at": tagAtText,
  "tag-literal": tagLiteralText,
  "tag-router": tagRouterText,
  "tagged-body-router": taggedBodyRouterText,
  "to-draft-07": toDraft07Text,
  "unevaluated-items": unevaluatedItemsText,
  "unevaluated-properties": unevaluatedPropertiesText,
  "unknown-tag": unknownTagText,
  untagged: untaggedText,
  "untagged-within": untaggedWithinText,
  "validation-error": validationErrorText,
  "validation-issue": validationIssueText,
  "validation-options": validationOptionsText,
  "validation-path": validationPathText,
  "validation-result": validationResultText,
  "write-json-schema": writeJsonSchemaText,
  "write-openapi-30": writeOpenapi30Text,
  "as-boolean": asBooleanText,
  "as-items": asItemsText,
  "as-members": asMembersText,
  "as-null": asNullText,
  "as-number": asNumberText,
  "as-one-of": asOneOfText,
  "as-text": asTextText,
  coercer: coercerText,
  "in-turn": inTurnText,
  "to-date": toDateText,
  "bidi-rule": bidiRuleFormatText,
  byte: byteFormatText,
  "character-classes": characterClassesFormatText,
  "css-color": cssColorFormatText,
  date: dateFormatText,
  "date-time": dateTimeFormatText,
  duration: durationFormatText,
  email: emailFormatText,
  hostname: hostnameFormatText,
  "idn-email": idnEmailFormatText,
  "idn-hostname": idnHostnameFormatText,
  "idn-label": idnLabelFormatText,
  int32: int32FormatText,
  int64: int64FormatText,
  ipv4: ipv4FormatText,
  ipv6: ipv6FormatText,
  iri: iriFormatText,
  "iri-mapping": iriMappingFormatText,
  "iri-reference": iriReferenceFormatText,
  joiners: joinersFormatText,
  "json-pointer": jsonPointerFormatText,
  "partial-time": partialTimeFormatText,
  punycode: punycodeFormatText,
  regex: regexFormatText,
  "relative-json-pointer": relativeJsonPointerFormatText,
  time: timeFormatText,
  uri: uriFormatText,
  "uri-reference": uriReferenceFormatText,
  "uri-template": uriTemplateFormatText,
  uuid: uuidFormatText,
};
