// The published handler's work, event text to CSV lines, by both generations of the AWS SDK.
import { readFileSync, writeFileSync } from 'node:fs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import DynamoDB from 'aws-sdk/clients/dynamodb.js';
import { serve } from './worker.mjs';

const [eventFile, columnNames, linesFile] = process.argv.slice(2);
const event = readFileSync(eventFile);
const columns = columnNames.split(',');
const unmarshallers = { v2: DynamoDB.Converter.unmarshall, v3: unmarshall };

const handle = unmarshallImage => {
  const lines = [];
  for (const record of JSON.parse(event.toString()).Records) {
    if (record.eventName === 'INSERT') {
      const hit = unmarshallImage(record.dynamodb.NewImage);
      lines.push(`${columns.map(column => hit[column]).join(',')}\n`);
    }
  }
  return lines;
};

writeFileSync(linesFile, handle(unmarshall).join(''));
await serve((version, passes) => {
  const start = performance.now();
  for (let pass = 0; pass < Number(passes); pass++) {
    handle(unmarshallers[version]);
  }
  return performance.now() - start;
});
