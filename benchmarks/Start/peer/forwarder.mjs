// The forwarder as it is commonly written for Node.js: each insert's image, unmarshalled, becomes a line and a record of its own.
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { run } from './runtime.mjs';

const MAX_RECORDS = 500; // Firehose: records of one PutRecordBatch

const firehose = new FirehoseClient({});
const columns = process.env.COLUMNS.split(',');

await run(async event => {
  const lines = event.Records
    .filter(record => record.eventName === 'INSERT')
    .map(record => unmarshall(record.dynamodb.NewImage))
    .map(image => ({ Data: Buffer.from(`${columns.map(column => image[column]).join(',')}\n`) }));
  for (let first = 0; first < lines.length; first += MAX_RECORDS) {
    const Records = lines.slice(first, first + MAX_RECORDS);
    await firehose.send(new PutRecordBatchCommand({ DeliveryStreamName: process.env.DELIVERY_STREAM, Records }));
  }
  return { batchItemFailures: [] };
});
