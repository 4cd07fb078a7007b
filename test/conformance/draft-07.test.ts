import { testDraft } from "./test-draft.js";

testDraft("draft7", "required");
testDraft("draft7", "optional/format");
