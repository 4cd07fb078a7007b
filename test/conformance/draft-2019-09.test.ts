import { testDraft } from "./test-draft.js";

testDraft("draft2019-09", "required");
testDraft("draft2019-09", "optional/format");
