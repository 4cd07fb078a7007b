/** @type {(value: any) => boolean} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @type {(value: unknown) => boolean} */
const mayBeString = (value) => value === undefined || typeof value === "string";

const resources = new Set([
  "attachmentActions",
  "businessTexts",
  "call_records",
  "convergedRecordings",
  "file_transcodings",
  "files",
  "meetingMessages",
  "meetings",
  "meetingTranscripts",
  "memberships",
  "messages",
  "rooms",
  "tabs",
]);

/** @type {(value: any) => boolean} */
export const guard = (value) =>
  isObject(value) &&
  typeof value.id === "string" &&
  resources.has(value.resource) &&
  (value.type === "created" ||
    value.type === "updated" ||
    value.type === "deleted" ||
    value.type === "ended") &&
  mayBeString(value.appId) &&
  typeof value.actorId === "string" &&
  typeof value.orgId === "string" &&
  typeof value.created === "string" &&
  isData(value.data);

/** @type {(data: any) => boolean} */
const isData = (data) =>
  isObject(data) &&
  mayBeString(data.id) &&
  mayBeString(data.roomId) &&
  mayBeString(data.roomType) &&
  mayBeString(data.orgId) &&
  mayBeString(data.text) &&
  mayBeString(data.personId) &&
  mayBeString(data.personEmail) &&
  mayBeString(data.meetingId) &&
  mayBeString(data.creatorId) &&
  (data.host === undefined || isObject(data.host)) &&
  (data.attendees === undefined || Array.isArray(data.attendees)) &&
  mayBeString(data.transcriptionEnabled) &&
  mayBeString(data.recordingEnabled) &&
  mayBeString(data.hasPostMeetingsChat) &&
  mayBeString(data.corelationId) &&
  mayBeString(data.callType) &&
  mayBeString(data.userId) &&
  mayBeString(data.userType) &&
  mayBeString(data.callDirection) &&
  mayBeString(data.isCallAnswered) &&
  mayBeString(data.callDurationSeconds) &&
  mayBeString(data.callStartTime) &&
  mayBeString(data.callAnswerTime) &&
  mayBeString(data.callTransferTime) &&
  mayBeString(data.callingNumber) &&
  mayBeString(data.callingLineId) &&
  mayBeString(data.calledNumber) &&
  mayBeString(data.calledLineId) &&
  mayBeString(data.dialedDigits) &&
  mayBeString(data.callRedirectingNumber) &&
  mayBeString(data.callRedirectedReason) &&
  mayBeString(data.created) &&
  mayBeString(data.type) &&
  mayBeString(data.breakoutSessionId) &&
  (data.recipients === undefined || (Array.isArray(data.recipients) && data.recipients.every(isRecipient)));

/** @type {(recipient: any) => boolean} */
const isRecipient = (recipient) =>
  isObject(recipient) &&
  mayBeString(recipient.personId) &&
  mayBeString(recipient.personEmail) &&
  mayBeString(recipient.guestDisplayName) &&
  mayBeString(recipient.guestEmail);
