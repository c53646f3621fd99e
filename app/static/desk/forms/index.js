// Every form of the desk, by its name in the address.
import { agreement, oral, rights, signing } from "./agreement.js";
import { fulfillment, revisit, urging } from "./after.js";
import { intake, report } from "./intake.js";
import { consent, inquiry, photo, seen, telephone } from "./notes.js";
import { correction } from "./people.js";
import { visit } from "./visit.js";

const KINDS = [
  visit, inquiry, seen, telephone, photo, consent, rights, correction,
  agreement, oral, signing, fulfillment, urging, revisit, intake, report,
];
export const FORMS = Object.fromEntries(KINDS.map((kind) => [kind.name, kind]));
