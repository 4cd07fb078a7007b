import { testDraft } from "./test-draft.js";

testDraft("draft2020-12", "required");
testDraft("draft2020-12", "optional/format");
