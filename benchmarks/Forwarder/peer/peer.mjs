// The published handler's work, event text to CSV lines, by both generations of the AWS SDK. Each line on standard input, such as
// "v3 20", is answered by the milliseconds that this many passes took.
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import DynamoDB from "aws-sdk/clients/dynamodb.js";

const [eventFile, columnsFile, linesFile] = process.argv.slice(2);
const event = readFileSync(eventFile);
const columns = readFileSync(columnsFile, "utf8").trim().split("\n");
const unmarshallers = { v2: DynamoDB.Converter.unmarshall, v3: unmarshall };

function handle(unmarshallImage) {
  const lines = [];
  for (const record of JSON.parse(event.toString()).Records) {
    if (record.eventName === "INSERT") {
      const hit = unmarshallImage(record.dynamodb.NewImage);
      lines.push(`${columns.map(column => hit[column]).join(",")}\n`);
    }
  }
  return lines;
}

writeFileSync(linesFile, handle(unmarshall).join(""));
console.log("ready");
for await (const command of createInterface({ input: process.stdin })) {
  const [version, passes] = command.split(" ");
  const start = performance.now();
  for (let pass = 0; pass < Number(passes); pass++) {
    handle(unmarshallers[version]);
  }
  console.log(performance.now() - start);
}
