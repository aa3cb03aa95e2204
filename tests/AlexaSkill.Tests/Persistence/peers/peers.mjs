// The ASK SDK's persistence adapters: each line on standard input is a command, each line on standard output its result.
import { posix } from 'node:path';
import { createInterface } from 'node:readline';
import AWS from 'aws-sdk';
import dynamoDb from 'ask-sdk-dynamodb-persistence-adapter';
import s3 from 'ask-sdk-s3-persistence-adapter';

const [dynamoDbPort, s3Port] = process.argv.slice(2);
const settings = { region: 'us-east-1', credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } };
const dynamoDBClient = new AWS.DynamoDB({ ...settings, endpoint: `http://127.0.0.1:${dynamoDbPort}` });
const s3Client = new AWS.S3({ ...settings, endpoint: `http://127.0.0.1:${s3Port}`, s3ForcePathStyle: true });

const adapters = {
  dynamodb: options => new dynamoDb.DynamoDbPersistenceAdapter({ ...options, dynamoDBClient }),
  s3: options => new s3.S3PersistenceAdapter({ ...options, s3Client }),
};

const actions = {
  get: ({ store, options, request }) => adapters[store](options).getAttributes(request),
  save: ({ store, options, request, attributes }) => adapters[store](options).saveAttributes(request, attributes),
  delete: ({ store, options, request }) => adapters[store](options).deleteAttributes(request),
  join: ({ paths }) => paths.map(([prefix, key]) => posix.join(prefix, key)),
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  let answer;
  try {
    answer = { result: await actions[command.action](command) };
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
