import { testDraft } from "./test-draft.js";

testDraft("v1", "required");
