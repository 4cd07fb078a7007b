import { testDraft } from "./test-draft.js";

testDraft("draft3", "required");
testDraft("draft3", "optional/format");
testDraft("draft4", "required");
testDraft("draft4", "optional/format");
testDraft("draft6", "required");
testDraft("draft6", "optional/format");
