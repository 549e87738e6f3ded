// Prints as JSON what ical.js and node-ical make of one calendar, each entry by its UID.
import {readFileSync} from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const text = readFileSync(process.argv[2], "utf8");
const component = new ICAL.Component(ICAL.parse(text));
const byIcalJs = component.getAllSubcomponents("vevent").map((part) => {
  const event = new ICAL.Event(part);
  return {
    uid: event.uid,
    summary: event.summary,
    first: event.startDate.toString(),
    end: event.endDate.toString(),
    categories: part.getFirstProperty("categories").getValues(),
    status: part.getFirstPropertyValue("status"),
  };
});
const day = (moment) =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
const byNodeIcal = Object.values(nodeIcal.sync.parseICS(text))
  .filter((part) => part.type === "VEVENT")
  .map((part) => ({
    uid: part.uid,
    summary: part.summary,
    first: day(part.start),
    end: day(part.end),
    categories: part.categories,
    status: part.status,
  }));
const refresh = component.getFirstPropertyValue("refresh-interval").toString();
console.log(JSON.stringify({refresh, icalJs: byIcalJs, nodeIcal: byNodeIcal}));
