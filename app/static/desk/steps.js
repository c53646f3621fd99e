// What can be done with a case here, and the one thing that is most likely next.
import { today } from "./html.js";

const owed = (one) => one.agreements.flatMap((agreement) => agreement.obligations).filter((line) => !line.fulfilled_on);
const waitingRevisit = (one) => one.revisits.find((visit) => visit.due_from <= today());

export function nextOf(one) {
  const dueLine = owed(one).find((line) => line.due_on && line.due_on <= today());
  if (waitingRevisit(one)) return { kind: "revisit", text: "写回访记录" };
  if (dueLine) return { kind: "fulfillment", text: "记履行情况" };
  if (owed(one).length && one.stage === "home_follow_up") return { kind: "fulfillment", text: "记履行情况" };
  const planned = one.meetings.find((meeting) => meeting.state === "planned");
  if (planned) return { kind: "visit", text: `写 ${planned.on} 的调解记录` };
  return { kind: "visit", text: "写调解记录" };
}

export function othersOf(one) {
  const steps = [
    { kind: "visit", text: "调解记录" },
    { kind: "inquiry", text: "调查记录" },
    { kind: "seen", text: "随手记" },
    { kind: "telephone", text: "电话记录" },
    { kind: "photo", text: "拍照留存" },
    { kind: "consent", text: "是否愿意调解" },
    { kind: "rights", text: "告知权利义务" },
    { kind: "agreements", text: "协议：写、打印、签字", path: `#agreements/${one.id}` },
    { kind: "correction", text: "更正当事人" },
    { kind: "revisit", text: "回访记录" },
  ];
  if (owed(one).length) steps.push({ kind: "fulfillment", text: "履行记录" }, { kind: "urging", text: "催促记录" });
  return steps;
}
